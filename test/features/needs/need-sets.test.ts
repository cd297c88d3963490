/** The secretariat accepts, bundles, parts and hands over what a round has brought; races, repeats and crashes. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deliveries } from '../../../src/delivery/delivery.ts';
import { acceptNeeds } from '../../../src/features/needs/accept-needs.ts';
import { bundleNeeds, partiesToBundle } from '../../../src/features/needs/bundle-needs.ts';
import { handOverRound, moveDueSets, takeBackRound } from '../../../src/features/needs/hand-over-round.ts';
import type { Need, NeedId } from '../../../src/features/needs/need.ts';
import { needFor } from '../../../src/features/needs/need-access.ts';
import { type NeedContent, needContent } from '../../../src/features/needs/need-fields.ts';
import { mayStep, type NeedState, needSteps } from '../../../src/features/needs/need-state.ts';
import {
  bundles,
  needDocId,
  needs,
  roundPartition,
  rounds,
  setMoveId,
  setMoves,
} from '../../../src/features/needs/need-store.ts';
import { readNeedSet } from '../../../src/features/needs/read-need-set.ts';
import type { Round } from '../../../src/features/needs/round.ts';
import { saveNeed } from '../../../src/features/needs/save-need.ts';
import { stepNeed } from '../../../src/features/needs/step-need.ts';
import { submitNeed } from '../../../src/features/needs/submit-need.ts';
import { takeStep } from '../../../src/features/needs/take-step.ts';
import { undoBundle } from '../../../src/features/needs/undo-bundle.ts';
import { networkPartition, networks } from '../../../src/features/networks/network-store.ts';
import {
  actorOf,
  type CastKey,
  castMemberId,
  castNetwork,
  cutOff,
  seatForum,
  type TestTools,
  testTools,
} from '../../cast.ts';
import { doneOf, openedRound } from './round-room.ts';

let tools: TestTools;
let round: Round;

/** Who answers for whom, and the reference each gets, since they send in this order. */
const senders = [
  ['askeladden', 'kommune|5501'],
  ['pål', 'kommune|5503'],
  ['veslefrikk', 'kommune|5601'],
  ['njávešeatni', 'kommune|5610'],
] as const satisfies readonly (readonly [CastKey, string])[];

const innspill: NeedContent = needContent.parse({
  title: 'Traumer i barnehagen',
  sectors: ['kindergarten'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om traumer, i alle barnehagene.',
  targetGroups: ['teachers'],
  participantCount: '40',
});

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  round = await openedRound(tools);
  for (const [who, party] of senders) await send(who, party);
});
afterEach(() => tools.store.close());

const id = (index: number) => `need-${index}` as NeedId;

async function send(who: CastKey, party: string, index = senders.findIndex(([key]) => key === who) + 1): Promise<void> {
  const actor = await actorOf(tools, who);
  const page = { round: round.id, party, need: id(index), page: 'what', revision: 0, content: innspill } as const;
  doneOf(await saveNeed(tools, actor, page));
  doneOf(await submitNeed(tools, actor, { round: round.id, need: id(index) }));
}

const wanted = (...indexes: number[]) => ({
  round: round.id,
  needs: indexes.map(id),
  title: 'Traumer i barnehagen',
  responsible: senders[(indexes[0] ?? 1) - 1]?.[1] ?? '',
});
const bundle = async (...indexes: number[]) => bundleNeeds(tools, await actorOf(tools, 'kari'), wanted(...indexes));
const undo = async (number = 1) => undoBundle(tools, await actorOf(tools, 'kari'), { round: round.id, bundle: number });
const accept = async (who: CastKey = 'kari') => acceptNeeds(tools, await actorOf(tools, who), round.id);
const handOver = async () => handOverRound(tools, await actorOf(tools, 'kari'), round.id);
const takeBack = async () => takeBackRound(tools, await actorOf(tools, 'kari'), round.id);
const codeOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  outcome.refusal?.code;

const partition = () => roundPartition(round.id);
async function need(index: number): Promise<Need> {
  const kept = await needs.get(tools.store, partition(), needDocId(id(index)));
  if (!kept) throw new Error('No such need');
  return kept.value;
}
const states = async () => Promise.all(senders.map(async (_, at) => (await need(at + 1)).state));
const roundNow = async () => {
  const kept = await rounds.get(tools.store, partition(), 'round');
  if (!kept) throw new Error('No such round');
  return kept.value;
};

