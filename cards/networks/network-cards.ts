import type { Language, Member, Network, Party, Role, Seat } from '../../src/features/networks/network.ts';
import type { Redeemed } from '../../src/features/networks/redeem-code.ts';
import { may } from '../../src/features/networks/who-may.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, List, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { listBytes, longList, mostListBytes } from '../long-list.ts';
import { shortened } from '../shortened.ts';

export function introductionCard({ language, say }: Speech): Card {
  return {
    language,
    title: say.introduction.title,
    parts: [
      { kind: 'text', text: say.introduction.text },
      { kind: 'text', text: say.introduction.next },
      { kind: 'buttons', buttons: newcomerButtons(say) },
    ],
  };
}

/** Asked about a network where there is none. */
export function noNetworkCard({ language, say }: Speech): Card {
  return {
    language,
    title: say.network.noNetwork,
    parts: [
      { kind: 'text', text: say.introduction.next },
      { kind: 'buttons', buttons: newcomerButtons(say) },
    ],
  };
}

function newcomerButtons({ buttons }: Speech['say']): readonly Button[] {
  return [
    { label: buttons.startNetwork, intent: { type: 'network.form' }, weight: 'primary', opensForm: true },
    { label: buttons.haveCode, intent: { type: 'code.form' }, opensForm: true },
    { label: buttons.help, intent: { type: 'help.show' } },
  ];
}

export type NetworkShown = {
  readonly network: Network;
  readonly seats: readonly Seat[];
  readonly members: readonly Member[];
  readonly channels: readonly { readonly label: string; readonly isLost: boolean }[];
  /** Open polls as «7 · question». */
  readonly openPolls: readonly { readonly number: number; readonly question: string }[];
  /** The reader's, or of everybody where everybody reads it. */
  readonly roles: readonly Role[];
};

export function networkCard(shown: NetworkShown, speech: Speech): Card {
  const { language, say, list } = speech;
  const { network, seats, members, channels, openPolls } = shown;
  const texts = say.network;
  const polls = openPolls.map(({ number, question }) => say.polls.item(number, question));
  const facts = [
    { label: texts.kind, value: say.networkKinds[network.kind] },
    { label: texts.language, value: list(network.languages.map(each => say.languages[each])) },
    { label: texts.seats, value: texts.seatsValue(seats.length, seats.filter(seat => seat.isVoting).length) },
    {
      label: texts.members,
      value: texts.membersValue(members.length, members.filter(member => member.identities.length > 0).length),
    },
    { label: texts.channels, value: channelNames(channels, speech) },
  ];
  return {
    language,
    title: shortened(texts.title(network.name), cardLimits.title),
    parts: [
      { kind: 'facts', facts },
      { kind: 'text', text: texts.openPolls, weight: 'subtle' },
      ...(polls.length > 0
        ? longList(
            polls.map(label => ({ label })),
            speech,
          )
        : [{ kind: 'text', text: texts.none } as const]),
      ...networkButtons(shown.roles, say, 'poll'),
    ],
  };
}

const mostChannelsNamed = 10;

/** Those that are lost first: they are the ones to do something about. */
function channelNames(channels: NetworkShown['channels'], { say, list }: Speech): string {
  const names = channels
    .toSorted((a, b) => Number(b.isLost) - Number(a.isLost))
    .map(({ label, isLost }) => (isLost ? say.network.lostChannel(label) : label));
  const rest = names.length - mostChannelsNamed;
  if (names.length === 0) return say.network.none;
  if (rest <= 0) return shortened(list(names), cardLimits.factValue);
  return shortened(`${names.slice(0, mostChannelsNamed).join(', ')} ${say.roster.more(rest)}`, cardLimits.factValue);
}

/** Said to everyone in the channel. */
export function networkStartedCard(name: string, { language, say }: Speech): Card {
  return {
    language,
    title: shortened(say.network.started(name), cardLimits.title),
    parts: [{ kind: 'text', text: say.codes.channelLinkedText }],
  };
}

/** Said to the one who started it. */
export function startedCard(network: Network, roles: readonly Role[], { language, say }: Speech): Card {
  return {
    language,
    title: shortened(say.network.started(network.name), cardLimits.title),
    parts: [{ kind: 'note', sign: 'done', text: say.network.startedText }, ...networkButtons(roles, say, 'roster')],
  };
}

/** @param next what is to be done first now */
function networkButtons(roles: readonly Role[], { buttons }: Speech['say'], next: 'poll' | 'roster'): readonly Part[] {
  const primary = (step: typeof next) => (step === next ? 'primary' : undefined);
  const addRoster: Button = {
    label: buttons.addRoster,
    intent: { type: 'roster.form' },
    weight: primary('roster'),
    opensForm: true,
  };
  const newPoll: Button = {
    label: buttons.newPoll,
    intent: { type: 'poll.form' },
    weight: primary('poll'),
    opensForm: true,
  };
  const daily: readonly Button[] = [
    ...(may(roles, 'poll.open') ? [newPoll] : []),
    { label: buttons.polls, intent: { type: 'polls.show' } },
    { label: buttons.members, intent: { type: 'members.show' } },
  ];
  const upkeep: readonly Button[] = [
    ...(may(roles, 'roster.apply') ? [addRoster] : []),
    ...(may(roles, 'channel.link')
      ? [{ label: buttons.linkChannel, intent: { type: 'channel.invite' } } as const]
      : []),
    { label: buttons.language, intent: { type: 'language.form' } },
  ];
  const rows = upkeep.length > 1 ? [daily, upkeep] : [[...daily, ...upkeep]];
  return (next === 'poll' ? rows : rows.toReversed()).map(row => ({ kind: 'buttons', buttons: row }));
}

