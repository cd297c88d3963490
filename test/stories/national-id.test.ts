import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { castOrganisations } from '../../src/playground/cast.ts';
import type { FakePlace } from '../../src/playground/fake-chat.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { testWorld } from '../cast.ts';
import { syntheticId } from '../privacy/synthetic-id.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, type Person, person, pollIn, told } from './people.ts';
import { pollIdOn, pressForged } from './press-forged.ts';
import { type Side, sides, type Who } from './sides.ts';

/** Invented numbers, 80 added to the month, so that no person has one. */
const ids = fc.sample(syntheticId, { numRuns: 3, seed: 1 });
/** As people write them. */
const hands: readonly ((id: string) => string)[] = [
  id => id,
  id => `${id.slice(0, 6)} ${id.slice(6)}`,
  id => `${id.slice(0, 6)}-${id.slice(6)}`,
  id => `${id.slice(0, 2)}.${id.slice(2, 4)}.${id.slice(4, 6)} ${id.slice(6)}`,
  id => `${id.slice(0, 6)}\u00A0${id.slice(6, 9)}\u200B${id.slice(9)}`,
];
const everyWay = ids.flatMap(id => hands.map(hand => hand(id)));

let house: House;
let folder: string;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laget-story-'));
  house = await openHouse(async () => openSqliteStore({ folder, ids: testWorld().ids }));
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
  expectNoTrouble(house);
});

/** Everything that was kept, logged, posted or told, as it stands on disk and on the wire. */
function everythingKept(): readonly { readonly where: string; readonly text: string }[] {
  const people = Object.values(house.forum.accounts).flat();
  const places = people.map(({ chat, personal }) => ({ chat, place: personal }));
  const channels = [
    { chat: house.teams, place: house.forum.channels.kommunene },
    { chat: house.teams, place: house.forum.channels.statsforvalteren },
    { chat: house.slack, place: house.forum.channels.organisasjonene },
  ];
  return [
    // The journal holds every page that was ever written since it began, also what was deleted again.
    ...readdirSync(folder).map(name => ({ where: name, text: readFileSync(join(folder, name), 'latin1') })),
    { where: 'log', text: JSON.stringify(house.world.lines) },
    ...[...places, ...channels].map(({ chat, place }) => ({
      where: place.name,
      text: JSON.stringify(chat.messagesIn(place)),
    })),
    ...people.map(({ chat, person: who }) => ({ where: who.name, text: JSON.stringify(chat.whispersTo(who)) })),
  ];
}

function expectNumberNowhere(): void {
  for (const { where, text } of everythingKept()) {
    for (const id of ids) {
      const found = [...hands.map(hand => hand(id)), id.slice(6)].filter(form => text.includes(form));
      expect([where, found]).toEqual([where, []]);
    }
  }
}

const good = { question: 'Skal vi søke?', options: 'Ja\nNei', closesOn: '2027-01-20' };
const roster = 'Plass;Part;Gruppe;Stemmerett;Innehaver;E-post\n';

const forms: readonly {
  form: string;
  command: string;
  /** It opens only in a channel that has no network. */
  inNewChannel?: true;
  field: string;
  values: Record<string, string>;
  write: (number: string) => string;
}[] = [
  { form: 'a new poll', command: 'avstemning', field: 'question', values: good, write: n => `Gjelder dette ${n}?` },
  { form: 'a new poll', command: 'avstemning', field: 'options', values: good, write: n => `Ja\nNei, ${n}\nVet ikke` },
  {
    form: 'a new network',
    command: 'start',
    inNewChannel: true,
    field: 'name',
    values: { name: 'Nord', kind: 'workingGroup' },
    write: n => `Nettverk ${n}`,
  },
  {
    form: 'a roster',
    command: 'liste',
    field: 'csv',
    values: {},
    write: n => `${roster}18;Senja kommune;offentlig eier;ja;Ola ${n};ola@senja.example`,
  },
];

/** What a person may type to the bot, with a number in it. */
const words: readonly ((number: string) => string)[] = [
  n => n,
  n => `Hei, barnet er født ${n}. Kan dere hjelpe?`,
  n => `hjelp ${n}`,
  n => `avstemning Gjelder dette ${n}? ; Ja ; Nei ; frist 20.01.2027`,
  n => `avstemning Gjelder dette? ; Ja ; ${n} ; frist 20.01.2027`,
  n => `start arbeidsgruppe ${n}`,
  n => `koble ${n}`,
  n => `inviter ${n}`,
  n => `svar 1 ${n}`,
  n => `liste\n${roster}18;Senja kommune;offentlig eier;ja;${n};`,
  n => `lagre ${n}`,
  n => `språk ${n}`,
];

