import { expect, test } from '@jest/globals';
import { slackManifest } from '../../../manifest/slack/slack-manifest.ts';
import { slackScopes } from '../../../src/platforms/slack/slack-scopes.ts';

test('an installation asks for what the manifest asks for', () => {
  const { bot } = slackManifest({ publicUrl: 'https://laget.example' }).oauth_config.scopes;
  expect([...slackScopes].sort()).toEqual([...bot].sort());
});
