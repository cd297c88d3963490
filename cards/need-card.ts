/** What a party's people and the secretariat see of one need, and of what a party has. Whispered: never for a channel. */
import type { Lack, Severity } from '../src/features/needs/completeness.ts';
import type { Invited } from '../src/features/needs/invited.ts';
import type { Need } from '../src/features/needs/need.ts';
import { type NeedTime, needDueAt } from '../src/features/needs/need-deadline.ts';
import { fieldsOfInput, fieldsOnPage, type NeedField, type NeedPage } from '../src/features/needs/need-fields.ts';
import { mayStep } from '../src/features/needs/need-state.ts';
import type { Round, RoundForm } from '../src/features/needs/round.ts';
import type { MemberId } from '../src/features/networks/network.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Instant } from '../src/world.ts';
import type { Button, Card, Part } from './card.ts';
import { cardLimits } from './limits.ts';
import { longList } from './long-list.ts';
import {
  askedText,
  codeNames,
  fieldWords,
  monthText,
  needName,
  partyWords,
  roundWords,
  titleOfNeed,
} from './need-words.ts';
import { shortened } from './shortened.ts';

export type NeedShown = {
  readonly round: Round;
  readonly need: Need;
  readonly party: Pick<Invited, 'key' | 'name'>;
  readonly time: NeedTime;
  /** They answer for the party. */
  readonly isOwn: boolean;
  readonly mayHandle: boolean;
};

/** What has just become of it. */
export type NeedNews = 'submitted' | 'saved' | 'reopened' | 'accepted' | 'sentBack' | 'withdrawn' | 'taken';

export function needCard(shown: NeedShown, speech: Speech, news?: NeedNews): Card {
  const { round, need, party } = shown;
  const texts = speech.say.need.card;
  const facts = [
    [texts.party, partyWords(party)],
    [texts.scheme, roundWords(round, speech)],
    [texts.state, speech.say.need.states[need.state]],
    ...(isWaitedFor(shown) ? [[texts.due, speech.when(needDueAt(round, need))] as const] : []),
    ...contentFacts(need, speech),
  ] as const;
  return {
    language: speech.language,
    title: `${texts[need.form]} – ${needName(need, speech)}`,
    parts: [
      ...newsOf(shown, news, speech),
      { kind: 'text', text: titleOfNeed(need, speech), weight: 'strong' },
      ...remarks(shown, speech),
      { kind: 'facts', facts: facts.map(([label, value]) => ({ label, value })) },
      ...buttonsOf(shown, speech),
    ],
  };
}

/** Until its deadline it may be changed; what was sent and can be changed no more has none. */
function isWaitedFor({ need: { state }, time }: NeedShown): boolean {
  return state === 'draft' || state === 'returned' || (state === 'submitted' && time === 'open');
}

const shownOfNeed = [
  'sectors',
  'themes',
  'description',
  'targetGroups',
  'participantCount',
  'goal',
  'plannedMeasure',
  'partner',
  'contact',
] as const satisfies readonly NeedField[];

/** A summary; the whole stands in the form and in the document. */
const summaryLength = 400;

function contentFacts({ form, content }: Need, speech: Speech): readonly (readonly [string, string])[] {
  const { labels, card } = speech.say.need;
  const fields: readonly NeedField[] = form === 'input' ? fieldsOfInput.filter(each => each !== 'title') : shownOfNeed;
  const asked = form === 'need' ? askedText(content, speech) : undefined;
  const { from, to } = content;
  return [
    ...fields.flatMap(field => {
      const words = fieldWords(field, content, speech);
      return words === undefined ? [] : [[labels[field].replace(/\?$/, ''), shortened(words, summaryLength)] as const];
    }),
    ...(from && to ? [[card.period, `${monthText(from, speech)} – ${monthText(to, speech)}`] as const] : []),
    ...(asked ? [[card.asked, asked] as const] : []),
  ];
}

function newsOf({ round, need, time }: NeedShown, news: NeedNews | undefined, speech: Speech): readonly Part[] {
  if (!news) return [];
  const texts = speech.say.need.card;
  const [reference, due] = [need.reference ?? '', speech.when(needDueAt(round, need))];
  const said: Readonly<Record<NeedNews, string>> = {
    submitted: time === 'open' ? texts.sent(reference, due) : texts.sentForGood(reference),
    saved: texts.saved,
    reopened: texts.reopened,
    accepted: texts.accepted,
    sentBack: texts.sentBack,
    withdrawn: texts.withdrawn,
    taken: texts.taken(reference),
  };
  return [{ kind: 'note', sign: news === 'reopened' ? 'warning' : 'done', text: said[news] }];
}

