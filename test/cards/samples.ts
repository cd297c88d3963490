/** One card with every kind of part, and one form with every kind of field. */
import type { Card, Field, Form, Part } from '../../cards/card.ts';

export const parts = {
  text: { kind: 'text', text: 'Skal forumet møtes i Alta?\n\nSvar for virksomheten din.' },
  strong: { kind: 'text', text: 'Skal forumet møtes i Alta?', weight: 'strong' },
  subtle: { kind: 'text', text: 'Åpen avstemning, ett svar', weight: 'subtle' },
  facts: {
    kind: 'facts',
    facts: [
      { label: 'Frist', value: 'mandag 1. februar kl. 23.59' },
      { label: 'Har svart', value: '11 av 16' },
    ],
  },
  tally: {
    kind: 'tally',
    rows: [
      { label: 'Ja', value: '7 stemmer', share: 7 / 11, isLeading: true },
      { label: 'Nei', value: '4 stemmer', share: 4 / 11, isLeading: false },
      { label: 'Vet ikke', value: 'ingen stemmer', share: 0, isLeading: false },
    ],
  },
  list: { kind: 'list', items: [{ label: 'Kárášjohka', value: 'har ikke svart' }, { label: 'Alta kommune' }] },
  done: { kind: 'note', sign: 'done', text: 'Svaret er registrert.' },
  information: { kind: 'note', sign: 'information', text: 'Svaret kan endres til fristen.' },
  warning: { kind: 'note', sign: 'warning', text: 'Avstemningen er stengt.' },
  divider: { kind: 'divider' },
  buttons: {
    kind: 'buttons',
    buttons: [
      { label: 'Ja', intent: { type: 'poll.cast', poll: 'p1', options: ['a'] }, weight: 'primary' },
      { label: 'Nei', intent: { type: 'poll.cast', poll: 'p1', options: ['b'] } },
      { label: 'Vet ikke', intent: { type: 'poll.cast', poll: 'p1', options: ['c'] } },
      { label: 'Mitt svar', intent: { type: 'poll.mine', poll: 'p1' } },
      { label: 'Utsett', intent: { type: 'poll.extend-form', poll: 'p1' }, opensForm: true },
      { label: 'Steng', intent: { type: 'poll.close', poll: 'p1' }, weight: 'danger' },
    ],
  },
  picture: {
    kind: 'picture',
    url: 'https://laget.example.org/picture/a.b.png',
    alt: 'Har svart. Alle inviterte: 12 av 41 (29 %), Har ikke begynt 29.',
    instead: [{ kind: 'text', text: '12 av 41 har svart.' }],
  },
  link: { kind: 'link', label: 'Sakspapirer', url: 'https://example.org/sak/1?side=2' },
} as const satisfies Record<string, Part>;

export function cardOf(...given: readonly Part[]): Card {
  return { language: 'nb', title: 'Avstemning 3', parts: given };
}

const labelled = { isRequired: true, whenMissing: 'Må fylles ut' } as const;
const choices = [
  { value: 'open', label: 'Åpen' },
  { value: 'secret', label: 'Hemmelig' },
];
const many = Array.from({ length: 11 }, (_, index) => ({ value: `seat-${index + 1}`, label: `Plass ${index + 1}` }));

export const fields = {
  text: {
    ...labelled,
    name: 'question',
    label: 'Spørsmål',
    hint: 'Én setning',
    kind: 'text',
    max: 200,
    value: 'Alta?',
  },
  'long-text': { ...labelled, name: 'options', label: 'Svar', kind: 'long-text', max: 700, value: 'Ja\nNei' },
  choice: { ...labelled, name: 'secrecy', label: 'Form', kind: 'choice', choices, value: 'secret' },
  'choice of many': { ...labelled, name: 'seat', label: 'Plass', kind: 'choice', choices: many, value: 'seat-2' },
  'choice of markup': {
    ...labelled,
    name: 'mark',
    label: 'Ord',
    kind: 'choice',
    choices: [{ value: 'a', label: '**Ja**' }],
  },
  choices: { ...labelled, name: 'forms', label: 'Former', kind: 'choices', choices, value: ['open', 'secret'] },
  'choices of many': { ...labelled, name: 'seats', label: 'Plasser', kind: 'choices', choices: many },
  date: { ...labelled, name: 'closesOn', label: 'Siste dag', kind: 'date', value: '2027-02-01' },
  time: { ...labelled, isRequired: false, name: 'closesTime', label: 'Klokkeslett', kind: 'time', value: '12:30' },
  wrong: { ...labelled, name: 'wrong', label: 'Navn', kind: 'text', max: 80, error: 'Skriv høyst 80 tegn.' },
} as const satisfies Record<string, Field>;

export function formOf(...given: readonly Field[]): Form {
  return {
    language: 'nb',
    title: 'Ny avstemning',
    intro: [parts.subtle],
    submit: 'Åpne',
    cancel: 'Avbryt',
    intent: { type: 'poll.open', kind: 'opinion' },
    fields: given,
  };
}
