/** Slash commands. https://docs.slack.dev/interactivity/implementing-slash-commands */
import { z } from 'zod';
import { channelName, type Origin, placeKind } from './origin.ts';
import { plainWords } from './slack-text.ts';

export type SlashCommand = {
  readonly origin: Origin;
  readonly words: string;
  readonly requestKey: string;
  readonly triggerId: string;
};

const commandSchema = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  user_name: z.string().default(''),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  trigger_id: z.string(),
});

export function decodeCommand(body: unknown, botUserId: string): SlashCommand | undefined {
  const parsed = commandSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const command = parsed.data;
  return {
    origin: {
      team: command.team_id,
      user: command.user_id,
      // Only members of the workspace the app is installed in can use its commands.
      userTeam: command.team_id,
      userName: command.user_name,
      channel: command.channel_id,
      channelName: channelName(command.channel_name),
      kind: placeKind(command.channel_id, command.channel_name),
    },
    words: plainWords(command.text, botUserId),
    requestKey: ['slack', 'command', command.team_id, command.user_id, command.trigger_id].join('|'),
    triggerId: command.trigger_id,
  };
}
