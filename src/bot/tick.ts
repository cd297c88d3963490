import { createDeliverer } from '../delivery/deliver-due.ts';
import { lookAfterSendings } from '../delivery/look-after-sendings.ts';
import { redrawPostings } from '../delivery/redraw-postings.ts';
import { oweAgreedSendings } from '../delivery/sending.ts';
import { tellTrouble } from '../delivery/tell-trouble.ts';
import { placeOf } from '../fault-place.ts';
import { carryOutConclusions } from '../features/meetings/conclude-consequences.ts';
import { makeDueSeries } from '../features/meetings/create-series.ts';
import { moveDueSets } from '../features/needs/hand-over-round.ts';
import { turnRounds } from '../features/needs/round-turns.ts';
import { forgetExpired } from '../features/networks/network-store.ts';
import { closeDuePolls } from '../features/polls/close-poll.ts';
import { createCourier } from './courier.ts';
import { isNeeded } from './deliveries/dry-run.ts';
import type { EventCalendar } from './platform.ts';
import { remindOnSchedule } from './remind-on-schedule.ts';
import type { PlatformOf } from './routes.ts';
import type { Desk } from './writer.ts';

/**
 * Does what has fallen due: the only work nobody asked for. May run at any time, as often as one likes, in any number of
 * processes at once; whoever claims a thing first does it.
 */
/** @param calendar keeps meetings as events, where one is set up */
export function createTick(desk: Desk, platformOf: PlatformOf, calendar?: EventCalendar): () => Promise<void> {
  const { tools } = desk;
  const courier = createCourier(desk, platformOf, calendar);
  const deliver = createDeliverer(tools, courier);
  const chores = {
    closing: () => closeDuePolls(tools),
    series: () => makeDueSeries(tools),
    rounds: () => turnRounds(tools),
    sets: () => moveDueSets(tools),
    concluding: () => carryOutConclusions(tools),
    reminding: () => remindOnSchedule(tools),
    agreed: () => oweAgreedSendings(tools),
    waiting: () => lookAfterSendings(tools, sending => isNeeded(desk, platformOf, sending)),
    delivering: deliver,
    redrawing: () => redrawPostings(tools, courier),
    trouble: () => tellTrouble(tools),
    forgetting: () => forgetExpired(tools.store, tools.world.clock.now()),
  };

  return async () => {
    for (const [chore, work] of Object.entries(chores)) {
      try {
        await work();
      } catch (error) {
        tools.world.log.error({ chore, fault: placeOf(error) }, 'A chore failed and will be tried again');
      }
    }
  };
}
