import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card, Form } from '../../../cards/card.ts';
import type { Bot, Incoming, Reply } from '../../../src/bot/platform.ts';
import type { IdentityKey } from '../../../src/features/networks/network.ts';
import { readAnswer } from '../../../src/platforms/mail/answer-claim.ts';
import { mailIdentity } from '../../../src/platforms/mail/mail-address.ts';
import { createRequestKeys } from '../../../src/platforms/mail/request-keys.ts';
import { readSent } from '../../../src/platforms/mail/sent-form.ts';
import { answerWords } from '../../../src/texts/page-texts.ts';
import { cardOf, fields, formOf, parts } from '../../cards/samples.ts';
import { castNetwork, type TestWorld, testWorld } from '../../cast.ts';
import { type AnswerHouse, answererOf, answerHouse, showing } from './answer-house.ts';

const åse = answererOf('åse');
const cast = { type: 'poll.cast', poll: 'p1', options: ['a'] } as const;
const yes = { label: 'Ja', intent: cast };
const poll: Card = { ...cardOf(parts.text, parts.buttons), title: 'Avstemning 3' };
const told: Card = cardOf(parts.done);

let world: TestWorld;
let asked: Incoming[];
let reply: Reply;
let house: AnswerHouse;
let isMember: boolean;

const bot: Bot = {
  async handle(incoming) {
    asked.push(incoming);
    return reply;
  },
};

beforeEach(async () => {
  world = testWorld();
  asked = [];
  reply = { whisper: told, standing: poll };
  isMember = true;
  house = await answerHouse(bot, world, async () => (isMember ? { name: 'Vesle Åse Gåsepike' } : undefined));
});

afterEach(() => house.close());

const post = (url: string, body: Record<string, string> | URLSearchParams) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(body) });

/** What the page's button sends. */
function sentBy(page: string, label: string): URLSearchParams {
  const found = [...page.matchAll(/<form method="post">(.*?)<\/form>/gs)].find(([form]) =>
    form.includes(`>${label}</button>`),
  );
  if (!found) throw new Error(`no button ${label}`);
  return hiddenIn(found[0]);
}

function hiddenIn(form: string): URLSearchParams {
  const inputs = [...form.matchAll(/name="(_\w+)" value="([^"]*)"/g)];
  return new URLSearchParams(inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]));
}

describe('a button in an e-mail', () => {
  test('leads to a page where it is pressed, and does nothing before that', async () => {
    const url = house.link(åse, yes, poll);
    const page = await (await fetch(url)).text();
    await fetch(url, { method: 'HEAD' });
    expect(asked).toEqual([]);
    expect(page).toContain('<html lang="nb">');
    expect(page).toContain('<h1>Avstemning 3</h1>');

    const answer = await post(url, sentBy(page, 'Ja'));
    expect(asked).toMatchObject([{ kind: 'payload', payload: cast }]);
    const shown = await answer.text();
    expect(shown).toContain('Svaret er registrert.');
    expect(shown).toContain('<h2>Avstemning 3</h2>');
    expect(shown).toContain(`<a href="">${answerWords.nb.back}</a>`);
  });

  test('tells on its page what it is about, and that nothing happens before it is pressed', async () => {
    const invitation: Card = {
      language: 'nn',
      title: 'Innkalling: Forumsmøte',
      parts: [
        { kind: 'facts', facts: [{ label: 'Når', value: 'tysdag 2. mars 2027 kl. 09.00–11.00' }] },
        { kind: 'facts', facts: [{ label: 'Stad', value: 'Rådhuset <2>' }] },
        { kind: 'link', label: 'Legg i kalenderen', url: 'https://example.org/x' },
        { kind: 'text', text: 'Kjem du? Det gjeld plass 1 (Tromsø kommune).', isOwn: true },
        parts.buttons,
      ],
    };
    const page = await (await fetch(house.link(åse, yes, invitation))).text();
    expect(page).toContain('tysdag 2. mars 2027 kl. 09.00–11.00');
    expect(page).toContain('Rådhuset &lt;2&gt;');
    expect(page).toContain('Kjem du? Det gjeld plass 1 (Tromsø kommune).');
    expect(page).toContain(answerWords.nn.notYet);
    expect(page.indexOf(answerWords.nn.notYet)).toBeLessThan(page.indexOf('>Ja</button>'));
    expect(page).not.toContain('Legg i kalenderen');
    expect(asked).toEqual([]);
  });

  test('of a long e-mail has an address every browser takes', () => {
    const long: Card = {
      ...poll,
      title: 'T'.repeat(150),
      parts: Array(9).fill({ kind: 'text', text: 'æ'.repeat(140) }),
    };
    expect(house.link(åse, yes, long).length).toBeLessThan(2000);
  });

  test('that opens a form shows it at once', async () => {
    reply = { form: formOf(fields.choices) };
    const url = house.link(
      åse,
      { label: 'Svar …', intent: { type: 'poll.answer-form', poll: 'p1' }, opensForm: true },
      poll,
    );
    const page = await (await fetch(url)).text();
    expect(asked).toMatchObject([{ payload: { type: 'poll.answer-form', poll: 'p1' } }]);
    expect(page).toContain('type="checkbox" name="forms[]"');
  });

  test('has an address that fits in an e-mail', () => {
    expect(house.link(åse, yes, poll).length).toBeLessThan(600);
  });
});

