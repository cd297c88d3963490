/** A round's picture is fetched and shown on both sides of the playground, with its words for those who do not see it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Instant } from '../../src/world.ts';
import { expectAccessible } from './on-the-page.ts';
import { become, type OpenedPlayground, openPage, openPlayground, whyNot } from './open-page.ts';

if (whyNot) process.stderr.write(`${whyNot}\n`);

describe(`the picture of a round${whyNot ? ` (${whyNot})` : ''}`, () => {
  let opened: OpenedPlayground | undefined;

  beforeAll(async () => {
    if (!whyNot) opened = await openPlayground('2027-01-11T08:00:00.000Z' as Instant);
  });

  afterAll(async () => {
    await opened?.close();
  });

  test('is there on both sides, inside a narrow page too, and axe finds nothing serious', async () => {
    if (!opened) return;
    const { page, teams, slack, complaints } = await openPage(opened, { viewport: { width: 700, height: 900 } });
    await become(teams, 'Kari');
    await page.waitForTimeout(300);
    const direct = teams.locator('.direct textarea');
    await direct.fill('innhenting kollektiv 2027 ; Troms og Finnmark ; frist 1. februar ; innspill');
    await direct.press('Enter');
    await teams.getByRole('button', { name: 'Åpne innhentingen' }).last().click();
    for (const side of [teams, slack]) {
      const picture = side.locator('.channel img').last();
      await picture.waitFor();
      expect(await picture.getAttribute('alt')).toMatch(/^Har svart\. Alle inviterte: 0 av 41/);
      const width = picture.evaluate(async node => {
        if (!(node instanceof HTMLImageElement)) return 0;
        await node.decode();
        return node.naturalWidth;
      });
      expect(await width).toBe(630);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
