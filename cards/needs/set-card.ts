/** All that a round has brought, to those who handle it. Whispered: never for a channel. */
import type { AcceptedNeeds, LeftNeed } from '../../src/features/needs/accept-needs.ts';
import { fewestInBundle } from '../../src/features/needs/bundle.ts';
import { countSet } from '../../src/features/needs/hand-over-round.ts';
import { totalAsked } from '../../src/features/needs/need-money.ts';
import type { NeedSet, SetEntry } from '../../src/features/needs/need-set.ts';
import { mayStep } from '../../src/features/needs/need-state.ts';
import { fewestToRank } from '../../src/features/needs/ranking.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, List, Part } from '../card.ts';
import { shortened } from '../shortened.ts';
import { askedText, roundWords, thousands, titleOfNeed } from './need-words.ts';
import { setFileButtons } from './set-file-buttons.ts';

/** @property from how many entries the page begins after */
export type SetShown = { readonly set: NeedSet; readonly from: number };

/** As many as have each their button in one card. */
export const entriesOnPage = 15;

export function setCard({ set, from }: SetShown, speech: Speech): Card {
  const texts = speech.say.set;
  const { round, entries } = set;
  const first = from < entries.length ? from : 0;
  const page = entries.slice(first, first + entriesOnPage);
  const next = first + page.length;
  const isPart = page.length < entries.length;
  const more: readonly Button[] =
    next < entries.length
      ? [{ label: speech.say.buttons.more, intent: { type: 'set.show', round: round.id, from: next } }]
      : [];
  return {
    language: speech.language,
    title: texts.title(round.number),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      ...standing(set, speech),
      ...(isPart ? [{ kind: 'text', text: texts.part(first + 1, next, entries.length) } as const] : []),
      ...(page.length > 0
        ? ([
            { kind: 'list', items: page.map(entry => entryItem(entry, speech)) },
            { kind: 'text', text: texts.open, weight: 'subtle' },
            { kind: 'buttons', buttons: [...page.flatMap(entry => entryButton(round, entry, speech)), ...more] },
          ] as const)
        : []),
      ...deeds(set, first, speech),
      ...setFileButtons(round, speech),
    ],
  };
}

/** How much there is, what it comes to, and what nobody has looked at. */
function standing({ round, entries }: NeedSet, speech: Speech): readonly Part[] {
  const texts = speech.say.set;
  if (entries.length === 0) return [{ kind: 'text', text: texts.empty }];
  const bundles = entries.filter(({ bundle }) => bundle).length;
  const all = entries.flatMap(({ needs }) => needs);
  const { unchecked } = countSet(all);
  const asked = entries.reduce((sum, { content }) => sum + totalAsked(content), 0);
  const total = `${texts.asked}: ${speech.say.need.kroner(thousands(asked))}.`;
  return [
    { kind: 'text', text: `${texts.counts(all.length, entries.length - bundles, bundles)}.`, weight: 'strong' },
    ...(round.form === 'need' ? [{ kind: 'text', text: total } as const] : []),
    unchecked > 0
      ? { kind: 'note', sign: 'warning', text: texts.unchecked(unchecked) }
      : { kind: 'note', sign: 'done', text: texts.allChecked },
    ...(round.handedOver
      ? [{ kind: 'note', sign: 'information', text: texts.handedOver(speech.when(round.handedOver.at)) } as const]
      : []),
  ];
}

const partyLength = 60;
const titleLength = 100;

/** One line of the set: what it is called, whose it is, and how it stands. */
export function entryItem({ bundle, responsible, needs, content }: SetEntry, speech: Speech): List['items'][number] {
  const texts = speech.say.set;
  const [need] = needs;
  const name = bundle ? texts.bundle(bundle.number) : (need?.reference ?? '');
  const asked = askedText(content, speech);
  const words = [
    shortened(titleOfNeed({ content }, speech), titleLength),
    bundle ? texts.counts(needs.length, needs.length, 0) : ((need && texts.states[need.state]) ?? ''),
    ...(asked === undefined ? [] : [asked]),
  ];
  return { label: `${name} · ${shortened(responsible.name, partyLength)}`, value: words.join(' · ') };
}

