/** The minutes of a meeting as a document for Word (Office Open XML), to be read, corrected and archived. */
import type { ParagraphChild } from 'docx';
import { documentFile } from '../documents/document-file.ts';
import {
  type Block,
  bulletList,
  endLine,
  fact,
  heading,
  link,
  paragraphs,
  table,
  words,
} from '../documents/document-parts.ts';
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

/** The bytes of a .docx, as document-file.ts makes them. */
export function minutesDocument(minutes: MinutesContent, speech: MinutesSpeech): Promise<Uint8Array> {
  const { language, texts } = speech;
  return documentFile({
    language,
    title: `${texts.title(minutes.kind, minutes.number)} – ${minutes.network}`,
    edge: [minutes.network, texts.meeting(minutes.number)],
    page: texts.page,
    madeAt: minutes.version.madeAt,
    blocks: [
      ...top(minutes, speech),
      ...attendance(minutes, speech),
      ...minutes.cases.flatMap(each => caseBlocks(each, minutes.kind, speech)),
      ...end(minutes, speech),
    ],
  });
}

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
