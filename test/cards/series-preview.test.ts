import { expect, test } from '@jest/globals';
import { seriesPreviewCard } from '../../cards/meetings/meeting-lists.ts';
import { plainText } from '../../cards/plain-text.ts';
import { planSeries, type SeriesWanted } from '../../src/features/meetings/series.ts';
import { usualRules } from '../../src/features/networks/network.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { castDocuments } from '../cast.ts';
import { doneOf } from '../features/polls/poll-room.ts';

const wanted: SeriesWanted = {
  title: 'Nettverksmøte',
  pattern: 'week',
  weekday: 'tuesday',
  firstDay: '2026-12-29',
  lastDay: '2027-03-02',
  starts: '09:00',
  minutes: 90,
};

test('what is to be agreed to says how many meetings, from when to when, and which dates fall out and why', () => {
  const network = { ...castDocuments().network, rules: { ...usualRules, county: '55' } };
  const plan = doneOf(planSeries(wanted, network, '2027-01-11T08:00:00.000Z' as Instant));
  const text = plainText(
    seriesPreviewCard({ ...wanted, plan }, { type: 'meeting.series-create', ...wanted }, speak('nb', network.zone)),
  );
  expect(text).toContain(`${plan.spans.length} møter å opprette`);
  expect(text.match(/kl\. 09\.00–10\.30/g)).toHaveLength(plan.spans.length);
  expect(text).toContain('3 datoer utgår:');
  expect(text).toContain('tirsdag 12. januar 2027, uke 2 – For nært til å rekke fristen for innkalling.');
  expect(text).toContain('tirsdag 23. februar 2027, uke 8 – Vinterferie i Troms');
  expect(text).toContain('2 datoer i tidsrommet har passert og er ikke med.');
});
