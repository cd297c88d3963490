import type { FormsAgain } from './form-again.ts';

/** The intents here that have a form to show again. */
export const deliveryForms: FormsAgain = {};
