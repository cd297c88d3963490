import { describe, expect, test } from '@jest/globals';
import { readAvailabilities } from '../../src/bot/meetings/read-availabilities.ts';
import { readWords } from '../../src/bot/read-words.ts';
import type { Meeting, TimeId } from '../../src/features/meetings/meeting.ts';
import { decode } from '../../src/intents/wire.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';

const at = '2027-03-02T09:00:00.000Z' as Instant;
const times: Meeting['times'] = ['t1', 't2', 't3'].map(id => ({ id: id as TimeId, startsAt: at, endsAt: at }));

describe('what is typed of meetings', () => {
  test.each<[string, Record<string, unknown>]>([
    ['møte', { type: 'meeting.form' }],
    ['møte Styringsmøte', { type: 'meeting.form', title: 'Styringsmøte' }],
    ['møte ; 2. mars kl 10-11', { type: 'meeting.form', times: '2. mars kl 10-11' }],
    ['møte 2. mars kl 10-11 ; sted Teams', { type: 'meeting.form', times: '2. mars kl 10-11', place: 'Teams' }],
    ['møte ; sted Teams ; onsdag', { type: 'meeting.form', times: 'onsdag', place: 'Teams' }],
    ['møte ; Styre ; onsdag', { type: 'meeting.propose', title: 'Styre', times: 'onsdag' }],
    ['møte Møtet 2. mars', { type: 'meeting.form', title: 'Møtet 2. mars' }],
    ['møte Styringsmøte ; sted Teams', { type: 'meeting.form', title: 'Styringsmøte', place: 'Teams' }],
    ['møte 3', { type: 'meeting.show', meeting: 3 }],
    ['vis møte 3', { type: 'meeting.show', meeting: 3 }],
    ['avlys møtet', { type: 'meeting.cancel-form' }],
    ['avlys møtet 3 ; sykdom', { type: 'meeting.cancel', meeting: 3, reason: 'sykdom' }],
    ['start møtet', { type: 'meeting.start-form' }],
    ['sett opp 2', { type: 'case.accept', case: 2 }],
    ['tidligere møter', { type: 'meetings.show', which: 'earlier' }],
    ['Meeting #3', { type: 'meeting.show', meeting: 3 }],
    [
      'møte Styringsmøte ; tirsdag uke 9 kl 10-11.30 ; 4. mars kl 9-11 ; sted Teams ; svar innen 1. februar',
      {
        type: 'meeting.propose',
        title: 'Styringsmøte',
        times: 'tirsdag uke 9 kl 10-11.30\n4. mars kl 9-11',
        place: 'Teams',
        answersBy: '1. februar',
      },
    ],
    [
      'møte Nettverk nord\n«tirsdag uke 9 kl. 10–11.30»\nstad: Rådhuset',
      { type: 'meeting.propose', title: 'Nettverk nord', times: 'tirsdag uke 9 kl. 10–11.30', place: 'Rådhuset' },
    ],
    ['møter', { type: 'meetings.show' }],
    ['neste møte', { type: 'meeting.next' }],
    ['finn tid', { type: 'meeting.find-form' }],
    [
      'finn tid 2. februar ; 15. mars ; 1,5 timer ; kl. 9–15 ; 3 dager ; fylke 55',
      {
        type: 'meeting.find',
        firstDay: '2. februar',
        lastDay: '15. mars',
        minutes: 90,
        earliest: '09:00',
        latest: '15:00',
        count: '3',
        county: '55',
      },
    ],
    [
      'finn tid 2. februar til 15. mars',
      {
        type: 'meeting.find',
        firstDay: '2. februar',
        lastDay: '15. mars',
        minutes: 90,
        earliest: '09:00',
        latest: '15:00',
        count: 3,
      },
    ],
    ['kan 3', { type: 'meeting.answer-form', meeting: 3 }],
    ['kan', { type: 'meeting.answer-form' }],
    ['kan 3: 1 ja, 2 helst ikke', { type: 'meeting.answer-typed', meeting: 3, words: '1 ja, 2 helst ikke' }],
    ['kommer 3', { type: 'meeting.attend', meeting: 3, answer: 'coming' }],
    ['Kommer!', { type: 'meeting.attend', answer: 'coming' }],
    ['kommer ikke 3', { type: 'meeting.attend', meeting: 3, answer: 'notComing' }],
    ['forfall 3.', { type: 'meeting.attend', meeting: 3, answer: 'notComing' }],
    ['kjem ikkje', { type: 'meeting.attend', answer: 'notComing' }],
    ['fastsett 3 2', { type: 'meeting.settle', meeting: 3, time: 2 }],
    ['fastsett 2', { type: 'meeting.settle', time: 2 }],
    ['fastsett 3 2 ; det haster', { type: 'meeting.settle', meeting: 3, time: 2, reason: 'det haster' }],
    ['fastsett', { type: 'meetings.show' }],
    ['kall inn 3', { type: 'meeting.invite', meeting: 3 }],
    ['flytt møte 3', { type: 'meeting.move-form', meeting: 3 }],
    ['flytt møte', { type: 'meeting.move-form' }],
    ['flytt møte 3 ; 9. mars kl. 10–12', { type: 'meeting.move', meeting: 3, when: '9. mars kl. 10–12' }],
    ['flytt møte 3 til 9. mars kl. 10', { type: 'meeting.move', meeting: 3, when: '9. mars kl. 10' }],
    ['flytt møtet 9. mars kl. 10', { type: 'meeting.move', when: '9. mars kl. 10' }],
    [
      'flytt møte 3 ; 9. mars kl. 10 ; sted Teams ; leder er syk',
      { type: 'meeting.move', meeting: 3, when: '9. mars kl. 10', place: 'Teams', reason: 'leder er syk' },
    ],
    ['avlys 3', { type: 'meeting.cancel-form', meeting: 3 }],
    ['avlys 3 ; sykdom', { type: 'meeting.cancel', meeting: 3, reason: 'sykdom' }],
    ['avlys møte 3: sykdom', { type: 'meeting.cancel', meeting: 3, reason: 'sykdom' }],
    ['møteserie', { type: 'meeting.series-form' }],
    [
      'møteserie Nettverksmøte ; andre tirsdag hver måned ; 1. januar 2027 ; 31. desember 2027 ; kl. 9–11.30',
      {
        type: 'meeting.series-preview',
        title: 'Nettverksmøte',
        pattern: 'second',
        weekday: 'tuesday',
        firstDay: '1. januar 2027',
        lastDay: '31. desember 2027',
        starts: '09:00',
        minutes: 150,
      },
    ],
    [
      'faste møte Drøft ; annakvar veke torsdag ; 1. februar ; 1. juni ; kl 9-10 ; stad Teams',
      {
        type: 'meeting.series-preview',
        title: 'Drøft',
        pattern: 'fortnight',
        weekday: 'thursday',
        firstDay: '1. februar',
        lastDay: '1. juni',
        starts: '09:00',
        minutes: 60,
        place: 'Teams',
      },
    ],
  ])('%s', (words, read) => {
    expect(readWords(words)).toEqual(read);
    expect(decode(readWords(words)).ok).toBe(true);
  });
});

