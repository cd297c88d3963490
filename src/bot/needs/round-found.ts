/** Finds the round a request is about, for those who may know of it. */
import type { Card } from '../../../cards/card.ts';
import { cardLimits } from '../../../cards/limits.ts';
import { needRoundsCard } from '../../../cards/needs/need-lists.ts';
import type { Round, RoundId } from '../../features/needs/round.ts';
import { roundOf, roundsMeant } from '../../features/needs/round-meant.ts';
import { type Actor, identifyMember } from '../../features/networks/identify-member.ts';
import { channelLinks, channelPartition, channels, networkPartition } from '../../features/networks/network-store.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Answer, type Asking, asActor, asMember, refuse } from '../asking.ts';
import { inLanguages } from '../drawing.ts';
import { drawingOfRound } from './round-drawn.ts';

/**
 * Does work on a round its network's members may know of. To anyone else it does not exist, but for those who read it in
 * its own channel, who are told how to become members.
 */
export async function withRound(
  asking: Asking,
  named: RoundId | number | undefined,
  work: (actor: Actor, round: Round, speech: Speech) => Promise<Answer>,
): Promise<Answer> {
  const { tools, from, speech } = asking;
  if (typeof named !== 'string') {
    return asMember(asking, async (actor, own) => {
      const meant = await roundsMeant(tools, actor.network.id, named);
      const [round, ...others] = meant.map(({ value }) => value);
      if (!round) return refuse({ code: named === undefined ? 'no-rounds' : 'no-round' }, own);
      return others.length > 0 ? whichRound(asking, [round, ...others], own) : work(actor, round, own);
    });
  }
  const round = (await roundOf(tools, named))?.value;
  if (!round) return refuse({ code: 'no-round' }, speech);
  const actor = await identifyMember(tools, from, round.networkId);
  if (actor.ok) return asActor(asking, actor.value, (member, own) => work(member, round, own));
  const here = await channels.get(tools.store, channelPartition(from.place.key), 'channel');
  return here?.value.networkId === round.networkId
    ? { ...refuse(actor.refusal, speech), ...(await standingOfRound(asking, round)) }
    : refuse({ code: 'no-round' }, speech);
}

/** What was asked, as a button for each that may be meant; in words where it is too long to be carried by one. */
function whichRound({ intent, tools }: Asking, rounds: readonly Round[], speech: Speech): Answer {
  return intent && JSON.stringify(intent).length <= mostCarried
    ? { whisper: needRoundsCard(rounds, tools.world.clock.now(), speech, intent) }
    : refuse({ code: 'which-round', numbers: rounds.map(({ number }) => number) }, speech);
}

/** With the round's own id it stays inside what the strictest chat lets a button carry. */
const mostCarried = cardLimits.buttonIntent / 2;

/** The posting as it stands now, for the one who pressed a button on it; nothing in a chat of one's own. */
export async function standingOfRound(
  asking: Asking,
  { id, networkId }: Pick<Round, 'id' | 'networkId'>,
): Promise<{ readonly standing?: Card }> {
  const { tools, from } = asking;
  if (from.place.kind === 'personal') return {};
  const card = await tools.gather(`standing|${id}|${from.place.key}`, async () => {
    const [round, link] = await Promise.all([
      roundOf(tools, id),
      channelLinks.get(tools.store, networkPartition(networkId), from.place.key),
    ]);
    if (!round || !link) return undefined;
    return inLanguages(await drawingOfRound(asking, round.value), link.value.languages);
  });
  return card ? { standing: card } : {};
}
