/** `npm run bench`: every figure that Laget promises, measured in one run. Ends with 1 when a target is missed. */
import { availableParallelism, loadavg } from 'node:os';
import { measureBallotCpu } from './ballot-cpu.ts';
import { measureBigMeeting } from './big-meeting.ts';
import { measureDeliveries } from './deliveries.ts';
import { measureManyBallots } from './many-ballots.ts';
import { measureNeeds } from './needs.ts';
import { measureParallelPresses } from './parallel-presses.ts';
import { measureReminders } from './reminders.ts';
import { type Figure, isMet, tableOf, targetsOf } from './report.ts';
import { measureStartTime } from './start-time.ts';

const measurements: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  'From start to ready': measureStartTime,
  'What a ballot through Teams costs': measureBallotCpu,
  'Many at once': measureParallelPresses,
  'Ten thousand ballots to one poll': measureManyBallots,
  'What is owed': measureDeliveries,
  Reminders: measureReminders,
  'A meeting of four hundred': measureBigMeeting,
  'Seven thousand needs': measureNeeds,
};

const figures: Figure[] = [];
const [load = 0] = loadavg();
process.stdout.write(`${availableParallelism()} processors, load ${load.toFixed(1)} before anything is measured\n\n`);
for (const [title, measure] of Object.entries(measurements)) {
  const measured = await measure();
  process.stdout.write(`${tableOf(title, measured)}\n`);
  figures.push(...measured);
}
process.stdout.write(targetsOf(figures));
process.exitCode = figures.every(isMet) ? 0 : 1;