function remarks({ need: { returned, state, late } }: NeedShown, speech: Speech): readonly Part[] {
  const texts = speech.say.need.card;
  const isReturned = returned && state === 'returned';
  return [
    ...(isReturned ? [warning(texts.returned(speech.when(returned.dueAt), returned.reason))] : []),
    ...(late ? [{ kind: 'note', sign: 'information', text: texts.late(late.reason) } as const] : []),
  ];
}

/** By state and right: the same table as the rule's. */
function buttonsOf({ round, need, time, isOwn, mayHandle }: NeedShown, { say }: Speech): readonly Part[] {
  const { buttons: texts } = say.need;
  const { state, form } = need;
  const ref = { round: round.id, need: need.id };
  const isInput = form === 'input';
  const isHeld = state === 'draft' || state === 'returned';
  const inTime = time === 'open';
  const all: readonly (Button | false)[] = [
    isOwn &&
      isHeld && { label: texts.continue, intent: { type: 'need.open', ...ref }, weight: 'primary', opensForm: true },
    isOwn && isHeld && !isInput && { label: texts.check, intent: { type: 'need.check', ...ref } },
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
    { label: texts.history, intent: { type: 'need.history', ...ref } },
  ];
  return [{ kind: 'buttons', buttons: all.filter(each => each !== false) }];
}

const severities: readonly Severity[] = ['block', 'explain', 'note'];
const pages = ['who', 'what', 'how'] as const;

/** The last page: what lacks, each with its field and what to do, and the way to where it stands. */
export function needCheckCard(shown: NeedShown, lacks: readonly Lack[], speech: Speech): Card {
  const { round, need } = shown;
  const { check: texts, buttons, pages: pageNames } = speech.say.need;
  const ref = { round: round.id, need: need.id };
  const isReady = lacks.every(({ severity }) => severity === 'note');
  const toMend = pages.filter(page => lacks.some(({ field }) => isOn(page, field)));
  const inForm: readonly Button[] =
    need.form === 'input'
      ? [{ label: buttons.continue, intent: { type: 'need.open', ...ref }, opensForm: true }]
      : (toMend.length > 0 ? toMend : pages).map(page => ({
          label: buttons.page(pageNames[page]),
          intent: { type: 'need.open', ...ref, page },
          opensForm: true,
        }));
  const send: Button = { label: buttons.send, intent: { type: 'need.submit', ...ref }, weight: 'primary' };
  return {
    language: speech.language,
    title: texts.title,
    parts: [
      { kind: 'text', text: titleOfNeed(need, speech), weight: 'strong' },
      isReady ? { kind: 'note', sign: 'done', text: texts.ready } : warning(texts.notReady),
      ...severities.flatMap(severity => {
        const parts = lackParts(lacks, severity, need.form, speech);
        if (parts.length === 0) return [];
        return [{ kind: 'text', text: texts.severities[severity], weight: 'strong' } as const, ...parts];
      }),
      { kind: 'buttons', buttons: [...(isReady ? [send] : []), ...inForm] },
    ],
  };
}

function isOn(page: Exclude<NeedPage, 'check'>, field: NeedField): boolean {
  const fields: readonly NeedField[] = fieldsOnPage[page];
  return fields.includes(field);
}

/** What is not filled in stands in one paragraph for each page; everything else in a line of its own. */
function lackParts(lacks: readonly Lack[], severity: Severity, form: RoundForm, speech: Speech): readonly Part[] {
  const { check, labels, pages: pageNames, card } = speech.say.need;
  const those = lacks.filter(each => each.severity === severity);
  const missing = those.filter(({ lack }) => lack === 'missing').map(({ field }) => field);
  const quoted = (fields: readonly NeedField[]) => speech.list(fields.map(field => check.quoted(labels[field])));
  const byPage =
    form === 'input'
      ? [[card.input, missing] as const]
      : pages.map(page => [pageNames[page], missing.filter(field => isOn(page, field))] as const);
  const others = those.flatMap(({ lack, field, of }) =>
    lack === 'missing' ? [] : [{ label: check.lacks[lack](labels[field], ofWords(of, speech)) }],
  );
  return [
    ...byPage.flatMap(([page, fields]) =>
      fields.length > 0 ? [{ kind: 'text', text: check.missing(page, quoted(fields)) } as const] : [],
    ),
    ...longList(others, speech),
  ];
}

function ofWords(of: Lack['of'], speech: Speech): string {
  return typeof of === 'object' ? speech.list(codeNames('sectors', of, speech)) : String(of ?? '');
}

export type PartyNeedsShown = {
  readonly round: Round;
  readonly party: Pick<Invited, 'key' | 'name'>;
  readonly needs: readonly Need[];
  readonly mayBegin: boolean;
  readonly hasEarlier: boolean;
};

