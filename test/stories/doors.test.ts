/**
 * Every door × every way to write a national identity number. Which doors there are is read from the intents' schemas, the
 * table of forms and the table of commands: a new free text is tried here without anyone adding it, and a field that lets a
 * number in must be named here as one of ours.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { formTypes } from '../../src/bot/form-again.ts';
import { type IntentType, intentSchemas } from '../../src/intents/intent.ts';
import { decode } from '../../src/intents/wire.ts';
import { holdsNationalId } from '../../src/privacy/national-id.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { type Command, commandWords } from '../../src/texts/commands.ts';
import { testWorld } from '../cast.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, readable, told } from './people.ts';
import { pressForged, sendForged } from './press-forged.ts';
import { type Side, sides, type Who } from './sides.ts';

/** Nobody's: born in 2039, or with 80 added to the month. */
const starts = {
  fødselsnummer: '311239',
  'D-nummer': '711239',
  'H-nummer': '315239',
  'a synthetic number': '019205',
  'a synthetic D-nummer': '419205',
} as const;
const kinds = Object.entries(starts).map(([kind, start]) => ({ kind, id: withFive(start) }));

function withFive(start: string): string {
  for (let five = 50_000; five < 100_000; five += 1) {
    if (holdsNationalId(`${start}${five}`)) return `${start}${five}`;
  }
  throw new Error(`No number begins with ${start}`);
}

/** As people write them. */
const hands: readonly ((id: string) => string)[] = [
  id => id,
  id => `${id.slice(0, 6)} ${id.slice(6)}`,
  id => `${id.slice(0, 6)}-${id.slice(6)}`,
  id => `${id.slice(0, 2)}.${id.slice(2, 4)}.${id.slice(4, 6)} ${id.slice(6)}`,
  id => `${id.slice(0, 6)}\u00A0${id.slice(6, 9)}\u200B${id.slice(9)}`,
];
const written = kinds.flatMap(({ id }) => hands.map(hand => hand(id)));
/** One of each kind, each by another hand. */
const oneOfEach = kinds.map(({ id }, at) => hands[at]?.(id) ?? id);
const inWords = (number: string) => `Barnet er født ${number} og trenger mer enn det får i dag.`;

/** What has as many digits and is something else: an account, cases, amounts, a telephone, an organisation, days. */
const harmless = [
  'Konto 8601 11 17947',
  'Sak 2027/12345-6 og 21/1234-12',
  '1.000.000 kr og 150 000 kr',
  '+47 77 64 40 00',
  'org.nr. 974 760 673',
  '01.12.2026 9.30-10.15',
];

const types = Object.keys(intentSchemas) as IntentType[];
const fieldsOf = (type: IntentType) => Object.keys(intentSchemas[type].shape);
const everyField = types.flatMap(type => fieldsOf(type).map(field => ({ type, field })));

type Let = 'refused' | 'refused-as-number' | 'let-in';

/** What becomes of a value in one field, whatever else lacks. */
function outcomeOf(type: IntentType, field: string, value: unknown): Let {
  const decoded = decode({ type, [field]: value });
  const problem =
    !decoded.ok && decoded.refusal.code === 'invalid' && decoded.refusal.fields.find(each => each.field === field);
  if (!problem) return 'let-in';
  expect(numbersIn(JSON.stringify(decoded))).toEqual([]);
  return problem.problem === 'national-id' ? 'refused-as-number' : 'refused';
}

/** What a person writes: the schema itself says why it refuses the number. */
function isFree({ type, field }: { readonly type: IntentType; readonly field: string }): boolean {
  const { error } = intentSchemas[type].safeParse({ [field]: inWords(written[0] ?? '') });
  return error?.issues.some(({ path, message }) => path[0] === field && message === 'national-id') ?? false;
}
const freeFields = everyField.filter(isFree);

/** A whole payload, its one value laid in: what is not refused for itself is refused when everything else is as it should be. */
function isLetIn(type: IntentType, field: string, value: unknown): boolean {
  if (outcomeOf(type, field, value) !== 'let-in') return false;
  const decoded = decode({ ...carriedOf(type), type, [field]: value });
  expect(numbersIn(JSON.stringify(decoded.ok ? '' : decoded.refusal))).toEqual([]);
  return decoded.ok;
}

