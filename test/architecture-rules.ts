/** What the house must not do, as tables, and the checker that reads a file against them. Pure. */
import { dirname, join } from 'node:path/posix';

/** @property path from the project's root, with `/` */
export type Source = { readonly path: string; readonly text: string };

/** What every feature stands on. */
const ground = [
  'src/world.ts',
  'src/outcome.ts',
  'src/tools.ts',
  'src/bounded-cache.ts',
  'src/store/store.ts',
  'src/store/collection.ts',
  'src/privacy/',
  'src/reference/',
] as const;

/**
 * Who may import what. The longest row that a file's path begins with is its own; everything within one row's folder,
 * or one feature's, or one platform's, is open to itself. «types …»: its types only.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/world.ts': [],
  'src/outcome.ts': [],
  'src/bounded-cache.ts': ['src/world.ts'],
  'src/client-fault.ts': [],
  'src/fault-place.ts': [],
  'src/gather.ts': ['node:timers/promises'],
  'src/turns.ts': [],
  'src/privacy/': [],
  'src/reference/': [],
  'src/vault.ts': ['src/world.ts'],
  'src/ticker.ts': ['types src/world.ts'],
  'src/tools.ts': ['types src/gather.ts', 'types src/store/store.ts', 'types src/turns.ts', 'types src/world.ts'],
  'src/config.ts': ['src/features/networks/network.ts'],
  'src/store/': ['src/world.ts', 'src/outcome.ts', 'src/fault-place.ts', 'types src/vault.ts'],
  'src/open-store.ts': ['src/store/', 'types src/config.ts', 'types src/world.ts'],

  'src/features/networks/': ground,
  'src/delivery/': [...ground, 'src/features/networks/', 'src/features/year/'],
  'src/features/': [
    ...ground,
    'src/features/networks/',
    'src/features/year/',
    'src/delivery/delivery.ts',
    'src/delivery/remind-now.ts',
    'src/delivery/sending.ts',
    'src/delivery/schedule.ts',
  ],
  'src/intents/': ['src/features/', 'src/delivery/', 'src/outcome.ts', 'src/privacy/'],
  'src/texts/': ['types src/features/', 'types src/delivery/', 'types src/intents/', 'src/world.ts'],
  'cards/': [
    'types src/features/',
    'src/features/networks/network.ts',
    'src/features/networks/network-intents.ts',
    'src/features/networks/own-terms.ts',
    'src/features/networks/who-may.ts',
    'src/features/polls/poll.ts',
    'src/features/polls/tally.ts',
    'src/features/meetings/',
    'src/features/needs/',
    'src/features/year/',
    'src/reference/',
    'types src/delivery/',
    'src/intents/',
    'src/texts/',
    'types src/world.ts',
  ],
  'src/bot/': [
    'src/features/',
    'src/delivery/',
    'src/intents/',
    'cards/',
    'src/texts/',
    'src/privacy/',
    'src/reference/',
    'src/store/collection.ts',
    'types src/store/store.ts',
    'types src/tools.ts',
    'src/bounded-cache.ts',
    'src/fault-place.ts',
    'src/outcome.ts',
    'src/world.ts',
  ],

  'src/platforms/microsoft-token.ts': ['src/world.ts'],
  'src/platforms/slots.ts': [],
  'src/platforms/': [
    'types src/bot/platform.ts',
    'src/platforms/microsoft-token.ts',
    'src/platforms/slots.ts',
    'src/delivery/pace.ts',
    'types src/delivery/',
    'src/bounded-cache.ts',
    'src/client-fault.ts',
    'types cards/card.ts',
    'cards/adaptive-card.ts',
    'cards/block-kit.ts',
    'cards/html.ts',
    'cards/html-mail.ts',
    'cards/html-page.ts',
    'cards/limits.ts',
    'cards/plain-text.ts',
    'cards/without-pictures.ts',
    'src/intents/wire.ts',
    'src/features/networks/network.ts',
    'src/texts/page-texts.ts',
    'types src/config.ts',
    'types src/store/store.ts',
    'src/store/collection.ts',
    'src/privacy/',
    'src/vault.ts',
    'src/outcome.ts',
    'src/turns.ts',
    'src/world.ts',
  ],

  'src/pictures/': ['src/bounded-cache.ts'],

  'src/laget.ts': ['src/', 'cards/'],
  'src/main.ts': ['src/'],
  'src/roster.ts': ['src/'],
  'src/playground/': ['src/', 'cards/'],
  'manifest/': ['src/config.ts', 'src/texts/', 'src/platforms/slack/slack-scopes.ts'],
  'infra/': ['src/config.ts'],
  'test/': ['src/', 'cards/', 'manifest/', 'infra/'],
};

/** Which folders may import a package; whatever is tested may be imported by its tests. */
export const packageFolders: Readonly<Record<string, readonly string[]>> = {
  botbuilder: ['src/platforms/teams/'],
  'botframework-connector': ['src/platforms/teams/'],
  '@slack/': ['src/platforms/slack/'],
  express: ['src/laget.ts', 'src/platforms/', 'src/playground/'],
  jose: ['src/platforms/teams/', 'src/playground/'],
  '@azure/cosmos': ['src/store/'],
  '@azure/identity': ['src/store/', 'src/platforms/teams/'],
  'node:sqlite': ['src/store/'],
  '@navikt/fnrvalidator': ['src/privacy/'],
  'csv-parse': ['src/features/networks/'],
  'ical-generator': ['cards/'],
  '@touch4it/ical-timezones': ['cards/'],
  docx: ['cards/'],
  '@resvg/resvg-wasm': ['src/pictures/'],
  nodemailer: ['src/platforms/mail/'],
  'fastest-levenshtein': ['src/bot/'],
  adaptivecards: ['src/playground/'],
  pino: ['src/main.ts'],
  fflate: ['manifest/', 'cards/'],
  zod: ['src/', 'manifest/'],
  'node:': ['src/', 'manifest/', 'infra/'],
};

