/** The minutes of a meeting in a chat: to be read, corrected, sent and commented on. The whole stands in the document. */
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import {
  type Minutes,
  type MinutesCase,
  type MinutesComment,
  type MinutesVersion,
  mayComment,
  minutesCan,
  stateOfMinutes,
} from '../../src/features/meetings/minutes.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, List, Part } from '../card.ts';
import { longList } from '../long-list.ts';
import { networkText } from '../networks/network-text.ts';
import { shortened } from '../shortened.ts';
import { buttonRow } from './agenda-card.ts';
import { caseTitle, meetingWords } from './agenda-words.ts';

/** Where the documents are fetched, and for how long. */
export type DocumentLinks = { readonly minutes: string; readonly record: string; readonly until: Instant };

export type MinutesShown = {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly version: MinutesVersion;
  readonly comments: readonly { readonly comment: MinutesComment; readonly name?: string | undefined }[];
  readonly links: DocumentLinks;
  /** Whether this person writes them. */
  readonly mayWrite: boolean;
  readonly now: Instant;
};

/** @param first what has just been done */
export function minutesCard(shown: MinutesShown, speech: Speech, first: readonly Part[] = []): Card {
  const { meeting, minutes, version, mayWrite } = shown;
  const { minutesCard: texts, minutesStates } = speech.say.agenda;
  return {
    language: speech.language,
    title: texts.titleOf(meeting.number, minutesStates[stateOfMinutes(minutes)]),
    parts: [
      ...first,
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      { kind: 'text', text: speech.span(version.content.startsAt, version.content.endsAt) },
      { kind: 'text', text: stateText(shown, speech), weight: 'subtle' },
      ...(isNewer(minutes) && mayWrite ? [{ kind: 'note', sign: 'information', text: texts.newer } as const] : []),
      ...passedOverParts(shown, speech),
      ...commentsUntil(shown, speech),
      ...presenceParts(version, speech),
      ...longList(
        version.content.cases.map(each => caseItem(each, speech)),
        speech,
        caseRoom,
      ),
      ...(mayWrite ? commentParts(shown, speech) : []),
      ...linkParts(shown.links, speech),
      ...buttonRow(caseButtons(shown, speech)),
      ...buttonRow(wholeButtons(shown, speech)),
    ],
  };
}

const caseRoom = 8_000;

function stateText({ minutes, version }: MinutesShown, { say, when }: Speech): string {
  const { minutesCard: texts } = say.agenda;
  const { approved, sent } = minutes;
  const last = sent.at(-1);
  const written = texts.version(version.version, when(version.madeAt));
  if (approved?.inMeeting !== undefined)
    return `${written}. ${texts.approvedIn(approved.inMeeting, when(approved.at))}.`;
  if (approved) return `${written}. ${texts.approvedByHand(when(approved.at))}.`;
  return `${written}. ${last ? texts.sent(when(last.at)) : texts.draft}.`;
}

function passedOverParts({ minutes: { approved } }: MinutesShown, { say }: Speech): readonly Part[] {
  if (!approved?.passedOver) return [];
  return [{ kind: 'text', text: say.agenda.minutesCard.passedOver(approved.passedOver.reason), weight: 'subtle' }];
}

function isNewer({ latest, sent }: Minutes): boolean {
  const last = sent.at(-1);
  return last !== undefined && last.version < latest;
}

function commentsUntil(
  { minutes, now }: Pick<MinutesShown, 'minutes' | 'now'>,
  { say, when }: Speech,
): readonly Part[] {
  return mayComment(minutes, now) && minutes.commentsUntil
    ? [{ kind: 'text', text: say.agenda.minutesCard.commentsUntil(when(minutes.commentsUntil)) }]
    : [];
}

/** How many seats were there, who had given notice, and who came for whom; the document names everyone. */
function presenceParts({ content }: MinutesVersion, { say, list }: Speech): readonly Part[] {
  const { present, presentCount, absent, unheard, deputies, deputyFor } = say.agenda.minutesCard;
  const told = (words: (names: string) => string, names: readonly string[]): readonly Part[] =>
    names.length > 0 ? [{ kind: 'text', text: words(shortened(list(names), namesLength)) }] : [];
  const empty = (content.unheard ?? []).map(({ party, name }) => name || party);
  const instead = content.present.flatMap(each => (each.standing === 'holder' ? [] : [each]));
  return [
    { kind: 'text', text: `${present}: ${presentCount(content.present.length)}` },
    ...told(
      absent,
      content.absent.map(({ name }) => name),
    ),
    ...told(unheard, empty.length > mostUnheard ? [presentCount(empty.length)] : empty),
    ...told(
      deputies,
      instead.map(({ name, of }) => (of ? deputyFor(name, of) : name)),
    ),
  ];
}

const namesLength = 600;
/** More are counted; the document names everyone. */
const mostUnheard = 10;

