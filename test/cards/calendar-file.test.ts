import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEvent, calendarFile } from '../../cards/meetings/calendar-file.ts';
import { castPeople } from '../../src/playground/cast.ts';
import type { Instant } from '../../src/world.ts';
import { nastyTexts } from './nasty-texts.ts';

const zone = 'Europe/Oslo';

/** A moment on the clock in Oslo, `2027-02-02T09:00`. */
function inOslo(local: string): Instant {
  return instantText(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant());
}

function instantText(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 }) as Instant;
}

const meeting: CalendarEvent = {
  uid: 'meeting-1a2b3c@laget.example',
  sequence: 2,
  startsAt: inOslo('2027-03-02T09:00'),
  endsAt: inOslo('2027-03-02T11:30'),
  zone,
  title: 'Møte 2/27; Samarbeidsforum, Troms',
  text: 'Saksliste:\n1. Godkjenning av referat\n2. Behov i Kárášjohka, čáŋŋ og Gáivuotna\n\nhttps://laget.example/mote/2',
  place: 'Fylkeshuset, Strandvegen 13; møterom «Lyngen»',
  url: 'https://laget.example/mote/2?a=1,2;3',
  organiser: castPeople.kari,
  attendees: [
    { ...castPeople.askeladden, isRequired: true },
    { ...castPeople.njávešeatni, isRequired: false },
    { name: 'En uten adresse', isRequired: true },
  ],
  stampedAt: '2027-01-11T08:00:00.000Z' as Instant,
  language: 'nb',
};

/** The file as another library reads it. */
function read(file: string) {
  const calendar = ICAL.Component.fromString(file);
  const [component, ...others] = calendar.getAllSubcomponents('vevent');
  if (!component || others.length > 0) throw new Error('not one event');
  const event = new ICAL.Event(component);
  return { calendar, component, event };
}

function instantOfTime(time: ICAL.Time): Instant {
  return instantText(Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000));
}

/** The event's own line of that name. */
function lineOf(file: string, name: string): string | undefined {
  return file
    .slice(file.indexOf('BEGIN:VEVENT'))
    .split('\r\n')
    .find(line => new RegExp(`^${name}[:;]`).test(line));
}

test('is read back by another library', () => {
  const { calendar, component, event } = read(calendarFile(meeting, 'REQUEST'));
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(event.uid).toBe(meeting.uid);
  expect(event.sequence).toBe(2);
  expect(event.summary).toBe(meeting.title);
  expect(event.description).toBe(meeting.text);
  expect(event.location).toBe(meeting.place);
  expect(component.getFirstPropertyValue('url')).toBe('https://laget.example/mote/2?a=1%2C2%3B3');
  expect(instantOfTime(event.startDate)).toBe(meeting.startsAt);
  expect(instantOfTime(event.endDate)).toBe(meeting.endsAt);
  expect(event.startDate.zone?.tzid).toBe(zone);
  expect(lineOf(calendarFile(meeting, 'REQUEST'), 'DTSTAMP')).toBe('DTSTAMP:20270111T080000Z');
});

test('names the organiser, and those who have an address', () => {
  const { component } = read(calendarFile(meeting, 'REQUEST'));
  const organiser = component.getFirstProperty('organizer');
  expect(organiser?.getFirstValue()).toBe('mailto:kari@embetet.example');
  expect(organiser?.getFirstParameter('cn')).toBe('Kari Trestakk');
  const attendees = component.getAllProperties('attendee').map(each => ({
    email: String(each.getFirstValue()).toLowerCase(),
    name: each.getFirstParameter('cn'),
    role: each.getFirstParameter('role'),
    asksForAnswer: each.getFirstParameter('rsvp'),
  }));
  expect(attendees).toEqual([
    {
      email: 'mailto:askeladden@tromso.example',
      name: 'Askeladden Askeland',
      role: 'REQ-PARTICIPANT',
      asksForAnswer: 'FALSE',
    },
    {
      email: 'mailto:njavesheatni@karasjok.example',
      name: 'Njávešeatni Beaivi',
      role: 'OPT-PARTICIPANT',
      asksForAnswer: 'FALSE',
    },
  ]);
});

test('a cancellation calls off the same entry', () => {
  const { calendar, component, event } = read(calendarFile({ ...meeting, sequence: 3 }, 'CANCEL'));
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect([event.uid, event.sequence]).toEqual([meeting.uid, 3]);
});

test('without a place or an address of its own', () => {
  const file = calendarFile({ ...meeting, place: undefined, url: undefined, attendees: [] }, 'REQUEST');
  expect(lineOf(file, 'LOCATION')).toBeUndefined();
  expect(lineOf(file, 'URL')).toBeUndefined();
  expect(lineOf(file, 'ATTENDEE')).toBeUndefined();
  expect(read(file).event.summary).toBe(meeting.title);
});

