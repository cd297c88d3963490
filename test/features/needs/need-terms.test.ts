import { expect, test } from '@jest/globals';
import type { NeedId } from '../../../src/features/needs/need.ts';
import { needContent } from '../../../src/features/needs/need-fields.ts';
import { unknownTerm } from '../../../src/features/needs/need-terms.ts';
import { saveNeed } from '../../../src/features/needs/save-need.ts';
import { changeTerms } from '../../../src/features/networks/change-terms.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { actorOf, seatForum, testTools } from '../../cast.ts';
import { doneOf, openedRound } from './round-room.ts';

test.each([
  [{ themes: ['trauma'], sectors: ['eps'], levels: ['level1'] }, undefined],
  [{ themes: ['trauma', 'own1abc'] }, 'themes'],
  [{ ownerType: 'nobody' }, 'ownerType'],
  [{ sectors: ['own1abc'] }, 'sectors'],
] as const)('%j', (content, field) => {
  const terms = { levels: { renamed: {}, added: [{ code: 'own1abc', name: 'Nivå 4', isHidden: true }] } };
  const given = 'levels' in content ? { ...content, levels: ['own1abc'] } : content;
  expect(unknownTerm(needContent.parse(given), terms)).toEqual(field && { code: 'unknown-term', field });
});

test('what one network has added may stand in its needs, and in no other network’s', async () => {
  const tools = testTools();
  await seatForum(tools);
  await seatForum(tools, 'other' as NetworkId);
  const add = { list: 'themes', lines: 'Søvn' } as const;
  expect(await changeTerms(tools, await actorOf(tools, 'per'), add)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  const ours = doneOf(await changeTerms(tools, await actorOf(tools, 'kari'), add));
  const stranger = await actorOf(tools, 'kari', 'request-other', 'other' as NetworkId);
  const theirs = doneOf(await changeTerms(tools, stranger, add));
  const [own = '', other = ''] = [ours, theirs].map(({ terms }) => terms?.themes?.added[0]?.code);
  expect(own).not.toBe(other);
  const round = await openedRound(tools);
  const save = async (themes: readonly string[]) =>
    saveNeed(tools, await actorOf(tools, 'per'), {
      round: round.id,
      party: 'kommune|5501',
      need: 'need-1' as NeedId,
      page: 'what',
      revision: 0,
      content: needContent.parse({ themes }),
    });
  expect(await save([other])).toMatchObject({ refusal: { code: 'unknown-term', field: 'themes' } });
  expect(doneOf(await save([own, 'trauma'])).need.content.themes).toEqual([own, 'trauma']);
  await tools.store.close();
});
