/** A meeting from its proposed times to its day, or to its cancellation: told in Teams, in Slack, and across both. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { castPeople } from '../../src/playground/cast.ts';
import { startFakeMail } from '../../src/playground/fake-mail.ts';
import { pressOnPage } from '../platforms/mail/press-on-page.ts';
import { deeds, formIn, unsent } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, newcomer, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const { as, everyChannelShows, heardOf, itIs, newestTo, pressesAndFillsIn, sendsIt, settleAll } = deeds(() => house);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

const title = 'Styringsmøte';
const times = 'tirsdag uke 9 kl. 10–11.30\n4. mars kl. 9–11\n9. mars 2027 kl. 12-14';
const proposal = { title, place: 'Fylkeshuset', times, answersBy: '1. februar' };
const mikkel: Who = ['mikkel', 'organisasjonene'];
const mikkelInTeams: Who = ['mikkel', 'kommunene'];
const bamse: Who = ['bamse', 'organisasjonene'];

/** Where the newest invitation this person has leads for the calendar file. */
function calendarLinkTo(who: Who): string {
  return /"url":"([^"]+)"/.exec(JSON.stringify(newestTo(who, 'Innkalling:').raw))?.[1] ?? '';
}

async function proposed(leader: Who): Promise<void> {
  await as(leader).fillsIn('møte', proposal);
  await house.settle();
}

async function settled(leader: Who): Promise<void> {
  await proposed(leader);
  await as(leader).writes('fastsett 1 1');
  await sendsIt(leader);
}