test('no step is taken that the table has not', async () => {
  const deed = { at: tools.world.clock.now(), by: castMemberId('kari') };
  expect(() => takeStep({ state: 'draft', history: [] } as unknown as Need, 'accept', deed)).toThrow('No step');
});

describe('accepting', () => {
  test('takes all that lacks nothing, each with its author, and leaves what a person must look at', async () => {
    const accepted = doneOf(await accept('askeladden'));
    expect(accepted.accepted).toBe(3);
    expect(accepted.left).toMatchObject([{ need: { id: id(1) }, isOwn: true, lacks: [] }]);
    expect(await states()).toEqual(['submitted', 'complete', 'complete', 'complete']);
    expect((await need(2)).history.at(-1)).toMatchObject({ step: 'accept', by: castMemberId('askeladden') });
    expect(doneOf(await accept()).accepted).toBe(1);
    expect(doneOf(await accept())).toEqual({ accepted: 0, left: [] });
    expect(codeOf(await accept('pål'))).toBe('not-allowed');
  });

  test('takes hundreds, and goes on where it was cut off', async () => {
    const now = tools.world.clock.now();
    const many = Array.from({ length: 200 }, (_, at) => at);
    const one = await need(1);
    for (const at of many) {
      await tools.store.batch(partition(), [needs.create(`need|many-${at}`, { ...one, id: `many-${at}` as NeedId })]);
    }
    const dying = { ...tools, store: cutOff(tools.store, 2) };
    await expect(acceptNeeds(dying, await actorOf(tools, 'kari'), round.id)).rejects.toThrow('cut off');
    expect(doneOf(await accept()).accepted).toBe(204 - 90);
    const all = await needs.all(tools.store, partition());
    expect(all.every(({ value }) => value.state === 'complete' && value.history.at(-1)?.at === now)).toBe(true);
  });

  test('leaves what may tell of one child', async () => {
    const page = { round: round.id, party: 'kommune|5503', need: id(2), page: 'what', revision: 1 } as const;
    const telling = {
      ...innspill,
      description: 'Gutt på 7 år med autisme trenger mer, og alle trenger kunnskap om det.',
    };
    doneOf(await saveNeed(tools, await actorOf(tools, 'pål'), { ...page, content: telling }));
    const { accepted, left } = doneOf(await accept());
    expect([accepted, left.map(({ need: { id: which }, lacks }) => [which, lacks[0]?.lack])]).toEqual([
      3,
      [[id(2), 'may-tell']],
    ]);
  });
});

