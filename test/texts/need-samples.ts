import type { NeedImportRefusal } from '../../src/features/needs/import-needs.ts';
import type { NeedRefusal } from '../../src/features/needs/need-refusal.ts';
import type { Instant } from '../../src/world.ts';
import type { Samples } from './samples.ts';

const at = '2027-02-01T22:59:59.000Z' as Instant;

export const needSamples: Samples<NeedRefusal | NeedImportRefusal> = {
  'no-need': { code: 'no-need' },
  'no-need-party': { code: 'no-need-party', own: ['PPT nord-delen'] },
  'round-not-begun': { code: 'round-not-begun', opensAt: at },
  'need-not-open': { code: 'need-not-open', state: 'withdrawn' },
  'need-too-late': { code: 'need-too-late', dueAt: at },
  'need-time-over': { code: 'need-time-over', dueAt: at },
  'need-not-late': { code: 'need-not-late', dueAt: at },
  'need-day-past': { code: 'need-day-past', field: 'on' },
  'unknown-term': { code: 'unknown-term', field: 'themes' },
  'too-many-needs': { code: 'too-many-needs', most: 20 },
  'need-import-gone': { code: 'need-import-gone' },
  'need-file-bad': { code: 'need-file-bad', problems: [{ code: 'no-party', line: 2 }] },
  'no-earlier-need': { code: 'no-earlier-need' },
};
