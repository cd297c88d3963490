/** Presses and forms. https://docs.slack.dev/reference/interaction-payloads */
import { z } from 'zod';
import { channelName, type Origin, originSchema, placeKind } from './origin.ts';

export type Interaction =
  | {
      readonly kind: 'press';
      readonly origin: Origin;
      readonly value: string;
      readonly requestKey: string;
      readonly triggerId: string;
    }
  | {
      readonly kind: 'form';
      readonly origin: Origin;
      readonly intent: unknown;
      readonly values: Readonly<Record<string, unknown>>;
      readonly requestKey: string;
    };

const user = z.object({
  id: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
  team_id: z.string().optional(),
});

const team = z.object({ id: z.string() });

const pressed = z.object({
  type: z.literal('block_actions'),
  team,
  user,
  trigger_id: z.string(),
  channel: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  container: z.object({
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    view_id: z.string().optional(),
  }),
  view: z.object({ private_metadata: z.string().optional(), app_installed_team_id: z.string().nullish() }).optional(),
  actions: z.array(z.object({ type: z.string(), value: z.string().optional(), action_ts: z.string() })).min(1),
});

const choice = z.object({ value: z.string() });

/** What one element of a form holds; which of these it is, its type says. */
const held = z.object({
  value: z.string().nullish(),
  selected_option: choice.nullish(),
  selected_options: z.array(choice).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
});

const submitted = z.object({
  type: z.literal('view_submission'),
  user,
  trigger_id: z.string().optional(),
  view: z.object({
    id: z.string(),
    hash: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), held)) }),
  }),
});

const interaction = z.discriminatedUnion('type', [pressed, submitted]);

/** What a form carries along unseen: the intent it was opened for, and where. */
const formContext = z.object({ intent: z.unknown(), origin: originSchema });

/** @returns the modal's private_metadata */
export function writeFormContext(intent: unknown, origin: Origin): string {
  return JSON.stringify({ intent, origin: { ...origin, userName: '' } });
}

/** @returns undefined for what we have no use for: a closed form, a press on a link, another payload's type */
export function decodeInteraction(payload: unknown): Interaction | undefined {
  const parsed = interaction.safeParse(payload);
  if (!parsed.success) return undefined;
  switch (parsed.data.type) {
    case 'block_actions':
      return decodePress(parsed.data);
    case 'view_submission':
      return decodeForm(parsed.data);
  }
}

function decodePress(payload: z.infer<typeof pressed>): Interaction | undefined {
  const [action] = payload.actions;
  const origin = originOfPress(payload);
  if (action?.value === undefined || !origin) return undefined;
  const { container } = payload;
  return {
    kind: 'press',
    origin,
    value: action.value,
    // action_ts is the press itself: the same in a repeat, another when the person presses again.
    requestKey: key('press', origin, container.message_ts ?? container.view_id ?? '', action.action_ts),
    triggerId: payload.trigger_id,
  };
}

/** A button inside a form stands in no channel; the form knows where it was opened. */
function originOfPress({ team, user, channel, container, view }: z.infer<typeof pressed>): Origin | undefined {
  const person = { user: user.id, userTeam: user.team_id ?? team.id, userName: nameOf(user) };
  if (!channel) {
    const context = readFormContext(view?.private_metadata);
    return context && { ...context.origin, ...person };
  }
  const kind = placeKind(channel.id, channel.name);
  return {
    team: team.id,
    ...person,
    channel: channel.id,
    channelName: channelName(channel.name ?? ''),
    kind,
    threadTs: container.thread_ts,
    ...(kind === 'personal' && { pressedTs: container.message_ts }),
  };
}

function decodeForm({ user, view, trigger_id }: z.infer<typeof submitted>): Interaction | undefined {
  const context = readFormContext(view.private_metadata);
  if (!context) return undefined;
  const { origin, intent } = context;
  const from = { ...origin, user: user.id, userTeam: user.team_id ?? origin.userTeam, userName: nameOf(user) };
  return {
    kind: 'form',
    origin: from,
    intent,
    values: Object.fromEntries(
      Object.entries(view.state.values).flatMap(([name, elements]) =>
        Object.values(elements).map(element => [name, filledIn(element)]),
      ),
    ),
    // After errors the same form comes again with the same hash; only trigger_id tells the two apart.
    requestKey: key('form', from, view.id, view.hash, trigger_id ?? ''),
  };
}

function filledIn(element: z.infer<typeof held>): string | readonly string[] | undefined {
  return (
    element.selected_options?.map(({ value }) => value) ??
    element.selected_option?.value ??
    element.selected_date ??
    element.selected_time ??
    element.value ??
    undefined
  );
}

function readFormContext(metadata: string | undefined): z.infer<typeof formContext> | undefined {
  try {
    return formContext.safeParse(JSON.parse(metadata ?? '')).data;
  } catch {
    return undefined;
  }
}

function nameOf({ name, username }: z.infer<typeof user>): string {
  return name ?? username ?? '';
}

function key(kind: string, { team, user }: Origin, ...words: readonly string[]): string {
  return ['slack', kind, team, user, ...words].join('|');
}
