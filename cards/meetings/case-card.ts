/** One case of a meeting, in full. */
import type { CaseOnAgenda } from '../../src/features/meetings/agenda-lines.ts';
import { type Case, caseCan, stateOfCase } from '../../src/features/meetings/case.ts';
import { type Meeting, meetingCan } from '../../src/features/meetings/meeting.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Facts, Part } from '../card.ts';
import { longList } from '../long-list.ts';
import { networkText } from '../networks/network-text.ts';
import { shortened } from '../shortened.ts';
import { agendaButton, sendAgendaButton } from './agenda-card.ts';
import { caseDetails, caseLabel, meetingWords, numberedTitle, titleOf } from './agenda-words.ts';
import { paperParts } from './case-papers.ts';

export type CaseShown = CaseOnAgenda & {
  readonly meeting: Meeting;
  /** On the list as it is shown: the agenda, then what is suggested. */
  readonly place: number;
  /** Who suggested it. */
  readonly by?: string | undefined;
  /** The sending of the agenda that waits to be agreed to has not got it. */
  readonly isLeftOut: boolean;
  readonly isConcluded: boolean;
  /** Whether this person may read the proposal and the papers of a case exempt from public access. */
  readonly mayReadExempt: boolean;
  /** Whether this person may change it, and put it on the agenda. */
  readonly mayChange: boolean;
  readonly mayOrder: boolean;
  /** The agenda's papers, were they sent now. */
  readonly arePapersLate: boolean;
};

/** What has just been done to a case; nothing, when somebody asked to see it. */
export type CaseDeed = 'suggested' | 'accepted' | 'edited' | 'withdrawn';

export function caseCard(shown: CaseShown, speech: Speech, deed?: CaseDeed): Card {
  const { meeting, case: each, place } = shown;
  const texts = speech.say.agenda;
  const isWaiting = stateOfCase(each) === 'suggested';
  const label = isWaiting ? texts.suggestedPlace(place) : texts.caseNumber(caseLabel(each, place));
  return {
    language: speech.language,
    title: deed ? deedTitle(deed, shown, speech) : label,
    parts: [
      ...deedParts(deed, each, speech),
      ...sentParts(shown, speech),
      { kind: 'text', text: titleOf(each, speech), weight: 'strong' },
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'subtle' },
      facts(shown, speech),
      ...(each.access.level === 'exempt' && !shown.mayReadExempt
        ? [{ kind: 'text', text: texts.oneCase.withheld, weight: 'subtle' } as const]
        : []),
      ...(each.proposal ? proposalParts(each.proposal, speech) : []),
      ...paperParts(
        each.links.map(({ title, url }) => ({ label: title, url })),
        speech,
      ),
      { kind: 'buttons', buttons: buttons(shown, speech, deed) },
    ],
  };
}

function deedTitle(deed: CaseDeed, { case: each }: CaseShown, { say }: Speech): string {
  const texts = say.agenda.oneCase;
  switch (deed) {
    case 'suggested':
      return stateOfCase(each) === 'onAgenda' ? texts.acceptedTitle : texts.suggestedTitle;
    case 'accepted':
      return texts.acceptedTitle;
    case 'edited':
      return texts.editedTitle;
    case 'withdrawn':
      return texts.withdrawnTitle;
  }
}

function deedParts(deed: CaseDeed | undefined, each: Case, { say }: Speech): readonly Part[] {
  const { suggestedText, withdrawnTitle, withdrawnText } = say.agenda.oneCase;
  if (deed === 'withdrawn') return [{ kind: 'note', sign: 'information', text: withdrawnText }];
  switch (stateOfCase(each)) {
    case 'suggested':
      return deed === 'suggested' ? [{ kind: 'note', sign: 'done', text: suggestedText }] : [];
    case 'onAgenda':
      return [];
    case 'withdrawn':
      return [{ kind: 'note', sign: 'information', text: withdrawnTitle }];
  }
}

