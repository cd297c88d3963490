/** What is sent, to whom it came, and how people are reached: every state of its cards. */
import type { Card } from '../../cards/card.ts';
import {
  reachCard,
  repeatedCard,
  type Stuck,
  type ThingShown,
  troubleCard,
} from '../../cards/deliveries/delivery-cards.ts';
import {
  type DryRunShown,
  droppedCard,
  dryRunCard,
  dryRunNamesCard,
  dryRunTextCard,
  type Getter,
  type SendingFate,
  sendingOverCard,
  sentCard,
  type TextShown,
} from '../../cards/deliveries/delivery-dry-run.ts';
import { chooseRouteForm, routesCard } from '../../cards/deliveries/delivery-routes.ts';
import { lapsedCard, waitingCard } from '../../cards/deliveries/delivery-waiting.ts';
import { pollCard } from '../../cards/polls/poll-card.ts';
import { reminderCard } from '../../cards/polls/poll-whispers.ts';
import type { NotReached } from '../../src/delivery/reach.ts';
import { type Language, languages } from '../../src/features/networks/network.ts';
import { nbDelivery } from '../../src/texts/nb-delivery.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { castNetwork } from '../cast.ts';
import { openFormal, pollOf, shownPoll, type Wording, wordings } from './every-card-polls.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const about = { kind: 'poll', id: 'abcdefghjkmnpqrs' };
const names = {
  plain: 'Samarbeidsforum',
  nasty: nastyTexts.slice(0, 8).join(' '),
  longest: 'Å'.repeat(200),
  emoji: '👩🏽‍🏫'.repeat(120),
} as const satisfies Record<Wording, string>;
const allWordings = Object.keys(wordings) as readonly Wording[];

function thing(wording: Wording): ThingShown {
  const title = nbDelivery.say.things.poll(7, wordings[wording].question);
  return { about, title, number: 7, bringBack: 'vis 7' };
}

const reasons = Object.keys(nbDelivery.say.why) as readonly NotReached[];
const kinds = [...Object.keys(nbDelivery.say.messages), 'of a later release'];

function stuckOf(count: number, wording: Wording): readonly Stuck[] {
  return Array.from({ length: count }, (_, at) => ({
    id: at % 2 === 0 ? `posting|${'a'.repeat(200)}${at}` : `words|${at}`,
    where: `${at} ${names[wording]}`,
    message: kinds[at % kinds.length] ?? 'posting',
    why: reasons[at % reasons.length] ?? 'failed',
    hasNoWay: at % 4 === 1,
  }));
}

function reachOf(stuck: number, waiting: number, reached: number) {
  return {
    all: stuck + waiting + reached,
    reached,
    waiting,
    notReached: reasons.slice(0, stuck).map(why => ({ why, count: 1 })),
    byMessage: kinds.slice(0, Math.min(stuck, 4)).map(kind => ({ kind, all: 12, reached: 3 })),
  };
}

const counts = [1, 3, 10, 11, 60, 250] as const;

function gettersOf(count: number, wording: Wording): readonly Getter[] {
  const ways = ['teams', 'slack', 'mail', 'of a later release', undefined];
  return Array.from({ length: count }, (_, at) => ({
    name: `${at} ${names[wording]}`,
    isChannel: at % 7 === 0,
    by: ways[at % ways.length],
    languages: at % 7 === 0 ? (['nb', 'se'] as const) : [languages[at % languages.length] as Language],
  }));
}

const isPoll = [true, false] as const;

/** Each text as the poll's own card or as a reminder of it. */
function textsOf(count: number, wording: Wording, isPosting: boolean): readonly TextShown[] {
  return Array.from({ length: count }, (_, at): TextShown => {
    const language = languages[at % languages.length] as Language;
    const speech = speak(language, 'Europe/Oslo');
    const card: Card = isPosting
      ? pollCard(shownPoll(openFormal, { wording }), speech)
      : reminderCard(pollOf(openFormal, wording), speech);
    return { card, languages: [language], names: Array.from({ length: at + 1 }, () => names[wording]) };
  });
}

const runs: readonly (readonly [string, DryRunShown])[] = allWordings.flatMap(wording =>
  [6, 17, 250].flatMap(count =>
    [1, 4].flatMap(texts =>
      isPoll.map(
        isPosting =>
          [
            `${wording}, ${count} places, ${texts} ${isPosting ? 'postings' : 'reminders'}`,
            {
              thing: thing(wording),
              sending: 'abcdefghjkmnpqrs',
              seen: 'xgkV7c1rD2sQ0aPzWm4LtA',
              to: gettersOf(count, wording),
              texts: textsOf(texts, wording, isPosting),
            },
          ] as const,
      ),
    ),
  ),
);
const nobody: DryRunShown = { thing: thing('plain'), sending: 's', seen: 'x', to: [], texts: [] };
const unreached: DryRunShown = {
  ...nobody,
  to: gettersOf(6, 'plain').map(({ by: _, ...getter }) => getter),
  notes: [
    { kind: 'note', sign: 'warning', text: 'Det som skulle sendes, er ikke lenger det du så.' },
    { kind: 'note', sign: 'done', text: 'Avstemning 7 er åpnet' },
  ],
};

