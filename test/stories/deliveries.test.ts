/** What is sent to many is seen first; what did not arrive is told of, and sent again by hand; people choose where. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { castOrganisations } from '../../src/playground/cast.ts';
import type { FakePlace, Seen } from '../../src/playground/fake-chat.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { codeIn, newcomer, type Person, person, pollIn, readable, told } from './people.ts';
import { pressForged } from './press-forged.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);
const question = 'Hvem får dette?';

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

async function minute(): Promise<void> {
  house.clock.advance(10_000);
  await house.settle();
}

const kari: Who = ['kari', 'statsforvalteren'];
const chair: Who = ['askeladden', 'kommunene'];

describe.each(sides)('in more channels than a few, asked for from $side', ({ leader, voter }) => {
  let places: readonly FakePlace[];

  /** Four more channels where the voter is. */
  beforeEach(async () => {
    const { chat, person: who, organisation } = as(voter).account;
    const made: FakePlace[] = [];
    for (const name of ['nord', 'sør', 'øst', 'vest']) {
      const place = await chat.addPlace({ name, organisation: castOrganisations[organisation].name });
      await chat.addBot(place, who);
      await chat.say(who, place, `koble ${codeIn(await as(leader).writes('koble'))}`);
      made.push(place);
    }
    places = made;
    await house.settle();
  });

  const standing = (): readonly (readonly Seen[])[] => {
    const { chat } = as(voter).account;
    const there = [...places, as(voter).channel].map(place => chat.messagesIn(place));
    return there.map(all => all.filter(seen => readable(seen).includes(question)));
  };

  test('a poll is opened, shown to whoever asked as it will stand, and posted once they say so', async () => {
    const answer = await as(leader).opensPoll({ question, kind: 'formal' });
    expect(pollIn(answer)).toBe(1);
    expect(told(answer)).toContain('Se over før det sendes');
    expect(told(answer)).toMatch(/Dette går til 7: .*\. Ingenting er sendt ennå\./);
    expect(told(answer)).toContain('0 av 16 har svart');
    expect(told(answer)).toContain('[Ja] [Nei]');
    await minute();
    expect(standing().flat()).toEqual([]);

    expect(told(await as(leader).pressesPrivately('Send til 7'))).toContain('Sendes nå til 7');
    await house.settle();
    expect(standing().map(all => all.length)).toEqual([1, 1, 1, 1, 1]);
    const shown = told(answer).split('Slik står det på bokmål, til 7:\n')[1]?.split('\n')[0];
    expect(readable(standing()[0]?.[0] ?? { texts: [] })).toContain(shown);
    await as(voter).presses('Ja', question);
    await house.settle();
    await house.settle();
    for (const [posting] of standing()) expect(readable(posting ?? { texts: [] })).toContain('1 av 16 har svart');
    expect(told(await as(leader).writes('utsendinger 1'))).toMatch(/^7 av 7 nådd$/m);
  });

  test('nothing is posted when they say no, and then it is over', async () => {
    await as(leader).opensPoll({ question });
    const payload = payloadOn(as(leader), 'sending.agree');
    expect(told(await as(leader).pressesPrivately('Ikke send'))).toContain('Ingen får noe.');
    expect(await pressForged(house, as(leader), payload)).toMatch(
      /Dette ble ikke sendt[\s\S]*Du valgte .* å ikke sende det\. Ingen fikk noe\./,
    );
    await minute();
    expect(standing().flat()).toEqual([]);
    await as(voter).says('vis 1');
    await house.settle();
    expect(standing().filter(all => all.length > 0)).toHaveLength(1);
  });
});