/** That it is on the agenda is not to say that people have been sent it. */
function sentParts({ isLeftOut, isUnsent }: CaseShown, { say }: Speech): readonly Part[] {
  const texts = say.agenda.oneCase;
  if (isLeftOut) return [{ kind: 'note', sign: 'information', text: texts.leftOut }];
  return isUnsent ? [{ kind: 'text', text: texts.unsent, weight: 'subtle' }] : [];
}

const factLength = 250;

function facts({ case: each, by }: CaseShown, { say }: Speech): Facts {
  const { agenda } = say;
  const texts = agenda.oneCase;
  const { access, owner, minutes } = each;
  const named = (label: string, value: string | undefined) =>
    value === undefined ? [] : [{ label, value: shortened(value, factLength) }];
  return {
    kind: 'facts',
    facts: [
      { label: texts.type, value: agenda.caseTypes[each.caseType] },
      ...named(texts.owner, owner),
      ...named(texts.minutes, minutes === undefined ? undefined : agenda.minutes(minutes)),
      {
        label: texts.access,
        value: access.level === 'public' ? texts.public : shortened(agenda.exempt(access.basis), factLength),
      },
      ...named(texts.suggestedBy, each.approves ? undefined : by),
    ],
  };
}

function proposalParts(proposal: string, { say }: Speech): readonly Part[] {
  return [
    { kind: 'text', text: say.agenda.oneCase.proposal, weight: 'strong' },
    { kind: 'text', text: proposal },
  ];
}

/** Drawn from the tables the rules ask; what cannot be undone stands last. */
function buttons(
  { meeting, case: each, mayChange, mayOrder, isConcluded, arePapersLate }: CaseShown,
  speech: Speech,
  deed: CaseDeed | undefined,
): readonly Button[] {
  const texts = speech.say.agenda.buttons;
  const about = { meeting: meeting.id, case: each.id };
  const isOpen = meetingCan(meeting, 'suggestCase') && mayChange && !isConcluded;
  const all: readonly (Button | false)[] = [
    mayOrder &&
      isOpen &&
      caseCan(each, 'accept') && { label: texts.accept, intent: { type: 'case.accept', ...about }, weight: 'primary' },
    isOpen &&
      caseCan(each, 'edit') && { label: texts.edit, intent: { type: 'case.edit-form', ...about }, opensForm: true },
    mayOrder &&
      deed === 'accepted' &&
      stateOfCase(each) === 'onAgenda' &&
      meetingCan(meeting, 'sendAgenda') &&
      sendAgendaButton(meeting, arePapersLate, speech.say),
    agendaButton(meeting, speech),
    isOpen &&
      caseCan(each, 'withdraw') && {
        label: texts.withdraw,
        intent: { type: 'case.withdraw', ...about },
        weight: 'danger',
      },
  ];
  return all.filter(button => button !== false);
}

export type SuggestedShown = Pick<CaseShown, 'case' | 'place'> & { readonly by: string };

/** To those who put cases on the agenda: these wait for them. */
export function casesSuggestedCard(
  { meeting, network }: { readonly meeting: Meeting; readonly network: string },
  suggested: readonly SuggestedShown[],
  speech: Speech,
): Card {
  const { oneCase, buttons: texts } = speech.say.agenda;
  const items = suggested.map(({ case: each, place, by }) => ({
    label: numberedTitle(each, place, speech),
    value: [shortened(by || speech.say.agenda.formerMember, factLength), caseDetails({ case: each }, speech)].join(
      ' · ',
    ),
  }));
  const accept = suggested.slice(0, mostAccepted).map(
    ({ case: { id }, place }): Button => ({
      label: texts.acceptOne(String(place)),
      intent: { type: 'case.accept', meeting: meeting.id, case: id },
    }),
  );
  return {
    language: speech.language,
    title: oneCase.waiting(suggested.length),
    parts: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      networkText(network),
      ...longList(items, speech, suggestedRoom),
      { kind: 'buttons', buttons: [...accept, agendaButton(meeting, speech)] },
    ],
  };
}

/** The others are put on it from the agenda. */
const mostAccepted = 8;
const suggestedRoom = 8_000;
