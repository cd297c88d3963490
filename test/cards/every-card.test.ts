/** Every card and form in every state, in four languages: whole, and inside the limits of both chats. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { adaptiveDialog } from '../../cards/adaptive-card.ts';
import type { Button, Card, Form } from '../../cards/card.ts';
import { roundCard } from '../../cards/needs/round-card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { pollCard } from '../../cards/polls/poll-card.ts';
import { inLanguages } from '../../src/bot/drawing.ts';
import { languages } from '../../src/features/networks/network.ts';
import { type IntentType, intentSchemas } from '../../src/intents/intent.ts';
import { decode, encode } from '../../src/intents/wire.ts';
import { checkAdaptiveCard } from '../../src/playground/check-adaptive-card.ts';
import { speak } from '../../src/texts/speak.ts';
import { agendaStates } from './every-card-agenda.ts';
import { deliveryStates } from './every-card-delivery.ts';
import { meetingStates } from './every-card-meeting.ts';
import { needCardStates } from './every-card-need.ts';
import { needFileStates } from './every-card-need-files.ts';
import { networkStates } from './every-card-networks.ts';
import { everyPoll, pollStates } from './every-card-polls.ts';
import { rankingStates } from './every-card-ranking.ts';
import { everyRound, pictureUrl, roundStates } from './every-card-round.ts';
import { setCardStates } from './every-card-set.ts';
import type { States } from './every-card-states.ts';
import { mostTerms, termStates } from './every-card-terms.ts';
import { yearStates } from './every-card-year.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { said } from './said.ts';

const zone = 'Europe/Oslo';
const everyCard: Readonly<Record<string, States>> = {
  ...pollStates,
  ...networkStates,
  ...deliveryStates,
  ...yearStates,
  ...meetingStates,
  ...agendaStates,
  ...needCardStates,
  ...needFileStates,
  ...roundStates,
  ...setCardStates,
  ...termStates,
  ...rankingStates,
};

/** What draws cards for a chat, and what checks them, is no card of its own. */
const renderers = ['adaptive-card.ts', 'block-kit.ts', 'limits.ts'];

test('every card and form there is stands in the table', async () => {
  const folder = new URL('../../cards/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !renderers.includes(file))
    .map(file => file.replaceAll('\\', '/'));
  const modules = await Promise.all(files.map(file => import(new URL(file, folder).href) as Promise<object>));
  const exported = modules.flatMap(Object.keys).filter(name => /(?:Card|Form|Buttons)$/.test(name));
  expect(Object.keys(everyCard).toSorted()).toEqual(exported.toSorted());
});

describe.each(languages)('in %s', language => {
  test.each(Object.entries(everyCard))('%s', (_name, states) => {
    const speech = speak(language, zone);
    expect(states.flatMap(([state, draw]) => problems(state, () => draw(speech)))).toEqual([]);
  });
});

test('with as many words of its own as a network may have', () => {
  const speech = speak('nn', zone, mostTerms);
  const states = Object.values({ ...needCardStates, ...roundStates }).flat();
  expect(states.flatMap(([state, draw]) => problems(state, () => draw(speech)))).toEqual([]);
});

test.each([
  ['nb', 'se'],
  ['nn', 'en'],
] as const)('postings in %s and %s', (...both) => {
  const drawn = everyPoll.flatMap(([state, shown]) =>
    problems(state, () => inLanguages({ zone, languages: both, write: speech => pollCard(shown, speech) }, both)),
  );
  const rounds = everyRound.flatMap(([state, shown]) =>
    problems(state, () =>
      inLanguages({ zone, languages: both, write: speech => roundCard({ ...shown, pictureUrl }, speech) }, both),
    ),
  );
  expect([...drawn, ...rounds]).toEqual([]);
});

/** @returns what is wrong with one state, in its own words, so that a failure tells which of the many it is */
function problems(state: string, draw: () => Card | Form): readonly string[] {
  try {
    const shown = draw();
    expectWithinLimits(shown);
    const found = 'fields' in shown ? unasked(shown) : [...unsaid(shown), ...unpressable(shown), ...inDialog(shown)];
    return found.map(problem => `${state}: ${problem}`);
  } catch (error) {
    return [`${state}: ${Error.isError(error) ? error.message : String(error)}`];
  }
}

/** What a listener, a notification or an old client would miss. */
function unsaid(card: Card): readonly string[] {
  const text = plainText(card);
  const links = card.parts.flatMap(part => (part.kind === 'link' ? [part.label, part.url] : []));
  const labels = buttonsOf(card).map(({ label }) => `[${label}]`);
  return [...said(card), ...links, ...labels]
    .filter(each => !text.includes(each))
    .map(each => `not in plain text: ${each}`);
}

/** Buttons that would be refused when pressed. */
function unpressable(card: Card): readonly string[] {
  return buttonsOf(card)
    .filter(({ intent }) => !decode(encode(intent)).ok)
    .map(({ intent }) => `not an intent: ${intent.type}`);
}

function buttonsOf({ parts }: Card): readonly Button[] {
  return parts.flatMap(part => (part.kind === 'buttons' ? part.buttons : []));
}

/** Teams shows whispers in dialogs too, where buttons are others. */
function inDialog(card: Card): readonly string[] {
  return checkAdaptiveCard(adaptiveDialog(card)).map(problem => `in a dialog: ${problem}`);
}

/** Fields whose values the form's intent has no use for, and what it needs and nobody asks for. */
function unasked({ intent, fields }: Form): readonly string[] {
  const type: IntentType = intent.type;
  const known = Object.keys(intentSchemas[type].shape);
  const given = [...Object.keys(intent), ...fields.map(({ name }) => name)];
  return [
    ...fields.filter(({ name }) => !known.includes(name)).map(({ name }) => `no field of ${type}: ${name}`),
    ...known.filter(name => !given.includes(name) && !optional.includes(name)).map(name => `nobody asks for ${name}`),
  ];
}

/** Chosen only by those who may answer for several seats; said only where there is one already. */
const optional: readonly string[] = ['seat', 'instead'];