describe('a field of an intent', () => {
  test('lets no national identity number in, but for a file that is read line by line', () => {
    const holes = everyField.filter(({ type, field }) =>
      oneOfEach.some(number =>
        [number, inWords(number), [number], [inWords(number)]].some(value => isLetIn(type, field, value)),
      ),
    );
    expect(holes).toEqual([{ type: 'needs.import', field: 'rows' }]);
  });

  test('has a payload that was released, whole enough to be read', () => {
    const unread = types.filter(type => !decode({ ...carriedOf(type), type }).ok);
    expect(unread).toEqual([]);
  });

  test('that is written freely says why it refuses one, however it is written', () => {
    expect(freeFields.length).toBeGreaterThan(60);
    for (const { type, field } of freeFields) {
      const outcomes = written.map(number => outcomeOf(type, field, inWords(number)));
      expect([type, field, new Set(outcomes)]).toEqual([type, field, new Set(['refused-as-number'])]);
    }
  });

  test('takes nothing harmless for one', () => {
    for (const { type, field } of freeFields) {
      const taken = harmless.filter(text => outcomeOf(type, field, text) === 'refused-as-number');
      expect([type, field, taken]).toEqual([type, field, []]);
    }
  });
});

const folderOfButtons = new URL('../fixtures/intents/', import.meta.url);
const released = readdirSync(folderOfButtons).flatMap(name =>
  z
    .array(z.looseObject({ type: z.string(), isRetired: z.literal(true).optional() }))
    .parse(JSON.parse(readFileSync(new URL(name, folderOfButtons), 'utf8'))),
);

/** Everything that was ever carried of an intent, in one payload. */
const carriedOf = (type: string): Record<string, unknown> =>
  Object.assign({}, ...released.filter(each => each.type === type && !each.isRetired));

let house: House;
let folder: string;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laget-doors-'));
  house = await openHouse(async () => openSqliteStore({ folder, ids: testWorld().ids }));
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

/** Everything that was kept, logged, posted or told, as it stands on disk and on the wire. */
function everythingKept(): readonly { readonly where: string; readonly text: string }[] {
  const people = Object.values(house.forum.accounts).flat();
  const { kommunene, statsforvalteren, organisasjonene } = house.forum.channels;
  const places = [
    ...people.map(({ chat, personal }) => ({ chat, place: personal })),
    ...[kommunene, statsforvalteren].map(place => ({ chat: house.teams, place })),
    { chat: house.slack, place: organisasjonene },
  ];
  return [
    // The journal holds every page that was ever written since it began, also what was deleted again.
    ...readdirSync(folder).map(name => ({ where: name, text: readFileSync(join(folder, name), 'latin1') })),
    { where: 'log', text: JSON.stringify(house.world.lines) },
    ...places.map(({ chat, place }) => ({ where: place.name, text: JSON.stringify(chat.messagesIn(place)) })),
    ...people.map(({ chat, person: who }) => ({ where: who.name, text: JSON.stringify(chat.whispersTo(who)) })),
  ];
}

/** Whole in any hand; of five digits alone a page of other numbers may hold some by chance. */
function numbersIn(text: string): readonly string[] {
  return written.filter(number => [number, Buffer.from(number).toString('latin1')].some(form => text.includes(form)));
}

function expectNumberNowhere(): void {
  for (const { where, text } of everythingKept()) expect([where, numbersIn(text)]).toEqual([where, []]);
}

/** Of a group that has no seats in this forum, and why so soon where it is not soon. */
const notAlwaysAsked: ReadonlySet<string> = new Set(['rules.groups', 'minutes.approve']);

/** Of things that have come further than anything here; there the number is refused in words. */
const laterOn: ReadonlySet<string> = new Set([
  'meeting.move',
  'minutes.approve',
  'follow-up.close',
  'set.bundle',
  'set.choose',
  'ranking.open',
]);

/** Who answers for a party that was invited, on each side. */
const own: Readonly<Record<Side['side'], Who>> = {
  Teams: ['askeladden', 'kommunene'],
  Slack: ['mikkel', 'organisasjonene'],
};

