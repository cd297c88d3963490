/** What a party fills in, on both platforms: from «meld inn» to a need that was sent back and sent again. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answer, SeenForm } from '../../src/playground/fake-chat.ts';
import { syntheticId } from '../privacy/synthetic-id.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, type Person, person, readable, told } from './people.ts';
import type { Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

/** Two who answer for the same party, and one who leads. */
const parts: readonly { side: string; leader: Who; one: Who; other: Who; party: string; meanwhile: string }[] = [
  {
    side: 'Teams',
    leader: ['kari', 'statsforvalteren'],
    one: ['askeladden', 'kommunene'],
    other: ['per', 'kommunene'],
    party: 'Tromsø kommune',
    meanwhile: 'Askeladden Askeland lagret denne siden',
  },
  {
    side: 'Slack',
    leader: ['kari', 'organisasjonene'],
    one: ['mikkel', 'organisasjonene'],
    other: ['bamse', 'organisasjonene'],
    party: 'Utdanningsforbundet',
    meanwhile: 'Mikkel Rev lagra denne sida',
  },
];

function formOf(answer: Answer): SeenForm {
  if (!answer.form) throw new Error(`No form was opened: ${told(answer)}`);
  return answer.form;
}

/** With 80 added to its month, as no person has it. */
const [nobodys = ''] = fc.sample(syntheticId, { numRuns: 1, seed: 1 });

const valueIn = (form: SeenForm, name: string) => form.fields.find(field => field.name === name)?.value;

