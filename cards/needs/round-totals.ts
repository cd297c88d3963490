/** What a round's parties have reported, counted: on its posting, and for one person with all that may be told. */
import { type TotalList, type TotalsShown, totalLists } from '../../src/features/needs/need-totals.ts';
import type { Round } from '../../src/features/needs/round.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, List, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { codeNames, thousands } from './need-words.ts';
import { asksFor } from './round-words.ts';

export type CountedShown = {
  readonly totals: TotalsShown;
  readonly countedAt: Instant;
  /** As it is now, to those who lead; others see what was counted when the deadline passed. */
  readonly isLive?: boolean;
};

/** On a posting the largest of each list; all of them are a press away. */
const mostPosted = 4;
const mostOfEach = 12;
const mostOnPage = 30;

/** In a posting, and wherever else everyone reads them. */
export function totalsParts(shown: CountedShown, speech: Speech, most = mostPosted): readonly Part[] {
  const { totals } = shown;
  const texts = speech.say.totals;
  if (totals.parties < totals.limit) return [{ kind: 'text', text: texts.tooFew(totals.limit) }];
  const lists = totalLists.filter(list => totals[list].kind === 'shown');
  const withheld = totalLists.filter(list => totals[list].kind === 'withheld');
  const hasHidden = lists.some(list => hiddenIn(totals, list) > 0);
  return [
    { kind: 'text', text: countedText(shown, speech) },
    ...lists.flatMap(list => listParts(totals, list, { from: 0, most }, speech)),
    ...(hasHidden ? [{ kind: 'text', text: texts.hidden(totals.limit), weight: 'subtle' } as const] : []),
    ...withheld.map((list): Part => ({ kind: 'text', text: texts.withheld(texts.lists[list]) })),
  ];
}

function countedText({ totals, countedAt }: CountedShown, { say, when }: Speech): string {
  const { counted, participants } = say.totals;
  const parts = [counted(totals.parties, when(countedAt))];
  if (totals.participants !== undefined) parts.push(participants(thousands(totals.participants)));
  return parts.join(' ');
}

function hiddenIn(totals: TotalsShown, list: TotalList): number {
  const told = totals[list];
  return told.kind === 'shown' ? told.hidden : 0;
}

type Page = { readonly from: number; readonly most: number };

function listParts(totals: TotalsShown, list: TotalList, { from, most }: Page, speech: Speech): readonly Part[] {
  const { say } = speech;
  const heading = sentenceCase(say.totals.lists[list]);
  const all = itemsOf(totals, list, speech);
  const items = all.slice(from, from + most);
  const rest = all.length - from - items.length;
  return [
    { kind: 'text', text: heading, weight: 'subtle' },
    items.length > 0
      ? { kind: 'list', items }
      : { kind: 'text', text: say.totals.noneOf(say.totals.lists[list], totals.limit) },
    ...(rest > 0 ? [{ kind: 'text', text: say.roster.more(rest) } as const] : []),
  ];
}

function itemsOf(totals: TotalsShown, list: TotalList, speech: Speech): List['items'] {
  const told = totals[list];
  if (told.kind === 'withheld') return [];
  const names = codeNames(
    list,
    told.counts.map(([code]) => code),
    speech,
  );
  return told.counts.map(([code, count], at) => ({
    label: shortened(sentenceCase(names[at] ?? code), cardLimits.rowLabel),
    value: speech.say.totals.of(count, totals.parties, speech.share(count / totals.parties)),
  }));
}

export type RoundTotalsShown = {
  readonly round: Round;
  readonly counted: CountedShown;
  /** Of one list alone, after so many of it. */
  readonly page?: { readonly list: TotalList; readonly from: number } | undefined;
};

export function roundTotalsCard({ round, counted, page }: RoundTotalsShown, speech: Speech): Card {
  const { say, language } = speech;
  const { totals, isLive } = counted;
  const about = { kind: 'text', text: asksFor(round, speech), weight: 'strong' } as const;
  const parts = page ? pageParts(counted, page, speech) : totalsParts(counted, speech, mostOfEach);
  const buttons = buttonsFor(round, totals, page, speech);
  return {
    language,
    title: say.totals.title(round.number),
    parts: [
      about,
      ...parts,
      ...(isLive && !page ? [{ kind: 'note', sign: 'information', text: say.totals.live } as const] : []),
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ],
  };
}

function pageParts(
  counted: CountedShown,
  { list, from }: { readonly list: TotalList; readonly from: number },
  speech: Speech,
): readonly Part[] {
  const { totals } = counted;
  const { withheld, hidden, lists } = speech.say.totals;
  if (totals[list].kind === 'withheld') return [{ kind: 'text', text: withheld(lists[list]) }];
  return [
    { kind: 'text', text: countedText(counted, speech) },
    ...listParts(totals, list, { from, most: mostOnPage }, speech),
    ...(hiddenIn(totals, list) > 0 ? [{ kind: 'text', text: hidden(totals.limit), weight: 'subtle' } as const] : []),
  ];
}

/** To the whole of each list that has more than is shown. */
function buttonsFor(
  round: Round,
  totals: TotalsShown,
  page: RoundTotalsShown['page'],
  { say }: Speech,
): readonly Button[] {
  const lengthOf = (list: TotalList) => {
    const told = totals[list];
    return told.kind === 'shown' ? told.counts.length : 0;
  };
  const to = (list: TotalList, from: number, label: string): Button => ({
    label,
    intent: { type: 'round.totals', round: round.id, list, from },
  });
  if (page) {
    const next = page.from + mostOnPage;
    return next < lengthOf(page.list) ? [to(page.list, next, say.buttons.more)] : [];
  }
  return totalLists
    .filter(list => lengthOf(list) > mostOfEach)
    .map(list => to(list, 0, say.totals.all(say.totals.lists[list])));
}
