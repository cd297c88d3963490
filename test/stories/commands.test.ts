import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer, FakePlace } from '../../src/playground/fake-chat.ts';
import { type Command, commandWord, commandWords } from '../../src/texts/commands.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, readable, told } from './people.ts';
import type { Who } from './sides.ts';

/** What follows the command's word; poll 1 is closed, poll 2 is open. */
const rest: Readonly<Record<Command, string>> = {
  help: '',
  network: '',
  start: 'samarbeidsforum Nord',
  members: '',
  link: '',
  invite: '7 vara',
  myCode: '',
  language: 'nb',
  roster: '',
  saveRoster: 'noe',
  poll: '',
  polls: '',
  show: '2',
  answer: '2 ja',
  mine: '2',
  close: '1',
  extend: '1 01.02.2027 kl. 12',
  remind: '1',
  missing: '2',
  export: '2',
  deliveries: '2',
  writeToMe: 'på e-post',
  year: '',
  copyYear: '2028',
  usualYear: '2028',
  milestone: '',
  changeMilestone: '1',
  removeMilestone: '1',
  rules: '',
  giveNeed: '',
  myNeeds: '',
  showNeed: '',
  importNeeds: '1',
  takeInNeeds: 'noe',
  needFiles: '',
  changeRules: '',
  changeGroups: '',
  meeting: '',
  meetings: '',
  earlierMeetings: '',
  nextMeeting: '',
  findTime: '',
  available: '1',
  coming: '1',
  notComing: '1',
  settle: '1',
  inviteAll: '1',
  moveMeeting: '1',
  cancelMeeting: '1',
  meetingSeries: '',
  agenda: '1',
  suggestCase: '1',
  showCase: '1',
  editCase: '1',
  acceptCase: '1',
  withdrawCase: '1',
  orderAgenda: '1',
  sendAgenda: '1',
  lead: '1',
  startMeeting: '1',
  presence: '1',
  conclude: '1',
  endMeeting: '1',
  minutes: '1',
  correct: '1',
  sendMinutes: '1',
  comment: '1',
  approve: '1',
  followUps: '',
  closeFollowUp: '1',
  round: '',
  rounds: '',
  roundMissing: '1',
  roundTotals: '1',
  ownTerms: '',
  remindRound: '1',
  extendRound: '1',
  closeRound: '1',
  showSet: '1',
  acceptNeeds: '1',
  bundleNeeds: '1',
  showBundle: '1',
  undoBundle: '1',
  handOver: '1',
  takeBack: '1',
  rankNeeds: '1',
  showRanking: '1',
};

/** As people and their keyboards write. */
const hands: readonly ((word: string, rest: string) => string)[] = [
  (word, more) => `${word} ${more}`,
  (word, more) => `${word.toUpperCase()} ${more}`,
  (word, more) => `  ${word.slice(0, 1).toUpperCase()}${word.slice(1)}   ${more}  `,
  (word, more) => `“${word}” ${more}`,
  (word, more) => `«${word} ${more}»`,
  (word, more) => `\u00A0${word.replaceAll(' ', '\u00A0')}\u00A0\u00A0${more}\u202F`,
  (word, more) => `${word.normalize('NFD')}: ${more}`,
  (word, more) => (more === '' ? `${word}!` : `${word}, ${more}`),
];

type Door = {
  readonly door: string;
  readonly leader: Who;
  readonly give: (who: Person, text: string) => Promise<Answer>;
};

const doors: readonly Door[] = [
  { door: 'Teams', leader: ['kari', 'statsforvalteren'], give: (who, text) => who.writes(text) },
  { door: 'Slack', leader: ['kari', 'organisasjonene'], give: (who, text) => who.writes(text) },
  { door: '/laget in Slack', leader: ['kari', 'organisasjonene'], give: (who, text) => who.commands(text) },
];

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

/** What was told, with what is new each time left out. */
function gist(answer: Answer): string {
  return [told(answer), answer.form?.title ?? '', ...answer.whispers.flatMap(({ buttons }) => buttons)]
    .join('\n')
    .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'CODE');
}

const everyWord = (Object.keys(commandWords) as Command[]).flatMap(command =>
  [...new Set(Object.values(commandWords[command]).flat())].map(word => ({ command, word })),
);

