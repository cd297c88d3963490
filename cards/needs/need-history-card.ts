import { needPages } from '../../src/features/needs/need-fields.ts';
import type { MemberId } from '../../src/features/networks/network.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Card } from '../card.ts';
import { longList } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { historyLines } from './history-lines.ts';
import type { NeedShown } from './need-card.ts';
import { needName, partyWords, titleOfNeed } from './need-words.ts';

/** Everything that was done, oldest first, with who and when. */
export function needHistoryCard(shown: NeedShown, nameOf: (id: MemberId) => string, speech: Speech): Card {
  const { need } = shown;
  const { history: texts, pages: pageNames, someone } = speech.say.need;
  const who = (id: MemberId) => shortened(nameOf(id) || someone, 80);
  const line = (words: string, at: Instant) => ({ label: words, value: speech.when(at) });
  const done = historyLines(need, partyWords(shown.party), who, speech).map(({ words, at, reason }) => {
    const { label, value } = line(words, at);
    return { label, value: reason === undefined ? value : `${value}: ${reason}` };
  });
  const saved = needPages.flatMap(page => {
    const last = need.pages[page];
    return last ? [line(texts.saved(pageNames[page], who(last.savedBy)), last.savedAt)] : [];
  });
  return {
    language: speech.language,
    title: texts.title,
    parts: [
      { kind: 'text', text: `${needName(need, speech)}: ${titleOfNeed(need, speech)}`, weight: 'strong' },
      ...longList([...done, ...saved], speech),
    ],
  };
}
