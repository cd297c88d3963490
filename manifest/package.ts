/**
 * `npm run package [-- FOLDER]`: writes laget-teams.zip and laget-slack.json, to dist/ unless a folder is given. The
 * addresses and the app id are those of the environment the server runs in.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readConfig } from '../src/config.ts';
import { slackManifest } from './slack/slack-manifest.ts';
import { teamsPackage } from './teams/teams-package.ts';

const root = join(import.meta.dirname, '..');
const noApp = '00000000-0000-0000-0000-000000000000';

const folder = resolve(process.argv[2] ?? join(root, 'dist'));
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const { publicUrl, teams, slack } = readConfig();
const slackApp = slackManifest({ publicUrl, isSocketMode: slack?.appToken !== undefined });

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'laget-teams.zip'), teamsPackage({ appId: teams?.appId ?? noApp, publicUrl, version }));
writeFileSync(join(folder, 'laget-slack.json'), `${JSON.stringify(slackApp, null, 2)}\n`);

process.stdout.write(`Wrote laget-teams.zip and laget-slack.json to ${folder}\n`);
if (!teams) process.stderr.write('MICROSOFT_APP_ID is not set: the Teams package names no bot.\n');
if (!publicUrl.startsWith('https:'))
  process.stderr.write('PUBLIC_URL is not https: Teams and Slack cannot reach it.\n');
