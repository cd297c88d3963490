/** A round with forty-one invited: shown, opened, answered, reminded of on the right days, and closed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CastOrganisation, castOrganisations } from '../../src/playground/cast.ts';
import type { Answer, SeenForm } from '../../src/playground/fake-chat.ts';
import { type FakeMail, startFakeMail } from '../../src/playground/fake-mail.ts';
import { municipalities } from '../../src/reference/municipalities.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { testWorld } from '../cast.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { codeIn, errorsOn, newcomer, type Person, person, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
let post: FakeMail;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

beforeEach(async () => {
  post = await startFakeMail();
  house = await openHouse(undefined, { set: { mail: { smtpUrl: post.url, from: 'Laget <laget@example.org>' } } });
});
afterEach(async () => {
  await house.close();
  await post.close();
  expectNoTrouble(house);
});

/** Those of the two counties that the cast has no seats for. */
const others = municipalities
  .filter(({ county, number }) => ['55', '56'].includes(county) && !['5501', '5503', '5601', '5610'].includes(number))
  .map(({ number, names }, at) => ({
    seat: 18 + at,
    number,
    party: `${names.join(' – ')} kommune`,
    name: `Tuftefolk ${at % 2 === 0 ? 'Haugen' : 'Berget'} ${number}`,
    email: `tufte${number}@kommune.example`,
  }));
const [first, second, third] = others;
if (!first || !second || !third) throw new Error('Two counties have more municipalities than the cast');

const roster = [
  'Plass;Part;Gruppe;Kommunenummer;Stemmerett;Fra;Til;Innehaver;E-post',
  ...others.map(
    each =>
      `${each.seat};${each.party};offentlig eier;${each.number};ja;2026-01-01;2029-12-31;${each.name};${each.email}`,
  ),
].join('\n');