test('the person is the one the link was made for, whatever is sent along', async () => {
  const url = house.link(åse, yes, poll);
  await post(url, { _payload: JSON.stringify({ ...cast, identity: 'mail|other' }), identity: 'mail|other', from: 'x' });
  expect(asked[0]?.from).toMatchObject({
    identity: åse.identity,
    name: 'Vesle Åse Gåsepike',
    locale: 'nb',
    place: { kind: 'personal', key: åse.identity },
    canOpenForm: true,
  });
  expect(asked[0]?.from.personalAddress).toBeUndefined();
});

test('all that is told is shown, the person’s own first, each in its language', async () => {
  const say = { ...cardOf(parts.text), title: 'Til alle', language: 'se' } as const;
  reply = { say, whisper: told, answer: { ...told, title: 'Svar' }, standing: poll };
  const page = await (await fetch(house.linkFor(showing({ type: 'poll.show', poll: 'p1' })))).text();
  expect([...page.matchAll(/<h[12]>(.*?)<\/h/g)].map(([, title]) => title)).toEqual([
    'Avstemning 3',
    'Svar',
    'Til alle',
    'Avstemning 3',
  ]);
  expect(page).toContain('<section lang="se">\n<h2>Til alle</h2>');
  expect(page).not.toContain(answerWords.nb.back);
});

describe('a link that is no good', () => {
  const expectExpired = async (response: Response) => {
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain(`<h1>${answerWords.nb.expired.title}</h1>`);
    expect(page).toContain(`<section lang="en">\n<h2>${answerWords.en.expired.title}</h2>`);
    expect(asked).toEqual([]);
  };

  test.each<[string, () => string]>([
    ['is not ours', () => `${house.url}/answer/nonsense`],
    ['was changed', () => house.link(åse, yes, poll).replace(/\w(?=\.[\w-]+$)/, 'x')],
    ['is for a file', () => house.linkFor({ file: 'poll', poll: 'p1', member: 'm1', language: 'nb' })],
    ['is for something else', () => house.linkFor({ ...showing(cast), for: 'question' })],
    ['holds no intent', () => house.linkFor({ ...showing(cast), intent: 'poll.cast' })],
  ])('because it %s', async (_why, url) => {
    await expectExpired(await fetch(url()));
    await expectExpired(await post(url(), { _payload: JSON.stringify(cast) }));
  });

  test('because its time is over', async () => {
    const url = house.link(åse, yes, poll);
    world.clock.advance(3_600_000);
    await expectExpired(await fetch(url));
    await expectExpired(await post(url, { _payload: JSON.stringify(cast) }));
  });

  test('because the person is no longer a member, or has another address', async () => {
    const url = house.link(åse, yes, poll);
    isMember = false;
    await expectExpired(await fetch(url));
    await expectExpired(await post(url, { _payload: JSON.stringify(cast) }));
  });

  test('because there is nothing to show', async () => {
    reply = {};
    const response = await fetch(house.linkFor(showing({ type: 'poll.show', poll: 'p1' })));
    expect(response.status).toBe(404);
  });
});

test('another e-mail address is another identity, and letters’ size makes none', () => {
  const member = { id: 'm1', email: 'Aase@soriamoria.example' } as Parameters<typeof identity>[0];
  expect(identity(member)).toBe(identity({ ...member, email: 'aase@soriamoria.example' }));
  expect(identity(member)).not.toBe(identity({ ...member, email: 'ny@soriamoria.example' }));
  expect(identity(member)).toMatch(/^mail\|[\w-]{16}$/);
});

test('the address of a page is told to nobody', async () => {
  const url = house.link(åse, yes, poll);
  for (const response of [await fetch(url), await post(url, { _payload: JSON.stringify(cast) })]) {
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
    );
    expect(await response.text()).not.toMatch(/<script|src=|url\(|https?:/);
  }
});

