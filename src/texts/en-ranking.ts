import { countIn } from './count.ts';
import type { RankingTexts } from './nb-ranking.ts';

const count = countIn('en');

export const enRanking: RankingTexts = {
  say: {
    question: (what, round) => `Which needs matter most? Round ${round}: ${what}`,
    bundle: number => `joint need ${number}`,
    buttons: { start: 'Prioritise …', show: 'Ranking', poll: number => `Show poll ${number}` },
    form: {
      title: 'Rank the needs',
      submit: 'Open the poll',
      seen: (n, most) =>
        `The voting seats choose up to ${most} of ${count(n, 'need', 'needs')}, the most important first. Everyone in the network sees the titles.`,
      tooMany: (n, most) =>
        `There are ${n} needs, and room for ${most}. Merge those that are alike, or write the numbers of those to be included.`,
      instead: poll =>
        `The round has been ranked already, in poll ${poll}. A new one takes its place. The old poll stays.`,
      entries: 'Which needs are included?',
      entriesHint: 'Empty: all. Otherwise the numbers, such as BM-2027-0003, joint need 1.',
      closesOn: 'Deadline, date',
      closesTime: 'Deadline, time',
    },
    title: round => `Ranking of round ${round}`,
    none: {
      text: 'The needs are not ranked yet.',
      ask: 'Use the button below to let the seats choose the most important.',
      wait: 'The coordinator and the chair can ask for it. A poll will then come in the channel.',
      tooFew: fewest => `It can be done once at least ${fewest} are sent.`,
    },
    notYet: (poll, when) => `The ranking will be here when poll ${poll} is closed. The deadline is ${when}.`,
    counting: 'The poll is being counted. Look again in a moment.',
    fates: {
      withdrawn: 'withdrawn since',
      parted: 'parted since',
      bundled: bundle => `now in joint need ${bundle}`,
    },
  },
  commands: {
    rankNeeds: { example: '1', does: 'lets the seats choose the most important needs of the round' },
    showRanking: { example: '1', does: 'shows which needs were ranked highest' },
  },
  deeds: { 'round.rank': 'the coordinator and the chair can ask for a ranking' },
  fieldNames: { entries: 'the needs', instead: 'the poll' },
  refusals: {
    'too-few-to-rank': ({ fewest }) =>
      `There must be at least ${fewest} needs to choose from. Nothing has been opened. Wait until more have come in, or include more.`,
    'too-many-to-rank': ({ count: n, most }) =>
      `There are ${n} needs, and room for ${most}. Nothing has been opened. Merge those that are alike, or write the numbers of those to be included.`,
    'unknown-entry': ({ words }) =>
      `I cannot find ${words} among what has come in. Nothing has been opened. Write the numbers as they stand in the list.`,
    'ranking-exists': () =>
      'The round has been ranked since the form was opened. Nothing has been opened now. Write “prioritise” and the number to see what holds.',
  },
};
