/** A behovsmelding filled in on a phone, in each chat: an error mended, the browser closed, gone on with and sent by a colleague. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { neededFields } from '../../src/features/needs/completeness.ts';
import type { NeedField } from '../../src/features/needs/need-fields.ts';
import { type Speech, speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { expectAccessible, isFocused, shows, write } from './on-the-page.ts';
import { become, type OpenedPlayground, openPage, openPlayground, whyNot } from './open-page.ts';

const start = '2027-01-11T08:00:00.000Z' as Instant;
/** Forty fields, twice looked through for whoever cannot see them, on a machine that has other things to do. */
const longestMs = 240_000;
const phone = { viewport: { width: 390, height: 844 } };

if (whyNot) process.stderr.write(`${whyNot}\n`);

/** What is chosen, by its name in the language, and what is written. */
type Filling = readonly (readonly [NeedField, string])[];

const parts = [
  {
    side: 'teams',
    language: 'nb',
    begins: 'Askeladden',
    goesOn: 'Per Askeland',
    words: [],
    chosen: { who: ['nytt behov', 'grunnskole', 'barnehage', 'PP-tjenesten', 'ja, de er med'], theme: 'overganger' },
    basis: ['tilsyn', 'eier', 'lærere'],
    partner: 'enige',
    error: 'Skriv hele kroner, uten øre.',
  },
  {
    side: 'slack',
    language: 'nn',
    begins: 'Bamse',
    goesOn: 'Mikkel',
    words: ['språk nynorsk'],
    chosen: { who: ['nytt behov', 'grunnskule', 'barnehage', 'PP-tenesta', 'ja, dei er med'], theme: 'overgangar' },
    basis: ['tilsyn', 'eigar', 'lærarar'],
    partner: 'einige',
    error: 'Skriv heile kroner, utan øre.',
  },
] as const;