function entryButton({ id }: Round, { bundle, needs: [need] }: SetEntry, speech: Speech): readonly Button[] {
  if (bundle) {
    const label = speech.say.set.bundle(bundle.number);
    return [{ label, intent: { type: 'set.bundle-show', round: id, bundle: bundle.number } }];
  }
  return need ? [{ label: need.reference ?? '', intent: { type: 'need.show', round: id, need: need.id } }] : [];
}

/** What can be done with all of it, drawn from the same table as the rules. */
function deeds({ round, entries }: NeedSet, from: number, { say }: Speech): readonly Part[] {
  const { buttons } = say.set;
  const all = entries.flatMap(({ needs }) => needs);
  const { going, unchecked } = countSet(all);
  const about = { round: round.id };
  const mayBundle = !round.handedOver && all.filter(({ state }) => mayStep('bundle', state)).length >= fewestInBundle;
  const offered: readonly (Button | false)[] = [
    unchecked > 0 && { label: buttons.accept, intent: { type: 'set.accept', ...about }, weight: 'primary' },
    mayBundle && {
      label: buttons.bundle,
      intent: { type: 'set.bundle-form', ...about, ...(from > 0 && { from }) },
      opensForm: true,
    },
    entries.length >= fewestToRank && {
      label: say.ranking.buttons.start,
      intent: { type: 'ranking.form', ...about },
      opensForm: true,
    },
    going > 0 && { label: buttons.handOverPreview, intent: { type: 'set.hand-over-preview', ...about } },
    round.handedOver !== undefined && {
      label: buttons.takeBack,
      intent: { type: 'set.take-back', ...about },
      weight: 'danger',
    },
  ];
  const shown = offered.filter(each => each !== false);
  return shown.length > 0 ? [{ kind: 'buttons', buttons: shown }] : [];
}

/** How many were accepted together, and each that was not, with why. */
export function needsAcceptedCard(
  {
    round,
    names,
    accepted,
    left,
  }: AcceptedNeeds & { readonly round: Round; readonly names: ReadonlyMap<string, string> },
  speech: Speech,
): Card {
  const texts = speech.say.set;
  const shown = left.slice(0, entriesOnPage);
  const rest = left.length - shown.length;
  const items = shown.map(each => leftItem(each, names, speech));
  const open = shown.map(
    ({ need }): Button => ({
      label: need.reference ?? '',
      intent: { type: 'need.show', round: round.id, need: need.id },
    }),
  );
  const back: Button = { label: texts.buttons.back, intent: { type: 'set.show', round: round.id } };
  return {
    language: speech.language,
    title: texts.accepted(accepted),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      { kind: 'text', text: left.length > 0 ? texts.leftTitle(left.length) : texts.leftNone },
      ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
      ...(rest > 0 ? [{ kind: 'text', text: speech.say.roster.more(rest) } as const] : []),
      ...(accepted > 0 ? [{ kind: 'text', text: texts.canReturn, weight: 'subtle' } as const] : []),
      { kind: 'buttons', buttons: [...open, back] },
    ],
  };
}

function leftItem({ need, lacks, isOwn }: LeftNeed, names: ReadonlyMap<string, string>, speech: Speech) {
  const texts = speech.say.set;
  const why = [
    ...(isOwn ? [texts.leftOwn] : []),
    ...(lacks.length > 0 ? [texts.leftLacks(lackingWords(lacks, speech))] : []),
  ];
  const party = shortened(names.get(need.partyKey) ?? '', partyLength);
  return { label: `${need.reference ?? ''} · ${party}`, value: why.join(' ') };
}

const mostFieldsNamed = 5;

/** The fields by their labels; all of them stand where the need itself is looked over. */
function lackingWords(lacks: LeftNeed['lacks'], { say, list }: Speech): string {
  const { check, labels } = say.need;
  const fields = [...new Set(lacks.map(({ field }) => field))].map(field => check.quoted(labels[field]));
  const rest = fields.length - mostFieldsNamed;
  return rest > 0 ? `${fields.slice(0, mostFieldsNamed).join(', ')} ${say.roster.more(rest)}` : list(fields);
}
