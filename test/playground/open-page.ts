/** The playground in the system's Chromium: what its test and its picture both begin with. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { type Playground, startPlayground } from '../../src/playground/start-playground.ts';
import { codeFrom, type Instant, instantOf, textFrom } from '../../src/world.ts';
import { type TestWorld, testWorld } from '../cast.ts';

const executablePath = '/usr/bin/chromium';

/** Said, where there is no browser to test in. */
export const whyNot = existsSync(executablePath)
  ? undefined
  : `Not run: this needs ${executablePath}. Install it with: apt-get install chromium`;

export type OpenedPlayground = {
  readonly playground: Playground;
  readonly browser: Browser;
  readonly lines: TestWorld['lines'];
  close(): Promise<void>;
};

/** @param start where its clock begins; it goes at the usual pace from there */
export async function openPlayground(start: Instant): Promise<OpenedPlayground> {
  const aheadMs = Temporal.Instant.from(start).epochMilliseconds - Date.now();
  const { log, lines } = testWorld();
  const world = {
    clock: { now: () => instantOf(Date.now() + aheadMs) },
    ids: { random: () => textFrom(randomBytes(10)), code: () => codeFrom(randomBytes(5)) },
    log,
  };
  const playground = await startPlayground(readConfig({ PORT: '0' }), world, () => undefined);
  const browser = await chromium.launch({
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
  return {
    playground,
    browser,
    lines,
    async close() {
      await browser.close();
      await playground.close();
    },
  };
}

export type PlaygroundPage = {
  readonly page: Page;
  readonly teams: Locator;
  readonly slack: Locator;
  readonly mail: Locator;
  /** Everything the browser complained of. */
  readonly complaints: readonly string[];
};

export async function openPage(
  { browser, playground }: OpenedPlayground,
  options: BrowserContextOptions = {},
  language = 'nb',
): Promise<PlaygroundPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'nb-NO', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(`${playground.url}/playground/?lang=${language}`);
  await page.locator('#slack .entry').first().waitFor();
  return {
    page,
    teams: page.locator('#teams'),
    slack: page.locator('#slack'),
    mail: page.locator('#mail'),
    complaints,
  };
}

/** Chooses who one is, by a part of the option's words. */
export async function become(side: Locator, name: string): Promise<void> {
  const who = side.locator('.who select');
  const option = await who.locator('option', { hasText: name }).getAttribute('value');
  await who.selectOption(option);
}
