import { randomBytes } from 'node:crypto';
import type { IdMaker } from '../../src/world.ts';

export const randomIds: IdMaker = {
  random: () => randomBytes(10).toString('hex').slice(0, 16),
  code: () => 'K7FM-2QXD',
};
