import { z } from 'zod';
import { instant } from '../../features/networks/network.ts';
import { Conflict } from '../../outcome.ts';
import { Collection, type Kept, remove } from '../../store/collection.ts';
import type { Store } from '../../store/store.ts';
import { type Instant, later, type World } from '../../world.ts';
import { type SlackEvent, slackEventSchema } from './decode-event.ts';

const entrySchema = z.object({
  /** Gone once the event is dealt with; what remains is that it came. */
  event: slackEventSchema.optional(),
  tries: z.int(),
  /** While there is an event: when another process may take it over. Afterwards: when the entry is forgotten. */
  dueAt: instant,
});
type Entry = z.infer<typeof entrySchema>;

const entries = new Collection('slackEvent', entrySchema, ({ dueAt }) => ({ dueAt }));

/** Longer than an event takes, also when Slack is slow with it; one that takes longer still is only asked again. */
const leaseMs = 60_000;
/** Slack may send an event again every hour for a day. */
const rememberedMs = 25 * 60 * 60_000;
const mostTries = 5;

export type Taken = { readonly event: SlackEvent; readonly eventId: string; readonly isRepeat: boolean };

/** Events between Slack's 200 and what they lead to: on disk before the one, until the other is done. */
export interface Inbox {
  /** Resolves once the event is on disk; an event that came before changes nothing. The work on it follows by itself. */
  take(team: string, eventId: string, event: SlackEvent): Promise<void>;
  /** Works on what another process, or this one before it stopped, left undone, and forgets what is old. */
  drain(): Promise<void>;
  /** Resolves when no work is under way. */
  idle(): Promise<void>;
}

/** @param work may be done again for the same event; an error leaves the event for a later try */
export function createInbox(store: Store, world: World, work: (taken: Taken) => Promise<void>): Inbox {
  const { clock, log } = world;
  const underWay = new Set<Promise<void>>();

  function start(kept: Kept<Entry>): Promise<void> {
    const run = workOff(kept).finally(() => underWay.delete(run));
    underWay.add(run);
    return run;
  }

  async function workOff(kept: Kept<Entry>): Promise<void> {
    const { event, tries } = kept.value;
    if (!event) return;
    try {
      await work({ event, eventId: kept.id, isRepeat: tries > 1 });
    } catch (error) {
      const isLast = tries >= mostTries;
      log.error({ eventId: kept.id, tries, isLast, error: nameOf(error) }, 'A Slack event was not dealt with');
      if (!isLast) return;
    }
    await finish(kept);
  }

  /**
   * If this fails the event is dealt with once more. Its request key keeps that from changing anything and a reply for all
   * is looked for first, but a whisper cannot be looked for and is shown to the person a second time.
   */
  async function finish(kept: Kept<Entry>): Promise<void> {
    const { tries } = kept.value;
    try {
      await store.batch(kept.partition, [entries.replace(kept, { tries, dueAt: inMs(rememberedMs) })]);
    } catch (error) {
      log.warn({ eventId: kept.id, error: nameOf(error) }, 'A Slack event is dealt with but not marked so');
    }
  }

  /** @returns undefined when someone else was first */
  async function claim(kept: Kept<Entry>): Promise<Kept<Entry> | undefined> {
    const value = { ...kept.value, tries: kept.value.tries + 1, dueAt: inMs(leaseMs) };
    return unlessTaken(async () => {
      const [etag = ''] = await store.batch(kept.partition, [entries.replace(kept, value)]);
      return { ...kept, etag, value };
    });
  }

  async function drainOne(kept: Kept<Entry>): Promise<void> {
    if (!kept.value.event) {
      await unlessTaken(() => store.batch(kept.partition, [remove(kept)]));
      return;
    }
    const claimed = await claim(kept);
    if (claimed) await start(claimed);
  }

  function inMs(ms: number): Instant {
    return later(clock.now(), ms);
  }

  return {
    async take(team, eventId, event) {
      const partition = `slack|inbox|${team}`;
      const value = { event, tries: 1, dueAt: inMs(leaseMs) };
      const etags = await unlessTaken(() => store.batch(partition, [entries.create(eventId, value)]));
      if (etags) void start({ partition, id: eventId, etag: etags[0] ?? '', value });
    },

    async drain() {
      let drained: number;
      do drained = await entries.workOffDue({ store, world }, drainOne);
      while (drained > 0);
    },

    async idle() {
      await Promise.allSettled(underWay);
    },
  };
}

async function unlessTaken<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
