/** What people write stands in both chats as they wrote it, whatever it looks like. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adaptiveCard, adaptiveForm } from '../../cards/adaptive-card.ts';
import { blocks, slackMessage } from '../../cards/block-kit.ts';
import type { Card, Form } from '../../cards/card.ts';
import { anyCard } from './any-card.ts';
import { nastyTexts } from './nasty-texts.ts';
import { said } from './said.ts';

/** The text ten times over. */
const everywhere = (text: string): Card => ({
  language: 'nb',
  title: text,
  parts: [
    { kind: 'text', text },
    { kind: 'text', text, weight: 'subtle' },
    { kind: 'facts', facts: [{ label: text, value: text }] },
    { kind: 'tally', rows: [{ label: text, value: text, share: 0.5, isLeading: true }] },
    { kind: 'list', items: [{ label: text, value: text }] },
    { kind: 'note', sign: 'warning', text },
  ],
});

const choosing = (text: string): Form => ({
  language: 'nb',
  title: 'Skjema',
  submit: 'Send',
  cancel: 'Avbryt',
  intent: { type: 'poll.cast' },
  fields: [
    {
      name: 'options',
      label: 'Valg',
      isRequired: true,
      whenMissing: 'Velg',
      kind: 'choice',
      choices: [{ label: text, value: 'a' }],
    },
  ],
});

type Node = Readonly<Record<string, unknown>>;

/** All objects in a document, the outermost first. */
function nodes(given: unknown): readonly Node[] {
  if (typeof given !== 'object' || given === null) return [];
  return [...(Array.isArray(given) ? [] : [given as Node]), ...Object.values(given).flatMap(nodes)];
}

const ofType = (given: unknown, ...types: readonly string[]) =>
  nodes(given).filter(({ type }) => types.includes(`${type}`));
const join = (given: unknown) => (Array.isArray(given) ? given.map(run => run.text).join('') : '');

/** What a reader of an Adaptive Card sees, a line for each block of text. */
function shownInTeams(card: object): string {
  return ofType(card, 'TextBlock', 'RichTextBlock', 'Image')
    .map(node => node['altText'] ?? (node['type'] === 'TextBlock' ? node['text'] : join(node['inlines'])))
    .join('\n');
}

function shownInSlack(all: unknown): string {
  return ofType(all, 'header', 'context', 'rich_text_section', 'image')
    .map(node => node['alt_text'] ?? (node['type'] === 'header' ? join([node['text']]) : join(node['elements'])))
    .join('\n');
}

describe.each(nastyTexts)('%j', text => {
  test('stands in Teams', () => {
    const drawn = adaptiveCard(everywhere(text));
    expect(shownInTeams(drawn).split(text)).toHaveLength(11);
    for (const run of ofType(drawn, 'TextRun')) expect(run['text']).not.toMatch(/\{\{|<at>/);
  });

  test('takes no part in Markdown', () => {
    const taken = [
      ...ofType(adaptiveCard(everywhere(text)), 'TextBlock'),
      ...ofType(adaptiveForm(choosing(text)), 'Input.ChoiceSet'),
    ];
    expect(JSON.stringify(taken)).not.toMatch(/\*\*|\]\(|"# |"1\. |"- |"> |<b>|\{\{|&lt;|---|:\/\//);
  });

  test('stands in Slack, never where mrkdwn is read', () => {
    const drawn = blocks(everywhere(text));
    expect(shownInSlack(drawn).split(text)).toHaveLength(11);
    expect(ofType(drawn, 'mrkdwn')).toEqual([]);
    for (const words of ofType(drawn, 'plain_text')) expect(words['emoji']).toBe(false);
  });

  test('mentions nobody in a notification', () => {
    const { text: notice } = slackMessage(everywhere(text));
    expect(notice).not.toMatch(/[<>]/);
    const unescaped = notice.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(unescaped.split(text)).toHaveLength(11);
  });
});

test('an ordinary title is a heading to a screen reader', () => {
  for (const title of ['Avstemning 3', 'Kultur & skole, 2027/28', 'Møte (ekstra) – kl. 9.30?', 'Skuvla: «ođas»!']) {
    expect(adaptiveCard({ ...everywhere('x'), title })).toHaveProperty('body.0.style', 'heading');
  }
});

test('whatever is written, both chats show it', () => {
  fc.assert(
    fc.property(anyCard, card => {
      const teams = shownInTeams(adaptiveCard(card));
      const slack = shownInSlack(blocks(card));
      for (const words of said(card)) {
        expect(teams).toContain(words);
        expect(slack).toContain(words);
      }
    }),
    { numRuns: 200 },
  );
});
