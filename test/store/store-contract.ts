import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Conflict } from '../../src/outcome.ts';
import { BatchTooLarge } from '../../src/store/batch-too-large.ts';
import type { Operation, Query, Store } from '../../src/store/store.ts';
import { instantOf } from '../../src/world.ts';

import { randomIds } from './random-ids.ts';

type Opened = { readonly store: Store; readonly close: () => Promise<void> };

/** What every store promises; a new store is one call of this. Each test keeps to a partition and types of its own. */
export function describeStore(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: Store;
    let partition: string;

    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    const inOwnPartition = (title: string, work: () => Promise<void>) =>
      test(title, async () => {
        partition = `poll|${randomIds.random()}`;
        await work();
      });

    const create = (id: string, more: Partial<Operation> = {}): Operation =>
      ({ kind: 'create', id, type: 'ballot', body: { id }, ...more }) as Operation;
    const upsert = (id: string, body: unknown): Operation => ({ kind: 'upsert', id, type: 'ballot', body });
    const replace = (id: string, etag: string, body: unknown): Operation => ({
      kind: 'replace',
      id,
      etag,
      type: 'ballot',
      body,
    });
    const bodyOf = async (id: string) => (await store.get(partition, id))?.body;
    const etagOf = async (id: string) => (await store.get(partition, id))?.etag ?? 'none';
    const idsOf = async (query: Partial<Query> = {}) =>
      (await store.query(partition, { type: 'ballot', limit: 1000, ...query })).docs.map(({ id }) => id);

    describe('one operation', () => {
      inOwnPartition('what is created is read back whole', async () => {
        const dueAt = instantOf(0);
        const body = { name: 'Kárášjohka – Čáhppesnjárga', emoji: '🇳🇴👩‍🏫', list: [1, null, { deep: true }] };
        const [etag] = await store.batch(partition, [create('seat-1', { sortKey: 'ŋ', dueAt, body })]);
        expect(await store.get(partition, 'seat-1')).toEqual({
          ...{ partition, id: 'seat-1', type: 'ballot', sortKey: 'ŋ', dueAt, etag, body },
        });
      });

      inOwnPartition('what is not there is undefined', async () => {
        expect(await store.get(partition, 'nobody')).toBeUndefined();
      });

      inOwnPartition('a document without keys has none when read', async () => {
        await store.batch(partition, [create('a')]);
        const doc = await store.get(partition, 'a');
        expect([doc?.sortKey, doc?.dueAt]).toEqual([undefined, undefined]);
      });

      inOwnPartition('creating what exists is a conflict', async () => {
        await store.batch(partition, [create('a')]);
        await expect(store.batch(partition, [create('a', { body: 'second' })])).rejects.toThrow(Conflict);
        expect(await bodyOf('a')).toEqual({ id: 'a' });
      });

      inOwnPartition('an upsert takes the place of whatever was there', async () => {
        await store.batch(partition, [create('a', { sortKey: 'x', dueAt: instantOf(0) })]);
        const [etag] = await store.batch(partition, [upsert('a', 'second')]);
        expect(await store.get(partition, 'a')).toEqual({ partition, id: 'a', type: 'ballot', etag, body: 'second' });
      });

      inOwnPartition('a replace with the etag changes type, keys and body', async () => {
        const [etag = ''] = await store.batch(partition, [create('a', { sortKey: 'x', dueAt: instantOf(0) })]);
        const [next] = await store.batch(partition, [
          { kind: 'replace', id: 'a', etag, type: 'other', sortKey: 'y', body: [1] },
        ]);
        expect(next).not.toBe(etag);
        expect(await store.get(partition, 'a')).toEqual({
          ...{ partition, id: 'a', type: 'other', sortKey: 'y', etag: next, body: [1] },
        });
      });

      inOwnPartition('a replace with a stale etag, or of nothing, is a conflict', async () => {
        const [stale = ''] = await store.batch(partition, [create('a')]);
        await store.batch(partition, [replace('a', stale, 'second')]);
        await expect(store.batch(partition, [replace('a', stale, 'third')])).rejects.toThrow(Conflict);
        await expect(store.batch(partition, [replace('b', stale, 'third')])).rejects.toThrow(Conflict);
        expect(await bodyOf('a')).toBe('second');
        expect(await bodyOf('b')).toBeUndefined();
      });

      inOwnPartition('a delete forgives absence unless it names an etag', async () => {
        const [etag = ''] = await store.batch(partition, [create('a')]);
        await expect(store.batch(partition, [{ kind: 'delete', id: 'a', etag: 'stale' }])).rejects.toThrow(Conflict);
        expect(await store.batch(partition, [{ kind: 'delete', id: 'a', etag }])).toEqual(['']);
        await expect(store.batch(partition, [{ kind: 'delete', id: 'a', etag }])).rejects.toThrow(Conflict);
        await store.batch(partition, [{ kind: 'delete', id: 'a' }]);
        await store.batch(partition, [upsert('a', 1)]);
        await store.batch(partition, [{ kind: 'delete', id: 'a' }]);
        expect(await bodyOf('a')).toBeUndefined();
      });

      inOwnPartition('a check with a stale etag, or of nothing, is a conflict', async () => {
        const [etag = ''] = await store.batch(partition, [create('a')]);
        expect(await store.batch(partition, [{ kind: 'check', id: 'a', etag }])).toEqual(['']);
        await expect(store.batch(partition, [{ kind: 'check', id: 'a', etag: 'stale' }])).rejects.toThrow(Conflict);
        await expect(store.batch(partition, [{ kind: 'check', id: 'b', etag }])).rejects.toThrow(Conflict);
      });

      inOwnPartition('a deleted document can be created again, with another etag', async () => {
        const [first] = await store.batch(partition, [create('a')]);
        await store.batch(partition, [{ kind: 'delete', id: 'a' }]);
        const [second] = await store.batch(partition, [create('a')]);
        expect(second).not.toBe(first);
      });
    });

    describe('a batch', () => {
      inOwnPartition('does all kinds at once and answers their etags in order', async () => {
        const [a = '', b = '', c = ''] = await store.batch(partition, [create('a'), create('b'), create('c')]);
        const etags = await store.batch(partition, [
          create('d'),
          { kind: 'check', id: 'a', etag: a },
          replace('b', b, 'new'),
          { kind: 'delete', id: 'c', etag: c },
          { kind: 'delete', id: 'never-there' },
          upsert('e', 'new'),
        ]);
        expect(etags).toEqual([await etagOf('d'), '', await etagOf('b'), '', '', await etagOf('e')]);
        expect(await idsOf()).toEqual(['a', 'b', 'd', 'e']);
      });

      for (const [why, last] of [
        ['a create', create('taken')],
        ['a replace', replace('taken', 'stale', 0)],
        ['a check', { kind: 'check', id: 'taken', etag: 'stale' }],
        ['a delete', { kind: 'delete', id: 'taken', etag: 'stale' }],
      ] as const) {
        inOwnPartition(`changes nothing when ${why} in it conflicts`, async () => {
          const [kept] = await store.batch(partition, [create('taken'), create('replaced'), create('deleted')]);
          const batch = store.batch(partition, [
            create('new'),
            upsert('upserted', 1),
            replace('replaced', await etagOf('replaced'), 1),
            { kind: 'delete', id: 'deleted' },
            last,
          ]);
          await expect(batch).rejects.toThrow(Conflict);
          expect(await idsOf()).toEqual(['deleted', 'replaced', 'taken']);
          expect(await bodyOf('replaced')).toEqual({ id: 'replaced' });
          expect(await etagOf('taken')).toBe(kept);
        });
      }

      inOwnPartition('of a hundred is taken, of more refused', async () => {
        const hundred = Array.from({ length: 100 }, (_, number) => create(`${number}`));
        await expect(store.batch(partition, [...hundred, create('more')])).rejects.toThrow(BatchTooLarge);
        expect(await store.count(partition, 'ballot')).toBe(0);
        expect(await store.batch(partition, hundred)).toHaveLength(100);
        expect(await store.count(partition, 'ballot')).toBe(100);
      });

      inOwnPartition('counts a delete as two', async () => {
        const deletes = Array.from({ length: 50 }, (_, number): Operation => ({ kind: 'delete', id: `${number}` }));
        await expect(store.batch(partition, [...deletes, create('more')])).rejects.toThrow(BatchTooLarge);
        await store.batch(partition, deletes);
      });

      inOwnPartition('beyond two megabytes is refused whole', async () => {
        const million = 'å'.repeat(500_000);
        await expect(store.batch(partition, [upsert('a', million), upsert('b', million)])).rejects.toThrow(
          BatchTooLarge,
        );
        expect(await bodyOf('a')).toBeUndefined();
        await store.batch(partition, [upsert('a', million)]);
        expect(await bodyOf('a')).toBe(million);
      });

      inOwnPartition('of nothing is nothing', async () => {
        expect(await store.batch(partition, [])).toEqual([]);
      });

      inOwnPartition('names each id once', async () => {
        await expect(store.batch(partition, [upsert('a', 1), upsert('a', 2)])).rejects.toThrow('twice');
      });

      inOwnPartition('keeps what it was given, not what that becomes', async () => {
        const body = { options: ['ja'] };
        const operations = [upsert('a', body)];
        const written = store.batch(partition, operations);
        body.options.push('nei');
        operations.push(upsert('b', 1));
        await written;
        const read = (await bodyOf('a')) as typeof body;
        expect(read).toEqual({ options: ['ja'] });
        read.options.push('kanskje');
        expect(await bodyOf('a')).toEqual({ options: ['ja'] });
        expect(await bodyOf('b')).toBeUndefined();
      });
    });

    describe('at once', () => {
      inOwnPartition('fifty check one document and write one each, and none disturbs another', async () => {
        const [etag = ''] = await store.batch(partition, [create('poll', { type: 'poll' })]);
        const ballots = Array.from({ length: 50 }, (_, seat) =>
          store.batch(partition, [{ kind: 'check', id: 'poll', etag }, upsert(`seat-${seat}`, seat)]),
        );
        await Promise.all(ballots);
        expect(await store.count(partition, 'ballot')).toBe(50);
        expect(await etagOf('poll')).toBe(etag);
      });

      inOwnPartition('of twenty who replace one document, one wins', async () => {
        const [etag = ''] = await store.batch(partition, [create('a')]);
        const tries = await Promise.allSettled(
          Array.from({ length: 20 }, (_, number) => store.batch(partition, [replace('a', etag, number)])),
        );
        expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        const lost = tries.flatMap(settled => (settled.status === 'rejected' ? [settled.reason] : []));
        expect(lost.every(error => error instanceof Conflict)).toBe(true);
        expect(await bodyOf('a')).toBe(tries.findIndex(({ status }) => status === 'fulfilled'));
      });

      inOwnPartition('of twenty who create one document, one wins', async () => {
        const tries = await Promise.allSettled(
          Array.from({ length: 20 }, (_, number) => store.batch(partition, [create('a'), create(`own-${number}`)])),
        );
        expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await store.count(partition, 'ballot')).toBe(2);
      });
    });

    describe('names', () => {
      for (const id of [
        'a/b\\c?d#e',
        'å č ŋ',
        '🗳️',
        'a|b:c@d~e.f',
        '..',
        '100%25',
        ' spaced ',
        '"quoted\'',
        'x'.repeat(200),
      ]) {
        inOwnPartition(`an id may be ${id.slice(0, 20)}`, async () => {
          await store.batch(partition, [create(id, { body: 'here' })]);
          expect(await store.get(partition, id)).toMatchObject({ id, body: 'here' });
          expect(await idsOf()).toEqual([id]);
          await expect(store.batch(partition, [create(id)])).rejects.toThrow(Conflict);
          await store.batch(partition, [{ kind: 'delete', id }]);
          expect(await bodyOf(id)).toBeUndefined();
        });
      }

      inOwnPartition('ids that differ only in what a store may not like stay apart', async () => {
        const alike = ['a/b', 'a\\b', 'a?b', 'a#b', 'a~2f~b', 'a b', 'a%2Fb', 'A/b'];
        await store.batch(
          partition,
          alike.map(id => create(id, { body: id })),
        );
        for (const id of alike) expect(await bodyOf(id)).toBe(id);
      });

      inOwnPartition('a partition knows nothing of another', async () => {
        const other = `${partition}|é/ŋ #?`;
        await store.batch(partition, [create('a', { body: 'here' })]);
        await store.batch(other, [create('a', { body: 'there' })]);
        expect(await bodyOf('a')).toBe('here');
        expect(await store.get(other, 'a')).toMatchObject({ partition: other, body: 'there' });
        expect(await store.count(other, 'ballot')).toBe(1);
        expect(await idsOf()).toEqual(['a']);
      });
    });

    describe('a query', () => {
      const keys = { b: '2', a: '2', d: '1', e: '3', f: '2', c: '2' };
      const fill = () =>
        store.batch(partition, [
          ...Object.entries(keys).map(([id, sortKey]) => create(id, { sortKey })),
          create('other', { type: 'other', sortKey: '2' }),
        ]);

      inOwnPartition('is ordered by sort key, then id, either way', async () => {
        await fill();
        expect(await idsOf()).toEqual(['d', 'a', 'b', 'c', 'f', 'e']);
        expect(await idsOf({ descending: true })).toEqual(['e', 'f', 'c', 'b', 'a', 'd']);
      });

      for (const descending of [false, true]) {
        for (const limit of [1, 2, 4, 6]) {
          inOwnPartition(`gives each document once, ${limit} a page${descending ? ', descending' : ''}`, async () => {
            await fill();
            const seen: string[] = [];
            let after: string | undefined;
            let pages = 0;
            do {
              const page = await store.query(partition, {
                ...{ type: 'ballot', descending, limit },
                ...(after !== undefined && { after }),
              });
              seen.push(...page.docs.map(({ id }) => id));
              after = page.next;
              pages += 1;
            } while (after !== undefined);
            expect(seen).toEqual(await idsOf({ descending }));
            expect(pages).toBe(Math.ceil(6 / limit));
          });
        }
      }

      inOwnPartition('reads on past a document that is gone or new', async () => {
        await fill();
        const { next: after = '' } = await store.query(partition, { type: 'ballot', limit: 3 });
        await store.batch(partition, [{ kind: 'delete', id: 'b' }, create('bb', { sortKey: '2' })]);
        expect(await idsOf({ after })).toEqual(['bb', 'c', 'f', 'e']);
      });

      inOwnPartition('takes its lower bound and leaves its upper', async () => {
        await fill();
        expect(await idsOf({ from: '2' })).toEqual(['a', 'b', 'c', 'f', 'e']);
        expect(await idsOf({ to: '2' })).toEqual(['d']);
        expect(await idsOf({ from: '2', to: '3' })).toEqual(['a', 'b', 'c', 'f']);
        expect(await idsOf({ from: '2', to: '3', descending: true, limit: 2 })).toEqual(['f', 'c']);
        expect(await idsOf({ from: '4' })).toEqual([]);
      });

      inOwnPartition('keeps to its range on the next page', async () => {
        await fill();
        const range = { type: 'ballot', from: '2', to: '3', limit: 3 };
        const { next: after = '' } = await store.query(partition, range);
        expect(await store.query(partition, { ...range, after })).toMatchObject({ docs: [{ id: 'f' }] });
      });

      inOwnPartition('lists what has no sort key last, and not in a range', async () => {
        await fill();
        await store.batch(partition, [create('keyless'), create('empty', { sortKey: '' })]);
        expect(await idsOf()).toEqual(['empty', 'd', 'a', 'b', 'c', 'f', 'e', 'keyless']);
        expect(await idsOf({ from: '' })).not.toContain('keyless');
        expect(await idsOf({ to: '9' })).not.toContain('keyless');
      });

      inOwnPartition('says there is no more when there is not', async () => {
        await fill();
        expect((await store.query(partition, { type: 'ballot', limit: 6 })).next).toBeUndefined();
        expect(await store.query(partition, { type: 'nothing', limit: 6 })).toMatchObject({ docs: [] });
      });

      inOwnPartition('counts by type', async () => {
        await fill();
        expect(await store.count(partition, 'ballot')).toBe(6);
        expect(await store.count(partition, 'other')).toBe(1);
        expect(await store.count(partition, 'nothing')).toBe(0);
      });
    });

    describe('what is due', () => {
      inOwnPartition('is found in every partition, earliest first, at or before the instant', async () => {
        const type = `delivery-${partition}`;
        const other = `${partition}|other`;
        await store.batch(partition, [
          create('third', { type, dueAt: instantOf(3000) }),
          create('first', { type, dueAt: instantOf(1000) }),
          create('never', { type }),
          create('foreign', { type: `${type}-other`, dueAt: instantOf(0) }),
        ]);
        await store.batch(other, [create('second', { type, dueAt: instantOf(2000) })]);
        const due = async (before: number, limit = 10) =>
          (await store.due(type, instantOf(before), limit)).map(({ id }) => id);

        expect(await due(999)).toEqual([]);
        expect(await due(2000)).toEqual(['first', 'second']);
        expect(await due(9000)).toEqual(['first', 'second', 'third']);
        expect(await due(9000, 2)).toEqual(['first', 'second']);
        expect(await store.due(type, instantOf(2000), 10)).toMatchObject([{ partition }, { partition: other }]);
      });

      inOwnPartition('is no longer due once that is cleared', async () => {
        const type = `delivery-${partition}`;
        const dueAt = instantOf(1000);
        const [etag = ''] = await store.batch(partition, [
          create('replaced', { type, dueAt }),
          create('upserted', { type, dueAt }),
          create('postponed', { type, dueAt }),
        ]);
        await store.batch(partition, [
          { kind: 'replace', id: 'replaced', etag, type, body: 1 },
          { kind: 'upsert', id: 'upserted', type, body: 1 },
          { kind: 'upsert', id: 'postponed', type, dueAt: instantOf(5000), body: 1 },
        ]);
        expect(await store.due(type, instantOf(2000), 10)).toEqual([]);
        expect(await store.due(type, instantOf(5000), 10)).toMatchObject([{ id: 'postponed' }]);
      });
    });
  });
}
