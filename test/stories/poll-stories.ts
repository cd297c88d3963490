import { afterEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../src/store/store.ts';
import { deeds } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, readable, told } from './people.ts';
import type { Who } from './sides.ts';

/** The same stories with everybody in Teams, everybody in Slack, and across both. */
const stages: readonly { stage: string; leader: Who; voters: readonly Who[]; holder: Who; deputy: Who }[] = [
  {
    stage: 'Teams',
    leader: ['kari', 'statsforvalteren'],
    voters: [
      ['pål', 'kommunene'],
      ['mestermø', 'statsforvalteren'],
      ['huldra', 'kommunene'],
    ],
    holder: ['askeladden', 'kommunene'],
    deputy: ['per', 'kommunene'],
  },
  {
    stage: 'Slack',
    leader: ['kari', 'organisasjonene'],
    voters: [
      ['herreper', 'organisasjonene'],
      ['smørbukk', 'organisasjonene'],
      ['grimsborken', 'organisasjonene'],
    ],
    holder: ['mikkel', 'organisasjonene'],
    deputy: ['bamse', 'organisasjonene'],
  },
  {
    stage: 'both',
    leader: ['kari', 'statsforvalteren'],
    voters: [
      ['pål', 'kommunene'],
      ['herreper', 'organisasjonene'],
      ['mestermø', 'statsforvalteren'],
    ],
    holder: ['mikkel', 'kommunene'],
    deputy: ['bamse', 'organisasjonene'],
  },
];

/** The main job, on whichever store: everything else repeats its shape. */
export function tellPollStories(openStore: () => Promise<Store>): void {
  describe.each(stages)('a forum with seventeen seats, on $stage', stage => tellOn(stage, openStore));
}

function tellOn({ leader, voters, holder, deputy }: (typeof stages)[number], openStore: () => Promise<Store>): void {
  let house: House;
  const { as, everyChannelShows } = deeds(() => house);
  const question = 'Skal vi søke om midler i 2027?';

  /** Nobody was asked for what they would refuse, and nothing went wrong unseen. */
  afterEach(async () => {
    await house.close();
    expectNoTrouble(house);
  });

  test('a poll from opening to closing', async () => {
    house = await openHouse(openStore);
    const [first, second, third] = voters.map(as) as [Person, Person, Person];
    expect(told(await as(leader).opensPoll({ question, kind: 'formal' }))).toContain('Avstemning 1 er åpnet');
    everyChannelShows(question, '0 av 16 har svart', 'Frist: mandag 18. januar 2027 kl. 23.59');

    expect(told(await first.presses('Ja'))).toContain('Svar: Ja');
    await second.presses('Nei');
    await third.presses('Nei');
    await third.presses('Ja');
    await house.settle();
    everyChannelShows(question, '3 av 16 har svart', '2 (67');

    house.clock.set('2027-01-18T23:00:00.000Z');
    await house.settle();
    everyChannelShows(
      question,
      'Avstemning 1 · stengt',
      'Ja fikk flertall: 2 av 3 svar.',
      '3 av 16 svarte, 13 svarte ikke.',
    );
  });

  test('a holder and a deputy give one ballot; the last one counts and the record shows each', async () => {
    house = await openHouse(openStore);
    await as(leader).opensPoll({ question, kind: 'formal' });
    expect(told(await as(holder).presses('Ja'))).toContain('Telles for plass');
    expect(told(await as(deputy).presses('Nei'))).toContain('Svar: Nei');
    await house.settle();
    everyChannelShows(question, '1 av 16 har svart', 'Nei');
    expect(told(await as(holder).presses('Mitt svar'))).toContain('Svar: Nei');
    expect(told(await as(holder).presses('Mitt svar'))).toContain(as(deputy).account.person.name);
  });

  test('a secret ballot is given once, is shown when closed, and is told before it is given', async () => {
    house = await openHouse(openStore);
    const [first, second] = voters.map(as) as [Person, Person];
    await as(leader).opensPoll({ question, kind: 'formal', secrecy: 'secret', reveal: 'whenClosed' });
    everyChannelShows(
      question,
      'Hemmelig: ingen kan se hvem som svarte hva.',
      'Svarene vises når avstemningen er stengt.',
    );
    expect(told(await first.presses('Ja'))).toContain('Stemmen din er lagt i urna');
    expect(told(await first.presses('Nei'))).toContain('en hemmelig stemme kan ikke endres');
    await second.presses('Ja');
    await house.settle();
    everyChannelShows(question, '2 av 16 har svart');
    expect(readable(first.posting(question))).not.toContain('100');
    await as(leader).writes('steng 1');
    await house.settle();
    everyChannelShows(question, 'Ja fikk flertall: 2 av 2 svar.');
  });

  test('a late press is told that it is late, and changes nothing', async () => {
    house = await openHouse(openStore);
    const [first] = voters.map(as) as [Person];
    await as(leader).opensPoll({ question, kind: 'formal', closesOn: '2027-01-12', closesTime: '12:00' });
    house.clock.set('2027-01-12T11:00:00.001Z');
    expect(told(await first.presses('Ja'))).toContain('Avstemning 1 ble stengt tirsdag 12. januar 2027 kl. 12.00');
    await house.settle();
    everyChannelShows(question, 'Ingen svarte.');
  });

  test('each request comes four times: one poll, one posting a channel, one ballot a seat', async () => {
    house = await openHouse(openStore);
    house.teams.repeatRequests(4);
    house.slack.repeatRequests(4);
    const [first, second] = voters.map(as) as [Person, Person];
    await as(leader).opensPoll({ question, kind: 'formal' });
    await first.presses('Ja');
    await second.presses('Nei');
    await house.settle();
    everyChannelShows(question, '2 av 16 har svart', 'Avstemning 1 · åpen');
    expect(readable(first.posting(question))).toContain('1 (50');
    await as(leader).writes('steng 1');
    await house.settle();
    everyChannelShows(question, 'Likt mellom Ja og Nei: 1 stemme hver.', 'Stemmelikhet gir ingen innstilling');
  });

  test('two processes and one clock: a poll closes once and every posting is drawn once a change', async () => {
    house = await openHouse(openStore);
    await house.secondProcess();
    const [first] = voters.map(as) as [Person];
    await as(leader).opensPoll({ question, kind: 'formal' });
    await first.presses('Ja');
    await house.settle();
    const before = first.posting(question).updates;
    house.clock.set('2027-01-18T23:00:00.000Z');
    await house.settle();
    everyChannelShows(question, 'Ja fikk flertall: 1 av 1 svar.');
    expect(first.posting(question).updates).toBe(before + 1);
  });

  test('a holder with an account on both platforms gives one ballot', async () => {
    house = await openHouse(openStore);
    await as(leader).opensPoll({ question, kind: 'formal' });
    await as(['mikkel', 'organisasjonene']).presses('Ja');
    await house.settle();
    everyChannelShows(question, '1 av 16 har svart');
    expect(told(await as(['mikkel', 'kommunene']).presses('Mitt svar'))).toContain('Svar: Ja');
    await as(['mikkel', 'kommunene']).presses('Nei');
    await house.settle();
    everyChannelShows(question, '1 av 16 har svart');
    expect(told(await as(['mikkel', 'organisasjonene']).presses('Mitt svar'))).toContain('Svar: Nei');
  });
}
