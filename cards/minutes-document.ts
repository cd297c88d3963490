/** The minutes of a meeting as a document for Word (Office Open XML), to be read, corrected and archived. */
import { Document, Packer, type ParagraphChild } from 'docx';
import {
  type Block,
  bulletList,
  endLine,
  fact,
  heading,
  link,
  pageFooter,
  pageHeader,
  paragraphs,
  table,
  words,
} from './document-parts.ts';
import { documentStyles, numbering, page } from './document-styles.ts';
import type {
  FollowUp,
  MinutesCase,
  MinutesContent,
  MinutesKind,
  MinutesSpeech,
  MinutesTexts,
  Presence,
  SeatedPerson,
} from './minutes-content.ts';
import { readableLine } from './readable-text.ts';
import { repeatableDocx } from './repeatable-docx.ts';

/**
 * The bytes of a .docx: in the language it is written in, with headings and table headers that a screen reader knows, a
 * title and no author. The same input gives the same bytes. What no document can hold is left out: control characters and
 * halves of characters.
 */
export async function minutesDocument(minutes: MinutesContent, speech: MinutesSpeech): Promise<Uint8Array> {
  const { language, texts } = speech;
  const document = new Document({
    title: readableLine(`${texts.title(minutes.kind, minutes.number)} – ${minutes.network}`),
    // Left out; the package would else write a name of its own.
    creator: '',
    lastModifiedBy: '',
    styles: documentStyles(language),
    numbering,
    sections: [
      {
        properties: { page: { size: page, margin: margins } },
        headers: { default: pageHeader(minutes.network, texts.meeting(minutes.number)) },
        footers: { default: pageFooter(texts.page) },
        children: [
          ...top(minutes, speech),
          ...attendance(minutes, speech),
          ...minutes.cases.flatMap(each => caseBlocks(each, minutes.kind, speech)),
          ...end(minutes, speech),
        ],
      },
    ],
  });
  return repeatableDocx(await Packer.pack(document, 'uint8array'), minutes.version.madeAt);
}

const { margin } = page;
const margins = { top: margin + 200, right: margin, bottom: margin, left: margin, header: 700, footer: 600 };

function top(minutes: MinutesContent, { texts, period }: MinutesSpeech): readonly Block[] {
  const named = (label: string, value: string | undefined) => (value ? [fact(label, words(value))] : []);
  return [
    heading(1, texts.title(minutes.kind, minutes.number)),
    ...paragraphs(minutes.network, 'Lead'),
    ...named(texts.time, period(minutes.startsAt, minutes.endsAt)),
    ...named(texts.place, minutes.place),
    ...(minutes.online ? [fact(texts.online, link(minutes.online))] : []),
    ...named(texts.chair, minutes.chair),
    ...named(texts.secretary, minutes.secretary),
  ];
}

function attendance(
  { present, absent, unheard = [], observers, leading = [] }: MinutesContent,
  { texts }: MinutesSpeech,
): readonly Block[] {
  const columns = [
    { title: texts.party, width: 1 },
    { title: texts.attended, width: 1 },
  ];
  const rows = [
    ...present.map(each => [each.party, attendedAs(each, texts)]),
    ...leading.map(({ name, role }) => [texts.withoutSeat, texts.leads[role](name)]),
  ];
  return [
    heading(2, texts.present),
    ...(rows.length > 0 ? [table(columns, rows)] : paragraphs(texts.nobody)),
    ...listed(2, texts.absent, absent.map(seated)),
    ...listed(2, texts.unheard, unheard.map(seated)),
    ...listed(2, texts.observers, observers.map(seated)),
  ];
}

function attendedAs(presence: Presence, texts: MinutesTexts): string {
  switch (presence.standing) {
    case 'holder':
      return presence.name;
    case 'deputy':
      return texts.deputy(presence.name, presence.of);
    case 'onBehalf':
      return texts.onBehalf(presence.name, presence.of);
  }
}

function seated({ party, name }: SeatedPerson): ParagraphChild {
  return words([party, name].filter(each => each !== '').join(': '));
}

/** A record tells what came of a case, and not what was shown and said. */
function caseBlocks(each: MinutesCase, kind: MinutesKind, { texts, day, list }: MinutesSpeech): readonly Block[] {
  const isTold = kind === 'minutes';
  return [
    heading(2, texts.caseTitle(each.number, each.title)),
    ...paragraphs(texts.caseTypes[each.type], 'Quiet'),
    ...(each.recused.length > 0 ? paragraphs(texts.recused(list(each.recused))) : []),
    ...(isTold ? listed(3, texts.presented, each.presented.map(link)) : []),
    ...(isTold && each.discussion ? [heading(3, texts.discussion), ...paragraphs(each.discussion)] : []),
    ...(each.conclusion
      ? [
          heading(3, texts.conclusion),
          ...paragraphs(texts.methods[each.conclusion.method], 'Quiet'),
          ...paragraphs(each.conclusion.text, 'Conclusion'),
        ]
      : paragraphs(texts.unconcluded, 'Quiet')),
    ...(each.dissent.length > 0
      ? [
          heading(3, texts.dissent),
          ...each.dissent.flatMap(({ party, text }) => paragraphs(texts.dissentOf(party, text))),
        ]
      : []),
    ...(each.followUps.length > 0 ? [heading(3, texts.followUps), followUpTable(each.followUps, texts, day)] : []),
  ];
}

function followUpTable(followUps: readonly FollowUp[], texts: MinutesTexts, day: MinutesSpeech['day']): Block {
  const columns = [
    { title: texts.what, width: 5 },
    { title: texts.who, width: 3 },
    { title: texts.due, width: 2 },
  ];
  return table(
    columns,
    followUps.map(({ what, who, dueOn }) => [what, who, dueOn ? day(dueOn) : texts.noDue]),
  );
}

function end({ next, version, approved }: MinutesContent, { texts, period, when }: MinutesSpeech): readonly Block[] {
  return [
    ...(next
      ? [
          heading(2, texts.next),
          fact(texts.time, words(period(next.startsAt, next.endsAt))),
          ...(next.place ? [fact(texts.place, words(next.place))] : []),
        ]
      : []),
    endLine(texts.version(version.number, version.state, when(version.madeAt))),
    ...paragraphs(approved ? texts.approved(approved.inMeeting, when(approved.at)) : texts.notApproved, 'Quiet'),
    ...(approved?.reason ? paragraphs(texts.passedOver(approved.reason), 'Quiet') : []),
  ];
}

function listed(level: 2 | 3, title: string, items: readonly ParagraphChild[]): readonly Block[] {
  return items.length > 0 ? [heading(level, title), ...bulletList(items)] : [];
}