const innspill = {
  title: 'Trygge overganger',
  sectors: ['kindergarten', 'primarySchool'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '1 200',
};

const pages = {
  who: {
    kind: 'new',
    participants: 'Solstua barnehage\nFjellheim skole\nPP-tjenesten',
    sectors: ['kindergarten', 'primarySchool', 'eps'],
    privateOwners: 'yes',
  },
  what: {
    ...innspill,
    sectors: [],
    analysisBasis: ['surveyStaff'],
    staffInvolvement: 'Drøftet med tillitsvalgte i januar.',
    anchoring: ['owner'],
    goal: 'Alle overganger følger en felles plan.',
  },
  how: {
    plannedMeasure: 'Fire samlinger med arbeid på egen arbeidsplass imellom.',
    partner: 'UiT Norges arktiske universitet',
    partnerState: 'agreed',
    from: '2027-08',
    to: '2029-06',
    amounts: '2027: 1.000.000 ; 150 000',
  },
} as const;
const { sectors: _, ...what } = pages.what;

describe.each(parts)('needs, on $side', ({ leader, one, other, party, meanwhile }) => {
  async function opens(form: 'innspill' | 'behovsmelding', closes = '1. februar'): Promise<void> {
    const invited = 'Tromsø kommune ; Harstad kommune ; privat: Utdanningsforbundet';
    await as(leader).writes(`innhenting kollektiv 2027 ; ${invited} ; ${form} ; frist ${closes}`);
    await as(leader).pressesPrivately('Åpne innhentingen');
    await house.settle();
  }

  test('an innspill: an error corrected, a child asked about, sent, changed until the deadline', async () => {
    await opens('innspill');
    const form = formOf(await as(one).presses('Meld inn'));
    expect(form.fields).toHaveLength(6);
    expect(readable(form)).toContain(party);

    const withId = await as(one).sends(form, { ...innspill, description: `${innspill.description} ${nobodys}` });
    expect(errorsOn(withId)).toEqual({ description: expect.stringContaining('fødselsnummer') });
    // Shown again with what was typed, or left as it was by the client.
    expect([undefined, 'Trygge overganger']).toContain(valueIn(formOf(withId), 'title'));
    expect(told(await as(one).writes('mine meldinger'))).toContain('Du har ingen meldinger ennå');

    const telling = 'Gutt på 7 år med autisme trenger mer, og personalet trenger felles kunnskap om det.';
    const asked = formOf(await as(one).sends(formOf(withId), { ...innspill, description: telling }));
    expect(readable(asked)).toContain('Dette kan fortelle om ett barn. Skriv det om, eller send likevel.');
    expect(valueIn(asked, 'description')).toBe(telling);
    const sent = told(await as(one).sends(asked, innspill));
    expect(sent).toContain('Sendt. Nummeret er BM-2027-0001.');
    expect(sent).toContain('Antall deltakere, omtrent: 1\u00a0200');

    const again = formOf(await as(one).pressesPrivately('Endre', 'BM-2027-0001'));
    const changed = told(await as(one).sends(again, { ...innspill, title: 'Tryggere overganger' }));
    expect(changed).toContain('Tryggere overganger');
    expect(changed).toContain('BM-2027-0001');
    expect(told(await as(other).writes('melding BM-2027-0001'))).toContain('Tryggere overganger');
    expect(told(await as(leader).writes('melding bm 2027 1'))).toContain('Tryggere overganger');
    const history = told(await as(leader).pressesPrivately('Historikk', 'Tryggere overganger'));
    expect(history).toMatch(/Begynt av (.+) – .*\n.*Sendt av \1 – .*\n.*Endret av \1 – /);

    await as(one).writes('melding BM-2027-0001');
    house.clock.set('2027-02-01T23:00:00.000Z');
    expect(told(await as(one).pressesPrivately('Endre'))).toContain('Fristen gikk ut');
  });

  test('what may tell of one child is asked about on every page, not saved before, and saved when it is meant', async () => {
    await opens('behovsmelding');
    const first = formOf(await as(one).presses('Meld inn'));
    const alone = { ...pages.who, sectors: ['eps'], sectorExplanation: 'Gjelder bare én elev ved PPT.' };
    const asked = formOf(await as(one).sends(first, alone));
    expect(asked.title).toBe(first.title);
    expect(readable(asked)).toContain('En så liten gruppe kan fortelle om ett barn. Skriv det om, eller send likevel.');
    expect(told(await as(one).writes('mine meldinger'))).toContain('Du har ingen meldinger ennå');
    const second = formOf(await as(one).sends(asked, alone));
    expect(second.title).toContain('Behovsmelding 2');
    expect(told(await as(one).writes('mine meldinger'))).toContain('Utkast');
    const few = { ...what, goal: 'Alle følger en felles plan for de tre elevene: tre elever og en gruppe på fire.' };
    const again = formOf(await as(one).sends(second, few));
    expect(again.title).toBe(second.title);
    expect(formOf(await as(one).sends(again, few)).title).toContain('Behovsmelding 3');
  });

  test('a form left open over the deadline is refused kindly, and what was typed is a draft', async () => {
    await opens('innspill');
    const form = formOf(await as(one).presses('Meld inn'));
    house.clock.set('2027-02-01T23:00:00.000Z');
    const late = told(await as(one).sends(form, innspill));
    expect(late).toContain('lagret som utkast');
    expect(told(await as(one).writes('mine meldinger'))).toContain('Trygge overganger – Utkast fra');

    await as(one).pressesPrivately('Fortsett', 'Trygge overganger');
    expect(told(await as(other).writes('meld inn 1'))).toContain('Trygge overganger');
  });

  test('of several open rounds, those that ask the party are offered as buttons', async () => {
    await opens('innspill');
    const second = 'innhenting kollektiv 2028 ; Tromsø kommune ; privat: Utdanningsforbundet ; frist 1. februar';
    await as(leader).writes(second);
    await as(leader).pressesPrivately('Åpne innhentingen');
    await as(leader).writes('innhenting kollektiv 2029 ; Alta kommune ; frist 1. februar');
    await as(leader).pressesPrivately('Åpne innhentingen');
    const which = told(await as(one).writes('meld inn'));
    expect(which).toContain('Hvilken innhenting?');
    expect(which).not.toContain('2029');
    const form = formOf(await as(one).pressesPrivately('Innspill til kollektiv kompetanseutvikling 2028', which));
    expect(readable(form)).toContain('Kollektiv kompetanseutvikling 2028');
    const stranger = as(['herreper', 'organisasjonene']);
    expect(told(await stranger.writes('meld inn'))).toContain('Innhentingen går ikke til');
    const whose = told(await as(leader).writes('meldinger'));
    expect(whose).toContain('Hvilken innhenting?');
    const list = await as(leader).pressesPrivately('Innspill til kollektiv kompetanseutvikling 2028', whose);
    expect(told(list)).toContain('innhenting 2');
  });

  test('a PPT office of several municipalities is invited by its name in the network, and its leader answers', async () => {
    const leads = as(['huldra', 'kommunene']);
    await opens('innspill');
    expect(told(await leads.writes('meld inn'))).toContain('Innhentingen går ikke til PPT, nord-delen');
    await as(leader).writes('innhenting kollektiv 2027 ; PPT, nord-delen ; innspill ; frist 1. februar');
    await as(leader).pressesPrivately('Åpne innhentingen');
    await house.settle();
    await leads.writes('meld inn 2');
    const form = formOf(await leads.pressesPrivately('Åpne skjemaet'));
    expect(told(await leads.sends(form, innspill))).toContain('Sendt.');
  });

  test('nobody but the party’s people and the secretariat learns of a need', async () => {
    await opens('innspill');
    await as(one).sends(formOf(await as(one).presses('Meld inn')), innspill);
    const stranger = as(['herreper', 'organisasjonene']);
    expect(told(await stranger.presses('Meld inn'))).toContain('Innhentingen går ikke til');
    expect(told(await stranger.writes('melding BM-2027-0001'))).toContain('Jeg finner ikke');
    expect(told(await stranger.writes('mine meldinger'))).not.toContain('Trygge');
  });

  test('a behovsmelding: page by page, a draft resumed, two at once, what lacks, sent back and sent again', async () => {
    await opens('behovsmelding');
    const first = formOf(await as(one).presses('Meld inn'));
    expect(first.title).toBe('Behovsmelding 1 av 4');
    const second = formOf(await as(one).sends(first, pages.who));
    expect(second.title).toBe('Behovsmelding 2 av 4');

    expect(readable(second)).toContain('Side 2 av 4: Hva og hvorfor');
    expect(readable(second)).toContain('lagret som utkast. Skriv «mine meldinger» for å gå videre senere.');
    const labels = second.fields.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Tema (ett til tre) *', 'Mer om grunnlaget']));
    await as(one).writes('mine meldinger');
    const mine = formOf(await as(one).pressesPrivately('Fortsett', 'Utkast'));
    expect(mine.title).toBe('Behovsmelding 2 av 4');
    await as(other).writes('mine meldinger');
    const theirs = formOf(await as(other).pressesPrivately(other[0] === 'bamse' ? 'Hald fram' : 'Fortsett'));
    const third = formOf(await as(one).sends(mine, what));
    expect(third.title).toBe('Behovsmelding 3 av 4');
    const told2 = formOf(await as(other).sends(theirs, { ...what, title: 'Gode overganger' }));
    expect(readable(told2)).toContain(meanwhile);
    expect(readable(told2)).toContain('Trygge overganger');
    expect(valueIn(told2, 'title')).toBe('Gode overganger');
    const over = formOf(await as(other).sends(told2, { ...what, title: 'Gode overganger' }));
    expect(over.title).toBe('Behovsmelding 3 av 4');

    const bad = await as(one).sends(third, { ...pages.how, amounts: '2027: 1 000,5' });
    expect(errorsOn(bad)).toEqual({ amounts: 'Skriv hele kroner, uten øre.' });
    const unread = await as(one).sends(third, { ...pages.how, amounts: '200 000', priority: 'mange' });
    expect(errorsOn(unread)).toEqual({
      amounts: 'Skriv året, kolon og beløpene, for eksempel 2027: 200 000 ; 150 000 ; 0.',
      priority: 'Skriv et tall, for eksempel 40.',
    });
    const lacking = told(await as(one).sends(formOf(bad), { ...pages.how, to: '2030-09' }));
    expect(lacking).toContain('kan ikke sendes ennå');
    expect(lacking).toContain('Perioden er lengre enn 36 måneder. Kort den ned.');
    // With every page saved, going on is going to what lacks; a draft's name says what it is.
    expect(told(await as(one).writes('mine meldinger'))).toMatch(/Gode overganger – Utkast fra [^:]*$/m);
    expect(told(await as(one).pressesPrivately('Fortsett'))).toContain('Behovsmelding 4 av 4');
    const mend = formOf(await as(one).pressesPrivately('Rett: Hvordan, partner og penger'));
    expect(valueIn(mend, 'amounts')).toBe('2027: 1\u00a0000\u00a0000 ; 150\u00a0000 ; 0');
    const over4 = told(await as(one).sends(mend, { ...pages.how }));
    expect(over4).toContain('Ingenting mangler');
    const sent = told(await as(one).pressesPrivately('Send', 'Ingenting mangler'));
    expect(sent).toContain('BM-2027-0001');
    const decided = told(await as(leader).writes('melding BM-2027-0001'));
    for (const shown of [over4, sent, decided]) {
      expect(shown).toContain('Type melding: nytt behov');
      expect(shown).toContain('Virksomheter som deltar: Solstua barnehage');
      expect(shown).toContain('Hvordan har ansatte og tillitsvalgte vært med: Drøftet med tillitsvalgte i januar.');
      expect(shown).toContain('Forankret hos: eier');
      expect(shown).toContain('Avtale med partneren: enige');
      expect(shown).toContain('Søkt om til sammen: 1\u00a0150\u00a0000 kr');
    }
    const giveBack = formOf(await as(leader).pressesPrivately('Send tilbake', 'BM-2027-0001'));
    expect(valueIn(giveBack, 'on')).toBe('2027-02-01');
    const back = await as(leader).sends(giveBack, { reason: 'Målet må bli tydeligere.', on: '2027-02-08' });
    expect(told(back)).toContain('Meldingen er sendt tilbake');
    expect(told(back)).toContain(`Sendt tilbake til ${party}`);
    expect(told(back)).not.toContain('Rett og send på nytt');
    await house.settle();
    expect(as(one).heard().at(-1)).toContain('En melding er sendt tilbake til dere');
    expect(as(one).heard().at(-1)).toContain('Kari Trestakk sendte meldingen tilbake. Rett og send på nytt innen');
    expect(as(one).heard().at(-1)).toContain('«Målet må bli tydeligere.»');
    const toMend = formOf(await as(one).pressesPrivately('Fortsett', 'sendt tilbake'));
    expect(readable(toMend)).toContain('«Målet må bli tydeligere.»');

    house.clock.set('2027-02-08T22:59:59.000Z');
    const isNynorsk = other[0] === 'bamse';
    await as(other).writes('melding BM-2027-0001');
    await as(other).pressesPrivately(isNynorsk ? 'Sjå over og send' : 'Se over og send', 'BM-2027-0001');
    await as(one).pressesPrivately('Se over og send', 'sendt tilbake');
    const resent = told(await as(one).pressesPrivately('Send', 'Ingenting mangler'));
    expect(resent).toContain('Sendt. Nummeret er BM-2027-0001.');
    expect(resent).not.toContain('Dere kan endre');
    const twice = told(await as(other).pressesPrivately('Send', isNynorsk ? 'Ingenting manglar' : 'Ingenting mangler'));
    expect(twice).toContain(isNynorsk ? 'Ho er allereie send, ' : 'Den er allerede sendt, ');
    const history = told(await as(one).pressesPrivately('Historikk', 'Sendt. Nummeret er BM-2027-0001.'));
    expect(history).toMatch(/Begynt av .*\n.*Sendt av .*\n.*Sendt tilbake av Kari Trestakk.*Målet må bli tydeligere/);
  });
});