async function newChannel({ account: { chat, person, organisation } }: Person): Promise<FakePlace> {
  const place = await chat.addPlace({ name: 'ny', organisation: castOrganisations[organisation].name });
  await chat.addBot(place, person);
  return place;
}

describe.each(sides)('a national identity number, on $side', ({ side, leader, voter }: Side) => {
  test('in any field of any form is refused there, the rest kept, and the number nowhere', async () => {
    const empty = await newChannel(as(leader));
    for (const [index, { command, inNewChannel, field, values, write }] of forms.entries()) {
      for (const number of everyWay.slice(index % 2, (index % 2) + 8)) {
        const who = as(leader);
        const form = await who.opensForm(command, inNewChannel ? empty : who.account.personal);
        const answer = await who.sends(form, { ...values, [field]: write(number) });
        expect([field, errorsOn(answer)]).toEqual([
          field,
          { [field]: expect.stringContaining('Her står det et fødselsnummer eller D-nummer') },
        ]);
        if (side === 'Slack') continue;
        const kept = Object.fromEntries(answer.form?.fields.map(({ name, value }) => [name, value]) ?? []);
        const { [field]: emptied, ...rest } = { ...values, [field]: kept[field] };
        expect(kept).toMatchObject(rest);
        expect(String(emptied ?? '')).not.toMatch(/\d{5}/);
      }
    }
    const mended = await as(leader).fillsIn('avstemning', good);
    expect(pollIn(mended)).toBe(1);
    expectNumberNowhere();
  });

  test('in the box for a code is refused there, and so is one in a button that carries a code', async () => {
    for (const number of everyWay) {
      const { form } = await as(voter).presses('Jeg har en kode', 'Hei, jeg er Laget');
      if (!form) throw new Error('No form was opened');
      const answer = await as(voter).sends(form, { code: number });
      expect(errorsOn(answer)).toEqual({ code: expect.stringContaining('fødselsnummer eller D-nummer') });
      if (side === 'Teams') expect(answer.form?.fields[0]?.value ?? '').toBe('');
      const forged = await pressForged(house, as(voter), { type: 'code.redeem', code: number });
      expect(forged).toContain('fødselsnummer eller D-nummer');
      for (const id of ids) expect(forged).not.toContain(id.slice(6));
    }
    expectNumberNowhere();
  });

  test('typed in a channel, in private or after a slash is refused with nothing done', async () => {
    await as(leader).opensPoll({ question: 'Er vi enige?' });
    for (const [index, write] of words.entries()) {
      const number = everyWay[index % everyWay.length] ?? '';
      for (const answer of [
        await as(leader).writes(write(number)),
        await as(voter).says(write(number)),
        await as(voter).commands(write(number)),
        await as(leader).commands(write(number), as(leader).channel),
      ]) {
        const seen = told(answer) || JSON.stringify(answer.form);
        expect([index, seen]).toEqual([index, expect.stringContaining('Meldingen har et fødselsnummer')]);
      }
    }
    await house.settle();
    expectNumberNowhere();
  });

  test('in what a button carries is refused, whichever field it claims to be', async () => {
    await as(leader).opensPoll({ question: 'Er vi enige?' });
    const poll = pollIdOn(as(voter).posting('Er vi enige?').raw);
    const payloads: readonly ((number: string) => object)[] = [
      number => ({ type: 'poll.cast-typed', poll, words: number }),
      number => ({ type: 'poll.cast', poll, options: ['o1'], seat: number }),
      number => ({ type: 'poll.cast', poll, options: [number.slice(0, 20)] }),
      number => ({ type: 'poll.cast', poll: number, options: ['o1'] }),
      number => ({ type: 'poll.show', poll: number }),
      number => ({ type: 'help.show', typed: number }),
      number => ({ type: 'member.invite', member: number }),
      number => ({ type: 'roster.apply', draft: number }),
      number => ({ type: number }),
    ];
    for (const payload of payloads) {
      for (const number of everyWay.slice(0, 5)) {
        const answer = await pressForged(house, as(leader), payload(number));
        for (const form of [number, ...ids]) expect(answer).not.toContain(form);
      }
    }
    await house.settle();
    expectNumberNowhere();
  });
});
