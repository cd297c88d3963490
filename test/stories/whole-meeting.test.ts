/** One meeting from its proposed times to its approved minutes: short notice, a deputy, a silent group, one cancelled beside it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import mammoth from 'mammoth';
import { castPeople } from '../../src/playground/cast.ts';
import type { Answer, SeenForm } from '../../src/playground/fake-chat.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);
const holder: Who = ['mikkel', 'kommunene'];
const deputy: Who = ['bamse', 'organisasjonene'];
const pptNorth: Who = ['huldra', 'kommunene'];

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

async function settle(): Promise<void> {
  for (let round = 0; round < 4; round += 1) await house.settle();
}

const heard = (who: Who, words: string) =>
  as(who)
    .heard()
    .filter(each => each.includes(words));

/** Such a button on the newest of this person's private messages that has one and holds these words. */
function offered(who: Who, label: RegExp, words = ''): string {
  const { chat, person: someone } = as(who).account;
  return (
    chat
      .whispersTo(someone)
      .filter(seen => readable(seen).includes(words))
      .flatMap(({ buttons }) => buttons.filter(each => label.test(each)))
      .at(-1) ?? String(label)
  );
}

/** Says yes to what is shown before it goes to many. */
async function agrees(who: Who, words: string): Promise<void> {
  await as(who).pressesPrivately(offered(who, /^Send til \d+$/, words), words);
  await settle();
}

/** A form that a request was answered with, or the way to it. */
async function formOf(who: Who, answer: Answer): Promise<SeenForm> {
  const form = answer.form ?? (await as(who).pressesPrivately('Åpne skjemaet')).form;
  if (!form) throw new Error(`No form was opened: ${told(answer)}`);
  return form;
}

async function fills(who: Who, label: RegExp, values: Parameters<Person['sends']>[1]): Promise<string> {
  const form = await formOf(who, await as(who).pressesPrivately(offered(who, label)));
  return told(await as(who).sends(form, values));
}

function choicesOf(form: SeenForm, field: string, names: readonly string[]): readonly string[] {
  const choices = form.fields.find(({ name }) => name === field)?.choices ?? [];
  return choices.filter(({ label }) => names.some(each => label.includes(each))).map(({ value }) => value);
}

/** The .docx that the newest message with these words leads to, as another reader has it. */
async function documentFrom(who: Who, words: string): Promise<string> {
  const { chat, person: someone } = as(who).account;
  const seen = chat.whispersTo(someone).findLast(each => readable(each).includes(words));
  const [, url = ''] = /"url":"([^"]+\/file\/[^"]+)"/.exec(JSON.stringify(seen?.raw ?? '')) ?? [];
  const response = await fetch(url);
  return (await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) })).value;
}

describe.each(sides)('a forum with seventeen seats, led from $side', ({ leader, voter, other }) => {
  test('holds a meeting, from times to approved minutes', async () => {
    await as(leader).writes('møte Innstilling 2027 ; 21. januar kl 10-11.30 ; 22. januar kl 9-11 ; sted Fylkeshuset');
    await settle();
    await as(voter).writes('kan 1: alle');
    expect(told(await as(deputy).writes('kan 1: 1 ja, 2 nei'))).toContain('plass 12');

    const reason = 'Innstillingen må være klar til 15. mars.';
    const form = await formOf(leader, await as(leader).commands('fastsett 1 1'));
    expect(form.texts.join('\n')).toContain('Det er 10 dager til møtet.');
    expect(told(await as(leader).sends(form, { reason }))).toContain('Møte 1 er fastsatt til torsdag 21. januar 2027');
    await agrees(leader, 'Innkalling: Innstilling 2027');
    expect(heard(voter, 'Innkalling')).toHaveLength(1);

    await as(leader).writes('møte Ekstramøte ; 15. april kl 10-11');
    await as(leader).writes('fastsett 2 1');
    await agrees(leader, 'Innkalling: Ekstramøte');
    await as(leader).writes('møte 2');
    await fills(leader, /^Avlys møtet$/, { reason: 'Det trengs ikke.' });
    await agrees(leader, 'Avlyst: Ekstramøte');
    expect(heard(voter, 'Avlyst: Ekstramøte')).toHaveLength(1);

    await as(holder).writes('forfall 1');
    await settle();
    expect(heard(deputy, 'Kan du møte som vara?')).toHaveLength(1);
    await as(deputy).pressesPrivately('Kjem', 'Kan du møte som vara?');
    await as(pptNorth).writes('forfall 1');
    await settle();
    expect(readable(as(voter).posting('Innstilling 2027'))).toContain('Ikke representert: PPT nord.');

    await as(leader).writes('sak 1: Tre behov & č ŋ ; beslutning ; 30 min');
    await as(leader).writes('send saksliste 1');
    await agrees(leader, 'Saksliste for møte 1');
    expect(heard(other, 'Saksliste for møte 1')).toHaveLength(1);

    house.clock.set('2027-01-21T09:00:00.000Z');
    await settle();
    await as(leader).writes('led 1');
    const start = await as(leader).pressesPrivately('Start møtet');
    expect(told(start)).toContain('PPT nord');
    if (start.form) await as(leader).sends(start.form, {});
    else await as(leader).pressesPrivately('Start', 'Sakene får nummer');
    const presence = await formOf(leader, await as(leader).pressesPrivately(offered(leader, /^Før opp oppmøte$/)));
    const present = choicesOf(presence, 'present', [castPeople.bamse.name, castPeople[voter[0]].name]);
    expect(told(await as(leader).sends(presence, { present }))).toContain('2 av 17');
    await fills(leader, /^Konkluder 1\/27$/, {
      method: 'consensus',
      conclusion: 'Forumet er enig i tre behov & č ŋ.',
      followUps: `${castPeople[other[0]].name}: sende innstillingen ; 1. mars`,
    });
    await fills(leader, /^Avslutt møtet$/, { language: 'nb' });
    await as(leader).writes('send referat 1');
    await agrees(leader, 'Referat fra møte 1');
    const draft = await documentFrom(voter, 'Merknader tas imot');
    expect(draft).toContain('Forumet er enig i tre behov & č ŋ.');
    expect(draft).toContain(`${castPeople.bamse.name} (vara for ${castPeople.mikkel.name})`);
    expect(draft).toContain('sende innstillingen');

    await as(leader).writes('møte Neste ; 9. mars kl 10-11');
    await as(leader).writes('fastsett 3 1');
    await agrees(leader, 'Innkalling: Neste');
    house.clock.set('2027-03-09T09:00:00.000Z');
    await settle();
    await as(leader).writes('start møte 3');
    await as(leader).writes('led 3');
    await fills(leader, /^Konkluder 2\/27$/, { method: 'consensus' });
    await settle();
    expect(told(await as(voter).writes('referat 1'))).toContain('Godkjent i møte 3');
    expect(told(await as(leader).writes('oppfølging'))).toContain('sende innstillingen');
  });
});
