import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type CastOrganisation, castNetwork, castOrganisations, castPeople } from '../../src/playground/cast.ts';
import { gatherCast } from '../../src/playground/convene-forum.ts';
import type { FakePlace } from '../../src/playground/fake-chat.ts';
import { tenantIdOf } from '../../src/playground/fake-teams-world.ts';
import { kindWords } from '../../src/texts/commands.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { codeIn, errorsOn, newcomer, type Person, person, readable, told } from './people.ts';
import { type Side, sides, type Who } from './sides.ts';

let house: House;
let places = 0;

const as = ([key, organisation]: Who): Person => person(house, key, organisation);

/** A channel nobody has used, with the bot in it. */
async function newChannel(who: Person, isBotAdded = true): Promise<FakePlace> {
  const { chat, organisation, person: by } = who.account;
  places += 1;
  const place = await chat.addPlace({ name: `kanal-${places}`, organisation: castOrganisations[organisation].name });
  if (isBotAdded) await chat.addBot(place, by);
  return place;
}

function saidIn(who: Person, place: FakePlace): readonly string[] {
  return who.account.chat.messagesIn(place).map(readable);
}

function introductionsIn(who: Person, place: FakePlace): number {
  return saidIn(who, place).filter(text => text.includes('Hei, jeg er Laget')).length;
}

/** What is seen by the person and in the place together: an answer is public on one platform and ephemeral on the other. */
async function answerIn(who: Person, place: FakePlace, text: string): Promise<string> {
  const before = saidIn(who, place).length;
  const answer = await who.account.chat.say(who.account.person, place, text);
  return [told(answer), ...saidIn(who, place).slice(before)].join('\n');
}

