/** From the start of the process until it answers that it is ready. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeSlack } from '../../src/playground/fake-slack.ts';
import { FakeTeams } from '../../src/playground/fake-teams.ts';
import { benchWorld } from './bench-house.ts';
import { startBot } from './child.ts';
import { platformSettings } from './platform-settings.ts';
import { median } from './press-many.ts';
import type { Figure } from './report.ts';

const againTimes = 3;

export async function measureStartTime(): Promise<readonly Figure[]> {
  const { clock } = benchWorld;
  const teams = await FakeTeams.start({ clock });
  const slack = await startFakeSlack({ botUrl: '', clock, tokenFor: 'Organisasjonene (øving)' });
  const figures = [
    ...(await startsOf('both platforms', platformSettings(teams.config, slack.config))),
    ...(await startsOf('the playground', {})),
  ];
  await Promise.all([teams.close(), slack.close()]);
  return figures;
}

/** The first time on a machine there is no file yet, and nothing is compiled beforehand. */
async function startsOf(what: string, settings: Readonly<Record<string, string>>): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'laget-start-'));
  const environment = { ...settings, PORT: '0', LAGET_DATA: folder, NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const first = await startedIn(environment);
  const again: Start[] = [];
  for (let time = 0; time < againTimes; time += 1) again.push(await startedIn(environment));
  rmSync(folder, { recursive: true });
  return [
    { what: `ready with ${what}, the first time`, value: first.seconds, unit: 's', target: { most: 2 } },
    {
      what: `ready with ${what}, again`,
      value: median(again.map(({ seconds }) => seconds)),
      unit: 's',
      target: { most: 2 },
    },
    { what: '  of which processor time', value: median(again.map(({ cpuMs }) => cpuMs)) / 1000, unit: 's' },
  ];
}

type Start = { readonly seconds: number; readonly cpuMs: number };

async function startedIn(environment: Readonly<Record<string, string>>): Promise<Start> {
  const startedAt = performance.now();
  const { url, cpuMs, close } = await startBot(environment);
  const { ok } = await fetch(`${url}/ready`);
  const seconds = (performance.now() - startedAt) / 1000;
  const used = await cpuMs();
  await close();
  if (!ok && environment['MICROSOFT_APP_ID'] !== undefined) throw new Error('The bot is not ready');
  return { seconds, cpuMs: used };
}
