import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once; the first word of each list is the one help shows. */
export const deliveryCommands = {
  deliveries: { nb: ['utsendinger'], nn: ['utsendingar'], en: ['deliveries'] },
  writeToMe: { nb: ['skriv til meg'], en: ['write to me'] },
} as const satisfies Record<string, TypedWords>;

/** How people name the ways they are written to, by the platform's own name; `last`: where they last wrote. */
export const routeWords: Readonly<Record<string, readonly string[]>> = {
  teams: ['teams', 'microsoft teams'],
  slack: ['slack'],
  mail: ['e-post', 'epost', 'mail', 'e-mail', 'email'],
  last: ['der jeg sist skrev', 'der eg sist skreiv', 'where i last wrote'],
};

/** «i Slack», «på e-post», «by e-mail». */
export const routePrepositions: readonly string[] = ['i', 'på', 'med', 'in', 'on', 'by', 'via'];
