/** What the bot answers, and what is wrong with a form, is where one looks: on a page with little room too. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Instant } from '../../src/world.ts';
import { isFocused, shows, write } from './on-the-page.ts';
import { become, type OpenedPlayground, openPage, openPlayground, whyNot } from './open-page.ts';

const start = '2027-01-11T08:00:00.000Z' as Instant;
const unknown = 'Jeg finner ikke den avstemningen.';
/** 1400 by 900 at 200 %. */
const small = { viewport: { width: 700, height: 450 } };

if (whyNot) process.stderr.write(`${whyNot}\n`);

describe(`what is told is in sight${whyNot ? ` (${whyNot})` : ''}`, () => {
  let opened: OpenedPlayground | undefined;

  beforeAll(async () => {
    if (!whyNot) opened = await openPlayground(start);
  });

  afterAll(async () => {
    await opened?.close();
  });

  test('what is asked in the upper log and answered in the lower one, also when the reader has scrolled up there', async () => {
    if (!opened) return;
    const { page, teams } = await openPage(opened);
    const log = teams.locator('.direct .log');
    await teams.locator('.direct textarea').fill('hjelp');
    await teams.locator('.direct textarea').press('Enter');
    await shows(log, 'Dette kan jeg');
    await page.waitForTimeout(300);
    await log.evaluate(node => node.scrollTo(0, 0));
    await page.waitForTimeout(300);
    await write(teams, 'svar 99 ja');
    const answer = log.locator('.entry', { hasText: unknown });
    await answer.waitFor();
    await inSight(page, answer);
    expect(await isFocused(teams.locator('.channel textarea'))).toBe(true);
    await page.context().close();
  });

  test.each([
    ['reduce', 'instant', 'Huldra'],
    ['no-preference', 'smooth', 'Pål'],
  ] as const)(
    'the page scrolls to an answer below its edge, and the focus stays: %s',
    async (reducedMotion, behavior, name) => {
      if (!opened) return;
      const { page, teams } = await openPage(opened, { viewport: { width: 700, height: 300 }, reducedMotion });
      const scrolled = await page.evaluateHandle(() => {
        const asked: unknown[] = [];
        const scroll = Element.prototype.scrollIntoView;
        Element.prototype.scrollIntoView = function scrollIntoView(how) {
          asked.push(typeof how === 'object' && how.behavior);
          scroll.call(this, how);
        };
        return asked;
      });
      await become(teams, name);
      await shows(teams, 'Nå hos Kommunene i nord (øving)');
      await teams.locator('.channel textarea').focus();
      await page.evaluate(() => scrollTo(0, 0));
      await write(teams, 'svar 99 ja');
      const answer = teams.locator('.direct .entry', { hasText: unknown });
      await answer.waitFor();
      await inSight(page, answer);
      expect(await isFocused(teams.locator('.channel textarea'))).toBe(true);
      expect(await scrolled.jsonValue()).toEqual([behavior]);
      await page.context().close();
    },
  );

  test('what comes to a reader who asked for nothing scrolls neither log nor page', async () => {
    if (!opened) return;
    const { page, slack } = await openPage(opened, small);
    await page.evaluate(() => scrollTo(0, 0));
    await kariSays(page, 'avstemning Ruller siden? ; Ja ; Nei ; frist 1.12.2027');
    await slack.getByText('Ruller siden?').first().waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.context().close();
  });

  test.each(['teams', 'slack'] as const)(
    'an error in a form of %s stands in sight beside the field with the focus',
    async side => {
      if (!opened) return;
      const { page, ...sides } = await openPage(opened, small);
      await become(sides[side], 'Kari');
      await write(sides[side], 'avstemning');
      if (side === 'teams') await sides.teams.getByRole('button', { name: 'Åpne skjemaet' }).last().click();
      const dialog = page.getByRole('dialog', { name: 'Ny avstemning' });
      await dialog.getByLabel('Spørsmål').fill('Går det bra?');
      await dialog.getByLabel('Alternativer').fill('Bare ett');
      await dialog.getByRole('button', { name: 'Åpne' }).click();
      const error = dialog.locator('.dialog-body').getByText('⚠ Skriv minst to');
      await error.waitFor();
      await inSight(page, error);
      expect(await isFocused(dialog.getByLabel('Alternativer'))).toBe(true);
      await page.context().close();
    },
  );

  test.each([
    ['teams', 1, 'Huldra'],
    ['slack', 2, 'Herreper'],
  ] as const)('a form of %s refused for what happened meanwhile says so in sight', async (side, number, name) => {
    if (!opened) return;
    const { page, ...sides } = await openPage(opened, small);
    await kariSays(page, `møte Møte nr. ${number} ; 2. mars kl 10-11 ; 3. mars kl 10-11 ; 4. mars kl 10-11`);
    await become(sides[side], name);
    const posting = sides[side].locator('.channel .entry', { hasText: `Møte nr. ${number}` }).last();
    await posting.getByRole('button', { name: 'Svar …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Send svar' }).waitFor();
    await kariSays(page, `avlys møte ${number} ; Det trengs ikke.`);
    await dialog.getByLabel('Ja').last().check();
    await dialog.getByRole('button', { name: 'Send svar' }).click();
    const told = (side === 'teams' ? dialog : sides.slack.locator('.channel .whisper')).getByText('er avlyst').last();
    await told.waitFor();
    await inSight(page, told);
    await page.context().close();
  });
});

/** Elsewhere: the page itself is not touched. */
async function kariSays(page: Page, text: string): Promise<void> {
  const deed = { do: 'say', person: 'statsforvalteren:kari', place: 'forum', text };
  const send = (body: string) =>
    fetch('deed', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(({ ok }) => ok);
  expect(await page.evaluate(send, JSON.stringify(deed))).toBe(true);
}

/** Waits until its beginning is seen, in the window and in whatever scrolls around it. */
async function inSight(page: Page, wanted: Locator): Promise<void> {
  const node = await wanted.elementHandle();
  await page.waitForFunction(element => {
    if (!element) return false;
    const { left, top } = element.getBoundingClientRect();
    const seen = document.elementFromPoint(left + 2, top + 2);
    return seen !== null && (element.contains(seen) || seen.contains(element)) && top >= 0;
  }, node);
}