const conclusionLength = 250;

/** What came of it; the discussion is read in the case or the document. */
function caseItem(each: MinutesCase, speech: Speech): List['items'][number] {
  const texts = speech.say.agenda;
  const { conclusion, followUps } = each;
  const came = conclusion
    ? [
        texts.methods[conclusion.method],
        ...(conclusion.text ? [shortened(conclusion.text, conclusionLength)] : []),
      ].join(': ')
    : texts.minutesCard.unconcluded;
  return {
    label: texts.numbered(each.number, caseTitle(each, speech)),
    value: [came, ...(followUps.length > 0 ? [texts.minutesCard.followUps(followUps.length)] : [])].join(' · '),
  };
}

const commentLength = 280;
const commentRoom = 4_000;

function commentParts({ comments, minutes }: MinutesShown, speech: Speech): readonly Part[] {
  const { minutesCard: texts } = speech.say.agenda;
  if (stateOfMinutes(minutes) === 'draft') return [];
  if (comments.length === 0) return [{ kind: 'text', text: texts.noComments, weight: 'subtle' }];
  const items = commentItems(comments, speech);
  return [
    { kind: 'text', text: texts.comments, weight: 'strong' },
    ...longList(items, speech, commentRoom),
    ...(minutesCan(minutes, 'correct') ? [{ kind: 'text', text: texts.answering, weight: 'subtle' } as const] : []),
  ];
}

function commentItems(comments: MinutesShown['comments'], { say, when }: Speech): List['items'] {
  const { minutesCard: texts, formerMember } = say.agenda;
  return comments.map(({ comment, name }) => ({
    label: texts.comment(shortened(name ?? formerMember, 100), when(comment.at)),
    value: shortened(comment.text, commentLength),
  }));
}

/** To those who write them: what has been said of them, and the way to answer it. */
export function commentsGivenCard(
  { meeting, minutes, version, comments }: Pick<MinutesShown, 'meeting' | 'minutes' | 'version' | 'comments'>,
  speech: Speech,
): Card {
  const { minutesCard: texts, buttons } = speech.say.agenda;
  const { cases } = version.content;
  const named = cases.filter(({ number }) => comments.some(({ comment }) => names(comment.text, number)));
  const about = { ...version, content: { ...version.content, cases: named.length > 0 ? named : cases } };
  return {
    language: speech.language,
    title: texts.newComments(comments.length, meeting.number),
    parts: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      ...longList(commentItems(comments, speech), speech, commentRoom),
      { kind: 'text', text: texts.answering, weight: 'subtle' },
      ...buttonRow(caseButtons({ meeting, minutes, version: about, mayWrite: true }, speech)),
      ...buttonRow([{ label: buttons.minutes, intent: { type: 'minutes.show', meeting: meeting.id } }]),
    ],
  };
}

/** Whether a comment names a case, «1/27» or «sak 1». */
function names(text: string, number: string): boolean {
  const [own = '', year = ''] = number.split('/');
  if (own === '' || year === '') return false;
  return new RegExp(`(?<![\\d/])${own}/${year}(?!\\d)|(sak|saka|saken|case)\\s+${own}(?![\\d/])`, 'i').test(text);
}

function linkParts({ minutes, record, until }: DocumentLinks, { say, when }: Speech): readonly Part[] {
  const { buttons, minutesCard: texts } = say.agenda;
  return [
    { kind: 'link', label: buttons.document, url: minutes },
    { kind: 'link', label: buttons.record, url: record },
    { kind: 'text', text: texts.linkUntil(when(until)), weight: 'subtle' },
  ];
}

/** As many as stand readably under each other; the others are named in words. */
const mostCaseButtons = 8;

function caseButtons(
  { meeting, minutes, version, mayWrite }: Pick<MinutesShown, 'meeting' | 'minutes' | 'version' | 'mayWrite'>,
  { say }: Speech,
): readonly Button[] {
  const texts = say.agenda.buttons;
  const mayCorrect = mayWrite && minutesCan(minutes, 'correct');
  return version.content.cases.slice(0, mostCaseButtons).map(each => {
    const about = { meeting: meeting.id, case: each.id };
    return mayCorrect
      ? { label: texts.correct(each.number), intent: { type: 'minutes.form', ...about }, opensForm: true }
      : { label: texts.readCase(each.number), intent: { type: 'minutes.form', ...about } };
  });
}

