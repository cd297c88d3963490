/** A party fills in, sends, changes, is sent back and withdraws; who may, and until when. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deliveries } from '../../../src/delivery/delivery.ts';
import type { NeedId } from '../../../src/features/needs/need.ts';
import { type NeedContent, type NeedField, needContent } from '../../../src/features/needs/need-fields.ts';
import { myNeeds, needByReference } from '../../../src/features/needs/need-mine.ts';
import { needs, roundPartition } from '../../../src/features/needs/need-store.ts';
import type { Round } from '../../../src/features/needs/round.ts';
import { type NeedSave, saveNeed } from '../../../src/features/needs/save-need.ts';
import { copyNeed, startNeed } from '../../../src/features/needs/start-need.ts';
import { type StepWanted, stepNeed } from '../../../src/features/needs/step-need.ts';
import { submitNeed } from '../../../src/features/needs/submit-need.ts';
import type { PlainDate } from '../../../src/world.ts';
import { actorOf, type CastKey, castMemberId, seatForum, type TestTools, testTools } from '../../cast.ts';
import { syntheticId } from '../../privacy/synthetic-id.ts';
import { doneOf, openedRound } from './round-room.ts';

let tools: TestTools;
let round: Round;
const tromsø = 'kommune|5501';
const harstad = 'kommune|5503';

const innspill: NeedContent = needContent.parse({
  title: 'Trygge overganger',
  sectors: ['kindergarten', 'primarySchool'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '1 200',
});

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  round = await openedRound(tools);
});
afterEach(() => tools.store.close());

const save = async (who: CastKey, change: Partial<NeedSave> = {}) =>
  saveNeed(tools, await actorOf(tools, who), {
    round: round.id,
    party: tromsø,
    need: 'need-1' as NeedId,
    page: 'what',
    revision: 0,
    content: innspill,
    ...change,
  });
const ref = (need = 'need-1') => ({ round: round.id, need: need as NeedId });
const submit = async (who: CastKey, need?: string) => submitNeed(tools, await actorOf(tools, who), ref(need));
const late = async (who: CastKey) => submitNeed(tools, await actorOf(tools, who), ref(), { reason: 'Sykdom.' });
const step = async (who: CastKey, wanted: Omit<StepWanted, 'round' | 'need'>) =>
  stepNeed(tools, await actorOf(tools, who), { ...ref(), ...wanted });
const giveBack = { step: 'return', reason: 'Målet mangler.', on: '2027-02-08' as PlainDate } as const;
const codeOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  outcome.refusal?.code;

describe('a party', () => {
  test('is answered for by its holder and deputies, and by nobody else', async () => {
    for (const who of ['askeladden', 'per'] as const) {
      expect(doneOf(await startNeed(tools, await actorOf(tools, who), round.id))).toMatchObject({
        kind: 'party',
        party: { key: tromsø },
        mayBegin: true,
      });
    }
    expect(codeOf(await startNeed(tools, await actorOf(tools, 'herreper'), round.id))).toBe('no-need-party');
    expect(codeOf(await startNeed(tools, await actorOf(tools, 'pål'), round.id, tromsø))).toBe('no-need-party');
    expect(codeOf(await save('pål'))).toBe('no-need');
    expect(codeOf(await save('nordavinden'))).toBe('not-allowed');
  });

  test('shares its drafts, and no other party sees them', async () => {
    doneOf(await save('per'));
    expect(await myNeeds(tools, await actorOf(tools, 'askeladden'))).toHaveLength(1);
    expect(await myNeeds(tools, await actorOf(tools, 'pål'))).toEqual([]);
    expect(codeOf(await save('pål', { party: harstad }))).toBe('no-need');
    expect(codeOf(await submit('pål'))).toBe('no-need');
  });

  test('has a need of each form that was sent, however often it comes', async () => {
    doneOf(await save('per'));
    expect(doneOf(await save('per')).need.pages.what?.revision).toBe(1);
    expect(await needs.all(tools.store, roundPartition(round.id))).toHaveLength(1);
  });

  test('may not have more than can be looked through', async () => {
    for (let number = 0; number < 20; number += 1) doneOf(await save('per', { need: `n${number}` as NeedId }));
    expect(codeOf(await save('per', { need: 'n20' as NeedId }))).toBe('too-many-needs');
  });
});

describe('a page', () => {
  test('that someone else saved is not overwritten unsaid', async () => {
    doneOf(await save('per'));
    const mine = { ...innspill, title: 'Noe annet å lære' };
    expect(await save('askeladden', { content: mine })).toMatchObject({
      ok: false,
      refusal: { code: 'page-saved', by: castMemberId('per'), revision: 1, content: innspill },
    });
    const over = doneOf(await save('askeladden', { content: mine, revision: 1 }));
    expect(over.need.content.title).toBe('Noe annet å lære');
  });

  test('saved by two at once: one is saved, the other told', async () => {
    doneOf(await save('per'));
    const both = await Promise.all(
      (['per', 'askeladden'] as const).map((who, at) =>
        save(who, { revision: 1, content: { ...innspill, title: `Tittel nummer ${at}` } }),
      ),
    );
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test('keeps what was emptied empty, and the other pages as they are', async () => {
    const whole = await openedRound(tools, { form: 'need' });
    const on = { round: whole.id };
    doneOf(await save('per', { ...on, page: 'who', content: { kind: 'new', sectors: ['eps'] } }));
    doneOf(await save('per', { ...on, page: 'what', content: { title: 'Trygge overganger' } }));
    const { need } = doneOf(await save('per', { ...on, page: 'who', revision: 1, content: { kind: 'new' } }));
    expect(need.content).toEqual({ kind: 'new', title: 'Trygge overganger' });
    expect(need.pages).toMatchObject({ who: { revision: 2 }, what: { revision: 1 } });
  });
});

describe('what is sent', () => {
  test('and changed is told of in its history, and not when nothing was changed', async () => {
    doneOf(await save('per'));
    doneOf(await submit('per'));
    tools.world.clock.advance(60_000);
    doneOf(await save('askeladden', { revision: 1 }));
    const content = { ...innspill, title: 'Tryggere overganger' };
    const { need } = doneOf(await save('askeladden', { revision: 1, content }));
    expect(need.state).toBe('submitted');
    expect(need.history.map(({ step: each, by }) => [each, by])).toEqual([
      ['submit', castMemberId('per')],
      ['change', castMemberId('askeladden')],
    ]);
    expect(need.history.at(-1)?.at).toBe(tools.world.clock.now());
  });

  test('gets a reference that no other has, and keeps it', async () => {
    doneOf(await save('per'));
    doneOf(await save('per', { need: 'need-2' as NeedId }));
    const [one, other] = await Promise.all([submit('per'), submit('per', 'need-2')]);
    const references = [one, other].map(sent => doneOf(sent).need.value.reference).toSorted();
    expect(references).toEqual(['BM-2027-0001', 'BM-2027-0002']);
    const first = doneOf(one).need.value.reference;
    doneOf(await step('per', { step: 'reopen' }));
    expect(doneOf(await submit('per')).need.value.reference).toBe(first);
    doneOf(await step('per', { step: 'withdraw', reason: 'Tas neste år.' }));
    doneOf(await save('per', { need: 'need-3' as NeedId }));
    expect(doneOf(await submit('per', 'need-3')).need.value.reference).toBe('BM-2027-0003');
    const found = await needByReference(tools, await actorOf(tools, 'kari'), 'bm 2027 3');
    expect(found?.need.value.id).toBe('need-3');
    expect(await needByReference(tools, await actorOf(tools, 'pål'), 'BM-2027-0003')).toBeUndefined();
  });

  test('lacks nothing; what lacks is told field by field', async () => {
    const { themes: _, ...content } = innspill;
    doneOf(await save('per', { content }));
    expect(await submit('per')).toMatchObject({
      refusal: { code: 'need-lacks', lacks: [{ field: 'themes', lack: 'missing', severity: 'block' }] },
    });
  });

  test('is on time with the last second, and late with the next', async () => {
    doneOf(await save('per'));
    doneOf(await save('pål', { party: harstad, need: 'need-2' as NeedId }));
    tools.world.clock.set('2027-02-01T22:59:59.000Z');
    doneOf(await submit('per'));
    tools.world.clock.set('2027-02-01T23:00:00.000Z');
    expect(codeOf(await submit('pål', 'need-2'))).toBe('need-too-late');
    expect(codeOf(await step('per', { step: 'reopen' }))).toBe('need-time-over');
    const late = await actorOf(tools, 'lurvehette');
    expect(codeOf(await startNeed(tools, late, round.id))).toBe('need-time-over');
  });

  test('is in summer time too', async () => {
    round = await openedRound(tools, { closesOn: '2027-04-01' });
    doneOf(await save('per'));
    doneOf(await save('pål', { party: harstad, need: 'need-2' as NeedId }));
    tools.world.clock.set('2027-04-01T21:59:59.000Z');
    doneOf(await submit('per'));
    tools.world.clock.set('2027-04-01T22:00:00.000Z');
    expect(codeOf(await submit('pål', 'need-2'))).toBe('need-too-late');
  });

  test('after the deadline is kept as a draft, and taken by the secretariat alone, with a reason', async () => {
    tools.world.clock.set('2027-02-03T08:00:00.000Z');
    doneOf(await save('per'));
    expect(codeOf(await late('per'))).toBe('not-allowed');
    expect(doneOf(await late('kari')).need.value).toMatchObject({
      state: 'submitted',
      late: { reason: 'Sykdom.', by: castMemberId('kari') },
      history: [{ step: 'submit', by: castMemberId('kari'), reason: 'Sykdom.' }],
    });
  });

  test('is not late before the deadline', async () => {
    doneOf(await save('per'));
    expect(codeOf(await late('kari'))).toBe('need-not-late');
  });
});

describe('the secretariat', () => {
  test('sends back with a reason and a deadline of its own, which those who worked on it are told', async () => {
    doneOf(await save('per'));
    doneOf(await submit('per'));
    expect(codeOf(await step('per', giveBack))).toBe('not-allowed');
    expect(codeOf(await step('kari', { ...giveBack, on: '2027-01-10' as PlainDate }))).toBe('need-day-past');
    doneOf(await step('kari', giveBack));
    doneOf(await step('kari', giveBack));
    const told = (await deliveries.all(tools.store, roundPartition(round.id)))
      .map(({ value }) => value)
      .filter(({ message }) => message.kind === 'need-returned');
    expect(told.map(({ to }) => to)).toEqual([{ kind: 'member', id: castMemberId('per') }]);
    tools.world.clock.set('2027-02-08T22:59:59.000Z');
    doneOf(await save('askeladden', { content: { ...innspill, title: 'Bedre overganger' }, revision: 1 }));
    const { value } = doneOf(await submit('askeladden')).need;
    expect(value.returned).toBeUndefined();
    expect(value.history.map(each => [each.step, each.by, each.reason])).toEqual([
      ['submit', castMemberId('per'), undefined],
      ['return', castMemberId('kari'), 'Målet mangler.'],
      ['submit', castMemberId('askeladden'), undefined],
    ]);
  });

  test('takes what was sent back too late as late', async () => {
    doneOf(await save('per'));
    doneOf(await submit('per'));
    doneOf(await step('kari', giveBack));
    tools.world.clock.set('2027-02-08T23:00:00.000Z');
    expect(codeOf(await submit('per'))).toBe('need-too-late');
    expect(doneOf(await late('kari')).need.value.state).toBe('submitted');
  });

  test('may check what its own party sent, and the history says so', async () => {
    doneOf(await save('askeladden'));
    doneOf(await submit('askeladden'));
    const { value } = doneOf(await step('askeladden', { step: 'accept' })).need;
    expect(value.history.map(each => [each.step, each.isOwn])).toEqual([
      ['submit', undefined],
      ['accept', true],
    ]);
  });

  test('accepts, after which the party can only withdraw', async () => {
    doneOf(await save('per'));
    doneOf(await submit('per'));
    doneOf(await step('kari', { step: 'accept' }));
    expect(codeOf(await save('per', { revision: 1, content: { ...innspill, title: 'Noe nytt' } }))).toBe(
      'need-not-open',
    );
    expect(codeOf(await step('per', { step: 'reopen' }))).toBe('need-not-open');
    expect(doneOf(await step('per', { step: 'withdraw', reason: 'Tas neste år.' })).need.value.state).toBe('withdrawn');
  });
});

describe('last year’s answer', () => {
  test('is a draft without its money and its time, once', async () => {
    doneOf(await save('per'));
    doneOf(await submit('per'));
    const next = await openedRound(tools, { year: 2028, closesOn: '2027-03-01' });
    const started = doneOf(await startNeed(tools, await actorOf(tools, 'askeladden'), next.id));
    expect(started).toMatchObject({ kind: 'party', hasEarlier: true, needs: [] });
    const copy = async () => doneOf(await copyNeed(tools, await actorOf(tools, 'askeladden'), next.id, tromsø)).need;
    const first = await copy();
    expect(first).toMatchObject({ state: 'draft', content: innspill, pages: {}, history: [] });
    expect(first.reference).toBeUndefined();
    expect((await copy()).id).toBe(first.id);
    expect(codeOf(await copyNeed(tools, await actorOf(tools, 'pål'), next.id, harstad))).toBe('no-earlier-need');
  });
});

const texts = [
  'sectorExplanation',
  'privateOwnersText',
  'description',
  'analysisText',
  'staffInvolvement',
  'goal',
  'plannedMeasure',
  'samiPerspective',
  'explanation',
] as const satisfies readonly NeedField[];

describe('what is typed', () => {
  const problemOf = (fields: Record<string, unknown>) => needContent.safeParse(fields).error?.issues[0]?.message;

  test.each([
    ['2027: 1.000.000', [{ year: 2027, owner: 1_000_000, partner: 0, coordination: 0 }]],
    [
      '2027: 200 000 ; 150 000 ; 20000\n\n2028 ; kr 40 000,-',
      [
        { year: 2027, owner: 200_000, partner: 150_000, coordination: 20_000 },
        { year: 2028, owner: 40_000, partner: 0, coordination: 0 },
      ],
    ],
  ])('%j is so many kroner', (amounts, read) => {
    expect(needContent.parse({ amounts }).amounts).toEqual(read);
  });

  test.each([
    [{ amounts: '2027: 1 000,5' }, 'not-whole'],
    [{ amounts: '2027: -5' }, 'negative'],
    [{ amounts: '2027: mye' }, 'not-a-number'],
    [{ amounts: '2027: 99999999999' }, 'too-much'],
    [{ coFunding: '1 000,5' }, 'not-whole'],
    [{ coFunding: '-1' }, 'negative'],
    [{ participants: Array(201).fill('Sol').join('\n') }, 'too-many'],
    [{ themes: ['a', 'b', 'c', 'd'] }, 'too-many'],
  ])('%j: %s', (fields, problem) => {
    expect(problemOf(fields)).toBe(problem);
  });

  /** Each way to fill in each field with a number that is nobody's. */
  const doors: readonly (readonly [NeedField, (id: string) => unknown])[] = [
    ...texts.map(field => [field, (id: string) => `Gjelder ${id}. ${'Mer om det. '.repeat(6)}`] as const),
    ...['contact', 'phone', 'partner', 'title'].map(field => [field as NeedField, (id: string) => id] as const),
    ['participants', id => `Solstua\n${id}`],
    ['participants', id => `${id.slice(0, 6)}\n${id.slice(6)}`],
    ['links', id => `https://example.no/${id}`],
    ['amounts', id => `2027: ${id}`],
    ['coFunding', id => id],
    ...['sectors', 'themes', 'targetGroups', 'levels'].map(
      field => [field as NeedField, (id: string) => [id]] as const,
    ),
    ['ownerType', id => `a${id.slice(0, 6)} ${id.slice(6)}`],
    ['participantCount', id => id],
    ['priority', id => id],
  ];

  test.each(doors)('%s takes no national identity number', (field, write) => {
    for (const id of fc.sample(syntheticId, { numRuns: 5, seed: 1 })) {
      expect(needContent.safeParse({ [field]: write(id) }).success).toBe(false);
    }
  });

  test.each(texts)('%s says so', field => {
    const [id = ''] = fc.sample(syntheticId, { numRuns: 1, seed: 1 });
    expect(problemOf({ [field]: `${id.slice(0, 6)} ${id.slice(6)}` })).toBe('national-id');
  });

  test('a sum without a year cannot be read', () => {
    expect(needContent.safeParse({ amounts: '200 000' }).success).toBe(false);
  });
});
