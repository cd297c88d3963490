/** What people have taken on, to those who have and those who lead. */
import { mostCharacters } from '../../src/features/meetings/case.ts';
import type { FollowUpId } from '../../src/features/meetings/case-conclusion.ts';
import type { FollowUp } from '../../src/features/meetings/follow-up.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { longList } from '../long-list.ts';
import { networkText } from '../networks/network-text.ts';
import { detailsOf, type FollowUpShown, followUpItems, whatText } from './follow-up-items.ts';

/** As many as stand readably under each other; each can be named by its place on the list. */
const mostButtons = 10;

/** The network's open ones, late ones first. @param mayClose whether this person may close one */
export function followUpsCard(
  all: readonly FollowUpShown[],
  mayClose: (followUp: FollowUp) => boolean,
  speech: Speech,
): Card {
  const { say, language } = speech;
  const numbered = followUpItems(all, speech).map(({ label, value }, at) => ({
    label: say.agenda.numbered(String(at + 1), label),
    value,
  }));
  const buttons = all
    .flatMap(({ followUp }, at) =>
      mayClose(followUp) ? [closeButton(followUp.id, say.agenda.buttons.closeFollowUp(String(at + 1)))] : [],
    )
    .slice(0, mostButtons);
  return {
    language,
    title: all.length > 0 ? say.agenda.followUps.title(all.length) : say.agenda.followUps.heading,
    parts: [
      ...(all.length > 0
        ? longList(numbered, speech, listRoom)
        : [{ kind: 'text', text: say.agenda.followUps.none } as const]),
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ],
  };
}

const listRoom = 14_000;

/** To its owner: before it is due, and after. */
export function followUpCard(shown: FollowUpShown, network: string, isLate: boolean, speech: Speech): Card {
  const { say, language } = speech;
  const { reminderTitle, lateTitle } = say.agenda.followUps;
  return {
    language,
    title: isLate ? lateTitle : reminderTitle,
    parts: [
      { kind: 'text', text: whatText(shown), weight: 'strong' },
      networkText(network),
      { kind: 'text', text: detailsOf(shown, speech) },
      { kind: 'buttons', buttons: [closeButton(shown.followUp.id, say.agenda.buttons.closeThis)] },
    ],
  };
}

export function followUpClosedCard(shown: FollowUpShown, { say, language }: Speech): Card {
  return {
    language,
    title: say.agenda.followUps.closedTitle,
    parts: [{ kind: 'note', sign: 'done', text: whatText(shown) }],
  };
}

export function closeFollowUpForm(
  { followUp }: Pick<FollowUpShown, 'followUp'>,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { say, language } = speech;
  const { formTitle, submit, note, noteHint } = say.agenda.followUps;
  return {
    language,
    title: formTitle,
    submit,
    cancel: say.forms.cancel,
    intent: { type: 'follow-up.close', followUp: followUp.id },
    intro: [{ kind: 'text', text: whatText({ followUp }), weight: 'strong' }],
    fields: [
      formFields(speech, filled).longText('note', {
        label: note,
        hint: noteHint,
        max: mostCharacters.note,
        isOptional: true,
      }),
    ],
  };
}

function closeButton(followUp: FollowUpId, label: string): Button {
  return { label, intent: { type: 'follow-up.close-form', followUp }, opensForm: true };
}
