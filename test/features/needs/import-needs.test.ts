import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { needFileWords } from '../../../src/bot/needs/need-file-words.ts';
import { previewNeeds } from '../../../src/features/needs/import-needs.ts';
import type { NeedId } from '../../../src/features/needs/need.ts';
import { needContent } from '../../../src/features/needs/need-fields.ts';
import type { Round } from '../../../src/features/needs/round.ts';
import { saveNeed } from '../../../src/features/needs/save-need.ts';
import { submitNeed } from '../../../src/features/needs/submit-need.ts';
import { actorOf, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, openedRound } from './round-room.ts';

let tools: TestTools;
let round: Round;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  round = await openedRound(tools);
});
afterEach(() => tools.store.close());

const content = needContent.parse({
  title: 'Trygge overganger',
  sectors: ['kindergarten'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '40',
});

test('a line with the number of another party’s need is a need of its own party', async () => {
  const per = await actorOf(tools, 'per');
  const need = 'need-one' as NeedId;
  const page = { round: round.id, party: 'kommune|5501', need, page: 'what', revision: 0, content } as const;
  doneOf(await saveNeed(tools, per, page));
  const sent = doneOf(await submitNeed(tools, per, { round: round.id, need }));
  const lines = ['5501', '5503'].map(number => `${sent.need.value.reference};${number};Felles språk`);
  const file = { csv: ['Nummer;Kommunenummer;Tittel', ...lines].join('\n'), words: needFileWords(undefined) };
  const { arrived } = doneOf(await previewNeeds(tools, await actorOf(tools, 'kari'), round.id, file));
  expect(arrived).toMatchObject([
    { fate: 'touched', need: { id: need } },
    { fate: 'new', need: { partyKey: 'kommune|5503' } },
  ]);
});