describe.each(sides)('a forum with seventeen seats, led from $side', ({ leader, voter, other }) => {
  test('proposes times, ranks the answers, and settles one with a press', async () => {
    const answer = told(await as(leader).fillsIn('møte', proposal));
    expect(answer).toContain('Møte 1 er foreslått');
    expect(answer).toContain('Slik leste jeg tidene:');
    expect(answer).toContain('tirsdag 2. mars 2027 kl. 10.00–11.30, uke 9');
    expect(answer).toContain('Påminnelser går');
    await house.settle();
    everyChannelShows(title, 'Møte 1 · forslag til tid', 'Fylkeshuset', '0 av 17 plasser har svart.');

    expect(told(await as(voter).presses('Alle tidene passer', title))).toContain('Gjelder plass');
    const form = formIn(await as(other).presses('Svar …', title));
    expect(form.fields.map(({ name }) => name)).toEqual(['t1', 't2', 't3']);
    const registered = told(await as(other).sends(form, { t1: 'no', t2: 'yes', t3: 'ifNeeded' }));
    expect(registered).toContain('4. mars 2027 kl. 09.00–11.00, uke 9 – Ja');
    expect(registered).toContain('Svaret kan endres til tiden er fastsatt.');
    await settleAll();
    everyChannelShows(title, '2 av 17 plasser har svart.', '2 ja, 0 om nødvendig, 0 nei.');
    const shown = readable(as(voter).posting(title));
    expect(shown.indexOf('4. mars')).toBeLessThan(shown.indexOf('9. mars'));
    expect(shown.indexOf('9. mars')).toBeLessThan(shown.indexOf('2. mars 2027'));

    const settling = told(await as(leader).pressesPrivately('Fastsett 2: torsdag 4. mars 2027 kl. 09.00–11.00'));
    expect(settling).toContain('Møte 1 er fastsatt til torsdag 4. mars 2027 kl. 09.00–11.00, uke 9.');
    expect(settling).toContain(unsent);
    await settleAll();
    everyChannelShows(title, 'Møte 1 · fastsatt', 'torsdag 4. mars 2027 kl. 09.00–11.00, uke 9');
    expect(heardOf(voter, 'Innkalling')).toEqual([]);
    await sendsIt(leader);
    const [invitation = ''] = heardOf(voter, 'Innkalling: Styringsmøte');
    expect(invitation).toContain('torsdag 4. mars 2027 kl. 09.00–11.00, uke 9');
    expect(calendarLinkTo(voter)).toContain('/file/');
    expect(heardOf(voter, 'Innkalling: Styringsmøte')).toHaveLength(1);

    expect(told(await as(other).writes('kan 1: alle'))).toContain(
      'Møte 1 er allerede fastsatt til torsdag 4. mars 2027',
    );
    expect(told(await as(other).writes('kan 1: alle'))).toContain(`, av ${as(leader).account.person.name}.`);
    expect(told(await as(leader).writes('fastsett 1 1'))).toContain(
      'Du har allerede fastsatt møte 1 til torsdag 4. mars 2027',
    );
  });

  test('types it all: times, answers, settling, coming', async () => {
    await as(leader).writes(
      'møte Styringsmøte ; tirsdag uke 9 kl 10-11.30 ; 4. mars kl 9-11 ; sted Fylkeshuset ; svar innen 1. februar',
    );
    await house.settle();
    everyChannelShows(
      title,
      '1 · tirsdag 2. mars 2027 kl. 10.00–11.30',
      'Fylkeshuset',
      'Svar innen mandag 1. februar 2027',
    );
    const partly = told(await as(voter).writes('kan 1: 1 ja'));
    expect(partly).toContain('Du har svart på 1 av 2 tider.');
    await settleAll();
    everyChannelShows(title, '1 av 17 plasser har svart. 1 av dem bare på noen av tidene.');
    expect(told(await as(voter).writes('kan 1: 1 ja, 2 helst ikke'))).toContain('– Om nødvendig');
    expect(told(await as(voter).writes('kan 1: kanskje en gang'))).toContain('Jeg forstod ikke svaret.');
    expect(told(await as(voter).writes('kan 1: 2 nei'))).toContain('uke 9 – Ja');
    expect(told(await as(leader).writes('fastsett 1 1'))).toContain('Møte 1 er fastsatt til tirsdag 2. mars 2027');
    await sendsIt(leader);
    expect(told(await as(voter).writes('kommer'))).toContain('Du kommer på møte 1');
    expect(told(await as(voter).writes('neste møte'))).toContain('1 av 17 plasser kommer. 16 har ikke sagt fra.');
    expect(told(await as(voter).writes('møter'))).toContain('1 · Styringsmøte');
  });

  test('what cannot be read comes back in the form, line by line, with nothing lost', async () => {
    const wrong = '2. mars kl 11-10\n4. mars\n28. mars 2027 kl 02.30-04';
    const answer = await as(leader).fillsIn('møte', { ...proposal, times: wrong });
    expect(errorsOn(answer)['times']).toContain('Linje 1 (2. mars kl 11-10): slutten er før starten.');
    expect(errorsOn(answer)['times']).toContain('Linje 3');
    const kept = answer.form?.fields.find(({ name }) => name === 'times')?.value;
    // Slack keeps what stands in its own window.
    expect([wrong, undefined]).toContain(kept);
    if (answer.form) expect(told(await as(leader).sends(answer.form, proposal))).toContain('Møte 1 er foreslått');
    const many = `møte Mange ;${' 2. mars kl 9-10 ;'.repeat(400)} 3. mars kl 9-10`;
    expect(told(await as(leader).writes(many))).toContain('Her er det 401 tider, og det er plass til 10.');
  });

  test('short notice is settled with a reason', async () => {
    await proposed(leader);
    house.clock.set('2027-02-25T08:00:00.000Z');
    await house.settle();
    await as(leader).writes('møte 1');
    const form = formIn(await as(leader).pressesPrivately('Fastsett 1: tirsdag 2. mars 2027 kl. 10.00–11.30'));
    expect(form.texts.join('\n')).toContain('Det er 5 dager til møtet.');
    const reason = 'Fristen for innstilling er 15. mars.';
    expect(told(await as(leader).sends(form, { reason }))).toContain('Møte 1 er fastsatt');
    await settleAll();
    everyChannelShows(title, 'Møte 1 · fastsatt');
  });

  test('short notice that was typed is asked for in the form, filled in, and the reason is read by all', async () => {
    await settled(leader);
    house.clock.set('2027-02-25T08:00:00.000Z');
    await house.settle();
    const form = await as(leader).opensForm('flytt møte 1 ; 3. mars 2027 kl 10-11');
    // As the field's error, or in its hint where a window that opens can have no errors.
    expect(JSON.stringify(form.raw)).toContain(
      'Det er 6 dager til møtet, og nettverkets regel er minst 14. Skriv hvorfor.',
    );
    const filled = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));
    expect(filled).toMatchObject({ when: '3. mars 2027 kl 10-11' });
    const reason = 'Fristen for innstilling er 15. mars.';
    const values = { when: '3. mars 2027 kl 10-11', reason };
    expect(told(await as(leader).sends(form, values))).toContain('Møte 1 er flyttet til onsdag 3. mars 2027');
    await sendsIt(leader);
    expect(heardOf(voter, 'Flyttet: Styringsmøte').join()).toContain(`Kort frist: ${reason}`);
    expect(told(await as(leader).writes('møte 1'))).toContain(`Kalt inn 6 dager før møtet. Begrunnelse: ${reason}`);
    expect(told(await as(voter).writes('møte 1'))).not.toContain(reason);
  });

  test('one in no channel is asked by e-mail, answers there, and is reminded once', async () => {
    const post = await startFakeMail();
    await house.close();
    house = await openHouse(undefined, { set: { mail: { smtpUrl: post.url, from: 'Laget <laget@example.org>' } } });
    const answer = told(await as(leader).fillsIn('møte', proposal));
    expect(answer).toContain('1 person utenfor kanalene får spørsmålet på e-post.');
    expect(answer).not.toContain('Disse når jeg');
    await settleAll();
    const [question, ...more] = post.messagesTo(castPeople.åse.email);
    expect(more).toEqual([]);
    expect(question?.subject).toBe('Når kan dere? Styringsmøte');
    expect(question?.text).toContain('Du svarer for plass 7 (Soria Moria barnehager).');
    await itIs('2027-01-18T08:00:01.000Z');
    expect(post.messagesTo(castPeople.åse.email)).toHaveLength(2);
    const url = /^Alle tidene passer: (http\S+)$/m.exec(question?.text ?? '')?.[1] ?? '';
    expect(await pressOnPage(url, 'Alle tidene passer')).toContain('plass 7, Soria Moria barnehager');
    await settleAll();
    everyChannelShows(title, '1 av 17 plasser har svart');
    await itIs('2027-01-25T08:00:01.000Z');
    expect(post.messagesTo(castPeople.åse.email)).toHaveLength(2);
    await post.close();
  });

  test('who cannot be asked at all is told whoever proposes, by name, with what to do', async () => {
    const answer = told(await as(leader).fillsIn('møte', proposal));
    expect(answer).toContain(
      'Disse når jeg verken i chat eller på e-post: Vesle Åse Gåsepike (plass 7, Soria Moria barnehager).',
    );
    expect(answer).toContain('Her er ikke e-post satt opp. Lag kode med «inviter»');
  });

  test('two who settle at once: the first does, the second is told', async () => {
    await proposed(leader);
    const chair: Who = ['askeladden', 'kommunene'];
    const [one, two] = await Promise.all([as(leader).writes('fastsett 1 1'), as(chair).writes('fastsett 1 2')]);
    const both = [told(one), told(two)];
    expect(both.filter(each => each.includes('er fastsatt til'))).toHaveLength(1);
    expect(both.filter(each => each.includes('allerede fastsatt til'))).toHaveLength(1);
  });

  test('a member without a seat is told kindly, and a stranger of no meeting', async () => {
    await proposed(leader);
    expect(told(await as(['nordavinden', 'kommunene']).presses('Alle tidene passer', title))).toContain(
      'Du er observatør og blir innkalt',
    );
    const stranger = await newcomer(house, 'kommunene');
    expect(told(await stranger.presses('Svar …', title))).toContain('Du er ikke medlem');
    expect(told(await stranger.writes('møte 1'))).not.toContain(title);
  });

  test('is moved and cancelled: everyone told in time is told, and nobody twice', async () => {
    await settled(leader);
    await as(voter).writes('kommer 1');
    const moved = told(await as(leader).writes('flytt møte 1 ; tirsdag 9. mars kl. 10–12'));
    expect(moved).toContain('Møte 1 er flyttet til tirsdag 9. mars 2027 kl. 10.00–12.00, uke 10.');
    await sendsIt(leader);
    everyChannelShows(
      title,
      'Flyttet fra tirsdag 2. mars 2027',
      '1 plass sa ja til den forrige tiden. Si på nytt om dere kommer.',
    );
    const [news = ''] = heardOf(voter, 'Flyttet: Styringsmøte');
    expect(news).toContain('tirsdag 9. mars 2027 kl. 10.00–12.00');
    expect(news).toContain('si det på nytt');

    await as(leader).writes('møte 1');
    await pressesAndFillsIn(leader, 'Avlys møtet', { reason: 'Leder er syk.' });
    await sendsIt(leader);
    everyChannelShows(title, 'Møte 1 · avlyst', 'Avlyst: Leder er syk.');
    expect(heardOf(voter, 'Avlyst: Styringsmøte')).toHaveLength(1);
    expect(heardOf(voter, 'Innkalling: Styringsmøte')).toHaveLength(1);
    await itIs('2027-03-10T09:00:00.000Z');
    expect(heardOf(voter, 'Kommer du? Styringsmøte')).toEqual([]);
    expect(told(await as(voter).writes('kommer 1'))).toContain('Møte 1 er avlyst.');
  });

  test('finds days in Troms, and why the others fell out', async () => {
    const search = { firstDay: '2027-02-02', lastDay: '2027-03-15', county: '55', count: '3' };
    const found = told(await as(leader).fillsIn('finn tid', search));
    expect(found).toContain('Jeg fant 3 dager å foreslå');
    expect(found).toContain('25 dager er ledige');
    expect(found).toContain('22.–26. februar: vinterferie i Troms');
    const form = formIn(await as(leader).pressesPrivately('Velg dager og foreslå'));
    const chosen = form.fields.find(({ name }) => name === 'times')?.choices?.slice(0, 2) ?? [];
    expect(chosen[0]?.label).toContain('mandag 8. februar 2027 kl. 09.00–10.30, uke 6');
    const answer = await as(leader).sends(form, { title, times: chosen.map(({ value }) => value) });
    expect(told(answer)).toContain('Møte 1 er foreslått');
    await house.settle();
    everyChannelShows(title, 'mandag 8. februar 2027 kl. 09.00–10.30, uke 6');
  });

  test('sets up the year: a preview with what is moved, then the meetings', async () => {
    const year = { title, pattern: 'last', weekday: 'monday', firstDay: '2027-01-01', lastDay: '2027-06-30' };
    const preview = told(await as(leader).fillsIn('møteserie', { ...year, starts: '09:00', minutes: '120' }));
    expect(preview).toContain('møter å opprette');
    expect(preview).toContain('Ingenting er opprettet ennå.');
    const [, count = ''] = /(\d+) møter å opprette/.exec(preview) ?? [];
    expect(told(await as(leader).pressesPrivately(`Opprett ${count} møter`))).toContain(`${count} møter er opprettet`);
    await sendsIt(leader);
    expect(heardOf(voter, 'Styringsmøte: datoene framover')).toHaveLength(1);
    expect(told(await as(voter).writes('møter'))).toContain('fastsatt');
  });
});

