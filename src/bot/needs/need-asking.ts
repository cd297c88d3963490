/** Finds the round and the need a request is about, for those who may know of them. */

import type { Form } from '../../../cards/card.ts';
import type { NeedShown } from '../../../cards/needs/need-card.ts';
import { type FilledPage, type NeedFormShown, needPageForm } from '../../../cards/needs/need-forms.ts';
import { titleOfNeed } from '../../../cards/needs/need-words.ts';
import type { Invited } from '../../features/needs/invited.ts';
import type { Need, NeedId } from '../../features/needs/need.ts';
import { type NeedSeen, needFor } from '../../features/needs/need-access.ts';
import { needTimeOf } from '../../features/needs/need-deadline.ts';
import type { NeedContent } from '../../features/needs/need-fields.ts';
import { isInSet } from '../../features/needs/need-set.ts';
import type { Round, RoundId } from '../../features/needs/round.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Answer, type Asking, aWeekOn, refuse } from '../asking.ts';
import { withRound } from './round-found.ts';

/** To those who answer for its party, and to the secretariat; to anyone else there is no such need. */
export function withNeed(
  asking: Asking,
  ref: { readonly round: RoundId; readonly need: NeedId },
  work: (actor: Actor, seen: NeedSeen, speech: Speech) => Promise<Answer>,
): Promise<Answer> {
  return withRound(asking, ref.round, async (actor, _round, speech) => {
    const seen = await needFor(asking.tools, actor, ref);
    return seen ? work(actor, seen, speech) : refuse({ code: 'no-need' }, speech);
  });
}

export function shownNeed(
  { tools }: Pick<Asking, 'tools'>,
  { round, need, party, isOwn, mayHandle, standsIn, bundle }: NeedSeen,
): NeedShown {
  const time = needTimeOf(round.value, need.value, tools.world.clock.now());
  const known = isInSet(need.value) ? bundle : undefined;
  return { round: round.value, need: need.value, party, time, isOwn, mayHandle, standsIn, bundle: known };
}

export function needAbout({ round, need }: NeedSeen, speech: Speech) {
  return { round: round.value.id, need: need.value.id, title: titleOfNeed(need.value, speech) };
}

/** The day a returned need is suggested to come back: in a week, and never before the round itself closes. */
export function returnDay({ tools }: Asking, { closesAt }: Pick<Round, 'closesAt'>, zone: string): string {
  const lastDay = Temporal.Instant.from(closesAt).toZonedDateTimeISO(zone).toPlainDate().toString();
  const week = aWeekOn(tools.world.clock.now(), zone);
  return [week, lastDay].toSorted().at(-1) ?? week;
}

/** A page as it was saved; one that nobody has saved begins with what is known of whoever opens it. */
export function pageForm(
  actor: Actor,
  { round, need, party }: { readonly round: Round; readonly need: Need; readonly party: Invited },
  page: FilledPage,
  speech: Speech,
): Form {
  const saved = need.pages[savedPage(round, page)];
  const content = saved ? need.content : { ...suggested(actor, party), ...need.content };
  const returned = need.state === 'returned' ? need.returned : undefined;
  const revision = saved?.revision ?? 0;
  return needPageForm({ round, party, need: need.id, page, revision, content, returned }, speech);
}

/** A new need, which is made when its first page is saved. */
export function newNeedForm(actor: Actor, round: Round, party: Invited, need: NeedId, speech: Speech): Form {
  const content = suggested(actor, party);
  const shown: NeedFormShown = { round, party, need, page: 'who', revision: 0, content };
  return needPageForm(shown, speech);
}

/** An innspill has one page; it is kept as the one that says what is needed. */
export function savedPage({ form }: Pick<Round, 'form'>, page: FilledPage): FilledPage {
  return form === 'input' ? 'what' : page;
}

function suggested({ member }: Actor, { ownerType }: Invited): NeedContent {
  return { ownerType, contact: member.name };
}
