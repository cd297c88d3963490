import type { Need } from '../../src/features/needs/need.ts';
import type { NeedSet } from '../../src/features/needs/need-set.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Card, Part } from '../card.ts';
import { needName, titleOfNeed } from './need-words.ts';
import { asksFor } from './round-words.ts';

/** The languages an overview can be had in, whatever the person who sends it on reads. */
export const overviewLanguages = ['nb', 'nn', 'en'] as const;
type OverviewLanguage = (typeof overviewLanguages)[number];

/** The address of each file. `documents`: one for every part of them. */
export type NeedFileLinks = {
  readonly overview: Readonly<Record<OverviewLanguage, string>>;
  readonly xlsx: string;
  readonly csv: string;
  readonly documents: readonly string[];
};

/** @property until when the links are taken */
export type NeedFilesShown = { readonly set: NeedSet; readonly links: NeedFileLinks; readonly until: Instant };

/** What may be sent on first, and then what may not. */
export function needFilesCard({ set, links, until }: NeedFilesShown, speech: Speech): Card {
  const texts = speech.say.needFiles;
  const needs = set.entries.flatMap(entry => entry.needs).length;
  return {
    language: speech.language,
    title: texts.title(set.round.number),
    parts: [
      { kind: 'text', text: asksFor(set.round, speech), weight: 'strong' },
      { kind: 'text', text: texts.count(needs) },
      { kind: 'text', text: texts.overviewText },
      ...overviewLanguages.map(each => link(texts.links.overview[each], links.overview[each])),
      { kind: 'divider' },
      { kind: 'note', sign: 'warning', text: texts.wholeText },
      link(texts.links.xlsx, links.xlsx),
      link(texts.links.csv, links.csv),
      ...links.documents.map((url, at) => link(texts.links.documents(at + 1, links.documents.length), url)),
      { kind: 'text', text: texts.until(speech.when(until)), weight: 'subtle' },
    ],
  };
}

/** One need as a document, for those who may read it. */
export function needDocumentCard(need: Need, url: string, until: Instant, speech: Speech): Card {
  const texts = speech.say.needFiles;
  return {
    language: speech.language,
    title: texts.ofNeed(needName(need, speech)),
    parts: [
      { kind: 'text', text: titleOfNeed(need, speech), weight: 'strong' },
      { kind: 'text', text: texts.ofNeedText },
      link(speech.say.buttons.download, url),
      { kind: 'text', text: texts.until(speech.when(until)), weight: 'subtle' },
    ],
  };
}

function link(label: string, url: string): Part {
  return { kind: 'link', label, url };
}
