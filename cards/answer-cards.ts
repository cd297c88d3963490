/** Help, refusals and faults: what is said when nothing else is. */
import type { Carried } from '../src/intents/intent.ts';
import type { Command } from '../src/texts/commands.ts';
import type { Refusal } from '../src/texts/refusal.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Button, Card, Form } from './card.ts';

export type HelpShown = {
  /** What was not recognised; absent when help was asked for. */
  readonly typed?: string | undefined;
  readonly nearest?: string | undefined;
};

/** What a member has use for; the rest is the secretariat's. */
const everyones: readonly Command[] = [
  'answer',
  'mine',
  'polls',
  'show',
  'network',
  'members',
  'link',
  'myCode',
  'language',
  'help',
];

export function helpCard({ typed, nearest }: HelpShown, { language, say, command }: Speech): Card {
  const item = (each: Command) => {
    const { example, does } = say.help.commands[each];
    return { label: [command(each), example].filter(Boolean).join(' '), value: does };
  };
  const others = (Object.keys(say.help.commands) as Command[]).filter(each => !everyones.includes(each));
  return {
    language,
    title: typed === undefined ? say.help.title : say.help.unknown(typed),
    parts: [
      ...(nearest ? [{ kind: 'note', sign: 'information', text: say.help.nearest(nearest) } as const] : []),
      { kind: 'text', text: say.help.text },
      { kind: 'list', items: everyones.map(item) },
      { kind: 'divider' },
      { kind: 'text', text: say.help.leading, weight: 'strong' },
      { kind: 'list', items: others.map(item) },
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

/** Where a request cannot be answered with a form: the way to it. */
export function openFormCard({ title }: Form, opensIt: Carried, { language, say }: Speech): Card {
  const button: Button = { label: say.buttons.openForm, intent: opensIt, weight: 'primary', opensForm: true };
  return { language, title, parts: [{ kind: 'buttons', buttons: [button] }] };
}
