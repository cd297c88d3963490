/**
 * A year to begin from where nobody has written one: dates some counties have announced for the grant schemes, no law.
 * Every network is to change them.
 */
export type StandardStep = {
  readonly key: 'report' | 'needsReport' | 'recommendation' | 'decision' | 'needsOpen';
  /** `MM-DD` */
  readonly date: string;
  readonly leadDays: readonly number[];
};

export const standardCycle: readonly StandardStep[] = [
  // The report for the year before, Oslo og Viken (2022).
  { key: 'report', date: '01-15', leadDays: [30, 7] },
  // Oslo og Viken (2022, 2023, 2024); Nordland for applications from competence networks.
  { key: 'needsReport', date: '02-01', leadDays: [30, 14, 7] },
  // Nordland.
  { key: 'recommendation', date: '03-15', leadDays: [30, 7] },
  // Answers and payment came from April to June in Oslo og Viken (2023, 2024).
  { key: 'decision', date: '06-30', leadDays: [30] },
  // Oslo og Viken opened its portal on this day in 2023.
  { key: 'needsOpen', date: '10-10', leadDays: [7] },
];