describe.each(sides)('a national identity number, on $side', ({ side, leader }) => {
  /** One of each thing there is, so that there is a form about it to show again. */
  async function furnish(): Promise<Readonly<Record<string, string>>> {
    const kari = as(leader);
    await kari.opensPoll({ question: 'Er vi enige?' });
    await kari.writes('møte Styringsmøte ; 2. mars 2027 kl. 10-11.30 ; 3. mars 2027 kl. 10-11.30');
    await kari.writes('sak 1: Orienteringer ; orientering ; 10 min');
    await kari.writes('milepæl Frist for innstilling ; 15. mars 2027');
    await kari.writes(
      'innhenting kollektiv 2027 ; Tromsø kommune ; privat: Utdanningsforbundet ; behovsmelding ; frist 1. februar',
    );
    await kari.pressesPrivately('Åpne innhentingen');
    await kari.writes(
      'innhenting kollektiv 2027 ; Tromsø kommune ; privat: Utdanningsforbundet ; innspill ; frist 2. februar',
    );
    await kari.pressesPrivately('Åpne innhentingen', '2. februar');
    await house.settle();
    const { form } = await as(own[side]).presses('Meld inn', 'Innhenting 1');
    if (!form) throw new Error('No form was opened');
    await as(own[side]).sends(form, { participants: 'Solstua barnehage' });
    await kari.writes('saksliste 1');
    await kari.writes('milepæl 1');
    await as(own[side]).writes('mine meldinger');
    await house.settle();
    const everything = JSON.stringify(everythingKept().slice(-60)).replace(/\\+/g, '');
    const found = ['poll', 'meeting', 'case', 'milestone', 'need'].map(name => {
      const all = [...everything.matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))].map(([, id]) => id ?? '');
      return [name, all.at(-1) ?? ''] as const;
    });
    const party = side === 'Teams' ? 'kommune|5501' : 'eier|utdanningsforbundet';
    const [round, inputs] = ['Innhenting 1', 'Innhenting 2'].map(
      title => /"round\\*":\\*"([^"\\]+)/.exec(JSON.stringify(kari.posting(title).raw))?.[1] ?? '',
    );
    return { ...Object.fromEntries(found), party, round: round ?? '', inputs: inputs ?? '' };
  }

  /** @returns whether the form came again, and what of its other texts is not in it */
  async function tries(things: Readonly<Record<string, string>>, type: IntentType, field: string, number: string) {
    const inRound = type === 'need.give' ? { round: things['inputs'] } : {};
    const carried = { ...carriedOf(type), ...pick(things, fieldsOf(type)), type, seen: undefined, ...inRound };
    const who = /^need\.(?:give|who|what|how|withdraw)$/.test(type) ? own[side] : leader;
    const { said, body } = await sendForged(house, as(who), carried, { [field]: inWords(number) });
    expect([type, field, numbersIn(said)]).toEqual([type, field, []]);
    const isAgain = body.includes(JSON.stringify(field));
    if (isAgain || !notAlwaysAsked.has(type)) {
      expect([type, field, said]).toEqual([type, field, expect.stringMatching(/fødselsnummer/)]);
    }
    const rest = textsIn(carried, type).filter(([name]) => name !== field);
    const lost = rest.filter(([, text]) => !body.includes(JSON.stringify(text).slice(1, -1)));
    // Slack keeps by itself what was typed.
    return { isAgain, lost: isAgain && side === 'Teams' ? lost : [] };
  }

  test('in any free text of any form is refused there, the rest kept, and the number nowhere', async () => {
    const things = await furnish();
    expect(Object.entries(things).filter(([, id]) => id === '')).toEqual([]);
    const inForms = freeFields.filter(({ type }) => formTypes.includes(type));
    const again = new Set<string>();
    const lost: unknown[] = [];
    for (const [at, { type, field }] of inForms.entries()) {
      const tried = await tries(things, type, field, written[at % written.length] ?? '');
      if (tried.isAgain) again.add(type);
      lost.push(...tried.lost.map(each => [type, field, each]));
    }
    expect(lost).toEqual([]);
    const never = inForms.filter(({ type }) => !again.has(type) && !laterOn.has(type));
    expect(never).toEqual([]);
    await house.settle();
    expectNumberNowhere();
  });

  test('in a button of any kind comes back nowhere, whichever field it is in', async () => {
    const things = await furnish();
    const notFree = everyField.filter(each => !freeFields.includes(each));
    for (const [at, { type, field }] of notFree.entries()) {
      const number = written[at % written.length] ?? '';
      const carried = { ...carriedOf(type), ...pick(things, fieldsOf(type)), type, [field]: number };
      const answer = await pressForged(house, as(leader), carried);
      expect([type, field, numbersIn(answer)]).toEqual([type, field, []]);
    }
    await house.settle();
    expectNumberNowhere();
  });

  test('after any command is refused with nothing done', async () => {
    for (const [at, command] of (Object.keys(commandWords) as Command[]).entries()) {
      const number = written[at % written.length] ?? '';
      const words = Object.values(commandWords[command]).flat();
      const answer = await as(leader).writes(`${words[at % words.length]} 1 ${inWords(number)}`);
      expect([command, told(answer)]).toEqual([command, expect.stringContaining('Meldingen har et fødselsnummer')]);
      expect([command, answer.whispers.flatMap(seen => numbersIn(readable(seen)))]).toEqual([command, []]);
    }
    await house.settle();
    expectNumberNowhere();
  });
});

function pick(from: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}

/** A picker holds a day or one of its choices; words that came by a command leave it empty. */
const picked: ReadonlySet<string> = new Set([
  'responsible',
  'on',
  'closesOn',
  'opensOn',
  'from',
  'to',
  'until',
  'after',
  'before',
]);

/** The free texts of one line that a payload carries. */
function textsIn(carried: Record<string, unknown>, type: IntentType): readonly (readonly [string, string])[] {
  return freeFields.flatMap(({ type: of, field }) => {
    const text = carried[field];
    return of === type && typeof text === 'string' && !text.includes('\n') && !picked.has(field)
      ? [[field, text] as const]
      : [];
  });
}
