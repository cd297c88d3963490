import { slackScopes } from '../../src/platforms/slack/slack-scopes.ts';
import { accent } from '../accent.ts';

const botEvents = [
  'app_mention',
  'message.im',
  'member_joined_channel',
  'channel_left',
  'group_left',
  'user_change',
  'app_uninstalled',
  'tokens_revoked',
] as const;

/**
 * In: where others reach the server, without a slash at the end; Slack asks for https. And whether the server has an app
 * token and opens the connection itself: while Slack has Socket Mode off, nobody is let in by it.
 * Out: the app's manifest, by https://docs.slack.dev/reference/app-manifest. Slack translates none of it.
 */
export function slackManifest({
  publicUrl,
  isSocketMode = false,
}: {
  readonly publicUrl: string;
  readonly isSocketMode?: boolean;
}) {
  const requestUrl = `${publicUrl}/slack/events`;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Laget',
      description: 'Holder tverrfaglige nettverk sammen, på tvers av kommuner, Slack og Teams',
      long_description:
        'Laget hjelper nettverk og samarbeidsforum som består av flere virksomheter. Still et spørsmål til forumet, og ' +
        'hver plass svarer én gang, fra Slack eller Teams. Svarene telles, fristen holdes, og kortet står likt i alle ' +
        'kanaler. Skriv /laget hjelp for å begynne.',
      background_color: accent.hex,
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'laget', always_online: true },
      slash_commands: [
        {
          command: '/laget',
          url: requestUrl,
          description: 'Avstemninger, nettverk og medlemmer',
          usage_hint: 'avstemning | nettverk | medlemmer | koble KODE | hjelp',
          should_escape: false,
        },
      ],
    },
    oauth_config: {
      redirect_urls: [`${publicUrl}/slack/oauth_redirect`],
      scopes: { bot: slackScopes },
    },
    settings: {
      event_subscriptions: { request_url: requestUrl, bot_events: botEvents },
      interactivity: { is_enabled: true, request_url: requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: isSocketMode,
      token_rotation_enabled: false,
    },
  };
}
