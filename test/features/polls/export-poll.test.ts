import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pollFile } from '../../../cards/polls/poll-file.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { castBallot } from '../../../src/features/polls/cast-ballot.ts';
import { closePoll } from '../../../src/features/polls/close-poll.ts';
import { exportPoll, type PollExport } from '../../../src/features/polls/export-poll.ts';
import type { NewPoll } from '../../../src/features/polls/open-poll.ts';
import { speak } from '../../../src/texts/speak.ts';
import { actorOf, castStart, seatForum, type TestTools, testTools } from '../../cast.ts';
import { cast, doneOf, formalPoll, no, open, refusalOf, secretPoll, yes } from './poll-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

async function exported(wanted: NewPoll, isClosed: boolean): Promise<PollExport> {
  const poll = await open(tools, wanted);
  await cast(tools, poll, 1, yes);
  await cast(tools, poll, 'tyrihans', no);
  const kari = await actorOf(tools, 'kari');
  if (isClosed) doneOf(await closePoll(tools, kari, poll));
  return doneOf(await exportPoll(tools, kari, poll));
}

describe('a poll as a table', () => {
  test('has a row for each voting seat, with the answer, when and by whom', async () => {
    const { rows, tally } = await exported(formalPoll, false);
    expect(rows).toHaveLength(16);
    expect(rows[0]).toMatchObject({
      seat: { number: 1, party: 'Tromsø kommune', group: 'publicOwner' },
      name: 'Askeladden Askeland',
    });
    expect(rows[1]).toEqual({
      seat: { number: 2, party: 'Harstad kommune', group: 'publicOwner' },
      name: 'Pål Askeland',
      hasAnswered: false,
      ballots: [],
    });
    expect(rows[2]).toMatchObject({
      name: 'Veslefrikk Fele',
      hasAnswered: true,
      ballots: [{ options: [no], castAt: castStart, castBy: 'Tyrihans Lykke', isCounted: true }],
    });
    expect(tally).toMatchObject({ answered: 2, entitled: 16 });
  });

  test('of open ballots has every one that was given, also those replaced since, and says which counts', async () => {
    const poll = await open(tools, formalPoll);
    await cast(tools, poll, 'veslefrikk', yes);
    await cast(tools, poll, 'tyrihans', no);
    const later = tools.world.clock.advance(60_000);
    await cast(tools, poll, 'veslefrikk', yes);
    const table = doneOf(await exportPoll(tools, await actorOf(tools, 'kari'), poll));
    const own = table.rows.find(row => row.seat?.number === 3)?.ballots ?? [];
    expect(own).toHaveLength(3);
    expect(own.filter(ballot => ballot.isCounted)).toEqual([
      { options: [yes], castAt: later, castBy: 'Veslefrikk Fele', isCounted: true },
    ]);
    expect(own.map(ballot => ballot.castBy).toSorted()).toEqual([
      'Tyrihans Lykke',
      'Veslefrikk Fele',
      'Veslefrikk Fele',
    ]);
    const lines = pollFile(table, speak('nb', 'Europe/Oslo')).split('\r\n');
    expect(lines.filter(line => line.startsWith('3;')).map(line => line.split(';').slice(4).join(';'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ja;Nei;.*;Tyrihans Lykke;nei$/),
        expect.stringMatching(/^ja;Ja;.*;Veslefrikk Fele;nei$/),
        expect.stringMatching(/^ja;Ja;.*;Veslefrikk Fele;ja$/),
      ]),
    );
    const widths = lines.filter(line => line !== '').map(line => line.split(';').length);
    expect(new Set(widths)).toEqual(new Set([9]));
  });

  test.each<[string, NewPoll, boolean, boolean, boolean]>([
    ['open, shown from closing, still open', { ...formalPoll, reveal: 'whenClosed' }, false, false, false],
    ['open, shown from closing, closed', { ...formalPoll, reveal: 'whenClosed' }, true, true, true],
    ['secret, still open', secretPoll, false, false, false],
    ['secret, closed', secretPoll, true, true, false],
  ])('%s', async (_, wanted, isClosed, hasTally, hasBallots) => {
    const { rows, tally } = await exported(wanted, isClosed);
    expect(tally !== undefined).toBe(hasTally);
    expect(rows.some(row => row.ballots.length > 0)).toBe(hasBallots);
    expect(rows.filter(row => row.hasAnswered).map(row => row.seat?.number)).toEqual([1, 3]);
  });

  test('of a ranked poll has a column for each place, and each option with its points and how many they come from', async () => {
    const poll = await open(tools, { ...formalPoll, choice: 'ranked' });
    const actor = await actorOf(tools, 'veslefrikk');
    doneOf(await castBallot(tools, actor, { pollId: poll, options: [no, yes] }));
    const table = doneOf(await exportPoll(tools, await actorOf(tools, 'kari'), poll));
    const lines = pollFile(table, speak('nb', 'Europe/Oslo')).split('\r\n');
    expect(lines[0]).toContain(
      'Har svart;1. prioritet;2. prioritet;3. prioritet;Tidspunkt;Gitt av;Gjelder;Poeng;Antall som ga poeng',
    );
    expect(lines.find(line => line.startsWith('3;'))).toMatch(/;ja;Nei;Ja;;[^;]*;Veslefrikk Fele;ja;;$/);
    expect(lines.filter(line => line.startsWith(';sum'))).toEqual([
      ';sum;;Ja;;;;;;;;2;1',
      ';sum;;Nei;;;;;;;;3;1',
      ';sum;;Avstår;;;;;;;;0;0',
    ]);
    expect(new Set(lines.filter(line => line !== '').map(line => line.split(';').length))).toEqual(new Set([13]));
  });

  test('of an opinion poll has a row for each member', async () => {
    const { rows } = await exported({ ...formalPoll, kind: 'opinion' }, false);
    expect(rows).toHaveLength(23);
    expect(rows.filter(row => row.hasAnswered).map(row => row.name)).toEqual(['Askeladden Askeland', 'Tyrihans Lykke']);
  });

  test('is for coordinator and chair, and for the poll’s own network', async () => {
    const poll = await open(tools);
    expect(refusalOf(await exportPoll(tools, await actorOf(tools, 'mikkel'), poll)).code).toBe('not-allowed');
    expect((await exportPoll(tools, await actorOf(tools, 'askeladden'), poll)).ok).toBe(true);
    const other = 'other' as NetworkId;
    await seatForum(tools, other);
    expect(refusalOf(await exportPoll(tools, await actorOf(tools, 'kari', 'request', other), poll)).code).toBe(
      'no-poll',
    );
  });
});
