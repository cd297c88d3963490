/** The cast comes together: everything the forum is, done as people do it, over the chats' own protocols. */
import { setTimeout as delay } from 'node:timers/promises';
import {
  type CastKey,
  type CastOrganisation,
  type CastPerson,
  castChannels,
  castCounty,
  castNetwork,
  castOrganisations,
  castPeople,
  castRoster,
  castSeats,
  trialChannel,
} from './cast.ts';
import type { Answer, FakeChat, FakePerson, FakePlace, Seen } from './fake-chat.ts';

export type Chats = { readonly teams: FakeChat; readonly slack: FakeChat };

/** One account of one of the cast, and where it writes to the bot alone. */
export type Account = {
  readonly organisation: CastOrganisation;
  readonly chat: FakeChat;
  readonly person: FakePerson;
  readonly personal: FakePlace;
};

export type Forum = {
  /** By person, in the order of their accounts; none for those without any. */
  readonly accounts: Readonly<Record<CastKey, readonly Account[]>>;
  /** The forum's channel in each organisation. */
  readonly channels: Readonly<Record<CastOrganisation, FakePlace>>;
};

/** Everybody there, nobody at work: accounts, channels, and the bot added to each. */
export async function gatherCast(chats: Chats): Promise<Forum> {
  const accounts: Partial<Record<CastKey, readonly Account[]>> = {};
  for (const [key, person] of Object.entries<CastPerson>(castPeople)) {
    accounts[key as CastKey] = await Promise.all(person.accounts.map(each => accountOf(chats, person, each)));
  }
  const gathered = accounts as Forum['accounts'];
  const channels: Partial<Record<CastOrganisation, FakePlace>> = {};
  for (const { organisation, name } of castChannels) {
    const chat = chatOf(chats, organisation);
    const place = await chat.addPlace({ name, organisation: castOrganisations[organisation].name });
    const host = someoneIn({ accounts: gathered }, organisation);
    await chat.addBot(place, host.person);
    channels[organisation] = place;
  }
  return { accounts: gathered, channels: channels as Forum['channels'] };
}

/** The forum at work: the network started, the roster applied, its county chosen, every channel linked, every seat claimed. */
export async function conveneForum(chats: Chats): Promise<Forum> {
  const forum = await gatherCast(chats);
  const kari = accountIn(forum, 'kari');
  await ask(kari, `start ${castNetwork.name}`, forum.channels[kari.organisation]);
  const preview = await ask(kari, `liste\n${castRoster}`);
  await kari.chat.press(kari.person, last(preview), 'Lagre endringene');
  await chooseCounty(kari);
  for (const organisation of ['kommunene', 'organisasjonene'] as const) {
    const code = codeIn(await ask(kari, 'koble'));
    await ask(someoneIn(forum, organisation), `koble ${code}`, forum.channels[organisation]);
  }
  for (const { number, holder, deputies } of castSeats) {
    await claim(forum, kari, holder, `inviter ${number}`);
    for (const deputy of deputies) await claim(forum, kari, deputy, `inviter ${number} vara`);
  }
  await linkAccounts(forum.accounts.kari);
  await claim(forum, kari, 'nordavinden', `inviter ${castPeople.nordavinden.name}`);
  return forum;
}

/** A further channel in each organisation, with the bot in it and nothing else. */
export async function addTrialChannels(chats: Chats, forum: Forum): Promise<Forum['channels']> {
  const added: Partial<Record<CastOrganisation, FakePlace>> = {};
  for (const { organisation } of castChannels) {
    const { platform, name } = castOrganisations[organisation];
    const place = await chats[platform].addPlace({ name: trialChannel[platform], organisation: name });
    await chats[platform].addBot(place, someoneIn(forum, organisation).person);
    added[organisation] = place;
  }
  return added as Forum['channels'];
}

async function chooseCounty(kari: Account): Promise<void> {
  const { chat, person } = kari;
  const { form } = await chat.press(person, last(await ask(kari, 'regler')), 'Endre reglene');
  if (!form) throw new Error('The rules gave no form');
  await chat.submit(person, form, { county: castCounty });
}

/** Takes a code by the person's first account, then one more code by each further account. */
async function claim(forum: Forum, kari: Account, key: CastKey, invitation: string): Promise<void> {
  const [first] = forum.accounts[key];
  if (!first) return;
  await ask(first, `koble ${codeIn(await ask(kari, invitation))}`);
  await linkAccounts(forum.accounts[key]);
}

/** A person's further accounts become the same member by a code each. */
async function linkAccounts([first, ...others]: readonly Account[]): Promise<void> {
  if (!first) return;
  for (const other of others) await ask(other, `koble ${codeIn(await ask(first, 'min kode'))}`);
}

/** Writes to the bot, in the personal chat unless said. @returns what the person was told */
async function ask({ chat, person, personal }: Account, text: string, place = personal): Promise<Answer> {
  const before = chat.whispersTo(person).length;
  const answer = await chat.say(person, place, text);
  if (answer.status >= 300) throw new Error(`The bot answered ${answer.status} to «${text.split(/\s/)[0]}»`);
  return place === personal && answer.whispers.length === 0 ? { ...answer, whispers: await toldLater() } : answer;

  /** On a busy machine a platform may have let the request go before the bot's words came. */
  async function toldLater(): Promise<readonly Seen[]> {
    const end = performance.now() + patienceMs;
    while (chat.whispersTo(person).length === before && performance.now() < end) await delay(20);
    return chat.whispersTo(person).slice(before);
  }
}

const patienceMs = 10_000;

function codeIn(answer: Answer): string {
  const code = last(answer)
    .texts.map(text => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0])
    .find(Boolean);
  if (!code) throw new Error(`No code in: ${last(answer).texts.join(' / ')}`);
  return code;
}

function last({ whispers }: Answer): Seen {
  const seen = whispers.at(-1);
  if (!seen) throw new Error('The bot told this person nothing');
  return seen;
}

/** A person's account in an organisation; the first one unless said. */
export function accountIn(forum: Forum, key: CastKey, organisation?: CastOrganisation): Account {
  const accounts = forum.accounts[key];
  const account = organisation ? accounts.find(each => each.organisation === organisation) : accounts[0];
  if (!account) throw new Error(`${key} has no account in ${organisation ?? 'any organisation'}`);
  return account;
}

function someoneIn(forum: Pick<Forum, 'accounts'>, organisation: CastOrganisation): Account {
  const account = Object.values(forum.accounts)
    .flat()
    .find(each => each.organisation === organisation);
  if (!account) throw new Error(`Nobody is in ${organisation}`);
  return account;
}

async function accountOf(chats: Chats, { name, locale }: CastPerson, organisation: CastOrganisation): Promise<Account> {
  const chat = chatOf(chats, organisation);
  const person = await chat.addPerson({ name, organisation: castOrganisations[organisation].name, locale });
  return { organisation, chat, person, personal: await chat.personalChat(person) };
}

function chatOf(chats: Chats, organisation: CastOrganisation): FakeChat {
  return chats[castOrganisations[organisation].platform];
}