export type WordRule = {
  readonly rule: string;
  readonly pattern: RegExp;
  /** The beginnings of the paths it holds for. */
  readonly where: readonly string[];
  /** Where it need not hold, and why. */
  readonly except?: Readonly<Record<string, string>>;
  readonly instead: string;
};

const product = ['src/', 'cards/', 'manifest/', 'infra/'] as const;

export const wordRules: readonly WordRule[] = [
  {
    rule: 'reads no clock',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b/,
    where: product,
    except: { 'src/main.ts': 'makes the clock', 'src/roster.ts': 'a process of its own' },
    instead: 'ask the World’s clock',
  },
  {
    rule: 'throws no dice',
    pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/,
    where: product,
    except: {
      'src/main.ts': 'makes the dice',
      'src/roster.ts': 'a process of its own',
      'src/playground/start-playground.ts': 'a process of its own, with a key nobody keeps',
      'src/vault.ts': 'keys and nonces that no test may foresee',
    },
    instead: 'ask the World’s ids',
  },
  {
    rule: 'reads no environment',
    pattern: /\bprocess\.env\b/,
    where: product,
    except: { 'src/config.ts': 'reads it once for everyone' },
    instead: 'take what you need of Config',
  },
  {
    rule: 'formats no dates',
    pattern: /\.toLocale(?:Date|Time)?String\b|\bIntl\.DateTimeFormat\b/,
    where: product,
    except: { 'src/texts/': 'writes them as people read them' },
    instead: 'use Speech.when or a function of src/texts',
  },
  {
    rule: 'sets no timers',
    pattern: /\bset(?:Timeout|Interval|Immediate)\b/,
    where: ['src/features/', 'src/intents/', 'src/texts/', 'src/bot/', 'cards/'],
    instead: 'write a due time and let the tick find it',
  },
  {
    rule: 'knows no platform',
    pattern: /teams|slack|activity|adaptive/i,
    where: ['src/features/'],
    instead: 'keep it an opaque key or address, made by the platform’s folder',
  },
  {
    rule: 'hides no new part behind a default',
    pattern: /^\s*default\s*:/,
    where: ['cards/'],
    instead: 'name every kind, so that a new one does not compile until it is drawn',
  },
  {
    rule: 'mocks no module',
    pattern: /\bjest\s*\.\s*(?:unstable_)?(?:mock|doMock|mockModule)\b/,
    where: ['test/'],
    instead: 'hand in a fake that keeps state',
  },
  {
    rule: 'skips no test',
    pattern: /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo)\b/,
    where: ['test/'],
    instead: 'mend the test, or say plainly in its output why it could not be run',
  },
];

/** In: all the files. Out: a sentence for each way that leads from a file back to it, by types or by more. */
export function circles(sources: readonly Source[]): readonly string[] {
  const targets = new Map(
    sources.map(({ path, text }) => [path, importsOf(text).flatMap(({ from }) => targetOf(path, from) ?? [])]),
  );
  const found: string[] = [];
  const followed = new Set<string>();
  const follow = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    else if (!followed.has(path)) for (const target of targets.get(path) ?? []) follow(target, [...trail, path]);
    followed.add(path);
  };
  for (const path of targets.keys()) follow(path, []);
  return found.map(circle => `${circle}: a circle. Instead, give what both ends need a file of its own.`);
}

const vagueName = /(?:^|[/-])(?:index|utils?|helpers?|common|manager)\.ts$|\/(?:utils?|helpers?|common|managers?)\//;

