/** What the bot and a chat platform say to each other: requests in, replies back, and the port a platform implements. */
import type { Card, Form } from '../../cards/card.ts';
import type { Pace } from '../delivery/pace.ts';
import type { SendResult } from '../delivery/send-result.ts';
import type { Address, ChannelKey, IdentityKey, Member, Network } from '../features/networks/network.ts';
import type { Instant } from '../world.ts';

/** Where something came from, read from the authenticated request and never from a button's payload. */
export type From = {
  readonly identity: IdentityKey;
  /** The tenant or workspace the person's account is in, `platform|tenant`, for the allow-list. */
  readonly organisation: string;
  /** The name the platform shows for the person. */
  readonly name: string;
  /** The client's language, BCP 47, where the platform tells. */
  readonly locale?: string | undefined;
  readonly place: Place;
  /** How to write to this person alone, where the platform tells. */
  readonly personalAddress?: Address | undefined;
  /** Whether this very request can be answered with a form; where it cannot, a button is offered that can. */
  readonly canOpenForm: boolean;
  /** The same for every repeat of one request, different for every other: what makes a repeat harmless. */
  readonly requestKey: string;
};

export type Place = {
  readonly kind: 'channel' | 'group' | 'personal';
  readonly key: ChannelKey;
  readonly address: Address;
  readonly label: string;
};

/** What a chat hands to the bot. */
export type Incoming = { readonly from: From } & Content;

export type Content =
  /** A button's or form's payload as it came. */
  | { readonly kind: 'payload'; readonly payload: unknown }
  /** What a person wrote. */
  | { readonly kind: 'words'; readonly words: string }
  /** Words of which nothing could be kept, since a national identity number stood in them. */
  | { readonly kind: 'unkeepable' }
  /** What the platform itself tells; never read from a button's payload. */
  | { readonly kind: 'event'; readonly event: ChannelEvent };

/** The bot was added to the place, or removed from it. */
export type ChannelEvent = 'joined' | 'left';

/** What the bot answers, all of it optional; nothing at all for what needs no answer. */
export type Reply = {
  /** For everyone in the place. */
  readonly say?: Card;
  /** For the person, and no secret to others in the place: in the thread, or ephemeral where the platform can. */
  readonly answer?: Card;
  /** For the person alone: ephemeral, direct, or in the request's own answer. */
  readonly whisper?: Card;
  /** Said in the place instead of a whisper that cannot be told there or directly; holds nothing personal. */
  readonly whenUnreachable?: Card;
  /** The posting a button stood on, as it stands now, for the place it stands in. */
  readonly standing?: Card;
  /** What the card whose button was pressed, and that only this person has, is from now on; shown where a platform can. */
  readonly instead?: Card | undefined;
  /** This request was answered before: only the request's own answer is given again, nothing is sent beside it. */
  readonly isRepeat?: boolean;
  /** A form to open; as an answer to a form, the same one again with its errors and what was filled in. */
  readonly form?: Form;
};

/** A card on its way, and what a platform needs to send it once. */
export type Outgoing = {
  readonly card: Card;
  /** Names this sending for ever. */
  readonly key: string;
  /** An earlier try may have got through: it is looked for first, and where nobody can look the answer is `unknown`. */
  readonly mayStand: boolean;
  /** No try was made before this: how far back to look. */
  readonly since?: Instant | undefined;
  /** What a mail programme puts in the person's calendar; chats give a link in the card instead. */
  readonly calendar?: CalendarFile | undefined;
};

export type CalendarFile = { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };

export type Way = { readonly identity: IdentityKey; readonly address: Address };

/** A chat platform or mail, as the bot needs it. No method throws for what the platform answers. */
export interface Platform {
  /** The first word of its identity and channel keys. */
  readonly name: string;
  /** How fast one place may be written to, below what the platform allows. */
  readonly pace: Pace;
  /** Posts a card in a place. */
  post(to: Address, outgoing: Outgoing): Promise<SendResult>;
  /** Replaces a posting's card. May be repeated. */
  update(to: Address, ref: string, card: Card): Promise<SendResult>;
  /** Writes to one person alone, in a direct chat. */
  tell(to: Address, outgoing: Outgoing): Promise<SendResult>;
  /** Where a member needs no account: how to write to them, and as whom they answer; undefined for one it cannot reach. */
  wayTo?(network: Pick<Network, 'id' | 'name'>, member: Member): Way | undefined;
}

/** A meeting as an event in a calendar outside the chats. */
export type CalendarEntry = {
  /** Names this entry for ever: the same key never makes a second one. */
  readonly key: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** IANA name. */
  readonly zone: string;
  readonly title: string;
  /** Plain text, with the link to the meeting where it has one. */
  readonly text: string;
  readonly place?: string | undefined;
  /** Those without an address are left out: a calendar knows people by it alone. */
  readonly attendees: readonly {
    readonly name: string;
    readonly email?: string | undefined;
    readonly isRequired: boolean;
  }[];
};

/** The calendar that keeps meetings as events, where one is set up. No method throws for what it answers. */
export interface EventCalendar {
  readonly pace: Pace;
  /** Makes the event, or changes the one of an earlier `ref`; may be repeated. */
  put(entry: CalendarEntry, ref: string | undefined, mayStand: boolean): Promise<SendResult>;
  /** Calls it off with a comment to those invited. May be repeated. */
  cancel(ref: string, comment: string): Promise<SendResult>;
}

/** What a platform's folder needs of the bot. */
export interface Bot {
  /** Answers only after everything the request asked for has been committed. Never throws. */
  handle(incoming: Incoming): Promise<Reply>;
}
