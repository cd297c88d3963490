/** What people do and see together, in the words of a story. */
import { expect } from '@jest/globals';
import mammoth from 'mammoth';
import type { Answer, Seen, SeenForm } from '../../src/playground/fake-chat.ts';
import type { House } from './open-house.ts';
import { type Person, person, readable, told } from './people.ts';
import type { Who } from './sides.ts';

/** Stands on what is shown before it goes to many. */
export const unsent = 'Se over før det sendes';

/** @param house where the story that is being told takes place */
export function deeds(house: () => House) {
  const as = ([key, organisation]: Who): Person => person(house(), key, organisation);

  /** Everything that is due is done, and what comes of it. */
  async function settleAll(): Promise<void> {
    for (let round = 0; round < 4; round += 1) await house().settle();
  }

  async function itIs(instant: string): Promise<void> {
    house().clock.set(instant);
    await settleAll();
  }

  /** Each channel of the forum has one posting with this title, and these words are on it. */
  function everyChannelShows(title: string, ...words: readonly string[]): void {
    const { forum, teams, slack } = house();
    for (const [channel, chat] of [
      [forum.channels.kommunene, teams],
      [forum.channels.statsforvalteren, teams],
      [forum.channels.organisasjonene, slack],
    ] as const) {
      const postings = chat.messagesIn(channel).filter(seen => readable(seen).includes(title));
      expect(postings).toHaveLength(1);
      for (const word of words) expect(postings.map(readable).join('\n')).toContain(word);
    }
  }

  /** What somebody was told alone with these words in it, oldest first. */
  const heardOf = (who: Who, words: string): readonly string[] =>
    as(who)
      .heard()
      .filter(each => each.includes(words));

  /** The newest thing somebody was told alone with all these words in it. */
  function newestTo(who: Who, ...words: readonly string[]): Seen {
    const { chat, person: someone } = as(who).account;
    const newest = chat.whispersTo(someone).findLast(seen => words.every(each => readable(seen).includes(each)));
    if (!newest) throw new Error(`Nothing was told with «${words.join('», «')}»`);
    return newest;
  }

  /** Says yes to what is shown before it goes to many. */
  async function agrees(who: Who, words = ''): Promise<void> {
    const { chat, person: someone } = as(who).account;
    const shown = newestTo(who, unsent, words);
    const label = shown.buttons.find(each => /^Send til \d+$/.test(each)) ?? 'Send til';
    expect(told(await chat.press(someone, shown, label))).toContain('Sendes nå til');
  }

  /** Says yes to it, and it goes to them. */
  async function sendsIt(who: Who, words?: string): Promise<void> {
    await agrees(who, words);
    await settleAll();
  }

  /** Proposes one time, settles it and invites everyone. */
  async function callsMeeting(who: Who, number: number, title: string, when: string): Promise<void> {
    await as(who).writes(`møte ${title} ; ${when}`);
    await as(who).writes(`fastsett ${number} 1`);
    await sendsIt(who, `Innkalling: ${title}`);
  }

  /** Starts the meeting: a form without fields is a message with one button where it has no dialog. */
  async function startsAsAsked(who: Who, asked: Answer): Promise<string> {
    return told(
      asked.form ? await as(who).sends(asked.form, {}) : await as(who).pressesPrivately('Start', 'blir møteleder'),
    );
  }

  /** The form that was answered with, or that the answer with these words leads to. */
  async function formBehind(who: Who, answer: Answer, words?: string): Promise<SeenForm> {
    return answer.form ?? formIn(await as(who).pressesPrivately('Åpne skjemaet', words));
  }

  async function pressesAndFillsIn(who: Who, label: string, values: Parameters<Person['sends']>[1]): Promise<string> {
    return told(await as(who).sends(formIn(await as(who).pressesPrivately(label)), values));
  }

  /** The .docx that the newest message with these words leads to, as another reader has it. */
  async function documentFrom(who: Who, words: string): Promise<{ readonly name: string; readonly text: string }> {
    const [, url] = /"url":"([^"]+\/file\/[^"]+)"/.exec(JSON.stringify(newestTo(who, words).raw)) ?? [];
    if (!url) throw new Error(`No link in «${words}»`);
    const response = await fetch(url);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) });
    return { name: response.headers.get('content-disposition') ?? '', text: value };
  }

  return {
    as,
    settleAll,
    itIs,
    everyChannelShows,
    heardOf,
    newestTo,
    agrees,
    sendsIt,
    callsMeeting,
    startsAsAsked,
    formBehind,
    pressesAndFillsIn,
    documentFrom,
  };
}

/** @throws when it was answered with no form */
export function formIn(answer: Answer): SeenForm {
  if (!answer.form) throw new Error(`No form was opened: ${told(answer)}`);
  return answer.form;
}

/** The values of the choices with one of these words in their labels. */
export function choicesIn({ fields }: SeenForm, field: string, ...words: readonly string[]): readonly string[] {
  const choices = fields.find(({ name }) => name === field)?.choices ?? [];
  return choices.filter(({ label }) => words.some(each => label.includes(each))).map(({ value }) => value);
}
