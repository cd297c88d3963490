import type { Card, Form } from '../../cards/card.ts';
import type { Speech } from '../../src/texts/speak.ts';

/** The states of one card or form: what each is called when it fails, and how it is drawn. */
export type States = readonly (readonly [state: string, draw: (speech: Speech) => Card | Form])[];
