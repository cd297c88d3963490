/** The playground's third side: an inbox, an e-mail in it, and the way from its link to the count. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Instant } from '../../src/world.ts';
import { expectAccessible, isFocused, shows, tabTo, write } from './on-the-page.ts';
import { become, type OpenedPlayground, openPage, openPlayground, whyNot } from './open-page.ts';

const start = '2027-01-11T08:00:00.000Z' as Instant;

if (whyNot) process.stderr.write(`${whyNot}\n`);

describe(`e-mail in the playground${whyNot ? ` (${whyNot})` : ''}`, () => {
  let opened: OpenedPlayground | undefined;

  beforeAll(async () => {
    if (!whyNot) opened = await openPlayground(start);
  });

  afterAll(async () => {
    await opened?.close();
  });

  test.each([
    ['nb', 'Ingen e-post til Vesle Åse Gåsepike ennå.', 'vara'],
    ['nn', 'Ingen e-post til Vesle Åse Gåsepike enno.', 'vara'],
    ['en', 'No e-mail to Vesle Åse Gåsepike yet.', 'deputy'],
  ])('an inbox without e-mail says so in words: %s', async (language, words, deputy) => {
    if (!opened) return;
    const { page, mail } = await openPage(opened, {}, language);
    await shows(mail, words);
    expect(await mail.locator('.letters li, .letter:visible').count()).toBe(0);
    const owners = await mail.locator('option').allTextContents();
    expect(owners).toHaveLength(2);
    expect(owners.join()).toContain(`Kárášjoga gielda – Karasjok kommune, ${deputy}`);
    await page.context().close();
  });

  test('a reminder comes by e-mail, is opened by the keys, and its link leads to a vote that counts', async () => {
    if (!opened) return;
    const { page, teams, slack, mail, complaints } = await openPage(opened);
    await become(teams, 'Kari');
    await write(teams, 'avstemning Skal forumet møtes i Alta? ; Ja ; Nei ; frist 20.1.2027 12.00 ; formell');
    await shows(teams, '0 av 16 har svart');
    await moveClock(page, '+1 uke');
    await shows(mail, 'Påminnelse');
    expect(await mail.locator('.letters time').first().textContent()).not.toBe(await clockOf(page));

    await page.getByRole('link', { name: 'Hopp til e-post' }).press('Enter');
    expect(await isFocused(mail)).toBe(true);
    const line = mail.locator('.letter-line').first();
    await tabTo(page, line);
    await page.keyboard.press('Enter');
    const heading = mail.getByRole('heading', { name: 'Påminnelse' });
    expect(await isFocused(heading)).toBe(true);
    expect(await line.getAttribute('aria-current')).toBe('true');
    expect(await mail.locator('iframe').getAttribute('sandbox')).not.toContain('allow-scripts');
    const frame = mail.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Skal forumet møtes i Alta?' }).waitFor();
    const [answer] = await Promise.all([
      page.waitForEvent('popup'),
      frame.getByRole('link', { name: 'Svar …' }).click(),
    ]);
    await answer.getByLabel('Nei').check();
    await answer.getByRole('button', { name: 'Svar' }).click();
    await answer.getByText('plass 7').waitFor();
    await answer.close();
    await shows(teams, '1 av 16 har svart');
    await shows(slack, '1 av 16 har svart');

    await mail.getByRole('button', { name: 'Lukk' }).click();
    expect(await isFocused(line)).toBe(true);
    expect(await mail.locator('.letter').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('an invitation has a calendar file, is answered, and goes to a deputy by e-mail when the holder cannot come', async () => {
    if (!opened) return;
    const { page, teams, slack, mail, complaints } = await openPage(opened);
    await become(teams, 'Kari');
    await write(teams, 'møte Styringsmøte ; 2. mars kl 9-11.30 ; sted Alta ; svar innen 1. februar');
    await shows(slack, 'Når kan dere?');
    await write(teams, 'fastsett 1 1');
    await teams.getByRole('button', { name: 'Send til' }).click();
    await shows(teams, 'Sendes nå til');
    await shows(mail, 'Innkalling: Styringsmøte');

    await mail.getByRole('button', { name: 'Innkalling: Styringsmøte' }).click();
    await shows(mail, 'Kalenderfil: REQUEST');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      mail.getByRole('link', { name: 'Last ned invite.ics' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain('DTSTART;TZID=Europe/Oslo:20270302T090000');
    const frame = mail.frameLocator('iframe');
    const coming = frame.getByRole('link', { name: 'Kommer', exact: true });
    const [answer] = await Promise.all([page.waitForEvent('popup'), coming.click()]);
    await answer.getByRole('button', { name: 'Kommer', exact: true }).click();
    await answer.getByText('plass 7').waitFor();
    await answer.close();
    await shows(slack, '1 av 17 plasser kommer');

    await become(mail, 'Čearpmat');
    await shows(mail, 'Ingen e-post til Čearpmat Đáigi ennå.');
    await become(teams, 'Njávešeatni');
    await teams.getByRole('button', { name: 'Kommer ikke' }).last().click();
    await mail.locator('.letter-line').click();
    await mail.getByRole('heading', { name: 'Kan du møte som vara? Styringsmøte' }).waitFor();
    await frame.getByText('Den som har plass 4').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('after a week both chats go on as before, and nothing the bot does is refused', async () => {
    if (!opened) return;
    const { page, teams, slack } = await openPage(opened);
    await become(slack, 'Kari');
    await write(slack, 'avstemning Går alt som før? ; Ja ; Nei ; frist 1.12.2027');
    await shows(teams, 'Går alt som før?');
    await moveClock(page, '+1 uke');
    await moveClock(page, '+1 døgn');
    await become(teams, 'Mestermø');
    await teams.getByRole('button', { name: 'Ja', exact: true }).last().click();
    await shows(slack, '1 av 23 har svart');
    await become(slack, 'Herreper');
    await slack.getByRole('button', { name: 'Nei', exact: true }).last().click();
    await shows(teams, '2 av 23 har svart');
    expect(await page.locator('#problems').isVisible()).toBe(false);
    expect(opened.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    await page.context().close();
  });

  test.each([
    { colorScheme: 'light', viewport: { width: 1400, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 1280, height: 720 } },
    { colorScheme: 'light', viewport: { width: 320, height: 640 } },
  ] as const)('axe finds nothing serious in an open e-mail, and nothing is cut off: %j', async options => {
    if (!opened) return;
    const { page, mail } = await openPage(opened, options);
    await mail.locator('.letter-line').first().click();
    await mail.frameLocator('iframe').getByRole('link').first().waitFor();
    await expectAccessible(page);
    await expectAccessible(await pageOf(mail.locator('iframe')));
    expect(await isCutOff(mail.locator('iframe'))).toBe(false);
    const right = await mail.locator('*').evaluateAll(nodes => nodes.map(node => node.getBoundingClientRect().right));
    expect(Math.max(...right)).toBeLessThanOrEqual(options.viewport.width);
    await page.context().close();
  });
});

async function moveClock(page: Page, by: string): Promise<void> {
  const before = await clockOf(page);
  await page.getByRole('button', { name: by }).click();
  // Seen from outside the clock stops on the way, at each thing that happens: it has arrived when the page rests.
  await page.waitForFunction(
    told => !document.body.hasAttribute('aria-busy') && document.querySelector('.clock strong')?.textContent !== told,
    before,
  );
}

async function clockOf(page: Page): Promise<string | null> {
  return page.locator('.clock strong').textContent();
}

/** The same e-mail, where scripts may run; by day, since axe takes a ground that is the browser's own for white. */
async function pageOf(frame: Locator): Promise<Page> {
  const page = await frame.page().context().newPage();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setContent(
    await frame
      .contentFrame()
      .locator('html')
      .evaluate(root => root.outerHTML),
  );
  return page;
}

/** Whether there is more in the frame than it shows. */
async function isCutOff(frame: Locator): Promise<boolean> {
  return frame.evaluate(node => {
    const root = node instanceof HTMLIFrameElement ? node.contentDocument?.documentElement : undefined;
    return !root || root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth;
  });
}
