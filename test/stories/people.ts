/** What people do and see, in the words of a story. */
import { type CastKey, type CastOrganisation, castOrganisations } from '../../src/playground/cast.ts';
import { type Account, accountIn } from '../../src/playground/convene-forum.ts';
import type { Answer, FakePlace, Seen, SeenForm } from '../../src/playground/fake-chat.ts';
import type { House } from './open-house.ts';

export type PollWords = {
  readonly question: string;
  readonly options?: string;
  readonly kind?: 'opinion' | 'formal';
  readonly choice?: 'one' | 'several' | 'ranked';
  readonly secrecy?: 'open' | 'secret';
  readonly reveal?: 'always' | 'whenClosed';
  /** ISO date; a week after the story begins unless said. */
  readonly closesOn?: string;
  readonly closesTime?: string;
};

type Values = Record<string, string | readonly string[]>;

export type Person = {
  readonly account: Account;
  readonly channel: FakePlace;
  /** Writes to the bot in the forum's channel. */
  says(text: string): Promise<Answer>;
  /** Writes to the bot alone. */
  writes(text: string): Promise<Answer>;
  /** Gives a command, by slash where the platform has one, to the bot alone or in a place. */
  commands(text: string, place?: FakePlace): Promise<Answer>;
  /** Opens the form a command asks for, as this platform opens forms. */
  opensForm(text: string, place?: FakePlace): Promise<SeenForm>;
  /** Fills in the form for a new poll. */
  opensPoll(words: PollWords): Promise<Answer>;
  fillsIn(text: string, values: Values): Promise<Answer>;
  sends(form: SeenForm, values: Values): Promise<Answer>;
  /** Presses a button on the newest posting that holds a text, in this person's channel. */
  presses(label: string, text?: string): Promise<Answer>;
  /** Presses a button on the newest thing told to this person alone that has it, and holds a text. */
  pressesPrivately(label: string, text?: string): Promise<Answer>;
  /** The newest posting in this person's channel, as everyone there sees it. */
  posting(text?: string): Seen;
  /** Everything that was ever told to this person alone, oldest first. */
  heard(): readonly string[];
};

export function person(house: House, key: CastKey, organisation?: CastOrganisation): Person {
  return personWith(house, accountIn(house.forum, key, organisation));
}

/** Somebody who is in an organisation, reads along in the forum's channel there, and is no member. */
export async function newcomer(
  house: House,
  organisation: CastOrganisation,
  name = 'Reveenka Rev',
  locale = 'nb-NO',
): Promise<Person> {
  const chat = house[castOrganisations[organisation].platform];
  const who = await chat.addPerson({ name, organisation: castOrganisations[organisation].name, locale });
  return personWith(house, { organisation, chat, person: who, personal: await chat.personalChat(who) });
}

function personWith(house: House, account: Account): Person {
  const { chat, person: who, personal } = account;
  const channel = house.forum.channels[account.organisation];

  async function opensForm(text: string, place = personal): Promise<SeenForm> {
    const answer = await chat.command(who, place, text);
    const button = /^(Åpne skjemaet|Opne skjemaet|Open the form)$/;
    const offers = (seen: Seen) => seen.buttons.some(label => button.test(label));
    const offer = answer.whispers.findLast(offers) ?? chat.messagesIn(place).findLast(offers);
    const label = offer?.buttons.find(each => button.test(each)) ?? '';
    const form = answer.form ?? (offer && (await chat.press(who, offer, label)).form);
    if (!form) throw new Error(`«${text}» opened no form: ${told(answer)}`);
    return form;
  }

  const posting = (text = '') => lastOf(chat.messagesIn(channel).filter(seen => readable(seen).includes(text)));
  const sends = (form: SeenForm, values: Values) => chat.submit(who, form, values);
  const fillsIn = async (text: string, values: Values) => sends(await opensForm(text), values);

  return {
    account,
    channel,
    posting,
    opensForm,
    sends,
    fillsIn,
    says: text => chat.say(who, channel, text),
    writes: text => chat.say(who, personal, text),
    commands: (text, place = personal) => chat.command(who, place, text),
    async opensPoll({ options = 'Ja\nNei', closesOn = '2027-01-18', ...words }) {
      const answer = await fillsIn('avstemning', { options, closesOn, ...words });
      await house.settle();
      return answer;
    },
    presses: (label, text) => chat.press(who, posting(text), label),
    pressesPrivately(label, text = '') {
      const has = (seen: Seen) => seen.buttons.includes(label) && readable(seen).includes(text);
      return chat.press(who, lastOf(chat.whispersTo(who).filter(has)), label);
    },
    heard: () => chat.whispersTo(who).map(readable),
  };
}

export function readable({ texts }: { readonly texts: readonly string[] }): string {
  return texts.join('\n');
}

/** All that a person was told in answer, as one text. */
export function told({ whispers, form }: Answer): string {
  return [...whispers, ...(form ? [form] : [])].map(readable).join('\n');
}

/** What a form that came back says is wrong, by field. */
export function errorsOn({ form }: Pick<Answer, 'form'>): Readonly<Record<string, string>> {
  return Object.fromEntries(form?.fields.flatMap(({ name, error }) => (error ? [[name, error]] : [])) ?? []);
}

/** @throws when the answer holds no one-time code */
export function codeIn(answer: Answer): string {
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(told(answer))?.[0];
  if (!code) throw new Error(`No code in: ${told(answer)}`);
  return code;
}

/** The number of the poll that was opened. */
export function pollIn(answer: Answer): number {
  const number = /Avstemning (\d+) er åpnet/.exec(told(answer))?.[1];
  if (number === undefined) throw new Error(`No poll was opened: ${told(answer)}`);
  return Number(number);
}

function lastOf(seen: readonly Seen[]): Seen {
  const last = seen.at(-1);
  if (!last) throw new Error('There is no such message');
  return last;
}