describe('typed commands', () => {
  beforeAll(async () => {
    house = await openHouse();
    const kari = as(['kari', 'statsforvalteren']);
    await kari.opensPoll({ question: 'Den stengte?' });
    await kari.writes('steng 1');
    await kari.opensPoll({ question: 'Den åpne?' });
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  describe.each(doors)('by $door', ({ leader, give }) => {
    test.each(Object.keys(commandWords) as Command[])('%s, in every language and by any hand', async command => {
      const kari = as(leader);
      const plain = gist(await give(kari, `${commandWord(command, 'nb')} ${rest[command]}`));
      expect(plain).not.toContain('Jeg kjenner ikke «');
      const words = everyWord.filter(each => each.command === command);
      for (const [index, hand] of hands.entries()) {
        const typed = hand(words[index % words.length]?.word ?? '', rest[command]);
        expect([typed, gist(await give(kari, typed))]).toEqual([typed, plain]);
      }
      for (const { word } of words.slice(hands.length)) {
        expect([word, gist(await give(kari, `${word} ${rest[command]}`))]).toEqual([word, plain]);
      }
    });

    test('one that is unknown gets help, with the nearest there is', async () => {
      const kari = as(leader);
      const near = gist(await give(kari, 'avstemnig'));
      expect(near).toContain('Jeg kjenner ikke «avstemnig».');
      expect(near).toContain('Mente du «avstemning»?');
      expect(near).toContain('svarer på avstemning 7');
      const far = gist(await give(kari, 'Er det noen som har <b>nøkkelen</b> til *møterommet*?'));
      expect(far).toContain('Jeg kjenner ikke «Er det noen som har <b>nøkkelen</b> til *møterommet*?».');
      expect(far).not.toContain('Mente du');
      expect(gist(await give(kari, ' \u00A0 '))).toContain('Dette kan jeg');
    });
  });

  test.each([
    ['smørbukk', 'organisasjonene', 'Dette kan eg', 'Eg kjenner ikkje «røystinger».', 'Meinte du «røystingar»?'],
    ['mestermø', 'statsforvalteren', 'This is what I can do', 'I do not know “memebrs”.', 'Did you mean “members”?'],
  ] as const)('%s is helped in their own language', async (key, organisation, title, unknown, nearest) => {
    const who = as([key, organisation]);
    expect(told(await who.writes('hjelp'))).toContain(title);
    const answer = told(await who.writes(unknown.includes('røyst') ? 'røystinger' : 'memebrs'));
    expect(answer).toContain(unknown);
    expect(answer).toContain(nearest);
  });

  test('/laget in a channel, with and without words, tells the one who asked only', async () => {
    const who = as(['herreper', 'organisasjonene']);
    const said = () => who.account.chat.messagesIn(who.channel).length;
    const before = said();
    expect(told(await who.commands('', who.channel))).toContain('Dette kan jeg');
    expect(told(await who.commands('medlemmer', who.channel))).toContain('1 · Tromsø kommune');
    expect(told(await who.commands('svar 2 nei', who.channel))).toContain('Svar: Nei');
    expect((await as(['kari', 'organisasjonene']).commands('avstemning', who.channel)).form?.title).toBe(
      'Ny avstemning',
    );
    expect(said()).toBe(before);
  });

  test('/laget where the bot is no member still answers the one who asked', async () => {
    const who = as(['herreper', 'organisasjonene']);
    const { chat, person: asker } = who.account;
    const elsewhere: FakePlace = await chat.addPlace({ name: 'lunsj', organisation: who.channel.organisation });
    expect(told(await chat.command(asker, elsewhere, 'hjelp'))).toContain('Dette kan jeg');
    expect(chat.messagesIn(elsewhere)).toEqual([]);
  });

  test('in a Teams channel an answer stands in the thread, and what is personal is told alone', async () => {
    const who = as(['pål', 'kommunene']);
    const { chat } = who.account;
    expect(told(await who.says('“Avstemninger”'))).toBe('');
    expect(readable(who.posting('Den åpne?'))).toContain('2 · Den åpne?');
    const before = chat.messagesIn(who.channel).length;
    expect(told(await who.says('Mitt  svar 2'))).toContain('Du har ikke svart ennå');
    expect(told(await who.says('svar 2 JA'))).toContain('Svar: Ja');
    expect(chat.messagesIn(who.channel)).toHaveLength(before);
  });
});
