/** What a party's people and the secretariat see of one need. Whispered: never for a channel. */
import type { Invited } from '../../src/features/needs/invited.ts';
import type { Need } from '../../src/features/needs/need.ts';
import type { BundleKnown } from '../../src/features/needs/need-access.ts';
import { type NeedTime, needDueAt } from '../../src/features/needs/need-deadline.ts';
import { mayStep } from '../../src/features/needs/need-state.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Part } from '../card.ts';
import { needContentParts } from './need-content-parts.ts';
import { needName, partyWords, roundWords, titleOfNeed } from './need-words.ts';
import { bundledNote } from './set-bundled-note.ts';

export type NeedShown = {
  readonly round: Round;
  readonly need: Need;
  readonly party: Pick<Invited, 'key' | 'name'>;
  readonly time: NeedTime;
  /** They answer for the party. */
  readonly isOwn: boolean;
  readonly mayHandle: boolean;
  /** They may send it for a party that has nobody here. */
  readonly standsIn: boolean;
  /** Who sent it back, where it is told. */
  readonly returnedBy?: string | undefined;
  /** What it was merged into. */
  readonly bundle?: BundleKnown | undefined;
};

/** What has just become of it. */
export type NeedNews =
  | 'submitted'
  | 'alreadySent'
  | 'saved'
  | 'reopened'
  | 'accepted'
  | 'sentBack'
  | 'withdrawn'
  | 'taken';

export function needCard(shown: NeedShown, speech: Speech, news?: NeedNews): Card {
  const { round, need, party } = shown;
  const texts = speech.say.need.card;
  const facts = [
    [texts.party, partyWords(party)],
    [texts.scheme, roundWords(round, speech)],
    [texts.state, stateWords(shown, speech)],
    ...(isWaitedFor(shown) ? [[texts.due, speech.when(needDueAt(round, need))] as const] : []),
  ] as const;
  return {
    language: speech.language,
    title: `${texts[need.form]} – ${needName(need, speech)}`,
    parts: [
      ...newsOf(shown, news, speech),
      { kind: 'text', text: titleOfNeed(need, speech), weight: 'strong' },
      ...remarks(shown, speech),
      { kind: 'facts', facts: facts.map(([label, value]) => ({ label, value })) },
      ...needContentParts(need, speech),
      ...buttonsOf(shown, speech),
    ],
  };
}

/** Who reads decides whom it came back to. */
function stateWords({ need: { state }, party, isOwn }: NeedShown, { say }: Speech): string {
  const { card, states } = say.need;
  if (state !== 'returned') return states[state];
  return isOwn ? card.returnedToYou : card.returnedTo(partyWords(party));
}

/** Until its deadline it may be changed; what was sent and can be changed no more has none. */
function isWaitedFor({ need: { state }, time }: NeedShown): boolean {
  return state === 'draft' || state === 'returned' || (state === 'submitted' && time === 'open');
}

const signs: Partial<Record<NeedNews, 'warning' | 'information'>> = { reopened: 'warning', alreadySent: 'information' };

function newsOf({ round, need, time }: NeedShown, news: NeedNews | undefined, speech: Speech): readonly Part[] {
  if (!news) return [];
  const texts = speech.say.need.card;
  const [reference, due] = [need.reference ?? '', speech.when(needDueAt(round, need))];
  const sentAt = need.history.findLast(({ step }) => step === 'submit')?.at;
  const said: Readonly<Record<NeedNews, string>> = {
    submitted: time === 'open' ? texts.sent(reference, due) : texts.sentForGood(reference),
    alreadySent: texts.alreadySent(reference, sentAt ? speech.when(sentAt) : ''),
    saved: texts.saved,
    reopened: texts.reopened,
    accepted: texts.accepted,
    sentBack: texts.sentBack,
    withdrawn: texts.withdrawn,
    taken: texts.taken(reference),
  };
  return [{ kind: 'note', sign: signs[news] ?? 'done', text: said[news] }];
}

function remarks(
  { need: { returned, state, late }, bundle, isOwn, returnedBy = '' }: NeedShown,
  speech: Speech,
): readonly Part[] {
  const texts = speech.say.need.card;
  const isReturned = returned && state === 'returned';
  return [
    ...(isReturned && isOwn ? [warning(texts.returned(speech.when(returned.dueAt), returnedBy))] : []),
    ...(isReturned ? [{ kind: 'text', text: texts.reason(returned.reason) } as const] : []),
    ...(late ? [{ kind: 'note', sign: 'information', text: texts.late(late.reason) } as const] : []),
    ...(bundle ? [bundledNote(bundle, speech)] : []),
  ];
}

/** By state and right: the same table as the rule's. */
function buttonsOf(
  { round, need, time, isOwn, mayHandle, standsIn, bundle }: NeedShown,
  { say }: Speech,
): readonly Part[] {
  const { buttons: texts } = say.need;
  const { state, form } = need;
  const ref = { round: round.id, need: need.id };
  const isInput = form === 'input';
  const isHeld = state === 'draft' || state === 'returned';
  const inTime = time === 'open';
  const all: readonly (Button | false)[] = [
    isOwn &&
      isHeld && { label: texts.continue, intent: { type: 'need.open', ...ref }, weight: 'primary', opensForm: true },
    ((isOwn && isHeld && !isInput) || (standsIn && isHeld && inTime)) && {
      label: texts.check,
      intent: { type: 'need.check', ...ref },
    },
    isOwn &&
      isInput &&
      state === 'submitted' &&
      inTime && { label: texts.edit, intent: { type: 'need.open', ...ref }, opensForm: true },
    isOwn &&
      !isInput &&
      inTime &&
      mayStep('reopen', state) && { label: texts.edit, intent: { type: 'need.reopen', ...ref } },
    mayHandle && mayStep('accept', state) && { label: texts.accept, intent: { type: 'need.accept', ...ref } },
    mayHandle &&
      mayStep('return', state) && {
        label: texts.return,
        intent: { type: 'need.return-form', ...ref },
        opensForm: true,
      },
    mayHandle &&
      isHeld &&
      time === 'late' && { label: texts.late, intent: { type: 'need.late-form', ...ref }, opensForm: true },
    isOwn &&
      mayStep('withdraw', state) && {
        label: texts.withdraw,
        intent: { type: 'need.withdraw-form', ...ref },
        weight: 'danger',
        opensForm: true,
      },
    mayHandle &&
      bundle !== undefined && {
        label: say.set.bundle(bundle.number),
        intent: { type: 'set.bundle-show', round: round.id, bundle: bundle.number },
      },
    { label: texts.history, intent: { type: 'need.history', ...ref } },
    { label: say.needFiles.documentButton, intent: { type: 'need.document', ...ref } },
  ];
  return [{ kind: 'buttons', buttons: all.filter(each => each !== false) }];
}

function warning(text: string): Part {
  return { kind: 'note', sign: 'warning', text };
}
