/** What the playground's page and its server say to one another: plain JSON, read by both. */
import type { StandingRole } from '../features/networks/network.ts';
import type { Instant } from '../world.ts';

export type Side = 'teams' | 'slack';

/** What one can be on the stage, as the page words it. */
export type RoleOnStage = StandingRole | 'deputy';

/** Which of the organisation's two channels is seen: the forum's, or one without a network at first. */
export type Room = 'forum' | 'trial';

/** One account of one of the cast, as the page lets one choose it. */
export type PersonOnStage = {
  readonly id: string;
  readonly name: string;
  /** Empty for those without a seat. */
  readonly party: string;
  readonly roles: readonly RoleOnStage[];
  readonly organisation: string;
  readonly locale: string;
};

export type Stage = {
  readonly people: Readonly<Record<Side, readonly PersonOnStage[]>>;
};

export type MessageName = { readonly id: string; readonly placeId: string };

export type Entry = {
  /** The same as long as the entry stands. */
  readonly key: string;
  readonly at: Instant;
  /** The same in words, since not every browser knows nynorsk. */
  readonly time: string;
  /** Who wrote it; the bot where nobody is named. */
  readonly by?: string;
  readonly isWhisper: boolean;
  /** It was there before anyone opened the page. */
  readonly isEarlier: boolean;
  readonly content:
    | { readonly kind: 'words'; readonly words: string }
    | { readonly kind: 'adaptive-card'; readonly card: unknown }
    | { readonly kind: 'blocks'; readonly blocks: readonly unknown[] }
    | { readonly kind: 'deleted' };
  /** What a listener is told when it comes. */
  readonly summary: string;
  /** Where buttons on it are pressed, and what can be deleted. */
  readonly message?: MessageName;
};

export type PlaceView = {
  readonly id: string;
  readonly name: string;
  readonly hasBot: boolean;
  readonly entries: readonly Entry[];
};

export type SideView = {
  readonly locale: string;
  /** The tenant or workspace. */
  readonly organisation: string;
  /** The names of its channels. */
  readonly rooms: Readonly<Record<Room, string>>;
  /** The one that was asked for. */
  readonly channel: PlaceView;
  readonly direct: PlaceView;
};

/** Someone whose inbox can be opened. */
export type MailboxOwner = Pick<PersonOnStage, 'id' | 'name' | 'party' | 'roles'> & { readonly letters: number };

/** An e-mail as an inbox lists it; `letter/<number>` is what stands in it, `letter/<number>/<place>` one of its files. */
export type Letter = {
  readonly number: number;
  readonly at: Instant;
  readonly time: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** What it asks of a calendar: `REQUEST`, `CANCEL`. */
  readonly calendar?: string;
  /** Their names, in their places. */
  readonly files: readonly string[];
};

export type MailView = {
  readonly owners: readonly MailboxOwner[];
  /** In the inbox that was asked for, newest first. */
  readonly letters: readonly Letter[];
};

/** What the clock can be moved to: a poll closes by itself, reminders go, or a settled meeting begins. */
export type Happening = 'closing' | 'reminder' | 'meeting';

export type View = {
  /** Both in words. */
  readonly now: string;
  readonly next?: { readonly what: Happening; readonly when: string };
  readonly sides: Readonly<Record<Side, SideView>>;
  readonly mail: MailView;
  /** What the bot did that the real platforms, or a mail server, would not accept. */
  readonly problems: readonly string[];
};

export type FormView = {
  readonly title: string;
  /** The platform's own JSON: what a Teams dialog or a Slack modal is drawn from. */
  readonly raw: unknown;
  /** What is wrong, by field. */
  readonly errors: Readonly<Record<string, string>>;
  /** What a listener is told when it opens. */
  readonly summary: string;
  /** Where its buttons are pressed, when there is nothing in it to fill in. */
  readonly message?: MessageName;
};

/** Where something went wrong in the playground itself: the line of the log that says what has the same code. */
export type FaultAnswer = { readonly code: string };

export type DeedAnswer = { readonly status: number; readonly form?: FormView };
