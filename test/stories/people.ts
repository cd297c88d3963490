/** What the cast do and see, in the words of a story. */
import type { CastKey, CastOrganisation } from '../../src/playground/cast.ts';
import { type Account, accountIn } from '../../src/playground/convene-forum.ts';
import type { Answer, FakePlace, Seen, SeenForm } from '../../src/playground/fake-chat.ts';
import type { House } from './open-house.ts';

export type PollWords = {
  readonly question: string;
  readonly options?: string;
  readonly kind?: 'opinion' | 'formal';
  readonly choice?: 'one' | 'several';
  readonly secrecy?: 'open' | 'secret';
  readonly reveal?: 'always' | 'whenClosed';
  /** ISO date; a week after the story begins unless said. */
  readonly closesOn?: string;
  readonly closesTime?: string;
};

export type Person = {
  readonly account: Account;
  readonly channel: FakePlace;
  /** Writes to the bot in the forum's channel. */
  says(text: string): Promise<Answer>;
  /** Writes to the bot alone. */
  writes(text: string): Promise<Answer>;
  /** Fills in the form for a new poll, opened as this platform opens forms. */
  opensPoll(words: PollWords): Promise<Answer>;
  fillsIn(text: string, values: Record<string, string | readonly string[]>): Promise<Answer>;
  /** Presses a button on the newest posting that holds a text, in this person's channel. */
  presses(label: string, text?: string): Promise<Answer>;
  /** Presses a button on something told to this person alone. */
  pressesPrivately(label: string): Promise<Answer>;
  /** The newest posting in this person's channel, as everyone there sees it. */
  posting(text?: string): Seen;
};

export function person(house: House, key: CastKey, organisation?: CastOrganisation): Person {
  const account = accountIn(house.forum, key, organisation);
  const { chat, person: who, personal } = account;
  const channel = house.forum.channels[account.organisation];

  async function formFor(text: string): Promise<SeenForm> {
    const answer = await chat.command(who, personal, text);
    const form = answer.form ?? (await chat.press(who, lastOf(answer.whispers), 'Åpne skjemaet')).form;
    if (!form) throw new Error(`«${text}» opened no form`);
    return form;
  }

  const posting = (text = '') => lastOf(chat.messagesIn(channel).filter(seen => readable(seen).includes(text)));

  return {
    account,
    channel,
    posting,
    says: text => chat.say(who, channel, text),
    writes: text => chat.say(who, personal, text),
    async fillsIn(text, values) {
      return chat.submit(who, await formFor(text), values);
    },
    async opensPoll({ options = 'Ja\nNei', closesOn = '2027-01-18', ...words }) {
      const answer = await chat.submit(who, await formFor('avstemning'), { options, closesOn, ...words });
      await house.settle();
      return answer;
    },
    presses: (label, text) => chat.press(who, posting(text), label),
    pressesPrivately: label =>
      chat.press(who, lastOf(chat.whispersTo(who).filter(({ buttons }) => buttons.includes(label))), label),
  };
}

export function readable({ texts }: { readonly texts: readonly string[] }): string {
  return texts.join('\n');
}

/** All that a person was told in answer, as one text. */
export function told({ whispers, form }: Answer): string {
  return [...whispers, ...(form ? [form] : [])].map(readable).join('\n');
}

function lastOf(seen: readonly Seen[]): Seen {
  const last = seen.at(-1);
  if (!last) throw new Error('There is no such message');
  return last;
}
