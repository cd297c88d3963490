/** `node test/playground/screenshot.ts [FILE] [LANGUAGE] [SCHEME] [WIDTH] [HEIGHT]`: the picture in the README, as it really looks. */
import type { Instant } from '../../src/world.ts';
import { become, openPage, openPlayground } from './open-page.ts';

const [file = 'docs/playground.png', language = 'nb', scheme = 'light', width = '1400', height = '1000'] =
  process.argv.slice(2);

const opened = await openPlayground('2027-01-11T08:00:00.000Z' as Instant);
try {
  const { page, teams, slack, mail, complaints } = await openPage(
    opened,
    {
      viewport: { width: Number(width), height: Number(height) },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
    },
    language,
  );
  await page.waitForTimeout(500);
  const write = page.locator('#teams .channel textarea');
  await write.fill(
    'avstemning Skal forumet søke om felles midler til tegnspråk i 2027? ; Ja ; Nei ; Vent til neste møte ; frist 18.1.2027 12.00 ; formell',
  );
  await write.press('Enter');
  await slack.getByRole('button', { name: 'Vent til neste møte' }).waitFor();
  for (const [name, answer] of [
    ['Pål', 'Ja'],
    ['Veslefrikk', 'Ja'],
    ['Lurvehette', 'Nei'],
    ['Askeladden', 'Ja'],
    ['Huldra', 'Ja'],
  ] as const) {
    await become(teams, name);
    await page.waitForTimeout(300);
    await teams.getByRole('button', { name: answer, exact: true }).last().click();
    await page.waitForTimeout(700);
  }
  for (const [name, answer] of [
    ['Smørbukk', 'Vent til neste møte'],
    ['Herreper', 'Ja'],
  ] as const) {
    await become(slack, name);
    await page.waitForTimeout(300);
    await slack.getByRole('button', { name: answer, exact: true }).last().click();
    await page.waitForTimeout(1500);
  }
  await page.waitForTimeout(2000);
  await teams.locator('.whisper .plain').last().click();
  await page.getByRole('button', { name: 'Til det neste som skjer' }).click();
  await mail.locator('.letter-line').click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: file });
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
} finally {
  await opened.close();
}