function wholeButtons({ meeting, minutes, version, mayWrite, now }: MinutesShown, { say }: Speech): readonly Button[] {
  const texts = say.agenda.buttons;
  const about = { meeting: meeting.id };
  const other = version.language === 'nb' ? 'nn' : 'nb';
  const all: readonly (Button | false)[] = [
    mayWrite && { label: texts.sendMinutes, intent: { type: 'minutes.send', ...about }, weight: 'primary' },
    mayComment(minutes, now) && commentButton(meeting, texts.comment),
    mayWrite &&
      minutesCan(minutes, 'correct') && {
        label: texts.reword[other],
        intent: { type: 'minutes.reword', ...about, language: other },
      },
    mayWrite &&
      minutesCan(minutes, 'approve') && {
        label: texts.approve,
        intent: { type: 'minutes.approve-form', ...about },
        opensForm: true,
      },
  ];
  return all.filter(button => button !== false);
}

function commentButton({ id }: Pick<Meeting, 'id'>, label: string): Button {
  return { label, intent: { type: 'minutes.comment-form', meeting: id }, opensForm: true };
}

export type MinutesNotice = Omit<MinutesShown, 'comments' | 'mayWrite'> & {
  /** The network's name. */
  readonly network: string;
};

/** What everyone invited is sent. The same for all of one language, but for where their own link leads. */
export function minutesNoticeCard(
  { meeting, network, minutes, version, links, now }: MinutesNotice,
  speech: Speech,
): Card {
  const { minutesCard: texts, buttons } = speech.say.agenda;
  const isOpen = mayComment(minutes, now);
  return {
    language: speech.language,
    title: texts.title(meeting.number),
    parts: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      networkText(network),
      { kind: 'text', text: speech.span(version.content.startsAt, version.content.endsAt) },
      ...commentsUntil({ minutes, now }, speech),
      ...longList(
        version.content.cases.map(each => caseItem(each, speech)),
        speech,
        caseRoom,
      ),
      ...linkParts(links, speech),
      ...buttonRow([
        { label: buttons.minutes, intent: { type: 'minutes.show', meeting: meeting.id } },
        ...(isOpen ? [commentButton(meeting, buttons.comment)] : []),
      ]),
    ],
  };
}

/** For the card that shows the meeting where it stands: that its minutes are out. Nothing while they are a draft. */
export function minutesParts(meeting: Meeting, minutes: Minutes | undefined, { say, when }: Speech): readonly Part[] {
  const last = minutes?.sent.at(-1);
  if (!minutes || !last) return [];
  const { minutesCard: texts, buttons } = say.agenda;
  const { approved, commentsUntil: until } = minutes;
  const state =
    approved?.inMeeting === undefined
      ? approved
        ? `${texts.approvedByHand(when(approved.at))}.`
        : until
          ? texts.commentsUntil(when(until))
          : undefined
      : `${texts.approvedIn(approved.inMeeting, when(approved.at))}.`;
  return [
    { kind: 'note', sign: 'information', text: texts.posted(when(last.at)) },
    ...(state ? [{ kind: 'text', text: state, weight: 'subtle' } as const] : []),
    { kind: 'buttons', buttons: [{ label: buttons.minutes, intent: { type: 'minutes.show', meeting: meeting.id } }] },
  ];
}

/** One case of them, as far as a card holds it; the document has all of it. */
export function minutesCaseCard(meeting: Meeting, each: MinutesCase, speech: Speech): Card {
  const { say } = speech;
  const texts = say.agenda;
  const { discussion, conclusion, dissent, followUps } = each;
  const against = dissent.map(({ party, text }) => texts.document.dissentOf(party, text)).join('\n');
  const isCut = [discussion, conclusion?.text, against].some((text = '') => text.length > mostShown);
  const told = (heading: string, text: string | undefined): readonly Part[] => [
    { kind: 'text', text: heading, weight: 'strong' },
    ...(text ? [{ kind: 'text', text: shortened(text, mostShown) } as const] : []),
  ];
  return {
    language: speech.language,
    title: texts.caseNumber(each.number),
    parts: [
      { kind: 'text', text: caseTitle(each, speech), weight: 'strong' },
      ...(discussion ? told(texts.document.discussion, discussion) : []),
      ...told(conclusion ? texts.methods[conclusion.method] : texts.minutesCard.unconcluded, conclusion?.text),
      ...(against ? told(texts.document.dissent, against) : []),
      ...(followUps.length > 0
        ? [
            { kind: 'text', text: texts.document.followUps, weight: 'strong' } as const,
            ...longList(
              followUps.map(({ what, who, dueOn }) => ({
                label: shortened(what, 280),
                value: [who, dueOn ? texts.followUps.due(speech.day(dueOn)) : texts.followUps.noDue].join(' · '),
              })),
              speech,
              commentRoom,
            ),
          ]
        : []),
      ...(isCut ? [{ kind: 'text', text: texts.minutesCard.cut, weight: 'subtle' } as const] : []),
      ...buttonRow([{ label: texts.buttons.minutes, intent: { type: 'minutes.show', meeting: meeting.id } }]),
    ],
  };
}

/** Three of these and the follow-ups stand in one card of either chat. */
const mostShown = 1200;
