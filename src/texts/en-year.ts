import type { YearTexts } from './nb-year.ts';

export const enYear: YearTexts = {
  say: {
    reminders: times => `Reminders go on ${times} to those who have not answered.`,
    noReminders: 'No reminder goes by itself before the deadline.',
  },
  deeds: { 'year.change': 'the coordinator and the chair can change the annual cycle and the network’s rules' },
  fieldNames: {},
  commands: {},
  refusals: {},
};