describe('typed answers to times', () => {
  const allOf = (answer: string) => ({ t1: answer, t2: answer, t3: answer });

  test.each<[string, Record<string, string> | undefined]>([
    ['1 ja, 2 helst ikke, 3 nei', { t1: 'yes', t2: 'ifNeeded', t3: 'no' }],
    ['1. Ja; 3) nei.', { t1: 'yes', t3: 'no' }],
    ['1 og 3 ja, 2 om naudsynt', { t1: 'yes', t3: 'yes', t2: 'ifNeeded' }],
    ['2: if needed', { t2: 'ifNeeded' }],
    ['alle', allOf('yes')],
    ['ja', allOf('yes')],
    ['ingen', allOf('no')],
    ['kan ikke', allOf('no')],
    ['4 ja', undefined],
    ['1 ja, to nei', undefined],
    ['kanskje en gang', undefined],
    ['ja, 2 nei', undefined],
    ['', undefined],
  ])('%s', (words, read) => {
    expect(readAvailabilities({ times }, words)).toEqual(read);
  });
});

describe.each(['nb', 'nn', 'en'] as const)('the words on a button may be typed, in %s', language => {
  const { meeting, agenda, year } = speak(language, 'Europe/Oslo').say;
  test.each<[string, string]>([
    [meeting.buttons.coming, 'meeting.attend'],
    [meeting.buttons.notComing, 'meeting.attend'],
    [meeting.buttons.invite, 'meeting.invite'],
    [meeting.buttons.move, 'meeting.move-form'],
    [meeting.buttons.cancel, 'meeting.cancel-form'],
    [meeting.buttons.callOff(3), 'meeting.cancel-form'],
    [meeting.buttons.show(3), 'meeting.show'],
    [meeting.buttons.propose, 'meeting.form'],
    [meeting.buttons.find, 'meeting.find-form'],
    [meeting.buttons.earlier, 'meetings.show'],
    [meeting.buttons.ahead, 'meetings.show'],
    [meeting.forms.series.title, 'meeting.series-form'],
    [agenda.buttons.agenda, 'agenda.show'],
    [agenda.buttons.suggest, 'case.form'],
    [agenda.buttons.order, 'agenda.order-form'],
    [agenda.buttons.sendAgenda, 'agenda.send'],
    [agenda.buttons.showCase('2'), 'case.show'],
    [agenda.buttons.acceptOne('2'), 'case.accept'],
    [agenda.buttons.edit, 'case.edit-form'],
    [agenda.buttons.withdraw, 'case.withdraw'],
    [agenda.buttons.lead, 'meeting.lead'],
    [agenda.buttons.start, 'meeting.start-form'],
    [agenda.buttons.presence, 'presence.form'],
    [agenda.buttons.conclude('2'), 'case.conclude-form'],
    [agenda.buttons.end, 'meeting.end-form'],
    [agenda.buttons.minutes, 'minutes.show'],
    [agenda.buttons.sendMinutes, 'minutes.send'],
    [agenda.buttons.comment, 'minutes.comment-form'],
    [agenda.buttons.approve, 'minutes.approve-form'],
    [agenda.buttons.followUps, 'follow-ups.show'],
    [year.buttons.add, 'milestone.form'],
    [year.buttons.copyTo(2028), 'year.propose-form'],
    [year.buttons.standard, 'year.propose-form'],
    [year.buttons.year(2028), 'year.show'],
    [year.buttons.changeRules, 'rules.form'],
    [year.buttons.changeGroups, 'rules.groups-form'],
  ])('«%s»', (label, type) => {
    expect(readWords(label).type).toBe(type);
  });
});
