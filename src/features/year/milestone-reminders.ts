/** When a milestone is told of: posted anew in the network's channels some days before it. */
import { posting } from '../../delivery/delivery.ts';
import { endSchedule, oweSchedule, plannedReminders } from '../../delivery/schedule.ts';
import type { Operation } from '../../store/store.ts';
import type { Instant } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { endOfDay } from './local-time.ts';
import { aboutMilestone, type Milestone } from './milestone.ts';

type Home = Pick<Network, 'zone' | 'rules'>;

export function oweMilestoneReminders(milestone: Milestone, home: Home, now: Instant): Operation {
  const wanted = { ...plan(milestone, home, now), message: posting, by: milestone.addedBy };
  return oweSchedule(aboutMilestone(milestone), wanted, home);
}

export function endMilestoneReminders(): Operation {
  return endSchedule(posting);
}

export function milestoneReminders(
  milestone: Pick<Milestone, 'on' | 'leadDays'>,
  home: Home,
  now: Instant,
): readonly Instant[] {
  return plannedReminders(plan(milestone, home, now), home);
}

function plan({ on, leadDays }: Pick<Milestone, 'on' | 'leadDays'>, { zone }: Home, now: Instant) {
  return { deadline: endOfDay(on, zone), leadDays, now };
}