describe.each(sides)('what is shown to whoever leads, on $side', ({ leader, voter, other }) => {
  beforeEach(async () => {
    await as(leader).opensPoll({ question, kind: 'formal' });
  });

  test('is shown anew when it has changed, and only what was seen last is sent', async () => {
    await as(leader).writes('påminn 1');
    const before = as(other).heard().length;
    await as(leader).writes('forleng 1 25.01.2027');
    const again = told(await as(leader).pressesPrivately('Send til 15', 'Dette går til 15'));
    expect(again).toContain('er ikke lenger det du så');
    expect(again).toContain('Frist: mandag 25. januar 2027');
    await house.settle();
    expect(as(other).heard()).toHaveLength(before);
    await as(voter).presses('Ja', question);
    const payload = payloadOn(as(leader), 'sending.agree');
    const sent = told(await as(leader).pressesPrivately('Send til 15', 'mandag 25. januar 2027'));
    expect(sent).toContain('Sendes nå til 14');
    expect(sent).toContain('1 trengte det ikke lenger, og får ingenting.');
    const pressedAgain = await pressForged(house, as(leader), payload);
    expect(pressedAgain).toContain('Du sendte dette');
    expect(pressedAgain).toContain('Sendt mandag 11. januar 2027 kl. 09.00.');
    expect(() => as(leader).pressesPrivately('Send til 15', 'mandag 25. januar 2027')).toThrow('no such message');
  });

  test('may be agreed to by another who leads, and by nobody else; to outsiders it is not there', async () => {
    await as(leader).writes('påminn 1');
    const payload = payloadOn(as(leader), 'sending.agree');
    const outsider = await newcomer(house, as(voter).account.organisation);
    for (const type of ['sending.agree', 'sending.drop', 'sending.show']) {
      expect(await pressForged(house, as(voter), { ...payload, type })).toContain(
        'Bare koordinatoren og lederen kan sende ut',
      );
      expect(await pressForged(house, outsider, { ...payload, type })).toContain('Jeg finner ikke den utsendingen');
    }
    const show = { ...payload, type: 'sending.show' };
    const everyone = await pressForged(house, as(chair), { ...show, from: 14 });
    expect(everyone).toContain('Veslefrikk Fele');
    expect(everyone).not.toContain('Pål Askeland');
    expect(await pressForged(house, as(chair), { ...show, text: 0 })).toContain('på bokmål, til 12');
    // Who has chosen no language is written to in the one their client speaks.
    expect(await pressForged(house, as(chair), { ...show, text: 1 })).toMatch(/på (?:nynorsk|engelsk), til \d/);
    expect(await pressForged(house, as(chair), payload)).toContain('Sendes nå til 15');
    expect(told(await as(leader).pressesPrivately('Send til 15'))).toContain('Askeladden Askeland sendte dette');
    expect(await pressForged(house, as(leader), { ...payload, type: 'sending.show' })).toContain(
      'Askeladden Askeland sendte dette',
    );
  });
});

describe('what did not arrive', () => {
  /** The answer to the posting in this channel is lost, and nobody can look. */
  async function loseOne(): Promise<void> {
    await as(kari).writes('skriv til meg på Teams');
    const place = house.forum.channels.kommunene;
    house.teams.setTrouble(place, 'answer-lost', 1);
    await as(kari).opensPoll({ question, kind: 'formal' });
    await minute();
  }
  const standing = () =>
    house.teams.messagesIn(house.forum.channels.kommunene).filter(seen => readable(seen).includes(question));
  const label = 'Send på nytt: Samarbeidsforum (Teams)';

  test('is told of with a button that sends it once more, once however often the press comes', async () => {
    await loseOne();
    expect(standing()).toHaveLength(1);
    house.teams.repeatRequests(4);
    expect(told(await as(kari).pressesPrivately(label))).toContain('Oppslag til Samarbeidsforum');
    house.teams.repeatRequests(1);
    await house.settle();
    await minute();
    expect(standing()).toHaveLength(2);
    expect(told(await as(kari).pressesPrivately(label))).toContain('Den er allerede kommet fram, eller på vei.');
    expect(told(await as(kari).writes('utsendinger'))).toMatch(/^3 av 3 nådd$/m);
  });

  test('is sent again by those who lead, and to outsiders is not there', async () => {
    await loseOne();
    const payload = payloadOn(as(kari), 'delivery.repeat');
    const outsider = await newcomer(house, 'kommunene');
    expect(await pressForged(house, as(['huldra', 'kommunene']), payload)).toContain('kan sende på nytt');
    expect(await pressForged(house, outsider, payload)).toContain('Jeg finner ikke den utsendingen');
    expect(await pressForged(house, as(kari), { ...payload, delivery: 'words|other' })).toContain(
      'Jeg finner ikke den utsendingen',
    );
    expect(await pressForged(house, as(kari), { ...payload, delivery: 'poll' })).toContain('Dette kunne ikke leses');
    await house.settle();
    expect(standing()).toHaveLength(1);
    expect(await pressForged(house, as(chair), payload)).toContain('Sendes på nytt');
  });

  test('stands in the report of who was reached, by what was sent and why not', async () => {
    await as(kari).opensPoll({ question, kind: 'formal' });
    house.teams.blockBot(as(['huldra', 'kommunene']).account.person);
    house.slack.leave(as(['herreper', 'organisasjonene']).account.person);
    await as(kari).writes('påminn 1');
    await as(kari).pressesPrivately('Send til 15');
    await house.settle();
    for (const command of ['utsendinger', 'utsendinger 1', 'utsendingar nr. 1', 'Deliveries 1']) {
      const report = told(await as(kari).writes(command));
      expect(report).toContain('16 av 19 nådd');
      expect(report).not.toContain('16 av 19 nådd:');
      expect(report).toContain('1 har blokkert boten');
      expect(report).toContain('1 har forlatt organisasjonen');
      expect(report).toContain('1 har ingen vei');
      expect(report).toMatch(/Oppslag.*3 av 3/);
      expect(report).toMatch(/Påminnelse.*13 av 16/);
    }
    const pressed = told(await as(kari).pressesPrivately('Hvem er nådd?', 'Sendes nå til 15'));
    expect(pressed).toContain('Huldra Skog – påminnelse: har blokkert boten');
    expect(told(await as(['pål', 'kommunene']).writes('utsendinger 1'))).toContain(
      'Bare koordinatoren og lederen kan se hvem som er nådd',
    );
    expect(told(await as(kari).writes('utsendinger 9'))).toContain('Jeg finner ikke det du spør om');
    expect(told(await as(kari).writes('utsendinger møte 1'))).toContain('Jeg finner ikke det du spør om');
    const unknown = { type: 'delivery.reach', about: { kind: 'poll', id: 'other' } };
    expect(await pressForged(house, as(kari), unknown)).toContain('Jeg finner ikke det du spør om');
    const odd = { ...unknown, about: { kind: 'a/b#?', id: '../x' } };
    expect(await pressForged(house, as(kari), odd)).toContain('Jeg finner ikke det du spør om');
    for (const type of ['delivery.repeat', 'sending.agree', 'sending.show']) {
      const forged = { ...odd, type, delivery: 'words|a/b#?', sending: '../x', seen: 'x' };
      expect(await pressForged(house, as(kari), forged)).toContain('Jeg finner ikke den utsendingen');
    }
  });
});

