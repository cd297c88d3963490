import { expect, test } from '@jest/globals';
import type { Card, Form } from '../../cards/card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { pollCard } from '../../cards/polls/poll-card.ts';
import { answerForm } from '../../cards/polls/poll-forms.ts';
import { registeredCard } from '../../cards/polls/poll-whispers.ts';
import { pollOptionsCard } from '../../cards/polls/ranked-answers.ts';
import type { OptionId } from '../../src/features/polls/poll.ts';
import { speak } from '../../src/texts/speak.ts';
import { openFormal, pollOf, secretFormal, shownPoll } from './every-card-polls.ts';

const ranked = { ...openFormal, choice: 'ranked' } as const;
const nb = speak('nb', 'Europe/Oslo');
const rowsOf = ({ parts }: Card) => parts.flatMap(part => (part.kind === 'tally' ? part.rows : []));

test('shows points from the highest, whom they come from, and the number each is answered by', () => {
  const rows = rowsOf(pollCard(shownPoll(ranked, { counted: 'plurality' }), nb));
  expect(rows).toHaveLength(10);
  expect(rows.slice(0, 4)).toMatchObject([
    { label: '1. Ja', value: '5 poeng fra 2 plasser', isLeading: true },
    { label: '2. Nei', value: '4 poeng fra 2 plasser', isLeading: false },
    { label: '3. Vet ikke', value: '2 poeng fra 1 plass', isLeading: false },
    { label: '4. Ja', value: '0 poeng', isLeading: false },
  ]);
  expect(plainText(pollCard(shownPoll(ranked), nb))).toContain('… og 30 til.');
});

test('says a tie as a tie, on the card and in the whole list', () => {
  const shown = shownPoll(ranked, { counted: 'tie', stand: 'closed by the clock' });
  const card = pollCard(shown, nb);
  expect(plainText(card)).toContain('Delt førsteplass mellom Ja og Nei: 5 poeng hver.');
  expect(rowsOf(card).slice(0, 4)).toMatchObject([
    { label: 'Ja', value: 'delt nr. 1 · 5 poeng fra 2 plasser', isLeading: true },
    { label: 'Nei', value: 'delt nr. 1 · 5 poeng fra 2 plasser', isLeading: true },
    { label: 'Vet ikke', value: 'nr. 3 · 1 poeng fra 1 plass', isLeading: false },
    { label: 'Ja', value: '0 poeng' },
  ]);
  const [list] = pollOptionsCard(shown, nb).parts.flatMap(part => (part.kind === 'list' ? [part.items] : []));
  expect(list).toHaveLength(40);
});

test('tells no points before they may be seen', () => {
  const shown = shownPoll({ ...ranked, reveal: 'whenClosed' });
  expect(plainText(pollCard(shown, nb))).not.toContain('poeng fra');
  expect(plainText(pollOptionsCard(shown, nb))).not.toContain('poeng fra');
});

test('is answered in a list for each place, the first of which must be filled in', () => {
  const form: Form = answerForm(pollOf(ranked, 'plain'), ['o3', 'o1'], undefined, nb);
  expect(form.intent.type).toBe('poll.rank');
  expect(form.fields).toMatchObject([
    { name: 'first', label: '1. prioritet', isRequired: true, value: 'o3', isList: true },
    { name: 'second', label: '2. prioritet', isRequired: false, value: 'o1', isList: true },
    { name: 'third', label: '3. prioritet', isRequired: false, value: 'none', isList: true },
  ]);
});

test('asks for no more places than there are options', () => {
  const poll = pollOf(ranked, 'plain');
  const two = { ...poll, options: poll.options.slice(0, 2) };
  expect(answerForm(two, [], undefined, nb).fields.map(({ name }) => name)).toEqual(['first', 'second']);
  const { tally, ...shown } = shownPoll(ranked);
  const card = pollCard({ ...shown, poll: two, tally: { ...tally, counts: tally.counts.slice(0, 2) } }, nb);
  expect(plainText(card)).toContain('Velg opptil 2, det viktigste først.');
});

test('an answer is read back in the order it was given', () => {
  const options = ['o3', 'o1'] as readonly string[] as readonly OptionId[];
  const card = registeredCard({ poll: pollOf(ranked, 'plain'), options, others: [] }, nb);
  expect(plainText(card)).toContain('Svar: 1. Vet ikke og 2. Ja');
});

test('that a closed poll was secret is said once', () => {
  const text = plainText(pollCard(shownPoll(secretFormal, { stand: 'closed by hand' }), nb));
  expect(text.split('Avstemningen var hemmelig')).toHaveLength(2);
});
