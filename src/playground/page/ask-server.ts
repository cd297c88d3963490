import type { PageLanguage } from '../../texts/playground-texts.ts';
import type { Deed } from '../playground-deeds.ts';
import type { DeedAnswer, FaultAnswer, Room, Side, Stage, View } from '../playground-view.ts';

export async function askStage(): Promise<Stage> {
  return read(await fetch('stage'));
}

/** Whose eyes a side is seen with, and in which of the organisation's channels. */
export type Chosen = { readonly person: string; readonly room: Room };

export type Seen = Readonly<Record<Side, Chosen>> & {
  /** Whose inbox is open. */
  readonly mailbox: string;
};

export async function askView({ teams, slack, mailbox }: Seen, language: PageLanguage): Promise<View> {
  const chats = { teams: teams.person, teamsRoom: teams.room, slack: slack.person, slackRoom: slack.room };
  return read(await fetch(`view?${new URLSearchParams({ ...chats, mailbox, language })}`));
}

export async function ask(deed: Deed): Promise<DeedAnswer> {
  const headers = { 'content-type': 'application/json' };
  return read(await fetch('deed', { method: 'POST', headers, body: JSON.stringify(deed) }));
}

/** The server could not do it; its log says why in the line with this code. */
export class Failed extends Error {
  readonly code: string;

  constructor({ code }: FaultAnswer) {
    super(code);
    this.code = code;
  }
}

/** @throws Failed */
async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Failed(await response.json());
  return response.json();
}