export type MembersShown = {
  readonly network: Network;
  readonly seats: readonly { readonly seat: Seat; readonly party: Party | undefined; readonly isInTerm: boolean }[];
  readonly members: readonly Member[];
  /** The number of the seat the list begins with. */
  readonly from?: number | undefined;
};

/** Seats in order, as many as a card holds, then a way to the rest; those without a seat stand with the last. */
export function membersCard({ network, seats: all, members, from = 1 }: MembersShown, speech: Speech): Card {
  const seats = all.filter(({ seat }) => seat.number >= from);
  const { say, language } = speech;
  const byId = new Map(members.map(member => [member.id, member]));
  const nameOf = (id: Member['id'] | undefined) => {
    const member = id && byId.get(id);
    return member && shownName(member, speech);
  };
  const items = seats.map(({ seat, party, isInTerm }) => {
    const deputies = seat.deputyIds.flatMap(id => nameOf(id) ?? []);
    const words = [
      nameOf(seat.holderId) ?? say.members.vacant,
      ...(deputies.length > 0 ? [say.members.deputy(deputies.join(', '))] : []),
      say.seatGroups[seat.group],
      ...(seat.isVoting ? [] : [say.members.notVoting]),
      ...(isInTerm ? [] : [say.members.outOfTerm]),
    ];
    return { label: say.members.seat(seat.number, party?.name ?? ''), value: words.join(' · ') };
  });
  const seated = new Set(all.flatMap(({ seat }) => [seat.holderId, ...seat.deputyIds]));
  const others = members.filter(member => !seated.has(member.id)).map(member => ({ label: shownName(member, speech) }));
  const listed = longList(items, speech);
  const next = seats[itemsIn(listed)]?.seat.number;
  const more: Button | undefined =
    next === undefined ? undefined : { label: say.buttons.more, intent: { type: 'members.show', from: next } };
  return {
    language,
    title: shortened(say.members.title(network.name), cardLimits.title),
    parts: [
      ...(items.length > 0 ? listed : [{ kind: 'text', text: say.members.empty } as const]),
      ...(more ? [{ kind: 'buttons', buttons: [more] } as const] : withoutSeat(others, listBytes(items), speech)),
    ],
  };
}

function itemsIn(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'list' ? part.items.length : 0), 0);
}

function withoutSeat(others: List['items'], taken: number, speech: Speech): readonly Part[] {
  if (others.length === 0) return [];
  return [
    { kind: 'text', text: speech.say.members.others, weight: 'subtle' },
    ...longList(others, speech, mostListBytes - taken),
  ];
}

function shownName({ name, roles, identities }: Member, { say }: Speech): string {
  const known = roles.length > 0 ? `${name} (${roles.map(role => say.roles[role]).join(', ')})` : name;
  return identities.length > 0 ? known : say.members.notJoined(known);
}

export type CodeShown = { readonly code: string; readonly expiresAt: Instant } & (
  | { readonly kind: 'channel' }
  | { readonly kind: 'seat'; readonly number: number; readonly party: string; readonly as: 'holder' | 'deputy' }
  | { readonly kind: 'member'; readonly name: string }
);

export function codeCard(shown: CodeShown, { language, say, when }: Speech): Card {
  const [title, text] = codeWords(shown, say);
  return {
    language,
    title: shortened(title, cardLimits.title),
    parts: [
      { kind: 'text', text: shown.code, weight: 'strong' },
      { kind: 'text', text },
      { kind: 'text', text: say.codes.once(when(shown.expiresAt)), weight: 'subtle' },
    ],
  };
}

function codeWords(shown: CodeShown, { codes }: Speech['say']): readonly [string, string] {
  switch (shown.kind) {
    case 'channel':
      return [codes.channelTitle, codes.channelText(shown.code)];
    case 'seat':
      return [
        codes[shown.as === 'holder' ? 'seatTitle' : 'deputyTitle'](shown.number, shown.party),
        codes.seatText(shown.code),
      ];
    case 'member':
      return [codes.memberTitle(shown.name), codes.memberText(shown.code)];
  }
}

export function redeemedCard(redeemed: Redeemed, { language, say }: Speech): Card {
  const [title, text] = redeemedWords(redeemed, say);
  return { language, title: shortened(title, cardLimits.title), parts: [{ kind: 'note', sign: 'done', text }] };
}

function redeemedWords(redeemed: Redeemed, { codes }: Speech['say']): readonly [string, string] {
  const network = redeemed.network.name;
  switch (redeemed.kind) {
    case 'channel':
      return [codes.channelLinked(network), codes.channelLinkedText];
    case 'seat': {
      const { number } = redeemed.seat;
      return redeemed.as === 'holder'
        ? [codes.seatTaken(number, redeemed.party.name), codes.seatTakenText(network)]
        : [codes.deputyTaken(number, redeemed.party.name), codes.deputyTakenText(network)];
    }
    case 'member':
      return [codes.accountLinked(redeemed.member.name), codes.accountLinkedText];
  }
}

/** Each language named in itself, so that it can be found by those who read it. */
export function languageCard(names: Readonly<Record<Language, string>>, { language, say }: Speech): Card {
  const buttons = (Object.keys(names) as Language[]).map(
    (each): Button => ({ label: names[each], intent: { type: 'language.choose', language: each } }),
  );
  return {
    language,
    title: say.language.title,
    parts: [
      { kind: 'text', text: say.language.posting, weight: 'subtle' },
      { kind: 'buttons', buttons },
    ],
  };
}

export function languageChosenCard({ language, say }: Speech): Card {
  const parts: readonly Part[] = [{ kind: 'note', sign: 'done', text: say.language.chosen }];
  return { language, title: say.buttons.language, parts };
}
