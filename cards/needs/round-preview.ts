import type { RoundDraft } from '../../src/features/needs/need-store.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Card, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { longList } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { type RemindersShown, reminderDates } from '../year/reminder-dates.ts';
import { type RoundShown, roundParts } from './round-card.ts';
import { countyName, kindsOf, schemeName } from './round-words.ts';

export type RoundPreviewShown = {
  readonly draft: RoundDraft;
  /** As it would look were it opened now. */
  readonly posting: RoundShown;
  readonly channels: number;
  readonly reminders: RemindersShown;
  /** How many of those invited have people who can be reached. */
  readonly reached: number;
  /** How many of those people are reached by each way, by its platform's name. */
  readonly ways: ReadonlyMap<string, number>;
  /** How many read in no channel, and are written to; whether that is seen first. */
  readonly apart: number;
  readonly isSeenFirst: boolean;
  /** When it is said anew that it takes answers: only of one that opens later. */
  readonly toldAt: Instant | undefined;
  /** The names of those who have nobody. */
  readonly unreached: readonly string[];
};

/** What would be opened, before anybody is told of it. */
export function roundPreviewCard(shown: RoundPreviewShown, speech: Speech): Card {
  const { draft, posting, channels } = shown;
  const { preview, buttons, forms } = speech.say.round;
  const { invited } = draft;
  const kinds = kindsOf(
    invited.map(({ ownerType }) => ownerType),
    speech,
  );
  return {
    language: speech.language,
    title: preview.title,
    parts: [
      { kind: 'note', sign: 'information', text: preview.notYet },
      {
        kind: 'facts',
        facts: [
          { label: preview.scheme, value: `${schemeName(draft.scheme, speech)} ${draft.year}` },
          { label: preview.form, value: forms[draft.form] },
          { label: preview.opens, value: draft.opensAt ? speech.when(draft.opensAt) : preview.opensNow },
          { label: preview.closes, value: speech.when(draft.closesAt) },
          { label: preview.invited, value: preview.invitedOf(invited.length, kinds) },
        ],
      },
      ...byCounty(draft, speech),
      ...reachParts(shown, speech),
      ...tellingParts(shown, speech),
      reminderDates(shown.reminders, speech),
      {
        kind: 'buttons',
        buttons: [{ label: buttons.open, intent: { type: 'round.open', round: draft.id }, weight: 'primary' }],
      },
      { kind: 'divider' },
      { kind: 'text', text: preview.postedIn(channels), weight: 'subtle' },
      ...roundParts(posting, speech),
    ],
  };
}

function byCounty({ invited }: RoundDraft, speech: Speech): readonly Part[] {
  const groups = Map.groupBy(invited, ({ county = '' }) => county);
  if (groups.size < 2) return [];
  const items = [...groups].map(([county, those]) => ({
    label: countyName(county, speech),
    value: kindsOf(
      those.map(({ ownerType }) => ownerType),
      speech,
    ),
  }));
  return longList(items, speech);
}

function reachParts({ draft, reached, ways, unreached }: RoundPreviewShown, speech: Speech): readonly Part[] {
  const { preview } = speech.say.round;
  const mostFirst = [...ways].toSorted(([, a], [, b]) => b - a);
  const { by, byOther } = speech.say.delivery;
  const people = mostFirst.reduce((sum, [, n]) => sum + n, 0);
  const words = mostFirst.map(([way, n]) => by[way]?.(n) ?? byOther(n, way)).join(', ');
  const names = unreached.slice(0, mostNamed).map(name => shortened(name, cardLimits.buttonLabel));
  const rest = unreached.length - names.length;
  const named = rest > 0 ? preview.andMore(names.join(', '), rest) : speech.list(names);
  return [
    {
      kind: 'text',
      text:
        reached > 0 ? preview.reach(reached, draft.invited.length, preview.people(people, words)) : preview.reachNobody,
    },
    ...(unreached.length > 0
      ? [{ kind: 'note', sign: 'warning', text: preview.unreached(unreached.length, named) } as const]
      : []),
  ];
}

const mostNamed = 12;

/** Who is told in person, and when. */
function tellingParts({ apart, isSeenFirst, toldAt }: RoundPreviewShown, { say, when }: Speech): readonly Part[] {
  const { preview } = say.round;
  const text = toldAt ? preview.toldLater(when(toldAt), apart) : preview.toldNow(apart, isSeenFirst);
  return apart > 0 || toldAt ? [{ kind: 'text', text }] : [];
}