describe('bundling', () => {
  test('makes one of several, sums them, and tells those who worked on them', async () => {
    const made = doneOf(await bundle(1, 2, 3));
    expect(made).toMatchObject({ number: 1, responsible: 'kommune|5501', needIds: [id(1), id(2), id(3)] });
    expect(await states()).toEqual(['inNetwork', 'inNetwork', 'inNetwork', 'submitted']);
    const { entries } = await readNeedSet(tools, await roundNow());
    expect(entries.map(({ key, content }) => [key, content.participantCount])).toEqual([
      ['bundle-0001', 120],
      ['BM-2027-0004', 40],
    ]);
    const told = (await deliveries.all(tools.store, partition())).filter(
      ({ value }) => value.message.kind === 'need-bundled',
    );
    expect(told.map(({ value }) => value.to)).toEqual(
      expect.arrayContaining(
        ['askeladden', 'pål', 'veslefrikk'].map(key => ({ kind: 'member', id: castMemberId(key as CastKey) })),
      ),
    );
    expect(told).toHaveLength(3);
    const seen = await needFor(tools, await actorOf(tools, 'pål'), { round: round.id, need: id(2) });
    expect(seen?.bundle).toEqual({ number: 1, title: made.title, responsible: 'Tromsø kommune', others: 2 });
  });

  test('is answered for by the party of the need that is named, whatever that party’s key is', async () => {
    const kari = await actorOf(tools, 'kari');
    const chosen = { round: round.id, needs: [id(1), id(2)] };
    expect(doneOf(await partiesToBundle(tools, kari, chosen)).map(({ party, need: of }) => [party.key, of])).toEqual([
      ['kommune|5501', id(1)],
      ['kommune|5503', id(2)],
    ]);
    expect(codeOf(await bundleNeeds(tools, kari, { ...wanted(1, 2), responsible: id(3) }))).toBe(
      'responsible-not-party',
    );
    const made = doneOf(await bundleNeeds(tools, kari, { ...wanted(1, 2), responsible: id(2) }));
    expect(made.responsible).toBe('kommune|5503');
  });

  test('names no more who may be responsible than a sentence has room for', async () => {
    const one = await need(1);
    const many = round.invited.slice(0, 12).map(({ key }, at) => ({ ...one, id: id(at + 10), partyKey: key }));
    await tools.store.batch(
      partition(),
      many.map(each => needs.create(needDocId(each.id), each)),
    );
    const kari = await actorOf(tools, 'kari');
    const chosen = { ...wanted(1), needs: many.map(each => each.id), responsible: 'none of them' };
    const names = round.invited.slice(0, 10).map(({ name }) => name);
    expect(await bundleNeeds(tools, kari, chosen)).toMatchObject({ refusal: { names, others: 2 } });
  });

  test('says of whoever bundles their own party’s need that it was their own', async () => {
    doneOf(await bundleNeeds(tools, await actorOf(tools, 'askeladden'), wanted(1, 2)));
    expect((await need(1)).history.at(-1)).toMatchObject({ step: 'bundle', isOwn: true });
    expect((await need(2)).history.at(-1)).not.toHaveProperty('isOwn');
  });

  test('is done once, however often the request is repeated', async () => {
    const kari = await actorOf(tools, 'kari', 'request-same');
    const first = doneOf(await bundleNeeds(tools, kari, wanted(1, 2)));
    expect(doneOf(await bundleNeeds(tools, kari, wanted(1, 2)))).toEqual(first);
    expect((await need(1)).history).toHaveLength(2);
  });

  test('is refused with what is wrong', async () => {
    expect(codeOf(await bundle(1))).toBe('too-few-bundled');
    expect(codeOf(await bundle(1, 1))).toBe('too-few-bundled');
    expect(codeOf(await bundle(...Array.from({ length: 61 }, (_, at) => at)))).toBe('too-many-bundled');
    expect(codeOf(await bundle(1, 99))).toBe('no-need');
    const kari = await actorOf(tools, 'kari');
    expect(await bundleNeeds(tools, kari, { ...wanted(1, 2), responsible: 'kommune|5610' })).toMatchObject({
      refusal: { code: 'responsible-not-party', names: ['Tromsø kommune', 'Harstad – Hárstták kommune'], others: 0 },
    });
    doneOf(
      await stepNeed(tools, await actorOf(tools, 'pål'), {
        round: round.id,
        need: id(2),
        step: 'withdraw',
        reason: 'Nei.',
      }),
    );
    expect(await bundle(1, 2)).toMatchObject({
      refusal: { code: 'need-not-bundled', reference: 'BM-2027-0002', state: 'withdrawn' },
    });
    expect(codeOf(await bundleNeeds(tools, await actorOf(tools, 'pål'), wanted(1, 3)))).toBe('not-allowed');
    const other = await openedRound(tools, { invited: ['Alta'] });
    expect(codeOf(await bundleNeeds(tools, kari, { ...wanted(1, 3), round: other.id }))).toBe('no-need');
    expect(await states()).toEqual(['submitted', 'withdrawn', 'submitted', 'submitted']);
  });

  test('by two at once makes one, and tells the other which bundle has it', async () => {
    const [one, other] = await Promise.all([bundle(1, 2, 3), bundle(3, 4)]);
    const [won, lost] = one.ok ? [one, other] : [other, one];
    expect(won.ok).toBe(true);
    expect(lost).toMatchObject({ refusal: { code: 'need-in-bundle', reference: 'BM-2027-0003', bundle: 1 } });
  });

  test('is undone, and may be done again under another number', async () => {
    doneOf(await bundle(1, 2, 3));
    doneOf(await undo());
    expect(await states()).toEqual(['complete', 'complete', 'complete', 'submitted']);
    expect(doneOf(await undo()).undone).toBeDefined();
    expect(codeOf(await undo(7))).toBe('no-bundle');
    expect(doneOf(await bundle(2, 3, 4)).number).toBe(2);
    expect((await readNeedSet(tools, await roundNow())).entries.map(({ key }) => key)).toEqual([
      'BM-2027-0001',
      'bundle-0002',
    ]);
  });

  test('is left by a need that is withdrawn', async () => {
    doneOf(await bundle(1, 2));
    doneOf(
      await stepNeed(tools, await actorOf(tools, 'pål'), {
        round: round.id,
        need: id(2),
        step: 'withdraw',
        reason: 'Nei.',
      }),
    );
    const seen = await needFor(tools, await actorOf(tools, 'askeladden'), { round: round.id, need: id(1) });
    expect(seen?.bundle?.others).toBe(0);
    doneOf(await undo());
    expect(await states()).toEqual(['complete', 'withdrawn', 'submitted', 'submitted']);
  });
});

