/** Words about a round for one person alone. */
import { type Round, roundCan, roundStateOf } from '../../src/features/needs/round.ts';
import { type Covered, lackingOf } from '../../src/features/needs/round-coverage.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, List, Part } from '../card.ts';
import { doneNote } from '../done-note.ts';
import { cardLimits } from '../limits.ts';
import { longList } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { type RemindersShown, reminderDates } from '../year/reminder-dates.ts';
import { asksFor, countyName, roundTiming } from './round-words.ts';
import { toFiles } from './set-file-buttons.ts';

/** What those who lead can do with a round now, drawn from the same table as the rules; what cannot be undone stands last. */
export function roundLeaderButtons(round: Round, now: Instant, speech: Speech): readonly Part[] {
  const { say } = speech;
  const { buttons } = say.round;
  const all: readonly (Button | false)[] = [
    roundStateOf(round, now) !== 'coming' && {
      label: say.set.buttons.list,
      intent: { type: 'set.show', round: round.id },
    },
    roundStateOf(round, now) === 'open' && {
      label: say.totals.button,
      intent: { type: 'round.totals', round: round.id },
    },
    roundCan('remind', round, now) && { label: buttons.remind, intent: { type: 'round.remind', round: round.id } },
    roundCan('import', round, now) && {
      label: say.needImport.buttons.import,
      intent: { type: 'needs.import-form', round: round.id },
      opensForm: true,
    },
    toFiles(round, speech),
    roundCan('extend', round, now) && {
      label: buttons.extend,
      intent: { type: 'round.extend-form', round: round.id },
      opensForm: true,
    },
    roundCan('close', round, now) && {
      label: buttons.close,
      intent: { type: 'round.close-form', round: round.id },
      weight: 'danger',
      opensForm: true,
    },
  ];
  return [{ kind: 'buttons', buttons: all.filter(button => button !== false) }];
}

export type RoundOpenedShown = {
  readonly round: Round;
  /** When it is said anew that it takes answers: only of one that opens later. */
  readonly toldAt?: Instant | undefined;
  readonly channels: number;
  readonly reminders: RemindersShown;
  readonly now: Instant;
};

export function roundOpenedCard({ round, channels, toldAt, reminders, now }: RoundOpenedShown, speech: Speech): Card {
  const texts = speech.say.round;
  return {
    language: speech.language,
    title: roundOpenedTitle(round, now, speech),
    parts: [
      doneNote(texts.openedText(channels, speech.when(round.closesAt))),
      ...(toldAt ? [{ kind: 'text', text: texts.openedLater(speech.when(toldAt)) } as const] : []),
      { kind: 'text', text: asksFor(round, speech) },
      reminderDates(reminders, speech),
      ...roundLeaderButtons(round, now, speech),
    ],
  };
}

export function roundOpenedTitle(round: Round, now: Instant, { say }: Speech): string {
  return roundStateOf(round, now) === 'coming' ? say.round.made(round.number) : say.round.opened(round.number);
}

/** @property missing all who have not answered. @property from how many of them the list begins after */
export type RoundMissingShown = {
  readonly round: Round;
  readonly missing: readonly Covered[];
  readonly from: number;
  readonly now: Instant;
};

/** As many as are read at once; the next are a press away. */
const mostOnPage = 25;
const nameLength = 120;
const peopleLength = 160;

export function roundMissingCard({ round, missing, from, now }: RoundMissingShown, speech: Speech): Card {
  const { say, language } = speech;
  const texts = say.round;
  const first = from < missing.length ? from : 0;
  const page = missing.slice(first, first + mostOnPage);
  const next = first + page.length;
  const more: readonly Part[] =
    next < missing.length
      ? [
          {
            kind: 'buttons',
            buttons: [{ label: say.buttons.more, intent: { type: 'round.missing', round: round.id, from: next } }],
          },
        ]
      : [];
  const isPart = page.length < missing.length;
  return {
    language,
    title: missing.length > 0 ? texts.missingTitle(missing.length) : texts.missingNone,
    parts: [
      { kind: 'text', text: asksFor(round, speech), weight: 'strong' },
      { kind: 'text', text: roundTiming(round, now, speech), weight: 'subtle' },
      ...(isPart ? [{ kind: 'text', text: texts.missingPart(first + 1, next, missing.length) } as const] : []),
      ...byCounty(page, missing, speech),
      ...more,
      ...roundLeaderButtons(round, now, speech),
    ],
  };
}

