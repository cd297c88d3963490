/** Microsoft's renderer in a real browser, with Markdown switched on: people read what people wrote. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import { adaptiveCard, adaptiveForm } from '../../cards/adaptive-card.ts';
import { nastyTexts } from './nasty-texts.ts';
import { cardOf, fields, formOf } from './samples.ts';

const executablePath = '/usr/bin/chromium';
const renderer = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
);

/** Enough of Markdown to see whether a text is given to it at all. */
const markdown = `AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text
    .replace(/^(#|>|-|\\d+\\.) (.*)$/gm, '<p>$2</p>')
    .replace(/!?\\[(.*?)\\]\\((.*?)\\)/g, '<a href="$2">$1</a>')
    .replace(/[*_~\`]+([^*_~\`]+)[*_~\`]+/g, '<b>$1</b>');
  result.didProcess = true;
};`;

const draw = `window.draw = json => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.parse(json);
  document.body.replaceChildren(card.render());
  return document.body.textContent;
};`;

test('nasty texts are read as they were written', async () => {
  if (!existsSync(executablePath)) {
    process.stderr.write(`Not run: this test needs ${executablePath} (Debian package chromium).\n`);
    return;
  }
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: renderer });
    await page.addScriptTag({ content: markdown + draw });
    const read = (json: object) => page.evaluate<string>(`draw(${JSON.stringify(json)})`);

    const control = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: '**a** {{TIME(2020-01-01T00:00:00Z)}}' }],
    };
    expect(await read(control)).not.toMatch(/\*|TIME/);
    for (const text of nastyTexts) {
      const shown = await read(
        adaptiveCard({
          ...cardOf({ kind: 'text', text }, { kind: 'facts', facts: [{ label: text, value: text }] }),
          title: text,
        }),
      );
      expect(shown.split(text)).toHaveLength(5);
      const choices = [{ value: 'a', label: text.slice(0, 75) }];
      expect(await read(adaptiveForm(formOf({ ...fields.choice, choices })))).toContain(text.slice(0, 75));
      const button = { label: text.slice(0, 75), intent: { type: 'poll.show', poll: 'p1' } } as const;
      expect(await read(adaptiveCard(cardOf({ kind: 'buttons', buttons: [button] })))).toContain(button.label);
    }
  } finally {
    await browser.close();
  }
});
