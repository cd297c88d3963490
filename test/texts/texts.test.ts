import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { faultCard, helpCard, refusalCard } from '../../cards/answer-cards.ts';
import { cardLimits, checkCard, checkForm } from '../../cards/limits.ts';
import { introductionCard, languageCard } from '../../cards/networks/network-cards.ts';
import { codeForm, newNetworkForm, rosterForm } from '../../cards/networks/network-forms.ts';
import { newPollForm } from '../../cards/polls/poll-forms.ts';
import { readWords } from '../../src/bot/read-words.ts';
import { languages } from '../../src/features/networks/network.ts';
import { readRoster } from '../../src/features/networks/read-roster.ts';
import { intentSchemas } from '../../src/intents/intent.ts';
import { decode } from '../../src/intents/wire.ts';
import { type Command, commandWord, commandWords } from '../../src/texts/commands.ts';
import { en } from '../../src/texts/en.ts';
import { enRoster } from '../../src/texts/en-roster.ts';
import { nb } from '../../src/texts/nb.ts';
import { nbRoster } from '../../src/texts/nb-roster.ts';
import { nn } from '../../src/texts/nn.ts';
import { nnRoster } from '../../src/texts/nn-roster.ts';
import type { Refusal } from '../../src/texts/refusal.ts';
import type { RosterTexts } from '../../src/texts/roster-texts.ts';
import { se } from '../../src/texts/se.ts';
import { speak } from '../../src/texts/speak.ts';
import { everyText, sampleRefusals } from './every-text.ts';

const written = { nb, nn, en } as const;
/** A change to a roster is told of in words that only the roster's own tests can make. */
const plainly = ({ columns, problems, place, commandLine }: RosterTexts) => ({
  columns,
  problems,
  place,
  commandLine,
});
const whole = {
  nb: { ...nb, rosterFile: plainly(nbRoster) },
  nn: { ...nn, rosterFile: plainly(nnRoster) },
  en: { ...en, rosterFile: plainly(enRoster) },
} as const;
const wholeLanguages = ['nb', 'nn', 'en'] as const;
const zone = 'Europe/Oslo';
const commands = Object.keys(commandWords) as Command[];

/** A word on its own: `\b` knows no æ, ø and å. */
const anyOf = (words: readonly string[]) => new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu');

/** Words of the other language that slip in most easily. */
const foreignTo = {
  nb: anyOf(['ikkje', 'eg', 'ein', 'ei', 'eit', 'kva', 'kven', 'frå', 'berre', 'røyst\\w*', 'lagra', 'endra', 'svara']),
  nn: anyOf([
    ...['ikke', 'jeg', 'et', 'hva', 'hvem', 'hvor', 'hver', 'noe', 'noen', 'fra', 'bare', 'når den', 'være', 'gjøre'],
    ...['svart', 'lagret', 'endret', 'stemme\\w*', 'avstemning\\w*', 'medlemmer', 'koble', 'åpne', 'høgskole', 'leder'],
    ...['plasser', 'kanaler', 'virksomhet\\w*', 'finnes', 'skriver', 'virker', 'mangler', 'første gang', 'nå'],
  ]),
  en: /[æøåÆØÅ«»]|(?<!\p{L})(?:ikke|og|som|eller|svar|frist|plass|kode)(?!\p{L})/iu,
} as const;

/** Names that are the same in every language. */
const properNames = /Bokmål|PPT sør|Sør/g;

