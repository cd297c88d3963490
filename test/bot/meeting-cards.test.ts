/** What stands in the channels in two languages, and forms with fewer fields than there can be. */
import { describe, expect, test } from '@jest/globals';
import { meetingCard } from '../../cards/meetings/meeting-card.ts';
import { answerTimesForm } from '../../cards/meetings/meeting-forms.ts';
import { leaderParts } from '../../cards/meetings/meeting-whispers.ts';
import { plainText } from '../../cards/plain-text.ts';
import { inLanguages } from '../../src/bot/drawing.ts';
import { languages } from '../../src/features/networks/network.ts';
import { speak } from '../../src/texts/speak.ts';
import { everyMeeting, meetingOf, meetingStates, shownMeeting } from '../cards/every-card-meeting.ts';
import { expectWithinLimits } from '../cards/expect-within-limits.ts';

const zone = 'Europe/Oslo';

function problems(state: string, work: () => void): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [`${state}: ${Error.isError(error) ? error.message : String(error)}`];
  }
}

describe.each(languages)('in %s', language => {
  const speech = speak(language, zone);

  test.each(Object.entries(meetingStates))('%s is within the limits of both chats', (_, states) => {
    expect(states.flatMap(([state, draw]) => problems(state, () => expectWithinLimits(draw(speech))))).toEqual([]);
  });

  test('a meeting as those who lead it see it', () => {
    const drawn = everyMeeting.flatMap(([state, shown]) => {
      const card = meetingCard(shown, speech);
      const times = shown.meeting.times.map(time => ({ time, isShortNotice: true }));
      const parts = leaderParts({ meeting: shown.meeting, times }, speech);
      return problems(state, () => expectWithinLimits({ ...card, parts: [...card.parts, ...parts] }));
    });
    expect(drawn).toEqual([]);
  });

  test.each([1, 2, 9])('a form of %i times', count => {
    const form = answerTimesForm(meetingOf('plain', 'proposed', count), {}, undefined, speech);
    expect(form.fields).toHaveLength(count);
    expectWithinLimits(form);
  });
});

test.each([
  ['nb', 'se'],
  ['nn', 'en'],
] as const)('postings in %s and %s', (...both) => {
  const drawn = everyMeeting.flatMap(([state, shown]) =>
    problems(state, () =>
      expectWithinLimits(inLanguages({ zone, languages: both, write: speech => meetingCard(shown, speech) }, both)),
    ),
  );
  expect(drawn).toEqual([]);
});

describe('the proposed times', () => {
  const said = (state: Parameters<typeof shownMeeting>[0], seats: object = {}) => {
    const shown = shownMeeting(state);
    return plainText(meetingCard({ ...shown, seats: { ...shown.seats, ...seats } }, speak('nb', zone)));
  };

  test('are told to be ranked once somebody has answered, and what their mark means', () => {
    expect(said({ answering: 'mixed' })).toContain('færrest grupper mangler. Den er merket med ★.');
    expect(said({ answering: 'none' }, { answered: 0 })).not.toMatch(/Øverst står|★/);
  });

  test('name the groups that have said no as those that cannot', () => {
    expect(said({ answering: 'mixed' })).toMatch(/Kan ikke: /);
    expect(said({ answering: 'mixed' })).not.toContain('Mangler');
  });
});
