/** A version of minutes → what their document says, in the language the version is written in. */

import type { CaseType } from '../../src/features/meetings/case.ts';
import { type Minutes, type MinutesVersion, stateOfVersion } from '../../src/features/meetings/minutes.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { caseTitle } from './agenda-words.ts';
import type {
  MinutesCase,
  MinutesContent,
  MinutesKind,
  MinutesSpeech,
  MinutesVersion as VersionShown,
} from './minutes-content.ts';

const typeInDocument = {
  decision: 'decision',
  discussion: 'discussion',
  information: 'information',
  approval: 'approval',
  other: 'otherBusiness',
} as const satisfies Record<CaseType, MinutesCase['type']>;

const stateInDocument = { draft: 'draft', sent: 'sent', approved: 'final' } as const;

export function minutesInDocument(
  minutes: Minutes,
  { content, version, madeAt }: MinutesVersion,
  kind: MinutesKind,
  speech: Speech,
): MinutesContent {
  const { cases, number, ...same } = content;
  const state: VersionShown['state'] = stateInDocument[stateOfVersion(minutes, version)];
  const { approved } = minutes;
  return {
    ...same,
    kind,
    number: String(number),
    cases: cases.map(each => ({
      number: each.number,
      type: typeInDocument[each.caseType],
      title: caseTitle(each, speech),
      recused: [],
      presented: each.links,
      discussion: each.discussion,
      conclusion: each.conclusion && { method: each.conclusion.method, text: each.conclusion.text ?? '' },
      dissent: each.dissent,
      followUps: each.followUps,
    })),
    version: { number: version, state, madeAt },
    ...(approved?.version === version && {
      approved: { inMeeting: approved.inMeeting?.toString(), at: approved.at, reason: approved.passedOver?.reason },
    }),
  };
}

export function minutesSpeech({ language, say, when, span, day, list }: Speech): MinutesSpeech {
  const { titles, versions, page, pageOf, approved, approvedByHand, ...words } = say.agenda.document;
  return {
    language,
    when,
    period: span,
    day,
    list,
    texts: {
      ...words,
      title: (kind, number) => titles[kind](number),
      page: [`${page} `, ` ${pageOf} `],
      version: (number, state, at) => versions[state](number, at),
      approved: (inMeeting, at) => (inMeeting === undefined ? approvedByHand(at) : approved(inMeeting, at)),
      passedOver: say.agenda.minutesCard.passedOver,
    },
  };
}