/** What may be done in any order, by whoever is first, and cut off at any write. */
const deeds = fc.array(
  fc.record({
    do: fc.constantFrom('bundle', 'undo', 'accept', 'handOver', 'takeBack', 'withdraw', 'work'),
    needs: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
    bundle: fc.integer({ min: 1, max: 3 }),
    diesAt: fc.option(fc.integer({ min: 1, max: 3 }), { nil: 99 }),
  }),
  { minLength: 4, maxLength: 14 },
);

test('whatever is done in whatever order, and wherever it is cut off, all follows the table', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async all => {
      const own = testTools();
      await seatForum(own);
      tools = own;
      round = await openedRound(own);
      for (const [who, party] of senders) await send(who, party);
      for (const deed of all) {
        const dying = { ...own, store: cutOff(own.store, deed.diesAt) };
        const kari = await actorOf(own, 'kari');
        const [first = 1] = deed.needs;
        const done = {
          bundle: () => bundleNeeds(dying, kari, wanted(...deed.needs)),
          undo: () => undoBundle(dying, kari, { round: round.id, bundle: deed.bundle }),
          accept: () => acceptNeeds(dying, kari, round.id),
          handOver: () => handOverRound(dying, kari, round.id),
          takeBack: () => takeBackRound(dying, kari, round.id),
          withdraw: async () => {
            const actor = await actorOf(own, senders[first - 1]?.[0] ?? 'kari');
            return stepNeed(dying, actor, { round: round.id, need: id(first), step: 'withdraw', reason: 'Nei.' });
          },
          work: () => moveDueSets(dying),
        };
        await done[deed.do]().catch(() => undefined);
      }
      await moveDueSets(own);
      await expectSound();
      await own.store.close();
    }),
    { numRuns: 60 },
  );
  tools = testTools();
});

/** Every state is where its steps lead; what is bundled is in one bundle that stands, and in the set once. */
async function expectSound(): Promise<void> {
  const now = await roundNow();
  const every = (await needs.all(tools.store, partition())).map(({ value }) => value);
  const standing = (await bundles.all(tools.store, partition())).map(({ value }) => value).filter(each => !each.undone);
  const { entries } = await readNeedSet(tools, now);
  for (const { id: each, state, history } of every) {
    const reached = history.reduce<NeedState>((from, { step }) => {
      expect([step, mayStep(step, from)]).toEqual([step, true]);
      return needSteps[step].to;
    }, 'draft');
    expect(reached).toBe(state);
    const holders = standing.filter(({ needIds }) => needIds.includes(each));
    if (state === 'inNetwork') expect(holders).toHaveLength(1);
    if (state === 'complete' || state === 'submitted') expect(holders).toEqual([]);
    if (state === 'onAgenda') expect(now.handedOver).toBeDefined();
    const times = entries.filter(entry => entry.needs.some(need => need.id === each)).length;
    expect(times).toBe(state === 'withdrawn' ? 0 : 1);
  }
}

