/** What the app asks for and listens to: the same lists in the installation and in the app's manifest. */

/** https://docs.slack.dev/reference/scopes */
export const slackScopes = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'im:write',
  'users:read',
  // The channel's name, for the list of a network's channels, and being told when the bot is added or removed.
  'channels:read',
  'groups:read',
  'im:read',
  'mpim:read',
  // Looking up a posting whose answer was lost.
  'channels:history',
  'groups:history',
  'im:history',
  'mpim:history',
] as const;

/** https://docs.slack.dev/reference/events */
export const slackEvents = [
  'app_mention',
  'app_uninstalled',
  'channel_left',
  'group_left',
  'member_joined_channel',
  'message.im',
  'tokens_revoked',
] as const;
