import type { Form } from '../../../cards/card.ts';
import type { Filled } from '../../../cards/filled.ts';
import {
  cancelMeetingForm,
  findForm,
  moveForm,
  proposeForm,
  type SearchSuggested,
  type SeriesSuggested,
  seriesForm,
  settleForm,
} from '../../../cards/meetings/meeting-forms.ts';
import { type Meeting, type MeetingId, meetingCan } from '../../features/meetings/meeting.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { noticeDays } from '../../features/meetings/notice.ts';
import { readOneDay } from '../../features/meetings/read-times.ts';
import { type Actor, allowed, identifyMember, networkAt } from '../../features/networks/identify-member.ts';
import type { Network } from '../../features/networks/network.ts';
import type { Deed } from '../../features/networks/who-may.ts';
import { daysLater } from '../../features/year/days.ts';
import type { Speech } from '../../texts/speak.ts';
import { dayOf, type Instant } from '../../world.ts';
import { type Asking, type FormsAgain, type Payload, speechFor } from '../asking.ts';
import { usual } from './read-meeting-words.ts';

/** The intents here that have a form to show again. */
export const meetingForms: FormsAgain = {
  'meeting.propose': async ({ speech }, _payload, filled) => proposeForm(speech, filled),

  'meeting.find': inNetwork(({ network }, filled, speech, now) =>
    findForm(suggestedSearch(network, now), speech, withDays(filled, network, now)),
  ),

  'meeting.series-preview': inNetwork(({ network }, filled, speech, now) =>
    seriesForm(suggestedSeries(network, now), speech, withDays(filled, network, now)),
  ),

  'meeting.settle': aboutMeeting('meeting.settle', ({ network }, meeting, filled, speech, now, { time: named }) => {
    const time = meeting.times.find(({ id }) => id === named || id === `t${String(named)}`);
    const days = time && noticeDays(time.startsAt, network, now);
    return time && days !== undefined
      ? settleForm(meeting, time, { days, rule: network.rules.noticeDays }, speech, filled)
      : undefined;
  }),

  'meeting.move': aboutMeeting('meeting.move', (_actor, meeting, filled, speech) =>
    meetingCan(meeting, 'move') ? moveForm(meeting, speech, filled) : undefined,
  ),

  'meeting.cancel': aboutMeeting('meeting.cancel', (_actor, meeting, filled, speech) =>
    meetingCan(meeting, 'cancel') ? cancelMeetingForm(meeting, speech, filled) : undefined,
  ),
};

type AgainIn = (actor: Actor, filled: Filled, speech: Speech, now: Instant) => Form | undefined;

/** For those who may call meetings in the network the place tells of. */
function inNetwork(draw: AgainIn): FormsAgain[string] {
  return async (asking, _payload, filled) => {
    const { tools, from } = asking;
    const network = await networkAt(tools, from.identity, from.place.key);
    const actor = network.ok ? await identifyMember(tools, from, network.value) : network;
    if (!actor.ok || !allowed(actor.value, 'meeting.propose').ok) return undefined;
    return draw(actor.value, filled, speechOf(asking, actor.value), tools.world.clock.now());
  };
}

type AgainOf = (
  actor: Actor,
  meeting: Meeting,
  filled: Filled,
  speech: Speech,
  now: Instant,
  payload: Payload,
) => Form | undefined;

/** Only to one who may do it: to anyone else nothing of the meeting is told. */
function aboutMeeting(deed: Deed, draw: AgainOf): FormsAgain[string] {
  return async (asking, payload, filled) => {
    const { tools, from } = asking;
    const id = payload['meeting'];
    const meeting =
      typeof id === 'string'
        ? await meetings.get(tools.store, meetingPartition(id as MeetingId), 'meeting')
        : undefined;
    const actor = meeting && (await identifyMember(tools, from, meeting.value.networkId));
    if (!meeting || !actor?.ok || !allowed(actor.value, deed).ok) return undefined;
    const speech = speechOf(asking, actor.value);
    return draw(actor.value, meeting.value, filled, speech, tools.world.clock.now(), payload);
  };
}

function speechOf({ from, settings, chosen }: Asking, { member, network }: Actor): Speech {
  return speechFor(from, settings, chosen ?? member.language, network);
}

/** Days that were written in words stand in the form's own fields as what was read of them. */
function withDays({ values, errors }: Filled, { zone }: Network, now: Instant): Filled {
  const days = (['firstDay', 'lastDay'] as const).flatMap(field => {
    const words = values[field];
    const day = typeof words === 'string' ? readOneDay(words, { now, zone }) : undefined;
    return day === undefined ? [] : [[field, day]];
  });
  return { values: { ...values, ...Object.fromEntries(days) }, errors };
}

const searchedDays = 42;

/** From the first day that keeps the network's notice, six weeks on. */
export function suggestedSearch({ zone, rules }: Network, now: Instant): SearchSuggested {
  const firstDay = daysLater(dayOf(now, zone), Math.max(1, rules.noticeDays));
  const lastDay = daysLater(firstDay, searchedDays);
  return { firstDay, lastDay, earliest: usual.earliest, latest: usual.latest, county: rules.county };
}

const seriesDays = 364;

export function suggestedSeries({ zone, rules }: Network, now: Instant): SeriesSuggested {
  const firstDay = daysLater(dayOf(now, zone), Math.max(1, rules.noticeDays));
  return { firstDay, lastDay: daysLater(firstDay, seriesDays), starts: usual.earliest };
}