describe('what is sent of a form', () => {
  const form: Form = formOf(...Object.values(fields));

  test('comes under the fields’ names, lists as lists, lines as lines', async () => {
    reply = { form };
    const url = house.linkFor(showing({ type: 'poll.form' }));
    const body = hiddenIn(await (await fetch(url)).text());
    for (const [name, value] of [
      ['question', 'Møte i Kárášjohka?'],
      ['options', 'Ja\r\nNei'],
      ['secrecy', 'open'],
      ['forms[]', 'open'],
      ['seats[]', 'seat-1'],
      ['seats[]', 'seat-2'],
      ['closesOn', '2027-02-01'],
      ['closesTime', ''],
    ] as const) {
      body.append(name, value);
    }
    await post(url, body);
    expect(asked[1]).toMatchObject({
      payload: {
        type: 'poll.open',
        kind: 'opinion',
        question: 'Møte i Kárášjohka?',
        options: 'Ja\nNei',
        secrecy: 'open',
        forms: ['open'],
        seats: ['seat-1', 'seat-2'],
        closesOn: '2027-02-01',
        closesTime: '',
      },
    });
  });

  test('cannot change what the form fixed', () => {
    const { payload } = readSent({
      _payload: JSON.stringify(cast),
      _request: 'x',
      type: 'poll.close',
      poll: 'p2',
      seat: '1',
    });
    expect(payload).toEqual({ ...cast, seat: '1' });
  });

  test.each<[unknown]>([
    [undefined],
    [null],
    [{}],
    ['text'],
    [{ _payload: '{' }],
    [{ _payload: ['a', 'b'] }],
    [{ _payload: '[1]' }],
    [{ a: { b: 1 } }],
  ])('and is none is left to the bot to refuse: %j', async body => {
    expect(readSent(body)).toMatchObject({ page: expect.any(String) });
  });

  test('as JSON or as nothing is answered too', async () => {
    const url = house.link(åse, yes, poll);
    const given = { method: 'POST', headers: { 'content-type': 'application/json' } };
    expect((await fetch(url, { ...given, body: JSON.stringify(cast) })).status).toBe(200);
    expect((await fetch(url, { method: 'POST' })).status).toBe(200);
    expect(asked.map(each => each.kind === 'payload' && each.payload)).toEqual([{}, {}]);
  });

  test('is no larger than a large roster', async () => {
    const url = house.link(åse, yes, poll);
    expect((await post(url, { csv: 'å'.repeat(100_000) })).status).toBe(200);
    expect((await post(url, { csv: 'x'.repeat(2_000_000) })).status).toBe(413);
  });
});

describe('a request is known again', () => {
  const keyOf = createRequestKeys();
  const pressed = (page: string, option: string) => keyOf(page, { ...cast, options: [option] });

  test('when the same page sends the same thing twice', () => {
    expect(pressed('a', 'yes')).toBe(pressed('a', 'yes'));
  });

  test('but not when another page does, or the same one something else', () => {
    expect(new Set([pressed('b', 'yes'), pressed('b', 'no'), pressed('c', 'yes')]).size).toBe(3);
  });

  test('nor when one has changed one’s mind in between on a page gone back to', () => {
    const [first, second, third] = [pressed('d', 'yes'), pressed('d', 'no'), pressed('d', 'yes')];
    expect(new Set([first, second, third]).size).toBe(3);
    expect(pressed('d', 'yes')).toBe(third);
  });

  test('through the page itself', async () => {
    const url = house.link(åse, yes, poll);
    const body = sentBy(await (await fetch(url)).text(), 'Ja');
    await post(url, body);
    await post(url, body);
    await post(url, sentBy(await (await fetch(url)).text(), 'Ja'));
    const [one, two, three] = asked.map(({ from }) => from.requestKey);
    expect(one).toBe(two);
    expect(three).not.toBe(one);
    expect(one).toContain(åse.identity);
  });
});

test('the claim in a link is the button’s own', () => {
  const token = house.link(åse, yes, poll).split('/').at(-1) ?? '';
  expect(readAnswer(house.vault, token, world.clock.now())).toEqual({
    for: 'answer',
    ...åse,
    networkId: castNetwork.id,
    language: 'nb',
    intent: cast,
    press: { title: 'Avstemning 3', label: 'Ja', about: [parts.text.text] },
  });
});

function identity(member: { id: string; email: string }): IdentityKey {
  return mailIdentity(castNetwork.id, member as Parameters<typeof mailIdentity>[1]);
}
