import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { slackManifest } from '../../manifest/slack/slack-manifest.ts';

const https = z.url({ protocol: /^https$/ });
const unique = (items: readonly string[]) => new Set(items).size === items.length;

/** The parts we use, with the limits of https://docs.slack.dev/reference/app-manifest. */
const schema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({
      display_name: z
        .string()
        .max(80)
        .regex(/^[a-z0-9._-]+$/),
      always_online: z.boolean(),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .max(32)
            .regex(/^\/[a-z]+$/),
          url: https,
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(https).max(1000),
    scopes: z.strictObject({
      bot: z
        .array(z.string().regex(/^[a-z_.]+(:[a-z_.]+)?$/))
        .max(255)
        .refine(unique),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: https,
      bot_events: z.array(z.string()).max(100).refine(unique),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: https }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});

/** https://docs.slack.dev/reference/events: each event comes only to an app with one of these scopes. */
const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
  channel_left: ['channels:read'],
  group_left: ['groups:read'],
  user_change: ['users:read'],
  app_uninstalled: [],
  tokens_revoked: [],
};

const manifest = slackManifest({ publicUrl: 'https://laget.example' });

test('is of Slack’s form, within its limits', () => {
  expect(schema.parse(manifest)).toEqual(manifest);
});

test('without https, Slack would refuse it', () => {
  expect(schema.safeParse(slackManifest({ publicUrl: 'http://laget.example' })).success).toBe(false);
});

test('has Socket Mode on where the server has an app token', () => {
  const { settings } = slackManifest({ publicUrl: 'https://laget.example', isSocketMode: true });
  expect([manifest.settings.socket_mode_enabled, settings.socket_mode_enabled]).toEqual([false, true]);
});

describe('every event', () => {
  test.each([...manifest.settings.event_subscriptions.bot_events])('%s has its scopes', event => {
    expect(scopesOfEvent[event]).toBeDefined();
    expect(manifest.oauth_config.scopes.bot).toEqual(
      expect.arrayContaining([...(scopesOfEvent[event] ?? ['unknown'])]),
    );
  });
});