/** Each county's under its name, with how many it lacks in all. */
function byCounty(page: readonly Covered[], missing: readonly Covered[], speech: Speech): readonly Part[] {
  const countyOf = ({ invited }: Covered) => invited.county ?? '';
  return [...Map.groupBy(page, countyOf)].flatMap(([county, those]): readonly Part[] => [
    {
      kind: 'text',
      text: speech.say.round.countyTitle(
        countyName(county, speech),
        missing.filter(each => countyOf(each) === county).length,
      ),
      weight: 'strong',
    },
    { kind: 'list', items: those.map(each => missingItem(each, speech)) },
  ]);
}

function missingItem(covered: Covered, speech: Speech): List['items'][number] {
  const { say, list } = speech;
  const names = covered.people.map(({ name, identities }) =>
    identities.length > 0 ? name : say.members.notJoined(name),
  );
  const who = names.length > 0 ? shortened(list(names), peopleLength) : say.round.nobodyHere;
  return {
    label: shortened(covered.invited.name, nameLength),
    value: covered.state === 'unreachable' ? who : `${lackWords(covered, speech)} · ${who}`,
  };
}

function lackWords(covered: Covered, { say, day, when, zone }: Speech): string {
  const { lacks } = say.round;
  const lacking = lackingOf(covered, zone);
  switch (lacking.kind) {
    case 'begun':
      return lacks.begun;
    case 'draft':
      return lacks.draft(day(lacking.on));
    case 'returned':
      return lacks.returned(when(lacking.dueAt));
  }
}

export function roundRemindedCard(reminded: number, { language, say }: Speech): Card {
  return {
    language,
    title: say.round.reminded(reminded),
    parts: [{ kind: 'text', text: say.round.remindedText }],
  };
}

export function roundExtendedCard(round: Round, reminders: RemindersShown, speech: Speech): Card {
  return {
    language: speech.language,
    title: speech.say.round.extended(round.number, speech.when(round.closesAt)),
    parts: [{ kind: 'text', text: asksFor(round, speech), weight: 'strong' }, reminderDates(reminders, speech)],
  };
}

export function roundClosedCard(round: Round, { language, say }: Speech): Card {
  return { language, title: say.round.closed(round.number), parts: [doneNote(say.round.closedText)] };
}

/** The network's rounds, newest first, each with a way to see it. */
export function roundsCard(
  shown: {
    readonly network: string;
    readonly rounds: readonly Round[];
    readonly mayOpen: boolean;
    readonly now: Instant;
  },
  speech: Speech,
): Card {
  const { language, say } = speech;
  const { rounds, item, buttons } = say.round;
  const items = shown.rounds.map(round => ({
    label: item(round.number, asksFor(round, speech)),
    value: roundTiming(round, shown.now, speech),
  }));
  const create: Button = { label: buttons.create, intent: { type: 'round.form' }, opensForm: true };
  const show = shown.rounds
    .slice(0, 4)
    .map(({ id, number }): Button => ({ label: buttons.show(number), intent: { type: 'round.show', round: id } }));
  const all = [...show, ...(shown.mayOpen ? [create] : [])];
  return {
    language,
    title: shortened(rounds.title(shown.network), cardLimits.title),
    parts: [
      ...(items.length > 0 ? longList(items, speech) : [{ kind: 'text', text: rounds.empty } as const]),
      ...(all.length > 0 ? [{ kind: 'buttons', buttons: all } as const] : []),
    ],
  };
}