describe.each(wholeLanguages)('%s', language => {
  const texts = everyText(whole[language]);

  test('says something whole at every key', () => {
    const bad = [...texts].flatMap(([key, said]) =>
      said.filter(text => !isWhole(text) && !mayBeEmpty(key, text)).map(text => `${key}: ${text}`),
    );
    expect(bad).toEqual([]);
  });

  test('holds no word of another language', () => {
    const bad = [...texts].flatMap(([key, said]) =>
      key.startsWith('languageName')
        ? []
        : said.filter(text => foreignTo[language].test(text.replace(properNames, ''))).map(text => `${key}: ${text}`),
    );
    expect(bad).toEqual([]);
  });

  test('quotes only its own commands and buttons', () => {
    const known = new Set([
      ...commands.map(command => commandWord(command, language)),
      ...Object.values(written[language].buttons),
      ...[written[language].need.labels, written[language].need.buttons, written[language].need.states].flatMap(named =>
        Object.values(named),
      ),
      // Samples and examples.
      ...['1', '2', '3', '4', 'PP-ledernettverk nord', 'PP-leiarnettverk nord', 'EPS leaders’ network north'],
    ]);
    const quoted = [...texts.values()].flat().flatMap(text => text.match(/(?<=[«“])[^«»“”]+(?=[»”])/gu) ?? []);
    expect(quoted.filter(words => !known.has(words))).toEqual([]);
    expect(quoted).toContain(commandWord('members', language));
  });

  test('tells of codes by the command it reads them by', () => {
    const { channelText, seatText, memberText } = written[language].codes;
    for (const write of [channelText, seatText, memberText]) {
      const [command = ''] = /[^:]+$/.exec(write('K7FM-2QXD')) ?? [];
      expect(readWords(command)).toEqual({ type: 'code.redeem', code: 'K7FM-2QXD' });
    }
  });

  test('has an example for help that is read as the command it is for', () => {
    for (const command of commands) {
      const { example } = written[language].help.commands[command];
      const read = readWords(`${commandWord(command, language)} ${example}`);
      const intent = decode(read);
      expect([command, intent.ok]).toEqual([command, true]);
      expect([command, read.type === 'help.show']).toEqual([command, command === 'help']);
    }
  });

  test('has a roster example that can be read', () => {
    const roster = readRoster(written[language].forms.roster.exampleLines);
    expect(roster.ok && roster.value).toMatchObject([{ number: 1, isVoting: true, group: 'publicOwner' }]);
  });

  test('has a name for every field a refusal can point at', () => {
    const fields = new Set(Object.values(intentSchemas).flatMap(schema => Object.keys(schema.shape)));
    const { fieldNames } = written[language];
    expect([...fields].filter(field => fieldNames[field] === undefined)).toEqual([]);
  });
});

test.each(['nn', 'en'] as const)('%s writes its own sentences, but for those listed as the same', language => {
  const bokmal = everyText(whole.nb);
  const same = [...everyText(whole[language])]
    .filter(([key, said]) => isSentence(said.join(' ')) && said.join('\n') === bokmal.get(key)?.join('\n'))
    .map(([key]) => key);
  expect(same.toSorted()).toEqual(listedKeys('same-as-bokmal.json', language));
});

test('northern Sámi lacks what is listed, and the list only shrinks', () => {
  const all = [...everyText(whole.nb).keys()];
  const own = everyText(se);
  const missing = all.filter(key => !own.has(key));
  process.stdout.write(`Northern Sámi: ${own.size} of ${all.length} texts\n`);
  expect(missing.toSorted()).toEqual(listedKeys('missing-se.json', 'se'));
});

describe.each(languages)('%s', language => {
  const speech = speak(language, zone);

  test.each(Object.values<Refusal>(sampleRefusals).map(refusal => [refusal.code, refusal] as const))(
    'refuses %s in a whole sentence',
    (_, refusal) => {
      expect(speech.refusal(refusal)).toMatch(/^\p{Lu}.*[.!?]$/u);
      expect(() => checkCard(refusalCard(refusal, speech))).not.toThrow();
    },
  );

  test('has forms that both chats take', () => {
    const forms = [newNetworkForm(speech), codeForm(speech), rosterForm(speech), newPollForm(speech, '2027-03-02')];
    for (const form of forms) expect(() => checkForm(form)).not.toThrow();
  });

  test('has titles and buttons that both chats take', () => {
    const { forms, buttons } = speech.say;
    const { network, code, roster, poll, extend, answer } = forms;
    const short = [forms.cancel, ...[network, code, roster, poll, extend, answer].flatMap(f => [f.title, f.submit])];
    expect(short.filter(text => text.length > cardLimits.formTitle)).toEqual([]);
    expect(Object.values(buttons).filter(text => text.length > cardLimits.buttonLabel)).toEqual([]);
  });

  test('has help and introductions that both chats take', () => {
    const names = { nb: nb.languageName, nn: nn.languageName, se: speech.say.languageName, en: en.languageName };
    const cards = [
      helpCard({ typed: 'x', nearest: 'y' }, speech),
      introductionCard(speech),
      languageCard(names, speech),
      faultCard('7F3K', speech),
    ];
    for (const card of cards) expect(() => checkCard(card)).not.toThrow();
  });
});

test('a reader of northern Sámi is told the truth about their language', () => {
  expect(speak('se', zone).say.language.chosen).not.toBe(nb.language.chosen);
});

function isWhole(text: string): boolean {
  return text.trim() === text && text !== '' && !/undefined|NaN|\[object|null|\S {2}/.test(text);
}

/** Commands that take nothing more have no example. */
function mayBeEmpty(key: string, text: string): boolean {
  return text === '' && /^help\.commands\.\w+\.example$/.test(key);
}

/** Words and labels are often the same in nynorsk; sentences seldom. */
function isSentence(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= 4;
}

function listedKeys(file: string, language: string): readonly string[] {
  const lists = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, readonly string[]>;
  return (lists[language] ?? []).toSorted();
}
