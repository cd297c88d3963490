import { countIn } from './count.ts';
import type { TotalsTexts } from './nb-totals.ts';

const count = countIn('en');

export const enTotals: TotalsTexts = {
  say: {
    title: number => `Themes and target groups in round ${number}`,
    button: 'Themes and target groups',
    lists: { themes: 'themes', targetGroups: 'target groups', sectors: 'sectors' },
    all: list => `All ${list}`,
    counted: (n, when) => `Counted ${when}: ${count(n, 'party has', 'parties have')} reported.`,
    participants: n => `They expect ${n} participants in all.`,
    of: (n, all, share) => `${n} of ${all} (${share})`,
    hidden: limit => `What fewer than ${limit} have chosen, or nobody, is not shown.`,
    noneOf: (list, limit) => `No ${list} are chosen by ${limit} or more.`,
    withheld: list => `Numbers for ${list} are not shown, since they could tell what one party has chosen.`,
    tooFew: limit => `Fewer than ${limit} parties have reported, so themes and target groups are not shown.`,
    chosenBy: 'Chosen by',
    live: 'This is how it stands now. What everyone will see is counted when the deadline passes, and does not change after that.',
  },
  commands: {
    roundTotals: { example: '1', does: 'shows how many have reported each theme and target group' },
  },
  fieldNames: { list: 'the list' },
  refusals: {
    'totals-not-yet': ({ closesAt }, { when }) =>
      `Themes and target groups are counted when the deadline has passed: ${when(closesAt)}. Then everyone can see them here.`,
  },
};