/** What a party has in a round: going on with one, or beginning another. */
export function partyNeedsCard({ round, party, needs, mayBegin, hasEarlier }: PartyNeedsShown, speech: Speech): Card {
  const { start: texts, buttons } = speech.say.need;
  const about = { round: round.id, party: party.key };
  const begin: readonly (Button | false)[] = [
    mayBegin && { label: buttons.new, intent: { type: 'need.new', ...about }, weight: 'primary', opensForm: true },
    mayBegin && hasEarlier && { label: buttons.lastYear, intent: { type: 'need.copy', ...about }, opensForm: true },
  ];
  const shown = begin.filter(each => each !== false);
  return {
    language: speech.language,
    title: shortened(texts.title(partyWords(party)), cardLimits.title),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      { kind: 'text', text: needs.length > 0 ? texts.some : texts.none },
      ...needs.flatMap(need => needParts(need, speech)),
      ...(shown.length > 0 ? [{ kind: 'buttons', buttons: shown } as const] : []),
    ],
  };
}

/** One line and its button: going on with what is open, or looking at what is sent. */
function needParts(need: Need, speech: Speech): readonly Part[] {
  const { states, buttons } = speech.say.need;
  const ref = { round: need.roundId, need: need.id };
  const isHeld = need.state === 'draft' || need.state === 'returned';
  const button: Button = isHeld
    ? { label: buttons.continue, intent: { type: 'need.open', ...ref }, opensForm: true }
    : { label: buttons.show, intent: { type: 'need.show', ...ref } };
  const item = { label: titleOfNeed(need, speech), value: `${needName(need, speech)}: ${states[need.state]}` };
  return [
    { kind: 'list', items: [item] },
    { kind: 'buttons', buttons: [button] },
  ];
}

/** Whoever answers for several says for whom. */
export function needPartiesCard(round: Round, parties: readonly Pick<Invited, 'key' | 'name'>[], speech: Speech): Card {
  const shown = parties.slice(0, mostParties);
  const buttons = shown.map(
    ({ key, name }): Button => ({
      label: shortened(name, cardLimits.buttonLabel),
      intent: { type: 'need.start', round: round.id, party: key },
      opensForm: true,
    }),
  );
  return {
    language: speech.language,
    title: speech.say.need.start.which,
    parts: [
      { kind: 'text', text: roundWords(round, speech) },
      { kind: 'buttons', buttons },
      ...(parties.length > shown.length
        ? [{ kind: 'text', text: speech.say.roster.more(parties.length - shown.length) } as const]
        : []),
    ],
  };
}

/** One person seldom answers for more than two. */
const mostParties = 20;

/** Across rounds, the latest first. */
export function myNeedsCard(needs: readonly Need[], speech: Speech): Card {
  const { start: texts } = speech.say.need;
  const shown = needs.slice(0, mostListed);
  return {
    language: speech.language,
    title: texts.mine,
    parts: [
      ...(shown.length === 0 ? [{ kind: 'text', text: texts.noneMine } as const] : []),
      ...shown.flatMap(need => needParts(need, speech)),
      ...(needs.length > shown.length
        ? [{ kind: 'text', text: speech.say.roster.more(needs.length - shown.length) } as const]
        : []),
    ],
  };
}

/** Each takes two of a message's fifty blocks. */
const mostListed = 20;

/** Everything that was done, oldest first, with who and when. */
export function needHistoryCard(shown: NeedShown, nameOf: (id: MemberId) => string, speech: Speech): Card {
  const { need } = shown;
  const { history: texts, pages: pageNames, someone } = speech.say.need;
  const who = (id: MemberId) => shortened(nameOf(id) || someone, 80);
  const line = (words: string, at: Instant) => ({ label: words, value: speech.when(at) });
  const steps = need.history.map(({ step, at, by, reason }) => {
    const { label, value } = line(texts.steps[step](who(by)), at);
    return { label, value: reason === undefined ? value : `${value}: ${reason}` };
  });
  const saved = [...pages, 'check' as const].flatMap(page => {
    const last = need.pages[page];
    return last ? [line(texts.saved(pageNames[page], who(last.savedBy)), last.savedAt)] : [];
  });
  return {
    language: speech.language,
    title: texts.title,
    parts: [
      { kind: 'text', text: `${needName(need, speech)}: ${titleOfNeed(need, speech)}`, weight: 'strong' },
      ...longList([line(texts.started(who(need.startedBy)), need.startedAt), ...steps, ...saved], speech),
    ],
  };
}

/** Told to those who worked on it. */
export function needReturnedCard(shown: NeedShown, speech: Speech): Card {
  return { ...needCard(shown, speech), title: speech.say.need.returned.title };
}

function warning(text: string): Part {
  return { kind: 'note', sign: 'warning', text };
}
