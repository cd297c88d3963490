/** Intents about follow-ups → workflow → what the person is told. */
import { closeFollowUpForm, followUpClosedCard, followUpsCard } from '../../../cards/meetings/follow-up-cards.ts';
import type { FollowUpId } from '../../features/meetings/case-conclusion.ts';
import { closeFollowUp } from '../../features/meetings/close-follow-up.ts';
import type { FollowUp } from '../../features/meetings/follow-up.ts';
import { followUpOf, openFollowUps } from '../../features/meetings/follow-up-store.ts';
import { type Actor, allowed, identifyMember } from '../../features/networks/identify-member.ts';
import { may } from '../../features/networks/who-may.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Answer, type Asking, asActor, asMember, type Handlers, openForm, refuse } from '../asking.ts';
import { shownFollowUp, shownFollowUps } from './agenda-shown.ts';

type Rows = 'follow-ups.show' | 'follow-up.close-form' | 'follow-up.close';

export const followUpHandlers: Pick<Handlers, Rows> = {
  'follow-ups.show': asking => asMember(asking, (actor, speech) => showAll(asking, actor, speech)),

  'follow-up.close-form': (asking, { followUp: named }) => {
    if (named === undefined) return asMember(asking, (actor, speech) => showAll(asking, actor, speech));
    return withFollowUp(asking, named, async (actor, followUp, speech) => {
      const right = mayClose(actor, followUp) ? undefined : allowed(actor, 'follow-up.close');
      if (right?.ok === false) return refuse(right.refusal, speech);
      if (followUp.closed) return refuse({ code: 'follow-up-closed', at: followUp.closed.at }, speech);
      const opensIt = { type: 'follow-up.close-form', followUp: followUp.id } as const;
      return openForm(asking, closeFollowUpForm({ followUp }, speech), opensIt, speech);
    });
  },

  'follow-up.close': (asking, { followUp: named, note }) =>
    withFollowUp(asking, named, async (actor, { id }, speech) => {
      const closed = await closeFollowUp(asking.tools, actor, id, note);
      if (!closed.ok) return refuse(closed.refusal, speech);
      const shown = shownFollowUp(asking.tools, closed.value, undefined, actor.network.zone);
      return { whisper: followUpClosedCard(shown, speech) };
    }),
};

function mayClose({ member, roles }: Actor, { ownerId }: FollowUp): boolean {
  return ownerId === member.id || may(roles, 'follow-up.close');
}

async function showAll(asking: Asking, actor: Actor, speech: Speech): Promise<Answer> {
  const all = await shownFollowUps(asking.tools, actor.network);
  return { whisper: followUpsCard(all, followUp => mayClose(actor, followUp), speech) };
}

/** By its id, in whichever network it is, or by its place on the list of the network at hand. */
async function withFollowUp(
  asking: Asking,
  named: FollowUpId | number,
  work: (actor: Actor, followUp: FollowUp, speech: Speech) => Promise<Answer>,
): Promise<Answer> {
  const { tools, from, speech } = asking;
  if (typeof named === 'number') {
    return asMember(asking, async (actor, own) => {
      const followUp = (await openFollowUps(tools, actor.network.id))[named - 1];
      return followUp ? work(actor, followUp, own) : refuse({ code: 'no-follow-up' }, own);
    });
  }
  const kept = await followUpOf(tools, named);
  const actor = kept && (await identifyMember(tools, from, kept.value.networkId));
  if (!kept || !actor?.ok) return refuse({ code: 'no-follow-up' }, speech);
  return asActor(asking, actor.value, (member, own) => work(member, kept.value, own));
}