describe('a person with accounts on both platforms', () => {
  const inSlack: Who = ['mikkel', 'organisasjonene'];
  const inTeams: Who = ['mikkel', 'kommunene'];
  const reminded = (who: Who) =>
    as(who)
      .heard()
      .filter(text => text.includes('Du har ikke svart på')).length;

  async function remind(): Promise<void> {
    house.clock.advance(24 * 3_600_000);
    await as(kari).writes('påminn 1');
    await as(kari).pressesPrivately('Send til 15');
    await house.settle();
  }

  test('is written to where they choose, by words or by the form, and can take it back', async () => {
    await as(kari).opensPoll({ question, kind: 'formal', closesOn: '2027-03-01' });
    expect(told(await as(inTeams).writes('Skriv til meg i Slack!'))).toContain('Først prøver jeg Slack.');
    await remind();
    expect([reminded(inTeams), reminded(inSlack)]).toEqual([0, 1]);

    const form = await opensRouteForm(as(inSlack));
    expect(form.fields[0]?.choices?.map(({ label }) => label)).toEqual(['Der jeg sist skrev', 'Slack', 'Teams']);
    const answer = told(await as(inSlack).sends(form, { by: 'teams' }));
    expect(answer).toContain('Først prøver jeg Teams.');
    expect(answer).toContain('Går ikke det, prøver jeg Slack.');
    await remind();
    expect([reminded(inTeams), reminded(inSlack)]).toEqual([1, 1]);
    expect(told(await as(inTeams).writes('skriv til meg der jeg sist skrev'))).toContain('Du har ikke valgt noe');
  });

  test('cannot choose a way they do not have', async () => {
    for (const who of [inSlack, inTeams]) {
      expect(told(await as(who).writes('skriv til meg på e-post'))).toContain('Jeg kan ikke skrive til deg på e-post');
    }
    expect(told(await as(['huldra', 'kommunene']).writes('write to me on slack'))).toContain(
      'Jeg har ingen samtale med deg i Slack',
    );
    const outsider = await newcomer(house, 'kommunene');
    expect(told(await outsider.writes('skriv til meg på Teams'))).toContain('Du er ikke medlem');
  });
});

/** By the button that the words are answered with where they cannot open it themselves. */
async function opensRouteForm(who: Person) {
  const answer = await who.commands('skriv til meg');
  const form = answer.form ?? (await who.pressesPrivately('Velg hvor')).form;
  if (!form) throw new Error('No form was opened');
  return form;
}

/** What a button carries, on the newest thing told to a person that has one of this type. */
function payloadOn(who: Person, type: string): Record<string, unknown> {
  const { chat, person: account } = who.account;
  const found = chat.whispersTo(account).flatMap(({ raw }) => payloadsIn(raw).filter(each => each['type'] === type));
  const last = found.at(-1);
  if (!last) throw new Error(`No button of ${type}`);
  return last;
}

function payloadsIn(raw: unknown): readonly Record<string, unknown>[] {
  if (typeof raw === 'string' && raw.startsWith('{')) return payloadsIn(JSON.parse(raw));
  if (Array.isArray(raw)) return raw.flatMap(payloadsIn);
  if (typeof raw !== 'object' || raw === null) return [];
  const fields = raw as Record<string, unknown>;
  return [...(typeof fields['type'] === 'string' ? [fields] : []), ...Object.values(fields).flatMap(payloadsIn)];
}
