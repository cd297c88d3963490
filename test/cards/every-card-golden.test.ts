/** What people see most, to be read in a diff and pasted into either platform's designer page. */
import { describe, test } from '@jest/globals';
import { helpCard } from '../../cards/answer-cards.ts';
import type { Card } from '../../cards/card.ts';
import { needCard } from '../../cards/needs/need-card.ts';
import { roundCard } from '../../cards/needs/round-card.ts';
import { networkCard } from '../../cards/networks/network-cards.ts';
import { pollCard } from '../../cards/polls/poll-card.ts';
import { registeredCard } from '../../cards/polls/poll-whispers.ts';
import { inLanguages } from '../../src/bot/drawing.ts';
import type { Seat } from '../../src/features/networks/network.ts';
import { type Speech, speak } from '../../src/texts/speak.ts';
import { castDocuments } from '../cast.ts';
import { goldenNeed } from './every-card-need.ts';
import { openFormal, pollOf, secretFormal, shownPoll } from './every-card-polls.ts';
import { goldenRound } from './every-card-round.ts';
import { expectGolden } from './expect-golden.ts';

const zone = 'Europe/Oslo';
const cast = castDocuments();
const openPoll = pollOf(openFormal, 'plain');

const shown: Readonly<Record<string, (speech: Speech) => Card>> = {
  'poll-open': speech => pollCard(shownPoll(openFormal), speech),
  'poll-secret': speech => pollCard(shownPoll(secretFormal), speech),
  'poll-several': speech => pollCard(shownPoll({ ...openFormal, kind: 'opinion', choice: 'several' }), speech),
  'poll-due': speech => pollCard(shownPoll(openFormal, { stand: 'due' }), speech),
  'poll-closed': speech => pollCard(shownPoll(openFormal, { stand: 'closed by the clock' }), speech),
  'poll-tie': speech => pollCard(shownPoll(openFormal, { stand: 'closed by hand', counted: 'tie' }), speech),
  registered: speech => {
    const [seat] = cast.seats as [Seat];
    const option = openPoll.options.slice(0, 1).map(({ id }) => id);
    return registeredCard(
      { poll: openPoll, options: option, counted: { seat, party: cast.parties[0] }, others: [] },
      speech,
    );
  },
  network: speech =>
    networkCard(
      {
        ...cast,
        channels: cast.channels.map(({ label }, index) => ({ label, isLost: index === 2 })),
        openPolls: [openPoll],
        roles: ['member', 'coordinator'],
      },
      speech,
    ),
  help: speech => helpCard({}, speech),
};

/** What stands in the channels of a round, and what its party's people and the secretariat see of one need. */
const needsShown: Readonly<Record<string, (speech: Speech) => Card>> = {
  'round-coming': speech => roundCard(goldenRound('coming'), speech),
  'round-open': speech => roundCard(goldenRound('open'), speech),
  'round-over': speech => roundCard(goldenRound('over'), speech),
  'round-closed': speech => roundCard(goldenRound('closed'), speech),
  'need-draft': speech => needCard(goldenNeed('draft', 'need'), speech),
  'need-sent': speech => needCard(goldenNeed('submitted', 'input'), speech, 'submitted'),
  'need-returned': speech => needCard(goldenNeed('returned', 'need'), speech),
  'need-accepted': speech => needCard(goldenNeed('complete', 'need'), speech, 'accepted'),
};

describe.each(['nb', 'nn'] as const)('of rounds and needs, in %s', language => {
  test.each(Object.entries(needsShown))('%s', (name, draw) =>
    expectGolden(`${name}-${language}`, draw(speak(language, zone))),
  );
});

describe.each(['nb', 'se'] as const)('in %s', language => {
  test.each(Object.entries(shown))('%s', (name, draw) =>
    expectGolden(`${name}-${language}`, draw(speak(language, zone))),
  );
});

test('in two languages', () => {
  const languages = ['nb', 'se'] as const;
  const write = (speech: Speech) => pollCard(shownPoll(openFormal), speech);
  expectGolden('poll-open-nb-se', inLanguages({ zone, languages, write }, languages));
});
