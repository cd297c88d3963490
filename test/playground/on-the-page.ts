/** What a visitor of the playground does and sees, in the words of a test. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

/** Waits until each of the words stands somewhere on the side. */
export async function shows(side: Locator, ...words: readonly string[]): Promise<void> {
  for (const each of words) await side.getByText(each).filter({ visible: true }).last().waitFor();
}

export async function write(side: Locator, text: string): Promise<void> {
  await side.locator('.channel textarea').fill(text);
  await side.locator('.channel textarea').press('Enter');
}

export async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate(node => node === document.activeElement);
}

export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if (await isFocused(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key never came there');
}

/** Of a frame that lets no script run, axe gets no answer: what stands in it is to be seen to on a page of its own. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = grave.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  );
  expect(told).toEqual([]);
}
