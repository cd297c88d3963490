import type { AgendaRefusal } from '../../src/features/meetings/agenda-refusal.ts';
import type { Instant } from '../../src/world.ts';
import type { Samples } from './samples.ts';

const instant = '2027-03-02T08:00:00.000Z' as Instant;

export const agendaSamples: Samples<AgendaRefusal> = {
  'meeting-state': { code: 'meeting-state', number: 3, state: 'cancelled' },
  'no-case': { code: 'no-case' },
  'case-state': { code: 'case-state', state: 'withdrawn' },
  'case-concluded': { code: 'case-concluded' },
  'too-many-cases': { code: 'too-many-cases', field: 'title', most: 40 },
  'bad-link': { code: 'bad-link', field: 'links', line: 2 },
  'too-many-links': { code: 'too-many-links', field: 'links', most: 10 },
  'basis-missing': { code: 'basis-missing', field: 'basis' },
  'case-changed': { code: 'case-changed', field: 'title' },
  'agenda-changed': { code: 'agenda-changed', field: 'order' },
  'bad-order': { code: 'bad-order', field: 'order', count: 4 },
  'no-cases': { code: 'no-cases', number: 3 },
  'agenda-just-sent': { code: 'agenda-just-sent', number: 3, at: instant },
  'papers-late': { code: 'papers-late', field: 'reason', days: 3, rule: 7 },
  'presence-unknown': { code: 'presence-unknown', field: 'present' },
  'presence-changed': { code: 'presence-changed', field: 'present' },
  'presence-twice': { code: 'presence-twice', field: 'present', seat: 12 },
  'conclusion-missing': { code: 'conclusion-missing', field: 'conclusion' },
  'conclusion-changed': { code: 'conclusion-changed', field: 'conclusion' },
  'approval-stands': { code: 'approval-stands', field: 'method' },
  'follow-up-form': { code: 'follow-up-form', field: 'followUps', line: 1 },
  'follow-up-person': { code: 'follow-up-person', field: 'followUps', line: 1, name: 'Kari' },
  'follow-up-due': { code: 'follow-up-due', field: 'followUps', line: 1 },
  'follow-up-past': { code: 'follow-up-past', field: 'followUps', line: 1 },
  'too-many-follow-ups': { code: 'too-many-follow-ups', field: 'followUps', most: 20 },
  'dissent-party': { code: 'dissent-party', field: 'dissent', line: 1 },
  'dissent-unknown': { code: 'dissent-unknown', field: 'dissent', line: 1, name: 'Merk' },
  'dissent-absent': { code: 'dissent-absent', field: 'dissent', line: 1, party: 'KS' },
  'no-minutes': { code: 'no-minutes', number: 3 },
  'minutes-approved': { code: 'minutes-approved', number: 3, at: instant },
  'minutes-unheard': { code: 'minutes-unheard', field: 'reason', number: 3, comments: 2, until: instant },
  'minutes-newer': { code: 'minutes-newer', number: 3 },
  'minutes-not-sent': { code: 'minutes-not-sent', number: 3 },
  'comments-over': { code: 'comments-over', field: 'comment', number: 3, until: instant },
  'no-follow-up': { code: 'no-follow-up' },
  'follow-up-closed': { code: 'follow-up-closed', at: instant },
};
