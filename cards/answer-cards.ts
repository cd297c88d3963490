/** Help, refusals and faults: what is said when nothing else is. */

import { type HelpTopic, helpTopicNames } from '../src/features/networks/network-intents.ts';
import type { Carried } from '../src/intents/intent.ts';
import type { Command } from '../src/texts/commands.ts';
import { helpTopics } from '../src/texts/help-topics.ts';
import type { Refusal } from '../src/texts/refusal.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Button, Card, Form } from './card.ts';

export type HelpShown = {
  /** What was not recognised; absent when help was asked for. */
  readonly typed?: string | undefined;
  readonly nearest?: string | undefined;
  /** What everyone needs, unless said. */
  readonly topic?: HelpTopic | undefined;
};

/** One topic's commands, and the way to the others. */
export function helpCard({ typed, nearest, topic = 'everyday' }: HelpShown, { language, say, command }: Speech): Card {
  const texts = say.help;
  const item = (each: Command) => {
    const { example, does } = texts.commands[each];
    return { label: [command(each), example].filter(Boolean).join(' '), value: does };
  };
  const others = helpTopicNames.filter(each => each !== topic);
  return {
    language,
    title: typed === undefined ? texts.title : texts.unknown(typed),
    parts: [
      ...(nearest ? [{ kind: 'note', sign: 'information', text: texts.nearest(nearest) } as const] : []),
      { kind: 'text', text: texts.text },
      { kind: 'text', text: texts.topics[topic], weight: 'strong' },
      ...(topic === 'everyday' ? [] : [{ kind: 'text', text: texts.mostlyLeading, weight: 'subtle' } as const]),
      { kind: 'list', items: helpTopics[topic].map(item) },
      {
        kind: 'buttons',
        buttons: others.map(each => ({ label: texts.topics[each], intent: { type: 'help.show', topic: each } })),
      },
    ],
  };
}

export function refusalCard(refusal: Refusal, { language, say, refusal: sentence }: Speech): Card {
  return { language, title: say.refusalTitle, parts: [{ kind: 'note', sign: 'warning', text: sentence(refusal) }] };
}

/** @param code four characters that also stand in the log */
export function faultCard(code: string, { language, say }: Speech): Card {
  return { language, title: say.refusalTitle, parts: [{ kind: 'note', sign: 'warning', text: say.fault(code) }] };
}

export function warningCard(title: string, text: string, { language }: Speech): Card {
  return { language, title, parts: [{ kind: 'note', sign: 'warning', text }] };
}

/** Where a request cannot be answered with a form: the way to it, and what the form warns of. */
export function openFormCard({ title, intro = [] }: Form, opensIt: Carried, { language, say }: Speech): Card {
  const button: Button = { label: say.buttons.openForm, intent: opensIt, weight: 'primary', opensForm: true };
  return {
    language,
    title,
    parts: [...intro.filter(({ kind }) => kind === 'note'), { kind: 'buttons', buttons: [button] }],
  };
}