const innspill = {
  title: 'Trygge overganger',
  sectors: ['kindergarten', 'primarySchool'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '40',
};

function formOf(answer: Answer): SeenForm {
  if (!answer.form) throw new Error(`No form was opened: ${told(answer)}`);
  return answer.form;
}

/** How many of those invited stand at each state of the posting, by its words. */
function countsIn(posting: string): Readonly<Record<string, number>> {
  const states = ['Har svart', 'Har begynt', 'Må rette det de sendte', 'Har ikke begynt', 'Kan ikke nås her'];
  return Object.fromEntries(
    states.flatMap(state => {
      const found = new RegExp(`${state}\\D*?(\\d+) av 41`, 's').exec(posting);
      return found ? [[state, Number(found[1])]] : [];
    }),
  );
}

describe.each(sides)('a round, on $side', ({ side, leader, organisation }) => {
  const words = 'Innspill til kollektiv kompetanseutvikling 2027';

  /** All of the two counties, one seat each; the first three have come with an account here. */
  async function gathered(): Promise<readonly [Person, Person, Person]> {
    await as(leader).writes(`liste\n${roster}`);
    await as(leader).pressesPrivately('Lagre endringene');
    return [await joined(first, organisation), await joined(second, organisation), await joined(third, organisation)];
  }

  async function joined(each: (typeof others)[number] | undefined, where: CastOrganisation): Promise<Person> {
    const who = await newcomer(house, where, each?.name);
    const code = codeIn(await as(leader).writes(`inviter ${each?.seat}`));
    await who.writes(`koble ${code}`);
    return who;
  }

  async function opened(invited = 'Troms og Finnmark', closes = '1. februar'): Promise<string> {
    const shown = told(await as(leader).writes(`innhenting kollektiv 2027 ; ${invited} ; frist ${closes} ; innspill`));
    await as(leader).pressesPrivately('Åpne innhentingen');
    await settled();
    return shown;
  }

  /** Forty are written to at the pace that each way allows. */
  async function settled(): Promise<void> {
    for (let times = 0; times < 6; times += 1) await house.settle();
  }

  async function at(instant: string): Promise<void> {
    house.clock.set(instant);
    await settled();
  }

  const reminders = (who: Person) => who.heard().filter(text => text.includes(`Påminnelse: ${words}`)).length;
  const mailed = (email: string) => post.messagesTo(email).filter(({ text }) => text.includes(words)).length;

  test('is shown before it is opened, answered, and chased on the right days', async () => {
    const [one, two, silent] = await gathered();
    const before = as(leader).account.chat.messagesIn(as(leader).channel).length;
    const shown = await opened();
    expect(shown).toContain('41: 2 fylkeskommuner og 39 kommuner');
    expect(shown).toMatch(/41 av 41 har folk her som kan nås: \d+ personer \(/);
    expect(shown).toMatch(/\d+ på e-post/);
    expect(shown).toContain('Påminnelser går 18. januar, 25. januar og 29. januar kl. 09.00');
    expect(shown).toContain('Dette legges ut i 3 kanaler:');
    expect(as(leader).account.chat.messagesIn(as(leader).channel).length).toBe(before + 1);
    for (const where of Object.keys(castOrganisations) as CastOrganisation[]) {
      const there = where === 'statsforvalteren' ? person(house, 'kari', where) : person(house, 'mikkel', where);
      expect(readable(there.posting(words))).toContain('0 av 41 har svart.');
    }

    await one.sends(formOf(await one.presses('Meld inn', words)), innspill);
    await settled();
    expect(readable(as(leader).posting(words))).toContain('1 av 41 har svart.');
    expect(countsIn(readable(one.posting(words)))).toEqual({ 'Har svart': 1, 'Har ikke begynt': 40 });

    await at('2027-01-18T07:59:00.000Z');
    expect([reminders(one), reminders(two), mailed(others[5]?.email ?? '')]).toEqual([0, 0, 0]);
    await at('2027-01-18T08:00:00.000Z');
    expect([reminders(one), reminders(two), reminders(silent)]).toEqual([0, 1, 1]);
    expect(others.slice(3).map(({ email }) => mailed(email))).toEqual(others.slice(3).map(() => 1));
    expect(mailed(first.email)).toBe(0);

    // Another process begins between two runs, and finds that all is sent.
    await house.secondProcess();
    await settled();
    expect([reminders(one), reminders(two), mailed(others[5]?.email ?? '')]).toEqual([0, 1, 1]);

    await two.sends(formOf(await two.pressesPrivately('Meld inn', words)), innspill);
    await at('2027-01-25T08:00:00.000Z');
    expect([reminders(one), reminders(two), reminders(silent)]).toEqual([0, 1, 2]);

    // The day before the deadline is a Sunday: it goes on the Friday.
    await at('2027-01-28T12:00:00.000Z');
    expect(reminders(silent)).toBe(2);
    await at('2027-01-29T08:00:00.000Z');
    expect([reminders(one), reminders(two), reminders(silent)]).toEqual([0, 1, 3]);
    await at('2027-01-31T08:00:00.000Z');
    await at('2027-02-01T22:30:00.000Z');
    expect([reminders(silent), mailed(others[5]?.email ?? '')]).toEqual([3, 3]);
    expect(silent.heard().at(-1)).toContain(`${third.party} har ikke begynt.`);
    expect(countsIn(readable(as(leader).posting(words)))).toEqual({ 'Har svart': 2, 'Har ikke begynt': 39 });
  });

  test('invites those who read in no channel one by one, when whoever leads has seen it; and asks about closing', async () => {
    const [one] = await gathered();
    expect(await opened()).toContain('33 personer leser ikke i noen kanal');
    const email = others[5]?.email ?? '';
    expect([mailed(email), mailed(first.email)]).toEqual([0, 0]);
    const waiting = told(await as(leader).writes('utsendinger innhenting 1'));
    expect(waiting).toContain('En utsending venter på at noen sier ja.');
    await as(leader).pressesPrivately('Send til 33', 'er invitert til å svare.');
    await settled();
    expect([mailed(email), mailed(first.email)]).toEqual([1, 0]);
    const [letter] = post.messagesTo(email).filter(({ text }) => text.includes(words));
    expect(letter?.text).toContain(`${others[5]?.party} er invitert til å svare.`);
    expect(letter?.text).toContain('Meld inn');
    await one.sends(formOf(await one.presses('Meld inn', words)), innspill);

    // By whichever account she used last.
    const accounts = [as(['kari', 'statsforvalteren']), as(['kari', 'organisasjonene'])];
    const asked = () => accounts.flatMap(kari => kari.heard()).filter(text => text.includes(`Ikke stengt: ${words}`));
    await at('2027-02-05T08:00:00.000Z');
    expect(asked()).toEqual([]);
    await at('2027-02-08T08:00:00.000Z');
    await at('2027-02-15T08:00:00.000Z');
    expect(asked()).toEqual([expect.stringContaining('1 av 41 har svart. Steng innhentingen når alt er inne')]);
  });

  test('that opens later stands in the channels until then, and is posted anew when it takes answers', async () => {
    await gathered();
    const shown = told(
      await as(leader).writes('innhenting kollektiv 2027 ; Troms og Finnmark ; åpner 18. januar ; frist 1. februar'),
    );
    expect(shown).toContain(
      'Oppslaget kommer på nytt i kanalene mandag 18. januar 2027 kl. 09.00, når det tar imot svar.',
    );
    const told1 = told(await as(leader).pressesPrivately('Åpne innhentingen'));
    expect(told1).toContain('Innhenting 1 er klar');
    await settled();
    const postings = () =>
      as(leader)
        .account.chat.messagesIn(as(leader).channel)
        .filter(message => readable(message).includes(words)).length;
    expect(readable(as(leader).posting(words))).toContain('Innhenting 1 · åpner senere');
    await at('2027-01-18T07:59:00.000Z');
    expect([postings(), mailed(others[5]?.email ?? '')]).toEqual([1, 0]);
    await at('2027-01-18T08:00:00.000Z');
    expect([postings(), mailed(others[5]?.email ?? '')]).toEqual([2, 1]);
    expect(readable(as(leader).posting(words))).toContain('Innhenting 1 · åpen');
    await at('2027-01-19T08:00:00.000Z');
    expect([postings(), mailed(others[5]?.email ?? '')]).toEqual([2, 1]);
  });

  test('a process that stops for good among its reminders, and between two of them, sends nothing twice and forgets nobody', async () => {
    await house.close();
    const folder = mkdtempSync(join(tmpdir(), 'laget-rounds-'));
    const inFolder = async () => openSqliteStore({ folder, ids: testWorld().ids });
    house = await openHouse(inFolder, { set: { mail: { smtpUrl: post.url, from: 'Laget <laget@example.org>' } } });
    const [one, two, silent] = await gathered();
    await opened();
    await one.sends(formOf(await one.presses('Meld inn', words)), innspill);
    await settled();
    const sent = () => [one, two, silent].map(reminders);
    const toOthers = () => new Set(others.slice(3).map(({ email }) => mailed(email)));

    house.clock.set('2027-01-18T08:00:00.000Z');
    for (let stops = 0; stops < 4; stops += 1) {
      await house.laget.tick();
      await house.restart();
    }
    await settled();
    expect([sent(), toOthers()]).toEqual([[0, 1, 1], new Set([1])]);

    // Nobody was there when the next one was to go: it goes when somebody is, once.
    await house.restart();
    house.clock.set('2027-01-26T09:00:00.000Z');
    await settled();
    expect([sent(), toOthers()]).toEqual([[0, 2, 2], new Set([2])]);
    await house.restart();
    await at('2027-01-29T08:00:00.000Z');
    await house.restart();
    await at('2027-02-01T22:30:00.000Z');
    expect([sent(), toOthers()]).toEqual([[0, 3, 3], new Set([3])]);
    expect(countsIn(readable(as(leader).posting(words)))).toEqual({ 'Har svart': 1, 'Har ikke begynt': 40 });
    rmSync(folder, { recursive: true });
  });

  test('names those who are missing by county, is reminded of by hand, extended and closed', async () => {
    const [one, two] = await gathered();
    await opened();
    await one.sends(formOf(await one.presses('Meld inn', words)), innspill);
    await settled();
    const missing = told(await as(leader).presses('Hvem mangler', words));
    expect(missing).toContain('40 har ikke svart');
    expect(missing).toContain('Nummer 1 til 25 av 40.');
    expect(missing).toContain(`${second.party}`);
    expect(missing).not.toContain(first.party);
    const more = told(await as(leader).pressesPrivately('Vis flere', '40 har ikke svart'));
    expect(more).toContain('Nummer 26 til 40 av 40.');
    expect(more).toContain('Finnmark: ');
    expect(told(await two.presses('Hvem mangler', words))).toContain('Bare koordinatoren og lederen kan se');

    const reminding = told(await as(leader).writes('minn om innhenting 1'));
    expect(reminding).toContain('Dette går til');
    expect(reminding).toContain('har ikke begynt.');
    expect(two.heard().some(text => text.includes('Påminnelse'))).toBe(false);

    expect(told(await as(leader).writes('forleng innhenting 1 25. januar'))).toContain('Det gikk ikke');
    expect(told(await as(leader).writes('forleng innhenting 1 15. februar'))).toContain('Innhenting 1 er forlenget');
    await settled();
    expect(readable(two.posting(words))).toContain('Fristen er mandag 15. februar 2027');

    const closing = await as(leader).commands('steng innhenting 1');
    expect(told(closing)).toContain('Det kan ikke gjøres om.');
    if (closing.form) {
      await as(leader).sends(closing.form, {});
    } else {
      await as(leader).pressesPrivately('Åpne skjemaet', 'Steng innhentingen');
      await as(leader).pressesPrivately('Steng nå', words);
    }
    await settled();
    expect(readable(two.posting(words))).toContain('Innhenting 1 · stengt');
    expect(two.posting(words).buttons).not.toContain('Meld inn');
    await at('2027-02-08T08:00:00.000Z');
    expect(reminders(two)).toBe(0);
  });

  test.each([
    ['1. februar', '2027-02-01T22:59:59.000Z', '2027-02-01T23:00:00.000Z'],
    ['1. april', '2027-04-01T21:59:59.000Z', '2027-04-01T22:00:00.000Z'],
  ])('is open through the last second of %s', async (closes, onTime, late) => {
    const [one, two] = await gathered();
    await opened('Troms og Finnmark', closes);
    const forms = [formOf(await one.presses('Meld inn', words)), formOf(await two.presses('Meld inn', words))] as const;
    house.clock.set(onTime);
    expect(told(await one.sends(forms[0], innspill))).toContain('Sendt.');
    house.clock.set(late);
    expect(told(await two.sends(forms[1], innspill))).not.toContain('Sendt.');
    await settled();
    expect(readable(one.posting(words))).toContain('Innhenting 1 · fristen er ute');
    expect(countsIn(readable(one.posting(words)))).toMatchObject({ 'Har svart': 1 });
  });

  test('is read from its form, which keeps what was filled in when something is wrong', async () => {
    const form = await as(leader).opensForm('innhenting');
    const filled = { invited: 'Troms\nAndeby', closesOn: '2027-02-01' };
    const refused = formOf(await as(leader).sends(form, filled));
    expect(errorsOn({ form: refused })).toEqual({
      invited: expect.stringContaining('Linje 2 forsto jeg ikke: Andeby.'),
    });
    // Slack keeps by itself what was typed.
    const kept = refused.fields.find(({ name }) => name === 'invited')?.value;
    if (side === 'Teams') expect(kept).toBe(filled.invited);
    const shown = told(await as(leader).sends(refused, { invited: 'Troms\nprivat: Soria Moria barnehager' }));
    expect(shown).toContain('23: 1 fylkeskommune, 21 kommuner og 1 privat barnehageeier');
    const closed = told(await as(leader).writes('innhenting REKOMP 2027 ; Troms ; frist 1. februar'));
    expect(closed).toContain('Den er erstattet av kollektiv kompetanseutvikling.');
  });
});
