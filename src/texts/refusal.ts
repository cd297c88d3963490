/** Everything that can be refused: the closed list that each language has a sentence for. */
import type { DeliveryRefusal } from '../delivery/delivery-refusal.ts';
import type { AgendaRefusal } from '../features/meetings/agenda-refusal.ts';
import type { MeetingRefusal } from '../features/meetings/meeting-refusal.ts';
import type { TotalsRefusal } from '../features/needs/count-totals.ts';
import type { NeedImportRefusal } from '../features/needs/import-needs.ts';
import type { NeedRefusal } from '../features/needs/need-refusal.ts';
import type { RankingRefusal } from '../features/needs/ranking-refusal.ts';
import type { RoundRefusal } from '../features/needs/round-refusal.ts';
import type { SetRefusal } from '../features/needs/set-refusal.ts';
import type { ApplyRefusal, PreviewRefusal } from '../features/networks/apply-roster.ts';
import type { NotAllowed, NotKnown } from '../features/networks/identify-member.ts';
import type { CodeRefusal } from '../features/networks/make-code.ts';
import type { TermRefusal } from '../features/networks/own-terms.ts';
import type { RedeemRefusal } from '../features/networks/redeem-code.ts';
import type { StartRefusal } from '../features/networks/start-network.ts';
import type { BallotRefusal } from '../features/polls/cast-ballot.ts';
import type { CloseRefusal } from '../features/polls/close-poll.ts';
import type { ExtendRefusal } from '../features/polls/extend-poll.ts';
import type { MissingRefusal } from '../features/polls/missing.ts';
import type { OpenRefusal } from '../features/polls/open-poll.ts';
import type { RemindRefusal } from '../features/polls/remind-poll.ts';
import type { YearRefusal } from '../features/year/year-refusal.ts';
import type { WireRefusal } from '../intents/wire.ts';
import type { Instant } from '../world.ts';

export type Refusal =
  | NotAllowed
  | NotKnown
  | StartRefusal
  | CodeRefusal
  | RedeemRefusal
  | OpenRefusal
  | BallotRefusal
  | CloseRefusal
  | ExtendRefusal
  | MissingRefusal
  | RemindRefusal
  | WireRefusal
  /** A command without a number, where several polls may be meant. */
  | { readonly code: 'which-poll'; readonly numbers: readonly number[] }
  /** Asked what is registered for a seat one has not. */
  | { readonly code: 'no-own-answer' }
  /** The tenant or workspace is not on the allow-list. */
  | { readonly code: 'organisation-not-allowed' }
  /** A network is started where others can see it. */
  | { readonly code: 'start-in-channel' }
  | ApplyRefusal
  | DeliveryRefusal
  | YearRefusal
  | MeetingRefusal
  | AgendaRefusal
  | RoundRefusal
  | TotalsRefusal
  | TermRefusal
  | RankingRefusal
  | NeedRefusal
  | NeedImportRefusal
  | SetRefusal
  | PreviewRefusal
  /** Something typed in a chat held a national identity number. */
  | { readonly code: 'national-id' }
  /** The name the platform shows for the person or the place holds one. */
  | { readonly code: 'name-has-national-id' };

export type RefusalCode = Refusal['code'];

/** How a sentence says a moment, in its language and the network's zone. */
export type Tell = {
  readonly when: (instant: Instant) => string;
  readonly span: (startsAt: Instant, endsAt: Instant) => string;
};

/** What was refused, whether anything was saved, and what to do: one sentence or two. */
export type RefusalTexts = RefusalTextsOf<Refusal>;

/** The sentences of some of them. */
export type RefusalTextsOf<R extends { readonly code: string }> = {
  readonly [C in R['code']]: (refusal: Extract<R, { code: C }>, tell: Tell) => string;
};
