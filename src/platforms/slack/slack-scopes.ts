/** What an installation, and the app's manifest, asks for. https://docs.slack.dev/reference/scopes */
export const slackScopes = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'im:write',
  'users:read',
  // A channel's name, and being told when the bot is added or removed.
  'channels:read',
  'groups:read',
  'mpim:read',
  // Looking up a posting whose answer was lost, and what is written to the bot directly.
  'channels:history',
  'groups:history',
  'im:history',
  'mpim:history',
] as const;
