/** What a browser sends of a page's form → what the bot takes. */
import { z } from 'zod';
import { sentNames } from '../../../cards/html-page.ts';
import { withValues } from '../../intents/wire.ts';

const sent = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Longest name a page has; another one was not drawn by us. */
const longestPage = 40;

export type Sent = {
  readonly payload: unknown;
  /** The name of the page it was sent from. */
  readonly page: string;
};

/** Never throws: what cannot be read is refused by the bot like every other payload. */
export function readSent(body: unknown): Sent {
  const { [sentNames.payload]: payload, [sentNames.request]: page, ...fields } = sent.safeParse(body).data ?? {};
  return { payload: withValues(payload, valuesOf(fields)), page: String(page ?? '').slice(0, longestPage) };
}

/** Browsers end lines with CR and LF, and send a field of several values with one of them as a single text. */
function valuesOf(fields: z.infer<typeof sent>): Record<string, unknown> {
  const values = Object.entries(fields).map(([name, value]) => {
    const isList = name.endsWith(sentNames.list);
    const all = [value].flat().map(text => text.replaceAll('\r\n', '\n'));
    return [isList ? name.slice(0, -sentNames.list.length) : name, isList ? all : all[0]] as const;
  });
  return Object.fromEntries(values);
}
