/**
 * What people see, as plain data: no platform, no identifiers of places. All text is plain text: no markup is meant by
 * any character in it, and the renderers see to it that none is taken for markup.
 */

import type { Language } from '../src/features/networks/network.ts';
import type { Carried } from '../src/intents/intent.ts';

export type Card = {
  readonly language: Language;
  /** A heading in a few words. */
  readonly title: string;
  readonly parts: readonly Part[];
};

export type Part = Text | Facts | TallyBars | List | Note | Divider | Buttons | Link | Picture;

export type Text = {
  readonly kind: 'text';
  readonly text: string;
  /** `strong` for what the card is about, `subtle` for what stands beside it. */
  readonly weight?: 'strong' | 'subtle';
  /** Of many who are sent the same card, each reads words of their own here. */
  readonly isOwn?: boolean;
};

export type Facts = {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
};

/** Bars with their numbers; `value` is the number in words, so nothing is told by length alone. */
export type TallyBars = {
  readonly kind: 'tally';
  readonly rows: readonly {
    readonly label: string;
    readonly value: string;
    /** 0 to 1: how much of the bar is filled. */
    readonly share: number;
    readonly isLeading: boolean;
  }[];
};

export type List = {
  readonly kind: 'list';
  readonly items: readonly { readonly label: string; readonly value?: string | undefined }[];
  /** Each begins with a number of its own, and has no bullet before it. */
  readonly isNumbered?: boolean;
};

/** A sentence that stands out; `sign` is drawn as a symbol with the words, never as colour alone. */
export type Note = { readonly kind: 'note'; readonly sign: 'done' | 'information' | 'warning'; readonly text: string };

type Divider = { readonly kind: 'divider' };

type Buttons = { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

export type Button = {
  readonly label: string;
  readonly intent: Carried;
  readonly weight?: 'primary' | 'danger' | undefined;
  /** The press is answered with a form rather than with words. */
  readonly opensForm?: boolean;
};

type Link = { readonly kind: 'link'; readonly label: string; readonly url: string };

export type Picture = {
  readonly kind: 'picture';
  /** Where whoever shows it fetches it, with no account of any kind. */
  readonly url: string;
  /** All that it tells, in one line. */
  readonly alt: string;
  /** What a chat that cannot fetch it shows in its place. */
  readonly instead: readonly Exclude<Part, Picture>[];
};

/** A form a person fills in and sends; what it fixed is in `intent`, what is filled in comes under the fields' names. */
export type Form = {
  readonly language: Language;
  /** At most 24 characters: a modal's title. */
  readonly title: string;
  readonly intro?: readonly Part[];
  /** At most 24 characters. */
  readonly submit: string;
  /** At most 24 characters. */
  readonly cancel: string;
  readonly intent: Carried;
  readonly fields: readonly Field[];
};

type Labelled = {
  /** The intent's own field name. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired: boolean;
  /** What is wrong with what was filled in. */
  readonly error?: string | undefined;
  /** Said by the client itself when a required field is left empty. */
  readonly whenMissing: string;
};

export type Choice = { readonly value: string; readonly label: string };

export type Field = Labelled &
  (
    | { readonly kind: 'text'; readonly max: number; readonly value?: string | undefined }
    | { readonly kind: 'long-text'; readonly max: number; readonly value?: string | undefined }
    | {
        readonly kind: 'choice';
        readonly choices: readonly Choice[];
        readonly value?: string | undefined;
        /** Opened to be chosen from, however few the choices. */
        readonly isList?: boolean;
      }
    | { readonly kind: 'choices'; readonly choices: readonly Choice[]; readonly value?: readonly string[] | undefined }
    /** ISO date. */
    | { readonly kind: 'date'; readonly value?: string | undefined }
    /** `HH:MM`. */
    | { readonly kind: 'time'; readonly value?: string | undefined }
  );
