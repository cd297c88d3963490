/** What Slack sends, by whichever door: committed, answered, and brought to the bot. */
import { z } from 'zod';
import { modalErrors } from '../../../cards/block-kit.ts';
import type { Bot, Content, Reply } from '../../bot/platform.ts';
import { withValues } from '../../intents/wire.ts';
import type { Store } from '../../store/store.ts';
import type { World } from '../../world.ts';
import { decodeCommand, type SlashCommand } from './decode-command.ts';
import {
  changedPerson,
  decodeEvent,
  type Envelope,
  endsInstallation,
  envelopeSchema,
  type SlackEvent,
  teamOf,
  timeOf,
} from './decode-event.ts';
import { decodeInteraction, type Interaction } from './decode-interaction.ts';
import { fromOf, type Origin } from './origin.ts';
import { createDirectory } from './slack-directory.ts';
import { createInbox, type Inbox, type Taken } from './slack-inbox.ts';
import { type Asked, bringReply, formView } from './slack-reply.ts';
import type { Workspace, Workspaces } from './slack-workspaces.ts';
import { withinMs } from './within-ms.ts';

export interface SlackRequests {
  /**
   * In: a body whose sender is proved. Out: what to answer with 200, nothing for an empty answer. Resolves once all that
   * was asked for is on disk.
   * @throws when the store fails, or Slack does not say whose its own token is, so that Slack sends again or the person
   * sees that nothing was done
   */
  receive(body: unknown): Promise<object | undefined>;
  readonly inbox: Inbox;
  /** Resolves when no reply is under way. */
  idle(): Promise<void>;
}

type Options = {
  readonly bot: Bot;
  readonly store: Store;
  readonly world: World;
  readonly workspaces: Workspaces;
};

const verification = z.object({ type: z.literal('url_verification'), challenge: z.string() });
const told = z.object({ type: z.string().optional(), command: z.string().optional(), team_id: z.string().optional() });

/** Of the three seconds Slack waits: the reply usually gets there first, and a slow one does not look like a failure. */
const replyPatienceMs = 1000;

export function createSlackRequests({ bot, store, world, workspaces }: Options): SlackRequests {
  const { log } = world;
  const directory = createDirectory(world.clock);
  const underWay = new Set<Promise<void>>();
  const inbox = createInbox(store, world, handleEvent);

  async function handleEvent({ event, eventId, isRepeat }: Taken): Promise<void> {
    const workspace = await workspaces.find(event.origin.team);
    if (!workspace) return;
    const asked = { workspace, origin: event.origin, requestKey: `slack|event|${eventId}`, isRepeat };
    const { reply, known } = await ask(asked, contentOf(event));
    await bringReply(reply, known, log);
  }

  /** Asks the bot in the name of the person, as fully as Slack tells of them. */
  async function ask(
    asked: Asked,
    content: Content,
    canOpenForm = asked.triggerId !== undefined,
  ): Promise<{ readonly reply: Reply; readonly known: Asked }> {
    const { origin, locale } = await directory.complete(asked.workspace, asked.origin);
    const from = fromOf(origin, asked.requestKey, canOpenForm, locale);
    return { reply: await bot.handle({ from, ...content }), known: { ...asked, origin } };
  }

  async function bringSoon(reply: Reply, asked: Asked): Promise<void> {
    const brought = bringReply(reply, asked, log).finally(() => underWay.delete(brought));
    underWay.add(brought);
    await withinMs(brought, replyPatienceMs);
  }

  async function receiveEvent(envelope: Envelope): Promise<void> {
    const team = teamOf(envelope);
    if (endsInstallation(envelope)) {
      await workspaces.uninstall(team, timeOf(envelope));
      log.info({ team }, 'The app was removed from a Slack workspace');
      return;
    }
    const changed = changedPerson(envelope);
    if (changed !== undefined) return directory.forgetPerson(team, changed);
    const workspace = await installed(team);
    const event = workspace && decodeEvent(envelope, workspace.botUserId);
    if (event) await inbox.take(team, envelope.event_id, event);
  }

  async function receiveInteraction(interaction: Interaction): Promise<object | undefined> {
    const { origin, requestKey } = interaction;
    const workspace = await installed(origin.team);
    if (!workspace) return undefined;
    switch (interaction.kind) {
      case 'press': {
        const asked = { workspace, origin, requestKey, triggerId: interaction.triggerId };
        const { reply, known } = await ask(asked, { kind: 'payload', payload: interaction.value });
        await bringSoon(reply, known);
        return undefined;
      }
      case 'form': {
        const payload = withValues(interaction.intent, interaction.values);
        const { reply, known } = await ask({ workspace, origin, requestKey }, { kind: 'payload', payload }, true);
        const { form, ...others } = reply;
        await bringSoon(others, known);
        return form && formAnswer(form, known.origin);
      }
    }
  }

  async function receiveCommand({ origin, words, requestKey, triggerId }: SlashCommand, workspace: Workspace) {
    const { reply, known } = await ask({ workspace, origin, requestKey, triggerId }, { kind: 'words', words });
    await bringSoon(reply, known);
  }

  async function installed(team: string): Promise<Workspace | undefined> {
    const workspace = await workspaces.find(team);
    // Slack switches off an address that keeps answering with errors, also for the workspaces that are installed.
    if (!workspace) log.warn({ team }, 'Slack sent something from a workspace where the app is not installed');
    return workspace;
  }

  return {
    inbox,

    async receive(body) {
      const challenge = verification.safeParse(body);
      if (challenge.success) return { challenge: challenge.data.challenge };
      const envelope = envelopeSchema.safeParse(body);
      if (envelope.success) {
        await receiveEvent(envelope.data);
        return undefined;
      }
      const interaction = decodeInteraction(body);
      if (interaction) return receiveInteraction(interaction);
      const { type, command, team_id } = told.safeParse(body).data ?? {};
      const workspace = command !== undefined && team_id !== undefined ? await installed(team_id) : undefined;
      const slash = workspace && decodeCommand(body, workspace.botUserId);
      if (slash) await receiveCommand(slash, workspace);
      else log.info({ type: knownWord(type) }, 'Slack sent something there is no use for');
      return undefined;
    },

    async idle() {
      await Promise.allSettled([inbox.idle(), ...underWay]);
    },
  };
}

function contentOf(event: SlackEvent): Content {
  switch (event.kind) {
    case 'words':
      return { kind: 'words', words: event.words };
    case 'unkeepable':
      return { kind: 'unkeepable' };
    case 'joined':
      return { kind: 'event', event: 'joined' };
    case 'left':
      return { kind: 'event', event: 'left' };
  }
}

/** Errors go to their fields and leave what was typed as it is; another form takes the first one's place. */
function formAnswer(form: NonNullable<Reply['form']>, origin: Origin): object {
  const errors = modalErrors(form);
  return Object.keys(errors).length > 0
    ? { response_action: 'errors', errors }
    : { response_action: 'update', view: formView(form, origin) };
}

/** Only a word of Slack's own vocabulary is logged. */
function knownWord(type: string | undefined): string {
  return type !== undefined && /^[a-z_]{1,40}$/.test(type) ? type : 'none';
}
