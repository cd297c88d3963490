/**
 * `npm run roster -- preview FILE [--network NAME]` and `apply FILE`: the roster for whoever runs the server.
 * Ends with 0 when all is well, 1 when the file cannot be used, 2 when the command cannot.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { oweRedrawOfWhatStands } from './bot/owe-what-stands.ts';
import { readConfig } from './config.ts';
import { applyRosterFile, previewRosterFile } from './features/networks/apply-roster.ts';
import type { Language, Network } from './features/networks/network.ts';
import { installationPartition, networkEntries } from './features/networks/network-entries.ts';
import { networkPartition, networks } from './features/networks/network-store.ts';
import type { RosterPlan } from './features/networks/roster-plan.ts';
import { createGather } from './gather.ts';
import { openStore } from './open-store.ts';
import { enRoster } from './texts/en-roster.ts';
import { formatDay } from './texts/format-day.ts';
import { nbRoster } from './texts/nb-roster.ts';
import { nnRoster } from './texts/nn-roster.ts';
import { type RosterTexts, type RosterWords, rosterChangeLine, rosterProblemLine } from './texts/roster-texts.ts';
import { speak } from './texts/speak.ts';
import type { Tools } from './tools.ts';
import { createTurns } from './turns.ts';
import { codeFrom, instantOf, textFrom } from './world.ts';

const exits = { done: 0, badFile: 1, badCommand: 2 } as const;
type Exit = (typeof exits)[keyof typeof exits];

const textsOf: Readonly<Record<Language, RosterTexts>> = { nb: nbRoster, nn: nnRoster, se: nbRoster, en: enRoster };

/** @param write takes one line */
export async function runRoster(
  tools: Tools,
  args: readonly string[],
  language: Language,
  write: (line: string) => void,
): Promise<Exit> {
  const texts = textsOf[language];
  const say = texts.commandLine;
  const asked = commandOf(args);
  if (!asked) return ends(exits.badCommand, say.usage);
  const network = await choose(tools, asked.network);
  if (!network.found) return ends(exits.badCommand, ...whichOne(network.all, asked.network));
  const csv = readText(asked.file);
  if (csv === undefined) return ends(exits.badCommand, say.noFile(asked.file));
  const work = asked.verb === 'apply' ? applyRosterFile : previewRosterFile;
  const answer = await work(tools, network.found.id, csv);
  if (answer.ok && asked.verb === 'apply') await oweRedrawOfWhatStands(tools, network.found.id);
  if (answer.ok) return ends(exits.done, ...told(answer.value, network.found.name));
  if (answer.refusal.code === 'no-network') return ends(exits.badCommand, say.noSuchNetwork);
  const { problems } = answer.refusal;
  return ends(
    exits.badFile,
    ...problems.map(problem => rosterProblemLine(texts, problem)),
    say.badLines(problems.length),
  );

  function ends(exit: Exit, ...lines: readonly string[]): Exit {
    for (const line of lines) write(line);
    return exit;
  }

  function whichOne(all: readonly Network[], named: string | undefined): readonly string[] {
    if (all.length === 0) return [say.noNetworks];
    return [
      named === undefined ? say.whichNetwork : say.noSuchNetwork,
      ...all.map(({ id, name }) => `  ${name} (${id})`),
    ];
  }

  function told({ changes, untouched }: RosterPlan, name: string): readonly string[] {
    const words = wordsIn(language);
    const rest = untouched.length > 0 ? [texts.untouched(untouched, words)] : [];
    if (changes.length === 0) return [say.nothingToChange(name), ...rest];
    const title = asked?.verb === 'apply' ? say.changed(name) : say.wouldChange(name);
    return [title, ...changes.map(change => `  ${rosterChangeLine(texts, change, words)}`), ...rest];
  }
}

function wordsIn(language: Language): RosterWords {
  const { say, list } = speak(language, 'UTC');
  return {
    group: group => say.seatGroups[group],
    role: role => say.roles[role],
    day: day => formatDay(day, language),
    list,
  };
}

type Command = { readonly verb: 'preview' | 'apply'; readonly file: string; readonly network?: string | undefined };

function commandOf(args: readonly string[]): Command | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { network: { type: 'string' } },
      allowPositionals: true,
    });
    const [verb, file, ...rest] = positionals;
    if ((verb !== 'preview' && verb !== 'apply') || file === undefined || rest.length > 0) return undefined;
    return { verb, file, network: values.network };
  } catch {
    return undefined;
  }
}

async function choose(
  { store }: Tools,
  named: string | undefined,
): Promise<{ found?: Network | undefined; all: readonly Network[] }> {
  const entries = await networkEntries.all(store, installationPartition);
  const kept = await Promise.all(
    entries.map(({ value }) => networks.get(store, networkPartition(value.networkId), 'network')),
  );
  const all = kept.flatMap(each => each?.value ?? []);
  const meant = all.filter(
    ({ id, name }) => named === undefined || id === named || name.toLowerCase() === named.toLowerCase(),
  );
  return { found: meant.length === 1 ? meant[0] : undefined, all };
}

/** What is no UTF-8 comes as U+FFFD, which the roster names with its line. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A second entry beside main.ts, so it too may ask the machine for the time and for chance. */
if (import.meta.main) {
  const config = readConfig();
  const silent = () => undefined;
  const world = {
    clock: { now: () => instantOf(Temporal.Now.instant().epochMilliseconds) },
    ids: { random: () => textFrom(randomBytes(10)), code: () => codeFrom(randomBytes(5)) },
    log: { info: silent, warn: silent, error: silent },
  };
  const store = await openStore(config, world.ids);
  const write = (line: string) => process.stdout.write(`${line}\n`);
  const tools = { store, world, turns: createTurns(), gather: createGather() };
  process.exitCode = await runRoster(tools, process.argv.slice(2), config.language, write);
  await store.close();
}
