import type { Card, Form } from '../../../cards/card.ts';

export const pollCard: Card = {
  language: 'nb',
  title: 'Skal vi møtes i Tromsø?',
  parts: [
    { kind: 'text', text: '0 av 2 har svart' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Ja', intent: { type: 'poll.cast', options: ['ja'] } },
        { label: 'Ny avstemning', intent: { type: 'poll.answer-form' }, opensForm: true },
      ],
    },
  ],
};

export const countedCard: Card = {
  ...pollCard,
  parts: [{ kind: 'text', text: '1 av 2 har svart' }, ...pollCard.parts.slice(1)],
};

export const whisperCard: Card = {
  language: 'nb',
  title: 'Svaret er registrert',
  parts: [{ kind: 'note', sign: 'done', text: 'Du svarte Ja for Troms' }],
};

/** What words alone cannot hold. */
export const missingCard: Card = {
  language: 'nb',
  title: 'To har ikke svart',
  parts: [
    { kind: 'list', items: [{ label: 'Alta' }, { label: 'Bardu' }] },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Minn på', intent: { type: 'poll.remind' } },
        { label: 'Utsett', intent: { type: 'poll.extend-form' }, opensForm: true },
      ],
    },
  ],
};

export const unreachableCard: Card = {
  language: 'nb',
  title: 'Svaret er til deg alene',
  parts: [{ kind: 'text', text: 'Legg til Laget for å få det' }],
};

export const pollForm: Form = {
  language: 'nb',
  title: 'Ny avstemning',
  submit: 'Åpne',
  cancel: 'Avbryt',
  intent: { type: 'poll.open' },
  fields: [
    { kind: 'text', name: 'question', label: 'Spørsmål', isRequired: true, whenMissing: 'Skriv et spørsmål', max: 200 },
    {
      kind: 'choices',
      name: 'options',
      label: 'Svar',
      isRequired: false,
      whenMissing: 'Velg noe',
      choices: [
        { value: 'a', label: 'Alta' },
        { value: 'b', label: 'Bardu' },
      ],
    },
    {
      kind: 'date',
      name: 'closesOn',
      label: 'Frist',
      isRequired: true,
      whenMissing: 'Velg en dag',
      value: '2026-12-10',
    },
  ],
};