/** In: one file. Out: a sentence for each rule it breaks: where, what, and what to do instead. */
export function violations(source: Source): readonly string[] {
  return [...names(source), ...imports(source), ...words(source)];
}

function names({ path }: Source): readonly string[] {
  return vagueName.test(path)
    ? [`${path}: a file is named after what it holds, and folders have no index. Rename it.`]
    : [];
}

function words({ path, text }: Source): readonly string[] {
  const lines = text.replace(importClause, blanked).split('\n');
  return wordRules.flatMap(({ rule, pattern, where, except = {}, instead }) => {
    const holds = begins(path, where) && !begins(path, Object.keys(except));
    const found = holds ? lines.flatMap((line, index) => (pattern.test(line) ? [index + 1] : [])) : [];
    return found.length > 0 ? [`${path}:${found.join(',')}: ${owner(path)} ${rule}. Instead, ${instead}.`] : [];
  });
}

type Import = { readonly line: number; readonly from: string; readonly isTypeOnly: boolean };

const importClause = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'[^']+'|\bimport\(\s*'[^']+'\s*\)/gm;

function imports({ path, text }: Source): readonly string[] {
  const wrong = importsOf(text).flatMap(each => {
    const target = targetOf(path, each.from);
    const isAllowed = target === undefined ? mayUsePackage(path, each.from) : mayUseFile(path, target, each.isTypeOnly);
    return isAllowed
      ? []
      : [{ line: each.line, from: target ?? each.from, advice: target ? fileAdvice : packageAdvice(each.from) }];
  });
  const first = wrong.filter(({ from }, index) => wrong.findIndex(each => each.from === from) === index);
  return first.map(({ from, advice }) => {
    const lines = wrong.filter(each => each.from === from).map(({ line }) => line);
    return `${path}:${lines.join(',')}: ${owner(path)} may not import ${from}. Instead, ${advice}.`;
  });
}

const newRight = 'give it the right in test/architecture-rules.ts and say why in the commit';
const fileAdvice = `move what is needed to where both may import it, or let src/bot tie the two together, or ${newRight}`;

function packageAdvice(name: string): string {
  const folders = packageFolders[packageRow(name) ?? ''] ?? [];
  return folders.length > 0 ? `go through ${folders.join(' or ')}, or ${newRight}` : newRight;
}

function importsOf(text: string): readonly Import[] {
  return [...text.matchAll(importClause)].map(match => {
    const [clause] = match;
    const named =
      /\{([^}]*)\}/
        .exec(clause)?.[1]
        ?.split(',')
        .filter(each => each.trim() !== '') ?? [];
    return {
      line: text.slice(0, match.index).split('\n').length,
      from: /'([^']+)'/.exec(clause)?.[1] ?? '',
      isTypeOnly:
        /^(?:import|export)\s+type\b/.test(clause) ||
        (named.length > 0 && /^\w+\s+\{/.test(clause) && named.every(each => /^\s*type\s/.test(each))),
    };
  });
}

/** @returns undefined when it is a package */
function targetOf(path: string, from: string): string | undefined {
  return from.startsWith('.') ? join(dirname(path), from) : undefined;
}

function mayUseFile(path: string, target: string, isTypeOnly: boolean): boolean {
  if (owner(path) === owner(target)) return true;
  const rights = mayImport[row(path)] ?? [];
  return begins(target, rights) || (isTypeOnly && begins(`types ${target}`, rights));
}

function mayUsePackage(path: string, name: string): boolean {
  return path.startsWith('test/') || begins(path, packageFolders[packageRow(name) ?? ''] ?? []);
}

/** The longest row that is the package, its scope, or what it is a part of. */
function packageRow(name: string): string | undefined {
  return longest(packageFolders, each => name === each || name.startsWith(/\W$/.test(each) ? each : `${each}/`));
}

/** The longest row that the path begins with. */
function row(path: string): string {
  return longest(mayImport, each => path.startsWith(each)) ?? '';
}

function longest(table: object, fits: (key: string) => boolean): string | undefined {
  return Object.keys(table)
    .filter(fits)
    .toSorted((a, b) => b.length - a.length)[0];
}

/** What a file belongs to, and may freely import of: its feature, its platform, or its row. */
function owner(path: string): string {
  return /^src\/(?:features|platforms)\/[^/]+\//.exec(path)?.[0] ?? (row(path) || path);
}

function begins(path: string, beginnings: readonly string[]): boolean {
  return beginnings.some(each => path.startsWith(each));
}

/** The same number of lines without a word in them. */
function blanked(clause: string): string {
  return clause.replace(/[^\n]/g, ' ');
}
