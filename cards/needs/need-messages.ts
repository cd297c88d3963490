/** Words about needs that are sent to one person. */
import type { Invited } from '../../src/features/needs/invited.ts';
import type { Need } from '../../src/features/needs/need.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { type NeedShown, needCard } from './need-card.ts';
import { needName, partyWords, titleOfNeed } from './need-words.ts';
import { type RoundTold, whichRoundPart } from './round-messages.ts';

/** To those who worked on it; `isReminder`: its own deadline is near. */
export function needReturnedCard(
  shown: NeedShown,
  { network, isReminder }: { readonly network: string; readonly isReminder: boolean },
  speech: Speech,
): Card {
  const { returned } = speech.say.need;
  const card = needCard(shown, speech);
  return {
    ...card,
    title: isReminder ? returned.reminder : returned.title,
    parts: [whichRoundPart({ round: shown.round, network }, speech), ...card.parts],
  };
}

/** To the secretariat, which had accepted it. @param about bundle: the number of the one it was part of */
export function needWithdrawnCard(
  { round, need, party }: NeedShown,
  { network, bundle }: { readonly network: string; readonly bundle: number | undefined },
  speech: Speech,
): Card {
  const { withdrawn, buttons } = speech.say.need;
  const reason = need.history.at(-1)?.reason ?? '';
  const show: Button = { label: buttons.show, intent: { type: 'need.show', round: round.id, need: need.id } };
  const inBundle: Button | false = bundle !== undefined && {
    label: withdrawn.bundle(bundle),
    intent: { type: 'set.bundle-show', round: round.id, bundle },
  };
  return {
    language: speech.language,
    title: withdrawn.title,
    parts: [
      whichRoundPart({ round, network }, speech),
      { kind: 'text', text: withdrawn.text(partyWords(party), needName(need, speech)), weight: 'strong' },
      { kind: 'text', text: titleOfNeed(need, speech) },
      { kind: 'facts', facts: [{ label: withdrawn.reason, value: reason }] },
      ...(bundle === undefined ? [] : [{ kind: 'note', sign: 'warning', text: withdrawn.bundled(bundle) } as const]),
      { kind: 'buttons', buttons: [show, inBundle].filter(each => each !== false) },
    ],
  };
}

export type UnansweredShown = Omit<RoundTold, 'now'> & { readonly dueAt: Instant; readonly needs: readonly Need[] };

/** To whoever returned them. */
export function needsUnansweredCard({ needs, dueAt, ...about }: UnansweredShown, speech: Speech): Card {
  const { returned } = speech.say.need;
  const shown = needs.slice(0, mostListed);
  const nameOf = ({ partyKey }: Need) => about.round.invited.find(({ key }: Invited) => key === partyKey)?.name ?? '';
  return {
    language: speech.language,
    title: returned.unanswered(needs.length),
    parts: [
      whichRoundPart(about, speech),
      { kind: 'text', text: returned.unansweredText(speech.when(dueAt)) },
      ...shown.flatMap((need): readonly Part[] => [
        { kind: 'text', text: `${partyWords({ name: nameOf(need) })}: ${titleOfNeed(need, speech)}` },
        {
          kind: 'buttons',
          buttons: [
            {
              label: shortened(needName(need, speech), cardLimits.buttonLabel),
              intent: { type: 'need.show', round: need.roundId, need: need.id },
            },
          ],
        },
      ]),
      ...(needs.length > shown.length
        ? [{ kind: 'text', text: speech.say.roster.more(needs.length - shown.length) } as const]
        : []),
    ],
  };
}

/** Each takes two of a message's fifty blocks. */
const mostListed = 15;
