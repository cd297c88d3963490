import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { counties } from '../../reference/municipalities.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { type Network, type NetworkId, type NetworkRules, type SeatGroup, seatSchema } from '../networks/network.ts';
import { networkPartition, networks } from '../networks/network-store.ts';
import { readLeadDays } from './lead-days.ts';
import { outsideQuietHours, type QuietHours } from './quiet-hours.ts';

/** The rules that are a number, and what they may be. */
export const ruleNumbers = {
  mostReminders: { least: 1, most: 20 },
  noticeDays: { least: 0, most: 90 },
  papersDays: { least: 0, most: 90 },
  minutesDays: { least: 1, most: 90 },
  commentDays: { least: 1, most: 90 },
  roundOverDays: { least: 1, most: 90 },
  fewestShown: { least: 1, most: 20 },
} as const;
export type RuleNumber = keyof typeof ruleNumbers;
export const ruleNumberNames = Object.keys(ruleNumbers) as readonly RuleNumber[];

const groupNumbers = { least: 0, most: 99 } as const;
export const seatGroups: readonly SeatGroup[] = seatSchema.shape.group.options;

/** As it was filled in; no county is `none`, and a number that was not asked for is left as it was. */
export type WantedRules = Readonly<Partial<Record<RuleNumber, string | undefined>>> & {
  readonly county: string;
  readonly breaks: 'kept' | 'used';
  /** «14, 7, 1» */
  readonly leadDays: string;
  /** `HH:MM` each. */
  readonly remindedAt: string;
  readonly quietFrom: string;
  readonly quietTo: string;
};

/** How many of a group must come, as it was filled in; those that are not named are left as they were. */
export type WantedGroups = Readonly<Partial<Record<SeatGroup, string | undefined>>>;

export type RulesRefusal =
  | NotAllowed
  | { readonly code: 'no-such-county'; readonly field: 'county' }
  | { readonly code: 'bad-lead-days'; readonly field: 'leadDays' }
  | {
      readonly code: 'not-in-range';
      readonly field: RuleNumber | SeatGroup;
      readonly least: number;
      readonly most: number;
    }
  /** Every reminder would wait for the morning after. */
  | { readonly code: 'reminded-in-quiet'; readonly field: 'remindedAt'; readonly from: string; readonly to: string };

/** Writes what the network does unless someone decides otherwise for one thing. May be repeated. */
export async function changeRules(
  tools: Tools,
  actor: Actor,
  wanted: WantedRules,
): Promise<Outcome<Network, RulesRefusal>> {
  return rewrite(tools, actor, rules => {
    const leadDays = readLeadDays(wanted.leadDays);
    const named = ruleNumberNames.filter(name => wanted[name] !== undefined);
    const numbers = readNumbers(named, wanted, name => ruleNumbers[name]);
    const quiet = { from: wanted.quietFrom, to: wanted.quietTo };
    if (wanted.county !== 'none' && !isCounty(wanted.county))
      return refused({ code: 'no-such-county', field: 'county' });
    if (!leadDays) return refused({ code: 'bad-lead-days', field: 'leadDays' });
    if (isQuiet(wanted.remindedAt, quiet)) return refused({ code: 'reminded-in-quiet', field: 'remindedAt', ...quiet });
    if (!numbers.ok) return numbers;
    const { county: _, ...others } = rules;
    return done({
      ...others,
      ...numbers.value,
      ...(wanted.county !== 'none' && { county: wanted.county }),
      isMovedOffSchoolBreaks: wanted.breaks === 'kept',
      reminderLeadDays: [...leadDays],
      remindedAt: wanted.remindedAt,
      quiet,
    });
  });
}

/** Writes how many of each seat group must come. May be repeated. */
export async function changeGroups(
  tools: Tools,
  actor: Actor,
  wanted: WantedGroups,
): Promise<Outcome<Network, RulesRefusal>> {
  return rewrite(tools, actor, rules => {
    const named = seatGroups.filter(group => wanted[group] !== undefined);
    const fewest = readNumbers(named, wanted, () => groupNumbers);
    return fewest.ok ? done({ ...rules, fewestOfGroup: { ...rules.fewestOfGroup, ...fewest.value } }) : fewest;
  });
}

type Decide = (rules: NetworkRules) => Outcome<NetworkRules, RulesRefusal>;

async function rewrite(tools: Tools, actor: Actor, decide: Decide): Promise<Outcome<Network, RulesRefusal>> {
  const right = allowed(actor, 'rules.change');
  if (!right.ok) return right;
  return retrying(async () => {
    const network = await networkNow(tools, actor.network.id);
    const rules = decide(network.value.rules);
    if (!rules.ok) return rules;
    const changed = { ...network.value, rules: rules.value };
    await tools.store.batch(network.partition, [networks.replace(network, changed)]);
    return done(changed);
  });
}

async function networkNow({ store }: Tools, id: NetworkId): Promise<Kept<Network>> {
  const network = await networks.get(store, networkPartition(id), 'network');
  if (!network) throw new Error('A member of a network that is no more');
  return network;
}

type Range = { readonly least: number; readonly most: number };

/** The first that is no whole number in its range is refused. */
function readNumbers<K extends RuleNumber | SeatGroup>(
  names: readonly K[],
  typed: Readonly<Partial<Record<K, string | undefined>>>,
  rangeOf: (name: K) => Range,
): Outcome<Readonly<Record<K, number>>, RulesRefusal> {
  const read = names.map(name => ({ name, text: (typed[name] ?? '').trim(), ...rangeOf(name) }));
  const wrong = read.find(
    ({ text, least, most }) => !/^\d{1,3}$/.test(text) || Number(text) < least || Number(text) > most,
  );
  if (wrong) return refused({ code: 'not-in-range', field: wrong.name, least: wrong.least, most: wrong.most });
  return done(Object.fromEntries(read.map(({ name, text }) => [name, Number(text)])) as Record<K, number>);
}

function isCounty(number: string): boolean {
  return counties.some(county => county.number === number);
}

/** On no day in particular: in this zone the clocks are never moved. */
function isQuiet(time: string, hours: QuietHours): boolean {
  const moment = `2027-01-04T${time}:00.000Z` as Instant;
  return outsideQuietHours(moment, 'UTC', hours) !== moment;
}
