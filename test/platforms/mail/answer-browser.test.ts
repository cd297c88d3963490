/** The answer page in a real browser, without any script of its own: by keyboard, and as axe sees it. */
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { barsPicture } from '../../../cards/bars-picture.ts';
import type { Form } from '../../../cards/card.ts';
import { newPollForm } from '../../../cards/polls/poll-forms.ts';
import type { Bot, Incoming, Reply } from '../../../src/bot/platform.ts';
import { drawPng } from '../../../src/pictures/draw-png.ts';
import { answerWords } from '../../../src/texts/page-texts.ts';
import { speak } from '../../../src/texts/speak.ts';
import { cardOf, fields, formOf, parts } from '../../cards/samples.ts';
import { testWorld } from '../../cast.ts';
import { type AnswerHouse, answererOf, answerHouse, showing } from './answer-house.ts';

const executablePath = '/usr/bin/chromium';
const whyNot = existsSync(executablePath)
  ? undefined
  : `Not run: this needs ${executablePath}. Install it with: apt-get install chromium`;
if (whyNot) process.stderr.write(`${whyNot}\n`);

const card = cardOf(...Object.values(parts));
const everyField = formOf(...Object.values(fields));
const wrongForm: Form = newPollForm(speak('nn', 'Europe/Oslo'), '2027-02-01', {
  values: { question: 'Møte?', options: 'Ja\nJa' },
  errors: { options: 'To alternativ er like.', closesOn: 'Fristen er passert.', secrecy: 'Vel éin.' },
});

const pictured = { heading: 'Har svart', whole: { label: 'Alle inviterte', value: '', segments: [] }, legend: [] };

describe(`the answer page in a browser${whyNot ? ` (${whyNot})` : ''}`, () => {
  let house: AnswerHouse;
  let browser: Browser | undefined;
  let reply: Reply = {};
  let asked: Incoming[] = [];
  const bot: Bot = {
    async handle(incoming) {
      asked = [...asked, incoming];
      return reply;
    },
  };

  beforeAll(async () => {
    house = await answerHouse(bot, testWorld());
    if (whyNot) return;
    browser = await chromium.launch({
      executablePath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await house.close();
  });

  const complaints: string[] = [];

  async function openPage(
    opened: Browser,
    shown: Reply,
    colorScheme: 'light' | 'dark' = 'light',
    width = 900,
  ): Promise<Page> {
    // The page shows pictures of its own server only.
    reply = JSON.parse(JSON.stringify(shown).replaceAll('https://laget.example.org', house.url)) as Reply;
    asked = [];
    const png = Buffer.from(await drawPng(barsPicture(pictured).svg));
    const context = await opened.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    page.setDefaultTimeout(25_000);
    await page.route('**/picture/*', route => route.fulfill({ contentType: 'image/png', body: png }));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(house.linkFor(showing({ type: 'poll.form' })));
    return page;
  }

  const shown: readonly (readonly [string, Reply])[] = [
    ['a card with every part', { whisper: card, standing: { ...card, title: 'Avstemning 3, slik den står' } }],
    ['a form with every field', { form: everyField }],
    ['a form with errors', { form: wrongForm }],
  ];

  test.each(shown.flatMap(([name, each]) => [[name, 'light', 900, each] as const, [name, 'dark', 320, each] as const]))(
    '%s, %s, %i wide, has nothing axe objects to',
    async (_name, colours, width, each) => {
      if (!browser) return;
      const page = await openPage(browser, each, colours, width);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      // Read at 400 % or on a phone without scrolling sideways (WCAG 1.4.10).
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(complaints).toEqual([]);
      for (const image of await page.locator('img').all()) {
        expect(await image.evaluate(node => node instanceof HTMLImageElement && node.naturalWidth)).toBe(630);
      }
      await page.context().close();
    },
  );

  test('a page for a link that has expired is in order too', async () => {
    if (!browser) return;
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${house.url}/answer/nonsense`);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.title()).toBe(answerWords.nb.expired.title);
    await page.context().close();
  });

  test('by keyboard alone: each button in turn, and what is pressed is sent', async () => {
    if (!browser) return;
    const page = await openPage(browser, { whisper: cardOf(parts.text, parts.buttons) });
    reply = { whisper: cardOf(parts.done) };
    const reached: string[] = [];
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(reached).toEqual(['Ja', 'Nei', 'Vet ikke', 'Mitt svar', 'Utsett', 'Steng']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Svaret er registrert.').waitFor();
    expect(asked.at(-1)).toMatchObject({ payload: { type: 'poll.cast', options: ['c'] } });
    await page.getByRole('link', { name: answerWords.nb.back }).click();
    expect(asked.at(-1)).toMatchObject({ payload: { type: 'poll.form' } });
    await page.context().close();
  });

  test('a form is filled in by its labels and sent as the bot takes it', async () => {
    if (!browser) return;
    const page = await openPage(browser, { form: everyField });
    await page.getByLabel('Spørsmål').fill('Møte i Kárášjohka?');
    await page.getByLabel('Svar', { exact: true }).fill('Ja\nNei\n');
    await page.getByRole('group', { name: 'Form', exact: true }).getByLabel('Åpen').check();
    await page.getByLabel('Plass', { exact: true }).selectOption('Plass 11');
    await page.getByRole('group', { name: 'Former' }).getByLabel('Hemmelig').uncheck();
    await page.getByLabel('Siste dag').fill('2027-03-28');
    await page.getByLabel('Klokkeslett').fill('02:30');
    reply = { form: wrongForm };
    await page.getByRole('button', { name: 'Åpne' }).click();
    await page.getByRole('alert').waitFor();
    expect(asked.at(-1)).toMatchObject({
      payload: {
        type: 'poll.open',
        question: 'Møte i Kárášjohka?',
        options: 'Ja\nNei\n',
        secrecy: 'open',
        seat: 'seat-11',
        forms: ['open'],
        closesOn: '2027-03-28',
        closesTime: '02:30',
      },
    });
    await page.context().close();
  });

  test('errors are where the reader is brought, lead to their fields, and are told with them', async () => {
    if (!browser) return;
    const page = await openPage(browser, { form: wrongForm });
    expect(await page.title()).toBe('Rett opp dette – Ny røysting');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('errors');
    await page.getByRole('alert').getByRole('link', { name: 'To alternativ er like.' }).click();
    const options = page.locator('textarea');
    expect(await options.evaluate(each => each === document.activeElement || each.matches(':target'))).toBe(true);
    expect(await options.getAttribute('aria-invalid')).toBe('true');
    const described = (await options.getAttribute('aria-describedby')) ?? '';
    const told = await Promise.all(described.split(' ').map(id => page.locator(`#${id}`).textContent()));
    expect(told.at(-1)).toContain('To alternativ er like.');
    expect(await options.inputValue()).toBe('Ja\nJa');
    await page.context().close();
  });

  test('works where scripts are switched off', async () => {
    if (!browser) return;
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    reply = { whisper: cardOf(parts.buttons) };
    await page.goto(house.linkFor(showing({ type: 'poll.form' }, answererOf('kari'))));
    reply = { whisper: cardOf(parts.done) };
    await page.getByRole('button', { name: 'Nei' }).click();
    await page.getByText('Svaret er registrert.').waitFor();
    expect(asked.at(-1)?.from.identity).toBe(answererOf('kari').identity);
    await context.close();
  });
});
