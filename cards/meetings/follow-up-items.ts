/** Follow-ups in a list: what, who, and by when. */
import { type FollowUp, isLate } from '../../src/features/meetings/follow-up.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { PlainDate } from '../../src/world.ts';
import type { List } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';

export type FollowUpShown = {
  readonly followUp: FollowUp;
  /** Its owner's name now; none when they have left the network. */
  readonly owner?: string | undefined;
  /** In the network's zone. */
  readonly today: PlainDate;
};

const whatLength = 280;
const ownerLength = 100;

export function followUpItems(all: readonly FollowUpShown[], speech: Speech): List['items'] {
  return all.map(shown => ({ label: whatText(shown), value: detailsOf(shown, speech) }));
}

export function whatText({ followUp: { what } }: Pick<FollowUpShown, 'followUp'>): string {
  return shortened(what, whatLength);
}

export function detailsOf({ followUp, owner, today }: FollowUpShown, speech: Speech): string {
  const texts = speech.say.agenda;
  const { caseNumber, meetingNumber } = followUp;
  return shortened(
    [
      shortened(owner ?? texts.formerMember, ownerLength),
      dueText(followUp, today, speech),
      texts.followUps.from(caseNumber, meetingNumber),
    ].join(' · '),
    cardLimits.rowValue,
  );
}

function dueText(followUp: FollowUp, today: PlainDate, { say, day }: Speech): string {
  const { due, late, noDue } = say.agenda.followUps;
  if (followUp.dueOn === undefined) return noDue;
  return isLate(followUp, today) ? late(day(followUp.dueOn)) : due(day(followUp.dueOn));
}
