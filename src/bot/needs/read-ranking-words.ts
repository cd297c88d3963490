/** What was typed of which needs matter most. */
import type { rankingCommands } from '../../texts/ranking-commands.ts';
import type { Reader } from '../reader.ts';
import { numberedRound } from './read-round-words.ts';

export const rankingReaders: Readonly<Record<keyof typeof rankingCommands, Reader>> = {
  rankNeeds: rest => ({ type: 'ranking.form', ...numberedRound(rest).round }),
  showRanking: rest => ({ type: 'ranking.show', ...numberedRound(rest).round }),
};