const routes = [[], ['teams'], ['slack', 'mail'], ['mail', 'teams', 'slack', 'of a later release']] as const;
const chosen = [undefined, 'mail', 'teams', 'of a later release'] as const;
const ways = routes.flatMap(all =>
  chosen.map(one => [`${all.join(' ')}, chosen ${one}`, { routes: all, chosen: one }] as const),
);

const at = '2027-03-02T09:12:00.000Z' as Instant;
const fatesOf = (wording: Wording): readonly (readonly [string, SendingFate])[] => [
  ['agreed', { kind: 'agreed', at }],
  ['agreed by another', { kind: 'agreed', at, by: names[wording] }],
  ['dropped', { kind: 'dropped', at }],
  ['dropped by another', { kind: 'dropped', at, by: names[wording] }],
  ['lapsed', { kind: 'lapsed', at }],
  ['overtaken', { kind: 'overtaken' }],
];

const told = (wording: Wording) => ({
  thing: thing(wording),
  network: wording === 'plain' ? castNetwork.name : wordings[wording].question,
});

const state = (name: string, draw: States[number][1]): States[number] => [name, draw];

export const deliveryStates = {
  troubleCard: allWordings.flatMap(wording =>
    counts.map(count => {
      const shown = { ...told(wording), reach: reachOf(count, 2, 3), stuck: stuckOf(count, wording) };
      return state(`${wording}, ${count}`, speech => troubleCard(shown, speech));
    }),
  ),
  reachCard: allWordings.flatMap(wording =>
    [0, ...counts].flatMap(count => {
      const shown = {
        thing: thing(wording),
        reach: reachOf(count, count % 2, count),
        stuck: stuckOf(count, wording),
        shown: ['one', 'two', 'three', 'four'].slice(0, count),
      };
      return [
        state(`${wording}, ${count}`, speech => reachCard(shown, speech)),
        state(`${wording}, ${count}, further on`, speech => reachCard({ ...shown, from: 10, shown: [] }, speech)),
      ];
    }),
  ),
  repeatedCard: allWordings.flatMap(wording =>
    kinds.map(message =>
      state(`${wording}, ${message}`, speech => repeatedCard({ where: names[wording], message }, speech)),
    ),
  ),
  dryRunCard: [
    ...runs.map(([name, shown]) => state(name, speech => dryRunCard(shown, speech))),
    state('nobody', speech => dryRunCard(nobody, speech)),
    state('nobody reached', speech => dryRunCard(unreached, speech)),
  ],
  dryRunNamesCard: runs.flatMap(([name, shown]) =>
    [0, shown.to.length - 2, 1000].map(from =>
      state(`${name}, from ${from}`, speech => dryRunNamesCard({ ...shown, from }, speech)),
    ),
  ),
  dryRunTextCard: runs.flatMap(([name, shown]) =>
    [0, shown.texts.length - 1, 9].map(text =>
      state(`${name}: ${text}`, speech => dryRunTextCard({ ...shown, text }, speech)),
    ),
  ),
  sentCard: allWordings.flatMap(wording =>
    [0, 1, 16].flatMap(sentTo =>
      [0, 1, 3].map(unneeded =>
        state(`${wording}, ${sentTo} and ${unneeded}`, speech =>
          sentCard({ thing: thing(wording), sentTo, unneeded }, speech),
        ),
      ),
    ),
  ),
  droppedCard: allWordings.flatMap(wording =>
    kinds.map(message =>
      state(`${wording}, ${message}`, speech => droppedCard({ thing: thing(wording), message }, speech)),
    ),
  ),
  sendingOverCard: allWordings.flatMap(wording =>
    ['posting', 'minutes', 'of a later release'].flatMap(message =>
      fatesOf(wording).map(([name, fate]) =>
        state(`${wording}, ${message}, ${name}`, speech =>
          sendingOverCard({ thing: thing(wording), message, fate }, speech),
        ),
      ),
    ),
  ),
  waitingCard: allWordings.flatMap(wording =>
    kinds.map(message => {
      const shown = { ...told(wording), sending: 'sending', message, count: 300, until: at };
      return state(`${wording}, ${message}`, speech => waitingCard(shown, speech));
    }),
  ),
  lapsedCard: allWordings.flatMap(wording =>
    kinds.map(message =>
      state(`${wording}, ${message}`, speech => lapsedCard({ ...told(wording), message, count: 6 }, speech)),
    ),
  ),
  routesCard: ways.map(([name, shown]) => state(name, speech => routesCard(shown, speech))),
  chooseRouteForm: ways.flatMap(([name, shown]) => [
    state(name, speech => chooseRouteForm(shown, speech)),
    state(`${name}, wrong`, speech =>
      chooseRouteForm(shown, speech, { values: { by: 'mail' }, errors: { by: 'Dit har jeg ingen vei.' } }),
    ),
  ]),
} satisfies Record<string, States>;
