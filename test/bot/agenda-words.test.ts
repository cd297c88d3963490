/** What people type about agendas, meetings under way, minutes and follow-ups, in every language and untidily. */
import { describe, expect, test } from '@jest/globals';
import { readWords } from '../../src/bot/read-words.ts';
import { decode } from '../../src/intents/wire.ts';

describe('the agenda', () => {
  test.each([
    ['saksliste', { type: 'agenda.show' }],
    ['saksliste 3', { type: 'agenda.show', meeting: 3 }],
    ['Sakliste møte 3.', { type: 'agenda.show', meeting: 3 }],
    ['agenda #3', { type: 'agenda.show', meeting: 3 }],
    ['rekkefølge 3: 2 1 3', { type: 'agenda.order', meeting: 3, order: '2 1 3' }],
    ['rekkefølge: 2, 1, 3', { type: 'agenda.order', order: '2, 1, 3' }],
    ['rekkjefølgje 2 1 3', { type: 'agenda.order', order: '2 1 3' }],
    ['rekkefølge 3', { type: 'agenda.order-form', meeting: 3 }],
    ['order', { type: 'agenda.order-form' }],
    ['send saksliste 3', { type: 'agenda.send', meeting: 3 }],
    ['send sakslista møte 3 ; Ny sak fra Statped', { type: 'agenda.send', meeting: 3, reason: 'Ny sak fra Statped' }],
    ['send agenda', { type: 'agenda.send' }],
  ])('%s', (words, intent) => {
    expect(readWords(words)).toEqual(intent);
    expect(decode(readWords(words)).ok).toBe(true);
  });
});

describe('cases', () => {
  test.each([
    ['sak', { type: 'case.form' }],
    ['sak 3', { type: 'case.form', meeting: 3 }],
    ['sak 3: Behov for 2028', { type: 'case.suggest', meeting: 3, title: 'Behov for 2028' }],
    ['sak 17. mai og andre fridager', { type: 'case.suggest', title: '17. mai og andre fridager' }],
    [
      'sak 3: «Behov» for 2028 ; drøfting ; 20 min',
      { type: 'case.suggest', meeting: 3, title: '«Behov» for 2028', caseType: 'discussion', minutes: 20 },
    ],
    [
      'foreslå sak 3: Plan\nVedtak\n45 minutter\nved KS\nlenke: Notat https://papir.example/1\nhttps://papir.example/2\nforslag: Planen vedtas',
      {
        type: 'case.suggest',
        meeting: 3,
        title: 'Plan',
        caseType: 'decision',
        minutes: 45,
        owner: 'KS',
        links: 'Notat https://papir.example/1\nhttps://papir.example/2',
        proposal: 'Planen vedtas',
      },
    ],
    [
      'case 3: Plan ; information ; Mikkel Rev ; http://papir.example/1',
      {
        type: 'case.suggest',
        meeting: 3,
        title: 'Plan',
        caseType: 'information',
        owner: 'Mikkel Rev',
        links: 'http://papir.example/1',
      },
    ],
    ['sak 4/27', { type: 'case.show', case: '4/27' }],
    ['vis sak 3: 2', { type: 'case.show', meeting: 3, case: 2 }],
    ['vis sak', { type: 'agenda.show' }],
    ['endre sak 4/27', { type: 'case.edit-form', case: '4/27' }],
    ['trekk sak 3: sak 2', { type: 'case.withdraw', meeting: 3, case: 2 }],
    ['godta sak 3: 4', { type: 'case.accept', meeting: 3, case: 4 }],
    ['set opp sak 4', { type: 'case.accept', case: 4 }],
    ['konkluder 3: 2', { type: 'case.conclude-form', meeting: 3, case: 2 }],
    ['konkluder 4/27', { type: 'case.conclude-form', case: '4/27' }],
    ['konkluder', { type: 'case.conclude-form' }],
  ])('%s', (words, intent) => {
    expect(readWords(words)).toEqual(intent);
    expect(decode(readWords(words)).ok).toBe(true);
  });

  test.each(['trekk sak', 'godta sak alt', 'case 3: ; discussion'])('%s asks for more rather than guess', words => {
    const intent = decode(readWords(words));
    expect(intent.ok ? intent.value.type : 'refused').toMatch(/refused|form/);
  });
});

describe('the meeting, its minutes and what follows', () => {
  test.each([
    ['led 3', { type: 'meeting.lead', meeting: 3 }],
    ['lei møte', { type: 'meeting.lead' }],
    ['start møte', { type: 'meeting.start-form' }],
    ['start møte 3', { type: 'meeting.start', meeting: 3 }],
    ['oppmøte 3', { type: 'presence.form', meeting: 3 }],
    ['avslutt møte 3', { type: 'meeting.end-form', meeting: 3 }],
    ['referat', { type: 'minutes.show' }],
    ['referat fra møte 3', { type: 'minutes.show', meeting: 3 }],
    ['rett 3: 2', { type: 'minutes.form', meeting: 3, case: 2 }],
    ['send referat 3', { type: 'minutes.send', meeting: 3 }],
    ['merknad', { type: 'minutes.comment-form' }],
    [
      'merknad 3: Navnet er «Njávešeatni»\nikke noe annet',
      {
        type: 'minutes.comment',
        meeting: 3,
        comment: 'Navnet er «Njávešeatni»\nikke noe annet',
      },
    ],
    ['comment See https://papir.example', { type: 'minutes.comment', comment: 'See https://papir.example' }],
    ['godkjenn referat', { type: 'minutes.approve-form' }],
    ['godkjenn referat 3', { type: 'minutes.approve', meeting: 3 }],
    ['oppfølging', { type: 'follow-ups.show' }],
    ['lukk oppfølging', { type: 'follow-ups.show' }],
    ['lukk oppfølging 2', { type: 'follow-up.close-form', followUp: 2 }],
    ['close follow-up 2 ; sent to KS', { type: 'follow-up.close', followUp: 2, note: 'sent to KS' }],
  ])('%s', (words, intent) => {
    expect(readWords(words)).toEqual(intent);
    expect(decode(readWords(words)).ok).toBe(true);
  });

  test('a network is still started by its own word', () => {
    expect(readWords('start Samarbeidsforum nord')).toMatchObject({ type: 'network.start' });
  });
});
