import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Card, Form } from '../../cards/card.ts';
import type { Html } from '../../cards/html.ts';
import { cardOnPage, formOnPage } from '../../cards/html-page.ts';
import { anyCard, anyForm } from './any-card.ts';
import { nastyTexts } from './nasty-texts.ts';
import { said } from './said.ts';
import { cardOf, fields, formOf, parts } from './samples.ts';

const words = { errors: 'Rett opp dette', optional: 'valgfritt' };
const markup = (all: readonly Html[]) => all.map(each => each.markup).join('\n');
const drawCard = (card: Card) => markup(cardOnPage(card, 'page-1'));
const drawForm = (form: Form) => markup(formOnPage(form, 'page-1', words));

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decoded = (text: string) => text.replace(/&(\w+);/g, (_all, name: string) => entities[name] ?? `?${name}?`);
const readText = (html: string) =>
  decoded(
    html
      .replace(/<br>/g, '\n')
      .replace(/<img [^>]*\balt="([^"]*)"[^>]*>/g, '$1')
      .replace(/<[^>]*>/g, ''),
  );

/** Every value of an attribute, in order. */
const valuesOf = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => decoded(value));

describe('any card', () => {
  test('is read as it was written, and its buttons carry what they are for', () => {
    fc.assert(
      fc.property(anyCard, card => {
        const html = drawCard(card);
        const read = readText(html);
        for (const text of said({ ...card, title: 'x' }).slice(1)) {
          for (const line of text.split(/\r\n?|\n/)) expect(read).toContain(line);
        }
        const buttons = card.parts.flatMap(part => (part.kind === 'buttons' ? part.buttons : []));
        expect(html.match(/<button/g) ?? []).toHaveLength(buttons.length);
        expect(
          valuesOf(html, 'value')
            .filter(value => value !== 'page-1')
            .map(value => JSON.parse(value)),
        ).toEqual(buttons.map(({ intent }) => JSON.parse(JSON.stringify(intent))));
      }),
    );
  });
});

describe('any form', () => {
  test('has a name of its own for each input, and every label, remark and link leads to one', () => {
    fc.assert(
      fc.property(anyForm, form => {
        const html = drawForm(form);
        const ids = valuesOf(html, 'id');
        const pointers = [
          ...valuesOf(html, 'for'),
          ...valuesOf(html, 'aria-describedby').flatMap(all => all.split(' ')),
          ...valuesOf(html, 'href').flatMap(url => (url.startsWith('#') ? url.slice(1) : [])),
        ];
        expect(new Set(ids).size).toBe(ids.length);
        expect(pointers.filter(id => !ids.includes(id))).toEqual([]);
      }),
    );
  });

  test('tells what each field is called and what is to be known of it', () => {
    fc.assert(
      fc.property(anyForm, form => {
        const read = readText(drawForm(form));
        for (const { label, hint = '', error = '' } of form.fields) {
          for (const words of [label, hint, error]) expect(read).toContain(words);
        }
      }),
    );
  });
});

test.each(nastyTexts)('%s is a text wherever it stands', text => {
  const short = text.slice(0, 24);
  const form = formOf(
    { ...fields.text, label: text, hint: text, error: text, value: text },
    { ...fields['long-text'], value: text },
    { ...fields.choice, choices: [{ value: text.replaceAll(',', ''), label: text }] },
  );
  const html = drawForm({ ...form, submit: short, cancel: short }) + drawCard(cardOf({ ...parts.link, label: text }));
  expect(html).not.toMatch(/<(?:script|b|at|img)\b/);
  expect(valuesOf(html, 'value')).toContain(text);
  expect(readText(html).split(text).length).toBeGreaterThanOrEqual(6);
});

test('what was filled in stands in the form again', () => {
  const html = drawForm(formOf(...Object.values(fields)));
  expect(html).toContain('<input type="text" maxlength="200" value="Alta?" id="field-1" name="question"');
  expect(html).toContain('>\nJa\nNei</textarea>');
  expect(html).toContain('<input type="radio" name="secrecy" required id="field-3-2" value="secret" checked>');
  expect(html).toContain('<option value="seat-2" selected>Plass 2</option>');
  expect(html).toContain('<input type="checkbox" name="forms[]" id="field-6" value="open" checked>');
  expect(html).toContain('<input type="date" value="2027-02-01"');
  expect(html).toContain('<input type="time" value="12:30"');
  expect(html).toContain('Klokkeslett (valgfritt)');
});

test('what is wrong is said first, with a way to the field, and at the field', () => {
  const html = drawForm(formOf(fields.text, fields.wrong));
  expect(html).toMatch(/^<div class="errors" role="alert" tabindex="-1" autofocus><h2>Rett opp dette<\/h2>/);
  expect(html).toContain('<a href="#field-2">Navn: Skriv høyst 80 tegn.</a>');
  expect(html).toContain('<p class="error" id="field-2-error">⚠ Skriv høyst 80 tegn.</p>');
  expect(html).toContain('name="wrong" aria-describedby="field-2-error" aria-invalid="true" required>');
  expect(drawForm(formOf(fields.text))).not.toContain('errors');
});

test('a choice without a value chooses nothing for the person', () => {
  const { value: _, ...open } = fields.choice;
  const { value: __, ...many } = fields['choice of many'];
  expect(drawForm(formOf(open))).not.toContain('checked');
  expect(drawForm(formOf(many))).toContain('<option value="">–</option>');
});
