/** Every card and form in every state, in four languages: whole, and inside the limits of both chats. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Card, Form } from '../../cards/card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { pollCard } from '../../cards/poll-card.ts';
import { inLanguages } from '../../src/bot/draw.ts';
import { languages } from '../../src/features/networks/network.ts';
import { speak } from '../../src/texts/speak.ts';
import { networkStates } from './every-card-networks.ts';
import { everyPoll, pollStates } from './every-card-polls.ts';
import type { States } from './every-card-states.ts';
import { expectWithinLimits } from './expect-within-limits.ts';
import { said } from './said.ts';

const zone = 'Europe/Oslo';
const everyCard: Readonly<Record<string, States>> = { ...pollStates, ...networkStates };

/** What draws cards for a chat, and what checks them, is no card of its own. */
const renderers = ['adaptive-card.ts', 'block-kit.ts', 'limits.ts'];

test('every card and form there is stands in the table', async () => {
  const folder = new URL('../../cards/', import.meta.url);
  const files = readdirSync(folder).filter(file => file.endsWith('.ts') && !renderers.includes(file));
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

test.each([
  ['nb', 'se'],
  ['nn', 'en'],
] as const)('postings in %s and %s', (...both) => {
  const drawn = everyPoll.flatMap(([state, shown]) =>
    problems(state, () => inLanguages({ zone, languages: both, write: speech => pollCard(shown, speech) }, both)),
  );
  expect(drawn).toEqual([]);
});

/** @returns what is wrong with one state, in its own words, so that a failure tells which of the many it is */
function problems(state: string, draw: () => Card | Form): readonly string[] {
  try {
    const shown = draw();
    expectWithinLimits(shown);
    return 'fields' in shown ? [] : unsaid(shown).map(text => `${state}: not in plain text: ${text}`);
  } catch (error) {
    return [`${state}: ${Error.isError(error) ? error.message : String(error)}`];
  }
}

/** What a listener, a notification or an old client would miss. */
function unsaid(card: Card): readonly string[] {
  const text = plainText(card);
  const pressed = card.parts.flatMap(part => {
    if (part.kind === 'buttons') return part.buttons.map(({ label }) => `[${label}]`);
    return part.kind === 'link' ? [part.label, part.url] : [];
  });
  return [...said(card), ...pressed].filter(each => !text.includes(each));
}
