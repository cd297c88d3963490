/** What a button's data holds beside the intent, for Teams' own sake: which of a form's fields come back as lists. */
import { z } from 'zod';
import { type AdaptiveCardJson, adaptiveForm } from '../../../cards/adaptive-card.ts';
import type { Form } from '../../../cards/card.ts';

const listsKey = 'laget.lists';

const listed = z.looseObject({ [listsKey]: z.array(z.string()).max(100) });

/** A form's card; Teams sends several choices back as one text with commas, so the card says which fields those are. */
export function dialogCard(form: Form): AdaptiveCardJson {
  const lists = form.fields.filter(({ kind }) => kind === 'choices').map(({ name }) => name);
  return adaptiveForm({ ...form, intent: Object.assign({}, form.intent, lists.length > 0 && { [listsKey]: lists }) });
}

/** A button's or form's data as the bot takes it. Never throws. */
export function readButtonData(data: unknown): unknown {
  const record = z.record(z.string(), z.unknown()).safeParse(data).data;
  if (!record) return data;
  const { msteams: _client, [listsKey]: _lists, ...payload } = record;
  const lists = listed.safeParse(data).data?.[listsKey] ?? [];
  return { ...payload, ...Object.fromEntries(lists.map(name => [name, listOf(payload[name])])) };
}

function listOf(value: unknown): unknown {
  return typeof value === 'string' ? value.split(',').filter(item => item !== '') : (value ?? []);
}
