import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { castOrganisations } from '../../src/playground/cast.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, type Person, person, pollIn, readable, told } from './people.ts';
import { pollIdOn, pressForged } from './press-forged.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

/** What a form holds now, by field. */
function valuesOn(form: Awaited<ReturnType<Person['fillsIn']>>['form']) {
  return Object.fromEntries(form?.fields.map(({ name, value }) => [name, value]) ?? []);
}

/** Whatever a platform would make more of than was typed: on the card, and in the text its notifications show. */
function liveMarks(raw: unknown): readonly string[] {
  if (Array.isArray(raw)) return raw.flatMap(liveMarks);
  if (typeof raw !== 'object' || raw === null) return [];
  const node: Record<string, unknown> = { ...raw };
  const { text, type } = node;
  const isMarked = type === 'mrkdwn' || type === 'TextBlock';
  const marks = isMarked ? /<[!@#/a-z]|\]\(|\*\*|https?:/ : 'blocks' in node ? /<[!@#/a-z]/ : undefined;
  return [...(typeof text === 'string' && marks?.test(text) ? [text] : []), ...Object.values(node).flatMap(liveMarks)];
}

describe('a request that cannot be read', () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const toTeams = async (body: string) => {
    const token = await house.teams.login.tokenFor(house.teams.serviceUrl(castOrganisations.kommunene.name));
    return fetch(`${house.laget.url}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
  };
  const asJson = { 'content-type': 'application/json' };

  test.each([
    ['too large', JSON.stringify({ text: 'x'.repeat(2_000_000) }), 413],
    ['broken', '{"type":', 400],
    ['no object', '"hei"', 400],
    ['empty', '', 400],
  ])('because it is %s is answered so', async (kind, body, status) => {
    const answered = (await toTeams(body)).status;
    // What names no service is not from Teams, whatever its token says.
    expect(answered).toBe(kind === 'no object' || kind === 'empty' ? answered : status);
    expect(answered).toBeGreaterThanOrEqual(400);
    expect(answered).toBeLessThan(500);
    const slack = await house.slack.send.raw(body, asJson);
    expect(slack.status).toBe(kind === 'no object' ? 200 : status);
    expect(house.world.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe.each(sides)('what the bot never asked for, on $side', ({ leader, voter, other }) => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  test.each([
    { type: 'poll.vote', choice: 'abc-1' },
    { type: 'toString' },
    { action: 'vote/3' },
    {},
    [],
    'v1:vote:2',
    '{"type":',
    '',
    7,
  ])('a button from elsewhere, %j, is refused kindly', async payload => {
    const answer = await pressForged(house, as(voter), payload);
    expect(answer.startsWith('200')).toBe(true);
    if (payload !== '' || as(voter).account.chat.platform === 'teams') {
      expect(answer).toContain('Knappen er fra en annen utgave av Laget');
    }
  });

  test('an answer that is gone, no answer, or two where one is asked for changes nothing', async () => {
    const question = 'Er svaret der?';
    await as(leader).opensPoll({ question, kind: 'formal' });
    const poll = pollIdOn(as(voter).posting(question).raw);
    const cast = (options: unknown) => pressForged(house, as(voter), { type: 'poll.cast', poll, options });
    expect(await cast(['o9'])).toContain('Dette svaret finnes ikke i avstemningen');
    expect(await cast([])).toContain('Du har ikke valgt noe');
    expect(await cast(['o1', 'o2'])).toContain('Her kan bare ett svar velges');
    expect(await cast(Array.from({ length: 11 }, (_, i) => `o${i}`))).toContain('Det gikk ikke');
    expect(await cast('x'.repeat(500))).toContain('Det gikk ikke');
    expect(await cast({ o1: true })).toContain('Det gikk ikke');
    await house.settle();
    expect(readable(as(other).posting(question))).toContain('0 av 16 har svart');
  });

  test('a poll of another network does not exist for who is in one only', async () => {
    const { chat, person: founder, organisation } = as(voter).account;
    const place = await chat.addPlace({ name: 'annet', organisation: castOrganisations[organisation].name });
    await chat.addBot(place, founder);
    await chat.say(founder, place, 'start arbeidsgruppe Det andre nettverket');
    await chat.say(founder, place, 'avstemning Hva gjør de andre? ; Ja ; Nei ; frist 18.01.2027');
    await house.settle();
    const theirs = chat.messagesIn(place).findLast(seen => readable(seen).includes('Hva gjør de andre?'));
    const poll = pollIdOn(theirs?.raw);
    const payloads = [
      { type: 'poll.cast', poll, options: ['o1'] },
      ...['show', 'answer-form', 'mine', 'close', 'extend-form', 'remind', 'missing', 'export'].map(deed => ({
        type: `poll.${deed}`,
        poll,
      })),
      { type: 'poll.extend', poll, closesOn: '2027-01-20' },
    ];
    for (const who of [as(other), as(leader)]) {
      for (const payload of payloads) {
        const answer = await pressForged(house, who, payload);
        expect([payload.type, answer]).toEqual([
          payload.type,
          expect.stringContaining('Jeg finner ikke den avstemningen'),
        ]);
        expect(answer).not.toContain('Hva gjør de andre?');
      }
      expect(told(await who.writes('avstemninger'))).not.toContain('Hva gjør de andre?');
    }
    await house.settle();
    const after = chat.messagesIn(place).find(({ id }) => id === theirs?.id);
    expect(after && readable(after)).toContain('0 av 1 har svart');
    expect(after?.buttons).toContain('Ja');
    expect(await pressForged(house, as(voter), payloads[0])).toContain('Svar: Ja');
  });
});

describe.each(sides)('a form filled in wrong, on $side', ({ side, leader, voter, other }) => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  const good: Record<string, string> = {
    question: 'Er dette i orden?',
    options: 'Ja\nNei\nKanskje',
    kind: 'formal',
    closesOn: '2027-01-20',
  };

  test.each([
    ['question', 'x'.repeat(5000), 'Det er plass til 200 tegn'],
    ['question', '\u200B\u2060', 'Fyll ut dette feltet'],
    ['options', Array.from({ length: 11 }, (_, i) => `Uke ${i}`).join('\n'), 'Det er plass til 10'],
    ['options', 'Ja', 'Skriv minst to alternativer'],
    ['options', 'Ja\n ja ', 'To alternativer er like'],
    ['options', `Ja\n${'y'.repeat(5000)}`, 'Det er plass til 60 tegn'],
    ['closesOn', '2027-01-10', 'Tidspunktet er allerede passert'],
    ['closesOn', '2029-01-10', 'mer enn 400 dager'],
    ['closesTime', '02:30', 'finnes ikke den natta'],
  ])('in %s is shown again, with the rest kept and nothing saved', async (field, value, sentence) => {
    const night = field === 'closesTime' ? { closesOn: '2027-03-28' } : {};
    const before = told(await as(leader).writes('avstemninger'));
    const answer = await as(leader).fillsIn('avstemning', { ...good, ...night, [field]: value });
    expect(errorsOn(answer)).toEqual({ [field]: expect.stringContaining(sentence) });
    if (side === 'Teams') {
      const rest = Object.entries({ ...good, ...night }).filter(([name]) => name !== field);
      expect(valuesOn(answer.form)).toMatchObject(Object.fromEntries(rest));
    }
    await house.settle();
    expect(told(await as(leader).writes('avstemninger'))).toBe(before);
    if (!answer.form) throw new Error('The form was not shown again');
    const mended = { ...good, ...night, closesTime: '', [field]: good[field] ?? '12:00' };
    expect(pollIn(await as(leader).sends(answer.form, mended))).toBeGreaterThan(0);
  });

  test('a secret poll that shows its answers is refused at its field', async () => {
    const answer = await as(leader).fillsIn('avstemning', { ...good, secrecy: 'secret', reveal: 'always' });
    expect(errorsOn(answer)).toEqual({ reveal: expect.stringContaining('I en hemmelig avstemning') });
  });

  test.each([
    ['avstemning Hva? ; Ja ; Nei', 'Fristen: Fyll ut dette feltet. Ingenting er lagret.'],
    ['avstemning Hva? ; Ja ; Nei ; frist 10.01.2027', 'Tidspunktet er allerede passert'],
    ['avstemning Hva? ; Ja ; Nei ; frist 28.03.2027 02.30', 'finnes ikke den natta'],
    ['avstemning Hva? ; Ja ; Nei ; frist 31.02.2027', 'Fristen: Skriv datoen slik: 2027-02-08'],
    ['avstemning Hva? ; Ja ; frist 20.01.2027', 'Skriv minst to alternativer'],
    ['avstemning Hva? ; Ja ; JA ; frist 20.01.2027', 'To alternativer er like'],
    [`avstemning ${'x'.repeat(5000)} ; Ja ; Nei ; frist 20.01.2027`, 'Det er plass til 200 tegn'],
    [`svar 1 ${'x'.repeat(5000)}`, 'Det er plass til 700 tegn'],
    [`koble ${'x'.repeat(5000)}`, 'Det er plass til 40 tegn'],
    [`inviter ${'x'.repeat(5000)}`, 'Det er plass til 120 tegn'],
    ['inviter 0', 'Plassen: '],
  ])('typed instead, %j is told what is wrong', async (words, sentence) => {
    const before = told(await as(leader).writes('avstemninger'));
    expect(told(await as(leader).writes(words))).toContain(sentence);
    expect(told(await as(leader).writes('avstemninger'))).toBe(before);
  });

  test.each([
    '<b>Skal</b> vi <script>alert(1)</script> møtes & spise?',
    '**Skal** _vi_ [møtes](https://evil.example) `nå`? # Ja',
    '<!channel> <!here> <!everyone> møtes vi?',
    '<@U1> <@U0LAGET> <#C1|nei> møtes vi?',
    '@everyone @channel @here <at>Laget</at> møtes vi?',
    'Se https://evil.example/?a=b og <https://evil.example|her>',
    '=HYPERLINK("https://evil.example") ~nei~ *ja* > sitat',
    '&lt;!channel&gt; &amp;lt; \\u003c!channel\\u003e {{2}}',
  ])('a question with marks in it, %j, is shown as it was typed, and calls nobody', async question => {
    const number = pollIn(
      await as(leader).fillsIn('avstemning', { ...good, question, options: `${question.slice(0, 50)}\nNei` }),
    );
    await house.settle();
    for (const who of [as(voter), as(other), as(leader), person(house, 'pål'), person(house, 'herreper')]) {
      const posting = who.posting(`Avstemning ${number} `);
      expect(readable(posting)).toContain(question);
      expect(readable(posting)).toContain(question.slice(0, 50).trim());
      expect(liveMarks(posting.raw)).toEqual([]);
    }
    expect(told(await as(leader).writes(`vis ${number}`))).toContain(question);
    await as(leader).writes(`steng ${number}`);
  });

  test('characters that cannot be seen or that turn a text around are taken out', async () => {
    const number = pollIn(
      await as(leader).fillsIn('avstemning', {
        ...good,
        question: 'Sk\u200Bal \u202Evi\u202C m\u2066øtes\u2069\u00AD?\u0000',
      }),
    );
    await house.settle();
    expect(readable(as(voter).posting(`Avstemning ${number} `))).toContain('Skal vi møtes?');
    expect(told(await as(voter).writes('\u202Eukjent\u2066 ord'))).toContain('Jeg kjenner ikke «ukjent ord»');
  });

  test('a name with marks in it is shown as it is', async () => {
    const name = '<b>Ola</b> *Nor* <!channel> [x](https://evil.example)';
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(told(await as(leader).writes('inviter 7 vara')))?.[0];
    const { chat, organisation } = as(voter).account;
    const guest = await chat.addPerson({ name, organisation: castOrganisations[organisation].name });
    await chat.say(guest, await chat.personalChat(guest), `koble ${code}`);
    const seen = (await as(leader).writes('medlemmer')).whispers;
    expect(seen.map(readable).join('\n')).toContain(name);
    expect(seen.flatMap(({ raw }) => liveMarks(raw))).toEqual([]);
  });
});
