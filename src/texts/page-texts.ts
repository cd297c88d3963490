/** The few pages Laget has of its own. */
import type { Language } from '../features/networks/network.ts';

export type PageTexts = {
  readonly home: { readonly title: string; readonly text: string; readonly playground: string };
  readonly privacy: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly terms: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly expired: { readonly title: string; readonly text: string };
};

export const pageTexts: Readonly<Record<'nb' | 'en', PageTexts>> = {
  nb: {
    home: {
      title: 'Laget',
      text: 'Laget holder nettverk på tvers av virksomheter sammen i Teams og Slack.',
      playground: 'Prøv øvingsrommet',
    },
    privacy: {
      title: 'Personvern',
      paragraphs: [
        'Laget lagrer det nettverket trenger for å virke: navn og e-post på medlemmene, hvilken plass de har, hvilken konto i Teams eller Slack de bruker, og det de svarer i avstemninger.',
        'I en hemmelig avstemning lagres hvem som har svart, og summen av svarene. Hva den enkelte svarte, lagres ikke sammen med hvem det er.',
        'Laget leser bare det som skrives til Laget. Fødselsnummer og D-nummer lagres aldri. Loggen inneholder verken meldinger, navn eller svar.',
        'Virksomheten som drifter denne tjenesten, er behandlingsansvarlig. Spør den om innsyn, retting og sletting.',
      ],
    },
    terms: {
      title: 'Vilkår',
      paragraphs: [
        'Laget er åpen programvare under MIT-lisensen, og leveres som den er.',
        'Virksomheten som drifter denne tjenesten, avgjør hvem som kan bruke den og til hva. Skriv ikke helseopplysninger eller andre opplysninger om enkeltbarn i Laget.',
      ],
    },
    expired: {
      title: 'Lenka virker ikke lenger',
      text: 'En lenke til en fil virker bare en liten stund og er bare til den som fikk den. Be Laget om fila på nytt, der du fikk lenka.',
    },
  },
  en: {
    home: {
      title: 'Laget',
      text: 'Laget holds networks across organisations together, in Teams and Slack.',
      playground: 'Try the playground',
    },
    privacy: {
      title: 'Privacy',
      paragraphs: [
        'Laget keeps what a network needs to work: its members’ names and e-mail addresses, the seat they hold, the Teams or Slack account they use, and what they answer in polls.',
        'In a secret poll it keeps who has answered, and the sum of the answers. What a person answered is never kept together with who they are.',
        'Laget reads only what is written to Laget. National identity numbers are never kept. The log holds no messages, names or answers.',
        'The organisation that runs this service is the controller. Ask it for access, correction and erasure.',
      ],
    },
    terms: {
      title: 'Terms',
      paragraphs: [
        'Laget is open software under the MIT licence, and comes as it is.',
        'The organisation that runs this service decides who may use it and for what. Do not write health information, or anything else about a particular child, in Laget.',
      ],
    },
    expired: {
      title: 'The link no longer works',
      text: 'A link to a file works for a little while only, and only for the one who was given it. Ask Laget for the file again, where you were given the link.',
    },
  },
};

/** Where people without a chat account answer. */
export type AnswerWords = {
  /** Above what is wrong in a form. */
  readonly errors: string;
  /** Beside a field that may be left empty. */
  readonly optional: string;
  readonly back: string;
  /** Above the button of an e-mail. */
  readonly notYet: string;
  readonly expired: { readonly title: string; readonly text: string };
  /** In an e-mail whose buttons cannot be pressed. */
  readonly howToAnswer: string;
};

const nbAnswers: AnswerWords = {
  errors: 'Rett opp dette',
  optional: 'valgfritt',
  back: 'Tilbake',
  notYet: 'Ingenting skjer før du trykker på knappen.',
  expired: {
    title: 'Lenka virker ikke lenger',
    text: 'En lenke i en e-post virker bare en stund, og bare for den som fikk den. Ingenting er endret. Spør den som leder nettverket.',
  },
  howToAnswer: 'Du kan ikke svare fra denne e-posten. Svar til den som leder nettverket.',
};

/** Nothing of it is documented in Northern Sámi. */
export const answerWords: Readonly<Record<Language, AnswerWords>> = {
  nb: nbAnswers,
  se: nbAnswers,
  nn: {
    errors: 'Rett opp dette',
    optional: 'valfritt',
    back: 'Tilbake',
    notYet: 'Ingenting skjer før du trykkjer på knappen.',
    expired: {
      title: 'Lenkja verkar ikkje lenger',
      text: 'Ei lenkje i ein e-post verkar berre ei stund, og berre for den som fekk ho. Ingenting er endra. Spør den som leier nettverket.',
    },
    howToAnswer: 'Du kan ikkje svare frå denne e-posten. Svar til den som leier nettverket.',
  },
  en: {
    errors: 'Please correct this',
    optional: 'optional',
    back: 'Back',
    notYet: 'Nothing happens until you press the button.',
    expired: {
      title: 'The link no longer works',
      text: 'A link in an e-mail works for a while only, and only for the one who was given it. Nothing has been changed. Ask whoever leads the network.',
    },
    howToAnswer: 'You cannot answer from this e-mail. Write to whoever leads the network.',
  },
};

const nbApart = 'Svaret kommer i en egen melding.';

/** Where a press must be answered with words at once, and the answer itself comes beside them. */
export const answeredApart: Readonly<Record<Language, string>> = {
  nb: nbApart,
  se: nbApart,
  nn: 'Svaret kjem i ei eiga melding.',
  en: 'The answer comes in a message of its own.',
};