describe(`a behovsmelding in a browser${whyNot ? ` (${whyNot})` : ''}`, () => {
  let opened: OpenedPlayground | undefined;

  beforeAll(async () => {
    if (whyNot) return;
    opened = await openPlayground(start);
    const { page, teams, slack } = await openPage(opened);
    await become(teams, 'Kari');
    await write(
      teams,
      'innhenting kollektiv 2027 ; Tromsø kommune ; privat: Utdanningsforbundet ; behovsmelding ; frist 1. februar',
    );
    await teams.getByRole('button', { name: 'Åpne innhentingen' }).last().click();
    await shows(slack, 'Innhenting 1');
    await page.context().close();
  });

  afterAll(async () => {
    await opened?.close();
  });

  test.each(parts)(
    'in $side, in $language',
    async ({ side, language, begins, goesOn, words, ...part }) => {
      if (!opened) return;
      const speech = speak(language, 'Europe/Oslo');
      const { buttons, form, card } = speech.say.need;
      const first = await openPage(opened, phone);
      const [page, panel] = [first.page, first[side]];
      await become(panel, begins);
      await panel.locator('.channel').getByRole('button', { name: speech.say.round.buttons.start }).last().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('heading', { name: form.page('1') }).waitFor();
      for (const name of part.chosen.who) await choose(dialog, name);
      await fill(dialog, speech, [['participants', 'Solstua barnehage\nFjellheim skole']]);
      await expectAccessible(page);
      await send(dialog, form.next);

      await dialog.getByRole('heading', { name: form.page('2') }).waitFor();
      await choose(dialog, part.chosen.theme);
      for (const name of part.basis) await choose(dialog, name);
      const what: Filling = [
        ['title', 'Trygge'],
        ['description', 'for kort'],
        ['staffInvolvement', 'Drøftet med tillitsvalgte i januar.'],
        ['participantCount', '1 200'],
        ['goal', 'Alle overganger følger en felles plan.'],
      ];
      await fill(dialog, speech, what);
      await send(dialog, form.next);
      // The fault stands where one looks, and all else as it was typed.
      const description = dialog.getByLabel(labelOf('description', speech), { exact: true });
      await dialog
        .getByText(speech.say.forms.problems['too-short']({ field: 'x', problem: 'too-short', min: 50 }))
        .first()
        .waitFor();
      expect(await isFocused(description)).toBe(true);
      for (const [field, text] of what) {
        expect(await dialog.getByLabel(labelOf(field, speech), { exact: true }).inputValue()).toBe(text);
      }
      expect(await isInside(dialog)).toBe(true);
      await description.fill('Personalet trenger felles kunnskap om overganger mellom barnehage og skole.');
      await send(dialog, form.next);
      await dialog.getByRole('heading', { name: form.page('3') }).waitFor();
      expect(await isInside(dialog)).toBe(true);
      await page.context().close();

      const later = await openPage(opened, phone);
      const other = later[side];
      const again = later.page.getByRole('dialog');
      await become(other, goesOn);
      for (const each of words) await write(other, each);
      await other.locator('.channel').getByRole('button', { name: speech.say.round.buttons.start }).last().click();
      await shows(later.page.locator('body'), 'Trygge');
      await later.page.getByRole('button', { name: buttons.continue, exact: true }).last().click();
      await again.getByRole('heading', { name: form.page('3') }).waitFor();
      const how: Filling = [
        ['plannedMeasure', 'Fire samlinger med arbeid på egen arbeidsplass imellom.'],
        ['partner', 'UiT Norges arktiske universitet'],
        ['amounts', '2027: 1 000,5'],
      ];
      await fill(again, speech, how);
      await choose(again, part.partner);
      await again.getByLabel(labelOf('from', speech), { exact: true }).selectOption('2027-08');
      await again.getByLabel(labelOf('to', speech), { exact: true }).selectOption('2028-06');
      await send(again, form.check);
      await again.getByText(part.error).first().waitFor();
      await again.getByLabel(labelOf('amounts', speech), { exact: true }).fill('2027: 1.000.000');
      await expectAccessible(later.page);
      await send(again, form.check);
      const ready = later.page
        .locator('dialog, .entry, .whisper')
        .filter({ hasText: speech.say.need.check.ready })
        .last();
      await ready.getByRole('button', { name: buttons.send, exact: true }).click();
      await later.page.getByText('BM-2027-000').last().waitFor();
      await later.page.getByText(card.asked).last().waitFor();
      expect([first.complaints, later.complaints]).toEqual([[], []]);
      await later.page.context().close();
    },
    longestMs,
  );
});

/** A box to tick, or one of a list. */
async function choose(dialog: Locator, name: string): Promise<void> {
  const option = dialog.locator('select[multiple] option').filter({ hasText: new RegExp(`^${name}$`) });
  if ((await option.count()) === 0) {
    await dialog.getByLabel(name, { exact: true }).first().check();
    return;
  }
  const list = option.first().locator('xpath=ancestor::select');
  const already = await list.evaluate(node =>
    Array.from((node as HTMLSelectElement).selectedOptions, ({ value }) => value),
  );
  await list.selectOption([...already, (await option.first().getAttribute('value')) ?? '']);
}

async function fill(dialog: Locator, speech: Speech, filling: Filling): Promise<void> {
  for (const [field, text] of filling) await dialog.getByLabel(labelOf(field, speech), { exact: true }).fill(text);
}

/** As it is marked where it must be filled in before sending. */
function labelOf(field: NeedField, { say }: Speech): string {
  const { labels, form } = say.need;
  return neededFields('need', 'new').includes(field) ? form.marked(labels[field]) : labels[field];
}

async function send(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('button', { name, exact: true }).click();
}

/** Nothing in it is cut off at the side. */
async function isInside(dialog: Locator): Promise<boolean> {
  return dialog.evaluate(node =>
    [...node.querySelectorAll('*')].every(each => each.getBoundingClientRect().right <= innerWidth),
  );
}