describe.each(sides)('people who have not yet met, on $side', ({ voter }) => {
  beforeAll(async () => {
    house = await openHouse(undefined, { gather: gatherCast });
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  test('the bot introduces itself once each time it is added, however often it is told', async () => {
    const who = as(voter);
    const { chat, person: by } = who.account;
    const place = await newChannel(who, false);
    chat.repeatRequests(4);
    await chat.addBot(place, by);
    expect(introductionsIn(who, place)).toBe(1);
    await chat.removeBot(place, by);
    await chat.addBot(place, by);
    chat.repeatRequests(1);
    expect(introductionsIn(who, place)).toBe(2);
  });

  test('a channel without a network says how to get one', async () => {
    const who = as(voter);
    const place = await newChannel(who);
    expect(await answerIn(who, place, 'nettverk')).toContain('Denne kanalen hører ikke til noe nettverk ennå');
    expect(await answerIn(who, place, 'medlemmer')).toContain('Her er det ikke noe nettverk ennå');
    expect(told(await who.writes('start samarbeidsforum Nord'))).toContain('Et nettverk startes i en kanal');
    expect(told(await who.writes('start'))).toContain('Et nettverk startes i en kanal');
  });

  test('a person starts a network by the form and becomes its coordinator', async () => {
    const who = as(voter);
    const place = await newChannel(who);
    const form = await who.opensForm('start', place);
    const left = await who.sends(form, { name: ' ', kind: 'steeringGroup' });
    expect(errorsOn(left)).toEqual({ name: 'Fyll ut dette feltet.' });
    const again = left.form ?? form;
    await who.sends(again, { name: 'Styringsgruppa for laget', kind: 'steeringGroup', secondLanguage: 'nn' });
    expect(saidIn(who, place).join('\n')).toContain('Nettverket Styringsgruppa for laget er startet');
    const shown = await answerIn(who, place, 'nettverk');
    expect(shown).toContain('Styringsgruppe');
    expect(shown).toContain('bokmål og nynorsk');
    expect(await answerIn(who, place, 'medlemmer')).toMatch(new RegExp(`${who.account.person.name}.*koordinator`, 's'));

    await answerIn(who, place, 'avstemning Møtes vi? ; Ja ; Nei ; frist 20.01.2027');
    await house.settle();
    const poll = who.account.chat.messagesIn(place).find(({ buttons }) => buttons.includes('Ja'));
    expect(poll && readable(poll)).toMatch(/Alle medlemmer kan svare.*Alle medlemer kan svare/s);
    expect(poll?.buttons).toEqual(['Ja', 'Nei', 'Mitt svar']);
  });

  test.each(Object.entries(kindWords))(
    'a person starts a network of the kind %s by typed words',
    async (kind, words) => {
      const who = as(voter);
      for (const word of words) {
        const place = await newChannel(who);
        const name = `${word.toUpperCase()} for ${kind}`;
        expect(await answerIn(who, place, `Start   ${name}`)).toContain(`Nettverket ${name} er startet`);
        expect(await answerIn(who, place, 'inviter 1')).toContain('Det finnes ingen plass 1');
        expect(await answerIn(who, place, `start ${name} nummer to`)).toContain('hører allerede til et nettverk');
      }
    },
  );

  test('whoever presses «Start et nettverk» where there is one is told so, and gets no form', async () => {
    const who = as(voter);
    const { chat, person: by } = who.account;
    const place = await newChannel(who);
    expect(await answerIn(who, place, 'start samarbeidsforum Det første')).toContain('er startet');
    const introduction = chat.messagesIn(place).find(({ buttons }) => buttons.includes('Start et nettverk'));
    if (!introduction) throw new Error('Nobody was greeted');
    const answer = await chat.press(by, introduction, 'Start et nettverk');
    expect(told(answer)).toContain('hører allerede til et nettverk');
    expect(answer.form).toBeUndefined();
  });

  test('a network may begin in a group chat', async () => {
    const { chat, organisation, person: by } = as(voter).account;
    const group = { name: 'de fire', organisation: castOrganisations[organisation].name, kind: 'group' } as const;
    const place = await chat.addPlace(group);
    await chat.addBot(place, by);
    expect(introductionsIn(as(voter), place)).toBe(1);
    expect(await answerIn(as(voter), place, 'start referansegruppe De fire')).toContain('er startet');
    await answerIn(as(voter), place, 'avstemning Møtes vi? ; Ja ; Nei ; frist 20.01.2027');
    await house.settle();
    expect(saidIn(as(voter), place).join('\n')).toContain('0 av 1 har svart');
  });

  test('a person in several networks is asked to write in the channel of the one they mean', async () => {
    expect(told(await as(voter).writes('medlemmer'))).toContain('Du er med i flere nettverk');
  });
});

describe.each(sides)('codes, on $side', ({ organisation, elsewhere, leader, voter }: Side) => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  test.each(['here', 'elsewhere'])('a code links a channel %s, typed as people type, and only once', async where => {
    const who = await newcomer(house, where === 'here' ? organisation : elsewhere);
    const code = codeIn(await as(leader).writes('koble'));
    const place = await newChannel(who);
    const typed = ` Koble  ${code.toLowerCase().replace('-', ' ')} `;
    expect(await answerIn(who, place, typed)).toContain(`Kanalen er koblet til ${castNetwork.name}`);
    const another = await newChannel(who);
    const { chat, person: asker } = who.account;
    const introduction = chat.messagesIn(another).at(-1);
    const form = introduction && (await chat.press(asker, introduction, 'Jeg har en kode')).form;
    expect(form && told(await who.sends(form, { code }))).toContain('Koden er brukt før');
    expect(await answerIn(who, another, `koble ${code}`)).toContain('Koden er brukt før');
    expect(await answerIn(who, another, 'nettverk')).not.toContain(castNetwork.name);
  });

  test('a code made for channels is refused in a person’s own chat, and is not used up', async () => {
    const who = await newcomer(house, organisation, 'Gjest Baardsen');
    const code = codeIn(await as(leader).writes('koble'));
    expect(told(await who.writes(`koble ${code}`))).toContain('Skriv den i kanalen, ikke her');
    const place = await newChannel(who);
    expect(await answerIn(who, place, `koble ${code}`)).toContain('Kanalen er koblet til');
  });

  test('only the coordinator makes codes for channels, seats and others', async () => {
    for (const words of ['koble', 'inviter 7', 'inviter 7 vara', `inviter ${castPeople.nordavinden.name}`]) {
      expect(told(await as(voter).writes(words))).toContain('Bare koordinatoren');
    }
    expect(told(await as(leader).writes('inviter 99'))).toContain('Det finnes ingen plass 99');
    expect(told(await as(leader).writes('inviter Ingen Slik'))).toContain('Jeg fant ikke akkurat ett medlem');
  });

  test('a person takes a seat by its code, and is the same member from a second account', async () => {
    const first = await newcomer(house, organisation, castPeople.åse.name);
    const second = await newcomer(house, elsewhere, castPeople.åse.name);
    expect(told(await first.writes(`koble ${codeIn(await as(leader).writes('inviter 7'))}`))).toContain(
      'Du har plass 7 for Soria Moria barnehager',
    );
    const own = codeIn(await first.writes('min kode'));
    expect(told(await second.writes(`koble ${own}`))).toContain(`Kontoen er koblet til ${castPeople.åse.name}`);
    expect(told(await second.writes(`koble ${own}`))).toContain('Koden er brukt før');
    expect(told(await second.writes('nettverk'))).toContain(castNetwork.name);

    const late = await newcomer(house, organisation, 'En Annen');
    expect(told(await late.writes(`koble ${codeIn(await as(leader).writes('inviter 7'))}`))).toContain(
      'En annen har plassen',
    );
    expect(told(await late.writes('nettverk'))).not.toContain(castNetwork.name);
    expect(told(await late.writes(`koble ${codeIn(await as(leader).writes('inviter 7 vara'))}`))).toContain(
      'Du er vara på plass 7',
    );
    expect(told(await as(leader).writes('medlemmer'))).toMatch(/7 · Soria Moria barnehager.*vara: En Annen/s);
  });

  test('a channel linked late gets the polls that are open, and no other', async () => {
    await as(leader).opensPoll({ question: 'Er denne stengt?' });
    await as(leader).writes('steng 1');
    await as(leader).opensPoll({ question: 'Er denne åpen?' });
    const who = await newcomer(house, elsewhere, 'Seint Ute');
    const place = await newChannel(who);
    await answerIn(who, place, `koble ${codeIn(await as(leader).writes('koble'))}`);
    await house.settle();
    expect(saidIn(who, place).filter(text => text.includes('Er denne åpen?'))).toHaveLength(1);
    expect(saidIn(who, place).join('\n')).not.toContain('Er denne stengt?');
  });

  test('who is no member is told how to become one, and learns nothing', async () => {
    const opened = await as(leader).opensPoll({ question: 'Hva er hemmelig?', kind: 'formal' });
    // By now the forum has more channels than are posted to unseen.
    const send = opened.whispers.at(-1)?.buttons.find(label => label.startsWith('Send til'));
    if (send) await as(leader).pressesPrivately(send, 'Hva er hemmelig?');
    await house.settle();
    const stranger = await newcomer(house, organisation, 'Fremmed Fugl');
    const asked = [
      'nettverk',
      'medlemmer',
      'avstemninger',
      'vis',
      'vis 1',
      'svar 1 ja',
      'mitt svar',
      'mangler 1',
      'eksport 1',
      'påminn 1',
      'forleng 1 01.02.2027',
      'steng 1',
      'avstemning',
      'avstemning Får jeg? ; Ja ; Nei ; frist 20.01.2027',
      'liste',
      'lagre noe',
      'koble',
      'inviter 1',
      `inviter ${castPeople.pål.name}`,
      'min kode',
    ];
    for (const words of asked) {
      const inChannel = await answerIn(stranger, stranger.channel, words);
      expect([words, inChannel]).toEqual([words, expect.stringContaining('Du er ikke medlem i dette nettverket')]);
      const alone = told(await stranger.writes(words));
      expect([words, alone]).toEqual([
        words,
        expect.stringMatching(/ikke noe nettverk ennå|hører ikke til noe nettverk/),
      ]);
      for (const secret of [castNetwork.name, castPeople.pål.name, 'Hva er hemmelig?', 'Harstad']) {
        expect(`${inChannel}\n${alone}`).not.toContain(secret);
      }
    }
    expect(told(await stranger.presses('Ja', 'Hva er hemmelig?'))).toContain('Du er ikke medlem i dette nettverket');
    expect(told(await stranger.presses('Mitt svar', 'Hva er hemmelig?'))).toContain('Du er ikke medlem');
    await house.settle();
    expect(readable(stranger.posting('Hva er hemmelig?'))).toContain('0 av 16 har svart');
  });

  test('a person chooses a language, and is spoken to in it from then on, whatever the client says', async () => {
    const who = as(voter);
    await who.writes('språk');
    expect(told(await who.pressesPrivately('English'))).toContain('English');
    expect(told(await who.writes('nettverk'))).toContain('Cooperation forum');
    expect(told(await who.writes('hjelp'))).toContain('This is what I can do');
    expect(told(await who.writes('avstemning'))).toContain('Only the coordinator');
    expect(told(await who.writes('koble AAAA-AAAA'))).toContain('I do not know');
    expect(told(await who.writes('språk nynorsk'))).toContain('Eg skriv nynorsk');
    expect(told(await who.writes('hjelp'))).toContain('Dette kan eg');
    expect(told(await who.writes('spraak nb'))).toContain('språk');
    expect(told(await who.writes('språk BOKMÅL'))).toContain('Jeg skriver bokmål');

    const stranger = await newcomer(house, organisation, 'English Guest');
    await stranger.writes('language english');
    expect(told(await stranger.writes('nettverk'))).toContain('network');
    expect(told(await stranger.says('koble AAAA-AAAA'))).toContain('I do not know');
  });

  test('a code that nobody made, and one that has expired, are refused', async () => {
    const who = await newcomer(house, organisation, 'Sein Gjest');
    const place = await newChannel(who);
    expect(await answerIn(who, place, 'koble AAAA-AAAA')).toContain('Jeg kjenner ikke den koden');
    const { form } = await who.presses('Jeg har en kode', 'Hei, jeg er Laget');
    if (!form) throw new Error('No form was opened');
    expect(told(await who.sends(form, { code: 'BBBB-BBBB' }))).toContain('Jeg kjenner ikke den koden');
    const code = codeIn(await as(leader).writes('koble'));
    house.clock.advance(31 * 24 * 3_600_000);
    expect(await answerIn(who, place, `koble ${code}`)).toContain('Koden er gått ut');
  });
});

test('a tenant or workspace that is not on the list is refused, and nothing is kept of what it asked', async () => {
  const kommunene = castOrganisations.kommunene.name;
  house = await openHouse(undefined, {
    gather: gatherCast,
    set: { allowedTenants: [tenantIdOf(kommunene)], allowedWorkspaces: ['T0SOMEOTHER'] },
  });
  const who = (organisation: CastOrganisation) => newcomer(house, organisation, 'Kari Kamp');
  const inside = await who('kommunene');
  expect(saidIn(inside, inside.channel).join('\n')).toContain('Hei, jeg er Laget');
  expect(await answerIn(inside, inside.channel, 'start samarbeidsforum Inne')).toContain('er startet');
  for (const organisation of ['statsforvalteren', 'organisasjonene'] as const) {
    const outside = await who(organisation);
    for (const words of ['hjelp', 'start samarbeidsforum Ute', 'koble AAAA-AAAA']) {
      const answer = await answerIn(outside, outside.channel, words);
      expect(answer).toContain('Laget er ikke åpnet for denne virksomheten');
      expect(answer).not.toContain('Dette kan jeg');
    }
    expect(introductionsIn(outside, outside.channel)).toBe(0);
    expect(told(await outside.writes('nettverk'))).toContain('Laget er ikke åpnet for denne virksomheten');
  }
  await house.close();
  expectNoTrouble(house);
});