describe('the zone', () => {
  test('is Oslo, changes its clock on 28 March and 31 October 2027, and names no address to call', () => {
    const file = calendarFile(meeting, 'REQUEST');
    expect(file).toContain('\r\nTZID:Europe/Oslo\r\n');
    expect(file).not.toMatch(/Berlin|TZURL/);
    const part = read(file).calendar.getFirstSubcomponent('vtimezone');
    const rules = new ICAL.Timezone({ component: part ?? new ICAL.Component('vtimezone'), tzid: zone });
    const utcAt = (clock: string) => {
      const time = ICAL.Time.fromDateTimeString(clock);
      time.zone = rules;
      return instantOfTime(time);
    };
    expect(utcAt('2027-03-28T01:59:00')).toBe('2027-03-28T00:59:00.000Z');
    expect(utcAt('2027-03-28T03:00:00')).toBe('2027-03-28T01:00:00.000Z');
    expect(utcAt('2027-10-31T01:59:00')).toBe('2027-10-30T23:59:00.000Z');
    expect(utcAt('2027-10-31T03:00:00')).toBe('2027-10-31T02:00:00.000Z');
  });

  test.each([
    ['winter', '2027-02-02T09:00', '2027-02-02T08:00:00.000Z', 'DTSTART;TZID=Europe/Oslo:20270202T090000'],
    ['summer', '2027-07-06T09:00', '2027-07-06T07:00:00.000Z', 'DTSTART;TZID=Europe/Oslo:20270706T090000'],
  ])('nine in the morning in Oslo, in %s', (_season, local, utc, line) => {
    const startsAt = inOslo(local);
    expect(startsAt).toBe(utc);
    const file = calendarFile({ ...meeting, startsAt, endsAt: inOslo(`${local.slice(0, 11)}10:00`) }, 'REQUEST');
    expect(lineOf(file, 'DTSTART')).toBe(line);
    expect(instantOfTime(read(file).event.startDate)).toBe(utc);
  });

  test('an hour that comes twice is written in UTC', () => {
    for (const utc of ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']) {
      const file = calendarFile(
        { ...meeting, startsAt: utc as Instant, endsAt: inOslo('2027-10-31T09:00') },
        'REQUEST',
      );
      expect(lineOf(file, 'DTSTART')).toBe(`DTSTART:${utc.replace(/[-:]|[.]000/g, '')}`);
      expect(instantOfTime(read(file).event.startDate)).toBe(utc);
    }
  });

  test('UTC itself, and a zone whose rules are not known, are written in UTC', () => {
    for (const other of ['UTC', 'Asia/Qostanay']) {
      const file = calendarFile({ ...meeting, zone: other }, 'REQUEST');
      expect(lineOf(file, 'DTSTART')).toBe('DTSTART:20270302T080000Z');
      expect(file).not.toContain('VTIMEZONE');
    }
  });
});

/** Every change of the clock in Oslo from 2000 to 2040. */
const changes = (() => {
  const found: Temporal.ZonedDateTime[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2000-01-01T00:00[${zone}]`);
  while (at && at.year <= 2040) {
    at = at.getTimeZoneTransition('next');
    if (at && at.year <= 2040) found.push(at);
  }
  return found;
})();

test('keeps its moments the day before, on and after every change of the clock from 2000 to 2040', () => {
  expect(changes).toHaveLength(82);
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  fc.assert(
    fc.property(
      fc.constantFrom(...changes),
      fc.constantFrom(-1, 0, 1),
      minute,
      fc.integer({ min: 1, max: 600 }),
      (change, days, minutes, length) => {
        const start = change.startOfDay().add({ days }).add({ minutes });
        const startsAt = instantText(start.toInstant());
        const endsAt = instantText(start.add({ minutes: length }).toInstant());
        const { event } = read(calendarFile({ ...meeting, startsAt, endsAt }, 'REQUEST'));
        expect([instantOfTime(event.startDate), instantOfTime(event.endDate)]).toEqual([startsAt, endsAt]);
      },
    ),
    { numRuns: 600 },
  );
});

test('keeps any words, in lines of at most 75 octets', () => {
  const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom(...nastyTexts));
  const printable = (text: string) => text.replace(/[^\P{Cc}\t\n\r]/gu, '');
  const oneLine = (text: string) => printable(text).replace(/\s+/g, ' ').trim();
  fc.assert(
    fc.property(words, words, words, words, (title, text, place, name) => {
      const attendees = [{ name, email: 'kari@embetet.example', isRequired: true }];
      const file = calendarFile({ ...meeting, title, text, place, attendees }, 'REQUEST');
      const { component, event } = read(file);
      expect(event.summary ?? '').toBe(oneLine(title));
      expect(event.description ?? '').toBe(printable(text).replace(/\r\n?/g, '\n'));
      expect(event.location ?? '').toBe(oneLine(place));
      expect(component.getFirstProperty('attendee')?.getFirstParameter('cn') ?? '').toBe(oneLine(name));
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
  );
});

test('is the same file on any machine', () => {
  const golden = new URL('./golden/invitation.ics', import.meta.url);
  const file = calendarFile(meeting, 'REQUEST');
  if (!existsSync(golden)) {
    writeFileSync(golden, file);
    throw new Error('golden invitation.ics: written now; read it and run again');
  }
  expect(file).toBe(readFileSync(golden, 'utf8'));
  const script = `import { calendarFile } from './cards/meetings/calendar-file.ts';
    process.stdout.write(calendarFile(${JSON.stringify(meeting)}, 'REQUEST'));`;
  for (const TZ of ['America/New_York', 'Europe/Oslo', 'Pacific/Chatham']) {
    const run = spawnSync(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', script], {
      cwd: new URL('../../', import.meta.url),
      encoding: 'utf8',
      env: { TZ },
    });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(file);
  }
});
