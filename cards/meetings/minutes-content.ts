/** What the minutes of a meeting say, in no language, and the words it takes to say it in one. */
import type { Language } from '../../src/features/networks/network.ts';
import type { Instant, PlainDate } from '../../src/world.ts';

/** `minutes` (referat) tells what was said, `record` (protokoll) only what came of it; both are made of the same content. */
export type MinutesKind = 'minutes' | 'record';

export type MinutesContent = {
  readonly kind: MinutesKind;
  readonly network: string;
  /** The meeting's own number, as people write it. */
  readonly number: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place?: string | undefined;
  /** Where it was held on the net. */
  readonly online?: LinkTo | undefined;
  readonly chair?: string | undefined;
  readonly secretary?: string | undefined;
  /** By seat. */
  readonly present: readonly Presence[];
  /** Those who gave notice of absence, also where a deputy came instead. */
  readonly absent: readonly SeatedPerson[];
  /** Seats nobody sat in or gave notice for; without a name where the seat has no holder. */
  readonly unheard?: readonly SeatedPerson[] | undefined;
  readonly observers: readonly SeatedPerson[];
  /** Those who lead the network, were there and sat in no seat. */
  readonly leading?: readonly { readonly name: string; readonly role: LeadingRole }[] | undefined;
  readonly cases: readonly MinutesCase[];
  readonly next?: NextMeeting | undefined;
  readonly version: MinutesVersion;
  readonly approved?: Approval | undefined;
};

/** A link is drawn as words alone where its address is none a document should open: other than http, https or mailto. */
export type LinkTo = { readonly title: string; readonly url: string };

export type LeadingRole = 'chair' | 'coordinator';

/** Observers come for no party: ''. */
export type SeatedPerson = { readonly party: string; readonly name: string };

/** `onBehalf` (pva.): somebody who is not the seat's own deputy sat for `of`. */
export type Presence = SeatedPerson &
  (
    | { readonly standing: 'holder' }
    | { readonly standing: 'deputy'; readonly of?: string | undefined }
    | { readonly standing: 'onBehalf'; readonly of: string }
  );

export type CaseType = 'decision' | 'discussion' | 'information' | 'approval' | 'otherBusiness';

export type ConclusionMethod = 'consensus' | 'vote' | 'noted' | 'postponed';

export type MinutesCase = {
  /** `2/27` */
  readonly number: string;
  readonly type: CaseType;
  readonly title: string;
  /** Seats that stepped aside as partial (inhabil), without the reason. */
  readonly recused: readonly string[];
  readonly presented: readonly LinkTo[];
  /** Plain text; a line is a paragraph. */
  readonly discussion?: string | undefined;
  readonly conclusion?: { readonly method: ConclusionMethod; readonly text: string } | undefined;
  /** What a seat wants to have said against it (protokolltilførsel). */
  readonly dissent: readonly { readonly party: string; readonly text: string }[];
  readonly followUps: readonly FollowUp[];
};

export type FollowUp = { readonly what: string; readonly who: string; readonly dueOn?: PlainDate | undefined };

export type NextMeeting = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place?: string | undefined;
};

export type MinutesVersion = {
  /** 1 at first, one more for each correction. */
  readonly number: number;
  /** `draft`: not sent out; `sent`: out for comments; `final`: approved. */
  readonly state: 'draft' | 'sent' | 'final';
  /** Also stands as the time in the file's properties: the same version is the same file. */
  readonly madeAt: Instant;
};

/** When these minutes were approved, and by which meeting; none when whoever leads did so by hand. */
export type Approval = {
  readonly inMeeting?: string | undefined;
  readonly at: Instant;
  /** Why, when comments were passed over. */
  readonly reason?: string | undefined;
};

/** One language in one zone. */
export type MinutesSpeech = {
  readonly language: Language;
  readonly when: (instant: Instant) => string;
  /** «tirsdag 2. mars 2027 kl. 09.00–11.30» */
  readonly period: (from: Instant, to: Instant) => string;
  readonly day: (day: PlainDate) => string;
  readonly list: (words: readonly string[]) => string;
  readonly texts: MinutesTexts;
};

/** The examples are bokmål. */
export type MinutesTexts = {
  /** «Referat fra møte 2/27», «Protokoll fra møte 2/27»: the heading, and the file's title. */
  readonly title: (kind: MinutesKind, number: string) => string;
  /** «Møte 2/27»: at the top of every page. */
  readonly meeting: (number: string) => string;
  /** «Side », « av »: before the page's number, and before how many there are. */
  readonly page: readonly [before: string, between: string];
  readonly time: string;
  readonly place: string;
  /** «På nett» */
  readonly online: string;
  readonly chair: string;
  readonly secretary: string;
  readonly present: string;
  /** Columns of those present: «Virksomhet», «Møtte». */
  readonly party: string;
  readonly attended: string;
  /** Said in the place of an empty list of those present. */
  readonly nobody: string;
  /** «Per Askeland (vara for Pål Askeland)», «Per Askeland (vara)» */
  readonly deputy: (name: string, of?: string) => string;
  /** «Kari Trestakk (pva. Per Askeland)» */
  readonly onBehalf: (name: string, of: string) => string;
  /** In the place of the party: «Uten plass». */
  readonly withoutSeat: string;
  /** «Kari Trestakk (koordinator)» */
  readonly leads: Readonly<Record<LeadingRole, (name: string) => string>>;
  /** «Forfall» */
  readonly absent: string;
  /** «Ikke møtt, uten forfall» */
  readonly unheard: string;
  readonly observers: string;
  /** «Sak 2/27: Behov for 2028» */
  readonly caseTitle: (number: string, title: string) => string;
  readonly caseTypes: Readonly<Record<CaseType, string>>;
  /** «Inhabil, deltok ikke i saken: …» */
  readonly recused: (seats: string) => string;
  /** Headings within a case: «Lagt fram», «Drøfting», «Konklusjon», «Protokolltilførsel», «Oppfølging». */
  readonly presented: string;
  readonly discussion: string;
  readonly conclusion: string;
  /** «Ikke konkludert.»: where a case has no conclusion. */
  readonly unconcluded: string;
  readonly dissent: string;
  readonly followUps: string;
  readonly methods: Readonly<Record<ConclusionMethod, string>>;
  /** «Tromsø kommune: …» */
  readonly dissentOf: (party: string, text: string) => string;
  /** Columns of what is to be done: «Hva», «Hvem», «Frist». */
  readonly what: string;
  readonly who: string;
  readonly due: string;
  /** «Ingen frist»: in that column. */
  readonly noDue: string;
  readonly next: string;
  /** «Versjon 2, sendt ut til merknader tirsdag 9. mars 2027 kl. 12.00.» */
  readonly version: (number: number, state: MinutesVersion['state'], when: string) => string;
  /** «Godkjent i møte 3/27, tirsdag 13. april 2027 kl. 09.00.», or without the meeting. */
  readonly approved: (inMeeting: string | undefined, when: string) => string;
  /** «Godkjent før alle merknader var kommet og besvart. Grunn: …» */
  readonly passedOver: (reason: string) => string;
  /** «Ikke godkjent ennå.» */
  readonly notApproved: string;
};