describe('handing over', () => {
  const handed: readonly NeedState[] = ['onAgenda', 'onAgenda', 'onAgenda', 'submitted'];

  beforeEach(async () => {
    doneOf(await bundle(1, 2));
    doneOf(await stepNeed(tools, await actorOf(tools, 'kari'), { round: round.id, need: id(3), step: 'accept' }));
  });

  test('takes what is accepted or bundled, and then nothing is bundled or parted', async () => {
    expect(doneOf(await handOver()).moved).toBe(3);
    expect(await states()).toEqual(handed);
    expect((await roundNow()).handedOver).toMatchObject({ by: castMemberId('kari') });
    expect(codeOf(await undo())).toBe('set-handed-over');
    expect(codeOf(await bundle(3, 4))).toBe('set-handed-over');
    expect(await setMoves.get(tools.store, partition(), setMoveId)).toBeUndefined();
    expect(doneOf(await handOver()).moved).toBe(0);
    expect((await need(1)).history.at(-1)).toMatchObject({ step: 'putOnAgenda', by: castMemberId('kari') });
  });

  test('takes along later what was accepted since, and keeps when it was done first', async () => {
    doneOf(await handOver());
    const first = (await roundNow()).handedOver;
    tools.world.clock.advance(60_000);
    doneOf(await accept());
    expect(doneOf(await handOver()).moved).toBe(1);
    expect((await need(4)).state).toBe('onAgenda');
    expect((await roundNow()).handedOver).toEqual(first);
  });

  test('is gone on with by the clock when it was cut off', async () => {
    for (const last of [2, 3]) {
      const dying = { ...tools, store: cutOff(tools.store, last) };
      doneOf(await handOverRound(dying, await actorOf(tools, 'kari'), round.id));
      await moveDueSets(tools);
      expect(await states()).toEqual(handed);
      expect(await setMoves.get(tools.store, partition(), setMoveId)).toBeUndefined();
      doneOf(await takeBack());
    }
  });

  test('is taken back: what was bundled is so still, and can be parted', async () => {
    doneOf(await handOver());
    expect(doneOf(await takeBack()).moved).toBe(3);
    expect(await states()).toEqual(['inNetwork', 'inNetwork', 'complete', 'submitted']);
    expect((await roundNow()).handedOver).toBeUndefined();
    expect(codeOf(await takeBack())).toBe('set-not-handed-over');
    doneOf(await undo());
    expect(await states()).toEqual(['complete', 'complete', 'complete', 'submitted']);
  });

  test('is not taken back once something is recommended', async () => {
    doneOf(await handOver());
    const kept = await needs.get(tools.store, partition(), needDocId(id(3)));
    if (!kept) throw new Error('No such need');
    const deed = { at: tools.world.clock.now(), by: castMemberId('kari') };
    await tools.store.batch(partition(), [needs.replace(kept, takeStep(kept.value, 'recommend', deed))]);
    expect(await takeBack()).toMatchObject({ refusal: { code: 'set-recommended', reference: 'BM-2027-0003' } });
  });

  test('is refused while nothing is accepted, and to those who may not', async () => {
    doneOf(await undo());
    const bare = await openedRound(tools, { invited: ['Alta'] });
    expect(await handOverRound(tools, await actorOf(tools, 'kari'), bare.id)).toMatchObject({
      refusal: { code: 'nothing-to-hand-over', unchecked: 0 },
    });
    expect(codeOf(await handOverRound(tools, await actorOf(tools, 'pål'), round.id))).toBe('not-allowed');
    expect(codeOf(await takeBackRound(tools, await actorOf(tools, 'pål'), round.id))).toBe('not-allowed');
  });

  test('of another network’s round is of none that there is', async () => {
    const network = await networks.get(tools.store, networkPartition(castNetwork.id), 'network');
    const kept = await rounds.get(tools.store, partition(), 'round');
    if (!kept || !network) throw new Error('No such round');
    await tools.store.batch(partition(), [
      rounds.replace(kept, { ...kept.value, networkId: 'another' as Round['networkId'] }),
    ]);
    for (const outcome of [await handOver(), await takeBack(), await undo(), await accept(), await bundle(3, 4)]) {
      expect(codeOf(outcome)).toBe('no-need');
    }
  });
});
