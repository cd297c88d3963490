/** What the secretariat does with all that a round has brought, on both platforms: from the list to the agenda, and back. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { castOrganisations } from '../../src/playground/cast.ts';
import type { Answer, SeenForm } from '../../src/playground/fake-chat.ts';
import { syntheticId } from '../privacy/synthetic-id.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, newcomer, type Person, person, readable, told } from './people.ts';
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

const parts = [
  { side: 'Teams', leader: ['kari', 'statsforvalteren'], outside: 'kommunene' },
  { side: 'Slack', leader: ['kari', 'organisasjonene'], outside: 'organisasjonene' },
] as const satisfies readonly { side: string; leader: Who; outside: keyof typeof castOrganisations }[];

/** Leads too, and answers for Tromsø. */
const chair: Who = ['askeladden', 'kommunene'];

/** In the order they send, and what each asks for. */
const senders: readonly { readonly who: Who; readonly party: string; readonly asks: string }[] = [
  { who: chair, party: 'Tromsø', asks: '2027: 100 001 ; 20 000 ; 0' },
  { who: ['pål', 'kommunene'], party: 'Harstad', asks: '2027: 200 010 ; 30 000 ; 5\n2028: 1' },
  { who: ['veslefrikk', 'kommunene'], party: 'Alta', asks: '2027: 300 100 ; 0 ; 0\n2028: 1 000 000' },
  { who: ['mikkel', 'organisasjonene'], party: 'privat: Utdanningsforbundet', asks: '2027: 1 000' },
  { who: ['herreper', 'organisasjonene'], party: 'privat: KS Nord-Norge', asks: '2027: 2 000' },
  { who: ['smørbukk', 'organisasjonene'], party: 'privat: PBL', asks: '2028: 3 000' },
];

/** With 80 added to its month, as no person has it. */
const [nobodys = ''] = fc.sample(syntheticId, { numRuns: 1, seed: 3 });

const pages = {
  who: {
    kind: 'new',
    participants: 'Solstua barnehage\nFjellheim skole',
    sectors: ['kindergarten', 'primarySchool', 'eps'],
    privateOwners: 'yes',
  },
  what: {
    themes: ['transitions'],
    description: 'Personalet trenger felles kunnskap om traumer og hvordan de møter barna i hverdagen.',
    targetGroups: ['teachers'],
    participantCount: '40',
    analysisBasis: ['surveyStaff'],
    staffInvolvement: 'Drøftet med tillitsvalgte i januar.',
    anchoring: ['owner'],
    goal: 'Alle møter barna på samme trygge måte.',
  },
  how: {
    plannedMeasure: 'Fire samlinger med arbeid på egen arbeidsplass imellom.',
    partner: 'UiT Norges arktiske universitet',
    partnerState: 'agreed',
    from: '2027-08',
    to: '2029-06',
  },
} as const;

function formOf(answer: Answer): SeenForm {
  if (!answer.form) throw new Error(`No form was opened: ${told(answer)}`);
  return answer.form;
}

async function collects(leader: Person): Promise<void> {
  const invited = senders.map(({ party }) => party).join(' ; ');
  await leader.writes(`innhenting kollektiv 2027 ; ${invited} ; behovsmelding ; frist 1. februar`);
  await leader.pressesPrivately('Åpne innhentingen');
  await house.settle();
  for (const { who, party, asks } of senders) {
    const one = as(who);
    const second = formOf(await one.sends(formOf(await one.presses('Meld inn')), pages.who));
    const third = formOf(
      await one.sends(second, { ...pages.what, title: `Traumer, ${party.replace('privat: ', '')}` }),
    );
    await one.sends(third, { ...pages.how, amounts: asks });
    await one.pressesPrivately('Send');
  }
}

/** Thousands stand apart by a space that no line is broken at. */
const amount = (kroner: string) => kroner.replaceAll(' ', '\u00a0');
const ids = (form: SeenForm, ...references: string[]) => {
  const field = form.fields.find(({ name }) => name === 'needs');
  return references.map(reference => field?.choices?.find(({ label }) => label.includes(reference))?.value ?? '');
};

