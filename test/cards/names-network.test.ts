/** Someone may be in several networks, and in each of them are meetings of the same numbers. */
import { expect, test } from '@jest/globals';
import { plainText } from '../../cards/plain-text.ts';
import { speak } from '../../src/texts/speak.ts';
import { castNetwork } from '../cast.ts';
import { agendaStates } from './every-card-agenda.ts';
import { deliveryStates } from './every-card-delivery.ts';
import { meetingStates } from './every-card-meeting.ts';
import { needCardStates } from './every-card-need.ts';
import { roundStates } from './every-card-round.ts';
import type { States } from './every-card-states.ts';

const states: Readonly<Record<string, States>> = {
  ...deliveryStates,
  ...meetingStates,
  ...agendaStates,
  ...roundStates,
  ...needCardStates,
};
const speech = speak('nb', 'Europe/Oslo');

test.each([
  'troubleCard',
  'waitingCard',
  'lapsedCard',
  'proposalCard',
  'invitationCard',
  'movedCard',
  'cancelledCard',
  'deputyCard',
  'releasedCard',
  'emptySeatCard',
  'answerReminderCard',
  'attendReminderCard',
  'representationCard',
  'seriesCard',
  'agendaNoticeCard',
  'casesSuggestedCard',
  'minutesNoticeCard',
  'minutesLateCard',
  'commentsOverCard',
  'followUpCard',
  'roundInvitationCard',
  'roundReminderCard',
  'roundOverCard',
  'needReturnedCard',
  'needWithdrawnCard',
  'needsUnansweredCard',
])('%s, sent to one person, says of which network it is', name => {
  const said = (states[name] ?? []).map(([, draw]) => {
    const drawn = draw(speech);
    return 'parts' in drawn ? plainText(drawn) : '';
  });
  expect(said.filter(text => text.includes(castNetwork.name))).not.toEqual([]);
});
