import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Instant } from '../../src/world.ts';
import { expectAccessible, isFocused, shows, tabTo, write } from './on-the-page.ts';
import { become, type OpenedPlayground, openPage, openPlayground, whyNot } from './open-page.ts';

const start = '2027-01-11T08:00:00.000Z' as Instant;

if (whyNot) process.stderr.write(`${whyNot}\n`);

describe(`the playground in a browser${whyNot ? ` (${whyNot})` : ''}`, () => {
  let opened: OpenedPlayground | undefined;

  beforeAll(async () => {
    if (!whyNot) opened = await openPlayground(start);
  });

  afterAll(async () => {
    await opened?.close();
  });

  test('a poll is opened by Teams’ form, answered on both sides, and closed', async () => {
    if (!opened) return;
    const { page, teams, slack, complaints } = await openPage(opened);
    const question = 'Skal forumet møtes i Alta?';
    await become(teams, 'Kari');
    await teams.locator('.channel').getByRole('button', { name: 'avstemning', exact: true }).click();
    await teams.getByRole('button', { name: 'Åpne skjemaet' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Ny avstemning' });
    await dialog.getByLabel('Spørsmål').fill(question);
    await dialog.getByLabel('Plasser med stemmerett (formell)').check();
    await dialog.getByRole('button', { name: 'Åpne' }).click();
    const answer = page.getByRole('dialog', { name: 'Avstemning 1 er åpnet' });
    await answer.getByRole('button', { name: 'Lukk' }).click();

    await shows(teams, question, '0 av 16 har svart');
    await shows(slack, question, '0 av 16 har svart');
    // Each chat scrolls by itself where there is room for both.
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
    await become(teams, 'Mestermø');
    await teams.getByRole('button', { name: 'Ja', exact: true }).last().click();
    await shows(teams, 'Bare du ser dette');
    await become(slack, 'Herreper');
    await slack.getByRole('button', { name: 'Nei', exact: true }).last().click();
    await shows(slack, 'Bare du ser dette', 'Telles for plass 10, KS Nord-Norge.');
    await shows(teams, '2 av 16 har svart');
    await shows(slack, '2 av 16 har svart');

    await become(slack, 'Smørbukk');
    await slack.locator('.whisper').waitFor({ state: 'detached' });
    await become(teams, 'Kari');
    await write(teams, 'steng 1');
    await shows(teams, 'stengt', 'Likt mellom Ja og Nei');
    await shows(slack, 'stengt', 'Likt mellom Ja og Nei');
    expect(await teams.getByRole('button', { name: 'Ja', exact: true }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('without a mouse: Slack’s form by the keys, its errors, and the clock moved to the deadline', async () => {
    if (!opened) return;
    const { page, slack } = await openPage(opened);
    await become(slack, 'Kari');
    await page.locator('body').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('slack');
    await tabTo(page, slack.locator('.channel textarea'));
    await page.keyboard.type('avstemning');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ny avstemning' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await isFocused(slack.locator('.channel textarea'))).toBe(true);

    await page.keyboard.type('avstemning');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    expect(await isFocused(dialog.getByLabel('Spørsmål'))).toBe(true);
    await page.keyboard.type('Når skal vi møtes?');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Samme dag');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Bare ett');
    await tabTo(page, dialog.getByRole('button', { name: 'Åpne' }));
    await page.keyboard.press('Enter');
    await dialog.locator('.error', { hasText: 'minst to' }).waitFor();
    expect(await isFocused(dialog.getByLabel('Alternativer'))).toBe(true);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Mandag\nTirsdag');
    await tabTo(page, dialog.getByRole('button', { name: 'Åpne' }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await shows(slack, 'Når skal vi møtes?', 'åpen');

    await tabTo(page, page.getByRole('button', { name: 'Til det neste som skjer' }));
    await page.getByText(/^Neste: påminnelser går/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^Neste: en avstemning stenges/).waitFor();
    await page.keyboard.press('Enter');
    await shows(slack, 'stengt', 'Ingen svarte.');
    await page.context().close();
  });

  test('what is disturbed is told, and everything else goes on', async () => {
    if (!opened) return;
    const { page, teams, slack } = await openPage(opened);
    await become(teams, 'Kari');
    await become(slack, 'Kari');
    await slack.getByText('Forstyrr', { exact: true }).click();
    await slack.getByRole('button', { name: 'Fjern Laget fra kanalen' }).click();
    await shows(slack, 'Laget er fjernet herfra');
    await write(teams, 'avstemning Virker dette? ; Ja ; Nei ; frist 1.12.2027');
    await shows(teams, 'Virker dette?');
    await slack.getByRole('button', { name: 'Legg Laget til igjen' }).click();
    await slack.locator('.channel .notice').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test('one begins as the coordinator, sees who is what and where, and can start a network', async () => {
    if (!opened) return;
    const { page, teams } = await openPage(opened);
    const who = teams.locator('.who select');
    expect(await who.locator('option:checked').textContent()).toBe('Kari Trestakk – koordinator');
    const options = await who.locator('option').allTextContents();
    expect(options).toContain('Askeladden Askeland – Tromsø kommune, leder');
    expect(options).toContain('Per Askeland – Tromsø kommune, vara');
    expect(options).toContain('Nordavinden Blåse – observatør');
    await shows(teams, 'Nå hos Statsforvalteren (øving)');
    await become(teams, 'Per');
    await shows(teams, 'Nå hos Kommunene i nord (øving)');
    await teams.getByLabel('Kanal').selectOption({ label: 'Prøvekanal' });
    await shows(teams, 'i en kanal utenfor forumet');
    await teams.getByRole('button', { name: 'Start et nettverk' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Nettverket på prøve');
    await dialog.getByRole('button').last().click();
    await shows(teams, 'Nettverket på prøve');
    await page.context().close();
  });

  test('a form of Teams with a fault in it has the focus where the fault is, and tells it in sentences', async () => {
    if (!opened) return;
    const { page, teams } = await openPage(opened);
    await write(teams, 'avstemning');
    await teams.getByRole('button', { name: 'Åpne skjemaet' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Ny avstemning' });
    const options = dialog.getByLabel('Alternativer');
    expect(
      await options.evaluate(node => node.clientHeight / Number.parseFloat(getComputedStyle(node).lineHeight)),
    ).toBeGreaterThan(4);
    await dialog.getByLabel('Spørsmål').fill('Går det bra?');
    await options.fill('Bare ett');
    await dialog.getByRole('button', { name: 'Åpne' }).click();
    await dialog.locator('.dialog-body').getByText('⚠ Skriv minst to').waitFor();
    expect(await isFocused(options)).toBe(true);
    const announced = dialog.locator('.announcer p', { hasText: 'minst to' });
    await announced.waitFor({ state: 'attached' });
    expect(await announced.textContent()).not.toMatch(/\.\./);
    await page.context().close();
  });

  test('what the playground itself cannot do names the line of the log that says why', async () => {
    if (!opened) return;
    const { page } = await openPage(opened);
    await page.route('**/deed', route => route.continue({ postData: '{"do":"burn"}' }));
    await page.getByRole('button', { name: '+1 minutt' }).click();
    const told = await page.getByRole('alert').filter({ hasText: 'Dette gikk ikke' }).textContent();
    const code = /«([0-9A-Z]{4}-[0-9A-Z]{4})»/.exec(told ?? '')?.[1];
    expect(opened.lines).toContainEqual(expect.objectContaining({ fields: expect.objectContaining({ code }) }));
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious, %s', async colorScheme => {
    if (!opened) return;
    const { page, teams, slack } = await openPage(opened, { colorScheme });
    await become(slack, 'Kari');
    await expectAccessible(page);
    await slack.getByText('Forstyrr', { exact: true }).click();
    await expectAccessible(page);
    await write(slack, 'avstemning');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await become(teams, 'Kari');
    await write(teams, 'avstemning');
    await teams.getByRole('button', { name: 'Åpne skjemaet' }).last().click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test('at 200 % and on a narrow screen the chats stand under each other and nothing is cut off', async () => {
    if (!opened) return;
    for (const viewport of [
      { width: 700, height: 450 },
      { width: 320, height: 640 },
    ]) {
      const { page, teams, slack } = await openPage(opened, { viewport });
      const [upper, lower] = [await teams.boundingBox(), await slack.boundingBox()];
      expect((lower?.y ?? 0) >= (upper?.y ?? 0) + (upper?.height ?? 0)).toBe(true);
      const outside = await page
        .locator('#teams *, #slack *')
        .evaluateAll(nodes =>
          nodes
            .filter(node => node.getBoundingClientRect().right > innerWidth)
            .map(node => node.outerHTML.slice(0, 100)),
        );
      expect(outside).toEqual([]);
      await page.context().close();
    }
  });

  test('each log stands at its newest message, also after a reload, until one scrolls up', async () => {
    if (!opened) return;
    for (const viewport of [
      { width: 1400, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const { page, teams, slack } = await openPage(opened, { viewport });
      for (let count = 0; count < 3; count += 1) {
        await write(teams, 'medlemmer');
        await page.waitForTimeout(900);
      }
      for (const log of await page.locator('.log').all()) expect(await isAtNewest(log)).toBe(true);
      await page.reload();
      await teams.locator('.entry').first().waitFor();
      for (const log of await page.locator('.log').all()) expect(await isAtNewest(log)).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4_000);

      const log = teams.locator('.channel .log');
      await log.evaluate(node => node.scrollTo(0, 0));
      await page.waitForTimeout(200);
      await become(slack, 'Kari');
      await slack.locator('.channel textarea').fill('avstemning Følger loggen? ; Ja ; Nei ; frist 1.12.2027');
      await slack.locator('.channel textarea').press('Enter');
      await shows(teams, 'Følger loggen?');
      expect(await log.evaluate(node => node.scrollTop)).toBe(0);
      await page.context().close();
    }
  });
});

/** At its end, or at the beginning of a last message too tall to be seen whole. */
async function isAtNewest(log: Locator): Promise<boolean> {
  return log.evaluate(node => {
    const newest = node.querySelector<HTMLElement>(':scope > .entries > :last-child');
    const isAtEnd = node.scrollHeight - node.scrollTop - node.clientHeight < 2;
    return isAtEnd || (newest !== null && Math.abs(newest.offsetTop - node.scrollTop) < 20);
  });
}