describe('a holder on both platforms, with a deputy', () => {
  const kari: Who = ['kari', 'statsforvalteren'];

  test('cannot come, so the deputy is asked at once; then both come, and the holder counts', async () => {
    await settled(kari);
    expect(told(await as(mikkelInTeams).writes('forfall 1'))).toContain('Vara er spurt nå: Bamse Brakar.');
    await settleAll();
    everyChannelShows(title, '0 av 17 plasser kommer. 1 har forfall, og vara er spurt. 16 har ikke sagt fra.');
    everyChannelShows(title, 'Forfall, vara er spurt: Utdanningsforbundet');
    expect(told(await as(mikkelInTeams).presses('Se svarene', title))).toContain('Forfall, og vara er spurt.');
    const [asked = ''] = heardOf(bamse, 'Kan du møte som vara? Styringsmøte');
    expect(asked).toContain('Den som har plass 12 (Utdanningsforbundet), kan ikkje komme.');
    expect(told(await as(bamse).pressesPrivately('Kjem', 'Kan du møte som vara?'))).toContain('Du kjem på møte 1');
    await settleAll();
    everyChannelShows(title, '1 av 17 plasser kommer. 16 har ikke sagt fra.');

    expect(told(await as(mikkel).writes('kommer 1'))).toContain('Du kommer på møte 1');
    await settleAll();
    expect(heardOf(bamse, 'Du trengst ikkje som vara: Styringsmøte')).toHaveLength(1);
    everyChannelShows(title, '1 av 17 plasser kommer.');
  });

  test('is told when no way leads to the deputy, and who has been asked already', async () => {
    await settled(kari);
    const without = told(await as(['njávešeatni', 'kommunene']).writes('forfall 1'));
    expect(without).toContain('Vara kan ikke nås, verken i chat eller på e-post: Čearpmat Đáigi. Si fra til koordinat');
    expect(without).not.toContain('Vara er spurt');
    await as(mikkel).writes('forfall 1');
    expect(told(await as(mikkelInTeams).writes('forfall 1'))).toContain(
      'Vara er spurt og har ikke svart: Bamse Brakar.',
    );
    await as(bamse).writes('forfall 1');
    expect(told(await as(mikkel).writes('forfall 1'))).toContain('Det er ingen annen å spørre for plassen.');
    expect(told(await as(['pål', 'kommunene']).writes('forfall 1'))).toContain('Det er ingen annen å spørre');
  });

  test('a group nobody comes for is named, on the card and the day before', async () => {
    await settled(kari);
    await as(['huldra', 'kommunene']).writes('forfall 1');
    await settleAll();
    everyChannelShows(title, 'Ikke representert: PPT nord.');
    await itIs('2027-03-01T08:00:00.000Z');
    const kariInSlack: Who = ['kari', 'organisasjonene'];
    const checks = [kari, kariInSlack].flatMap(each => heardOf(each, 'Møte 1: hvem blir hørt?'));
    expect(checks).toEqual([expect.stringContaining('Ikke representert: PPT nord.')]);
  });

  test('those who have not answered are reminded, and those who have are not', async () => {
    await proposed(kari);
    await as(['pål', 'kommunene']).presses('Alle tidene passer', title);
    await itIs('2027-01-18T08:00:01.000Z');
    expect(heardOf(['huldra', 'kommunene'], 'Når kan dere? Styringsmøte')).toHaveLength(1);
    expect(heardOf(['pål', 'kommunene'], 'Når kan dere? Styringsmøte')).toEqual([]);
  });
});