describe.each(parts)('all that a round has brought, on $side', ({ leader, outside }) => {
  test('is accepted, bundled by one of two at once, parted, bundled again and handed over', async () => {
    const kari = as(leader);
    await collects(kari);

    const list = told(await kari.writes('meldinger 1'));
    expect(list).toContain('6 meldinger.');
    expect(list).toContain('6 er ikke sett over ennå.');
    expect(list).toContain(`Søkt om til sammen: ${amount('1 656 117')} kr.`);
    expect(list).toMatch(/BM-2027-0002 · Harstad.*Traumer, Harstad · Ikke sett over ennå · /);
    expect(told(await as(chair).writes('godta alle fullstendige 1'))).toMatch(
      /5 meldinger er godtatt.*BM-2027-0001.*Du svarer selv for denne/s,
    );
    expect(told(await kari.pressesPrivately('Godta alle fullstendige'))).toMatch(
      /1 melding er godtatt.*Åpne den fra meldingene, og trykk «Send tilbake»/s,
    );
    expect(told(await kari.pressesPrivately('Tilbake til meldingene'))).toContain('Alt som er sendt, er sett over.');

    const choosing = formOf(await kari.pressesPrivately('Slå sammen', 'Alt som er sendt'));
    const [one = '', two = '', three = ''] = ids(choosing, 'BM-2027-0001', 'BM-2027-0002', 'BM-2027-0003');
    const few = await kari.sends(choosing, { needs: [one], title: 'Traumer i barnehagen' });
    expect(errorsOn(few)).toEqual({ needs: expect.stringContaining('Velg minst 2 meldinger') });
    const withId = await kari.sends(formOf(few), { needs: [one, two, three], title: `Traumer ${nobodys}` });
    expect(errorsOn(withId)).toEqual({ title: expect.stringContaining('fødselsnummer') });
    expect(readable(formOf(withId))).not.toContain(nobodys);
    const next = formOf(await kari.sends(formOf(withId), { needs: [one, two, three], title: 'Traumer i barnehagen' }));
    const harstad = next.fields[0]?.choices?.find(({ label }) => label.startsWith('Harstad'))?.value ?? '';
    const typed = 'slå sammen BM-2027-0003, BM-2027-0004 : Traumer i skolen ; ansvarlig Alta';
    const both = await Promise.all([kari.sends(next, { responsible: harstad }), as(chair).writes(typed)]);
    const [mine, theirs] = both.map(told) as [string, string];
    const won = mine.includes('er slått sammen. De som');
    expect(won ? theirs : mine).toMatch(
      won ? /BM-2027-0003 er alt slått sammen med andre i felles behov 1: Traumer i barnehagen/ : /er alt slått sammen/,
    );
    await kari.writes('skill felles behov 1');
    expect(told(await kari.writes('felles behov 1'))).toContain('Skilt igjen');
    const again = told(
      await kari.writes(
        'slå sammen BM-2027-0001, BM-2027-0002 og bm 2027 3 : Traumer i barnehagen ; ansvarlig Harstad',
      ),
    );
    expect(again).toContain('Felles behov 2: Traumer i barnehagen');
    expect(again).toMatch(/Ansvarlig: Harstad/);
    expect(again).toContain(
      `2027: ${amount('650 116')} kr (eier ${amount('600 111')}, partner ${amount('50 000')}, koordinering 5)`,
    );
    expect(again).toContain(`2028: ${amount('1 000 001')} kr`);
    expect(again).toContain(`Søkt om til sammen: ${amount('1 650 117')} kr`);
    expect(again).toContain('Virksomheter som deltar: 6');
    expect(again).toContain('Antall deltakere, omtrent: 120');
    await house.settle();
    const pål = as(['pål', 'kommunene']);
    expect(pål.heard().at(-1)).toContain('En melding fra dere er slått sammen med andre');
    expect(told(await pål.writes('melding BM-2027-0002'))).toMatch(
      /Meldingen er slått sammen med 2 andre til «Traumer i barnehagen»\. Harstad.* er ansvarlig/,
    );
    expect(told(await pål.writes('melding BM-2027-0002'))).not.toContain('Traumer, Alta');

    expect(told(await kari.writes('meldinger 1'))).toContain('6 meldinger: 3 for seg og 3 i 1 felles behov.');
    const preview = told(await kari.writes('gi videre 1'));
    expect(preview).toContain('Ingenting er gitt videre ennå.');
    expect(preview).toContain('6 meldinger blir klare for saksliste.');
    expect(preview).toContain('1 felles behov er blant dem.');
    expect(preview).toMatch(/Felles behov 2 · Harstad.*Traumer i barnehagen · 3 meldinger.*BM-2027-0004 · Utdann/s);
    const handed = told(await kari.pressesPrivately('Gi videre', 'Ingenting er gitt videre'));
    expect(handed).toContain('6 meldinger er klare for saksliste.');
    expect(handed).toContain('Ingen møter er satt opp ennå, så de står ikke på noen saksliste.');
    expect(handed).not.toContain('Foreslå sak');
    await kari.writes('møte Nettverksmøte ; 2. mars 2027 kl. 10-11.30 ; 3. mars 2027 kl. 10-11.30');
    expect(told(await kari.writes('gi videre 1'))).toContain('Neste steg: foreslå dem som sak i et møte.');
    const suggesting = formOf(await kari.pressesPrivately('Foreslå sak til møte 1'));
    const title = 'Behovsmeldinger fra innhenting 1, kollektiv kompetanseutvikling 2027';
    expect(suggesting.fields.find(({ name }) => name === 'title')?.value).toBe(title);
    await kari.sends(suggesting, {});
    expect(told(await kari.writes('saksliste 1'))).toContain(title);
    expect(told(await kari.writes('skill felles behov 2'))).toContain('ble gitt videre');
    expect(told(await kari.writes('slå sammen 1'))).toContain('ble gitt videre');
    expect(told(await pål.writes('melding BM-2027-0002'))).toContain('Status: Klar for saksliste');
    expect(told(await kari.writes('ta tilbake 1'))).toContain('6 meldinger er tatt tilbake.');
    expect(told(await kari.writes('skill felles behov 2'))).toContain('Meldingene står hver for seg igjen');
    const undone = told(await kari.writes('felles behov 2'));
    expect(undone).toMatch(/Skilt igjen .* av Kari.* Meldingene står hver for seg\..*BM-2027-0002 · Harstad/s);
    expect(undone).not.toMatch(/Ansvarlig|Slått sammen av|til sammen/);
    await house.settle();
    expect(pål.heard().at(-1)).toMatch(
      /En melding fra dere står for seg igjen.*BM-2027-0002.*slått sammen med andre til «Traumer i barnehagen»/s,
    );
    expect(pål.heard().at(-1)).not.toContain('Traumer, Alta');
  });

  test('that a party withdraws from what was accepted is told whoever opened the round', async () => {
    const kari = as(leader);
    await collects(kari);
    await kari.writes('slå sammen BM-2027-0002, BM-2027-0003 : Traumer ; ansvarlig Harstad');
    const pål = as(['pål', 'kommunene']);
    // On whichever of her accounts she was seen last.
    const heard = () =>
      (['statsforvalteren', 'organisasjonene'] as const).flatMap(each => as(['kari', each]).heard()).join('\n');
    await pål.writes('melding BM-2027-0002');
    await pål.sends(formOf(await pål.pressesPrivately('Trekk')), { reason: 'Vi slår oss sammen med Senja.' });
    await as(['herreper', 'organisasjonene']).writes('melding BM-2027-0005');
    await house.settle();
    expect(heard()).toMatch(/Harstad.* har trukket BM-2027-0002\./);
    expect(heard()).toContain('Vi slår oss sammen med Senja.');
    expect(heard()).toContain('Den var slått sammen med andre i felles behov 1, og er nå ute av det.');

    const herreper = as(['herreper', 'organisasjonene']);
    await herreper.sends(formOf(await herreper.pressesPrivately('Trekk')), { reason: 'Ikke aktuelt nå.' });
    await house.settle();
    expect(heard()).not.toContain('Ikke aktuelt nå.');
  });

  test('is bundled for more than a few only once whoever leads has seen who is told, and never where it was parted', async () => {
    const kari = as(leader);
    await collects(kari);
    const all = [1, 2, 3, 4, 5, 6].map(number => `BM-2027-000${number}`).join(', ');
    // However often they are named, a button has room for the form they open.
    const often = Array.from({ length: 25 }, () => all).join(', ');
    expect(told(await kari.writes(`slå sammen ${often}`))).toContain('Slå sammen');
    const shown = told(await kari.writes(`slå sammen ${all} : Et felles løft ; ansvarlig Alta`));
    expect(shown).toContain('6 meldinger er slått sammen.');
    expect(shown).toContain('Ingenting er sendt ennå.');
    await house.settle();
    const herreper = as(['herreper', 'organisasjonene']);
    expect(herreper.heard().join('\n')).not.toContain('Et felles løft');
    await kari.pressesPrivately('Send til 6');
    await house.settle();
    expect(herreper.heard().at(-1)).toContain('slått sammen med 5 andre til «Et felles løft»');
    expect(as(['smørbukk', 'organisasjonene']).heard().at(-1)).toContain('Meldinga er slått saman med 5 andre');

    const parting = told(await kari.writes('skill 1'));
    expect(parting).toContain('Meldingene står hver for seg igjen');
    expect(parting).toContain('Ingenting er sendt ennå.');
    await kari.writes(`slå sammen ${all} : Et annet løft ; ansvarlig Alta`);
    await kari.writes('skill 2');
    await kari.pressesPrivately('Send til 6');
    await house.settle();
    expect(herreper.heard().join('\n')).not.toContain('Et annet løft');
  });

  test('is for those who lead: a member is told what they can see, and others that there is nothing', async () => {
    const kari = as(leader);
    await collects(kari);
    for (const who of [as(['pål', 'kommunene']), as(['mikkel', 'organisasjonene'])]) {
      for (const [words, what] of [
        ['meldinger 1', 'ser alt som er meldt inn'],
        ['godta fullstendige 1', 'kan godta det som er meldt inn'],
        ['slå sammen 1', 'kan slå sammen og skille meldinger'],
        ['gi videre 1', 'kan gi videre det som er meldt inn'],
        ['ta tilbake 1', 'kan gi videre det som er meldt inn'],
        ['felles behov 1', 'ser alt som er meldt inn'],
        ['skill 1', 'kan slå sammen og skille meldinger'],
        ['slå sammen BM-2027-0001, BM-2027-0002 : Noe annet', 'kan slå sammen og skille meldinger'],
        ['prioriter 1', 'kan be om en prioritering'],
      ] as const) {
        expect([words, told(await who.writes(words))]).toEqual([
          words,
          expect.stringContaining(`Bare koordinatoren og lederen ${what}. Skriv «mine meldinger»`),
        ]);
      }
    }
    const stranger = await newcomer(house, outside);
    const { chat, person: founder } = stranger.account;
    const place = await chat.addPlace({ name: 'annet', organisation: castOrganisations[outside].name });
    await chat.addBot(place, founder);
    await chat.say(founder, place, 'start arbeidsgruppe Det andre nettverket');
    for (const words of ['meldinger 1', 'slå sammen BM-2027-0001, BM-2027-0002 : Noe annet', 'gi videre 1']) {
      const answer = told(await stranger.writes(words));
      expect(answer).toContain('Jeg finner');
      expect(answer).not.toContain('Traumer');
    }
  });
});
