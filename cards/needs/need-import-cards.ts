/** A file of needs: the form it is pasted in, what would come of it, and what came. Whispered to the secretariat. */
import type { LineFate, NeedArrived, NeedImport, NeedsTakenIn } from '../../src/features/needs/import-needs.ts';
import type { Need } from '../../src/features/needs/need.ts';
import type { NeedLineProblem } from '../../src/features/needs/need-file.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Form, List, Part } from '../card.ts';
import { doneNote } from '../done-note.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { cardLimits } from '../limits.ts';
import { longList, mostListBytes } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { partyWords, roundWords, titleOfNeed } from './need-words.ts';

/** As much as a box in a chat holds; longer files are pasted in a message. */
const pastedCharacters = 3000;

export function needImportForm(
  round: Pick<Round, 'id' | 'scheme' | 'year'>,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { language, say } = speech;
  const { form: texts } = say.needImport;
  return {
    language,
    title: texts.title,
    submit: texts.submit,
    cancel: say.forms.cancel,
    intent: { type: 'needs.import', round: round.id },
    intro: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      { kind: 'text', text: texts.example },
      { kind: 'text', text: texts.exampleLines },
    ],
    fields: [
      formFields(speech, filled).longText('rows', { label: texts.csv, hint: texts.hint, max: pastedCharacters }),
    ],
  };
}

/** «Linje 4, Beløp dere søker om, per år: skriv hele kroner, uten øre.» */
export function needProblemLine(problem: NeedLineProblem, { say }: Speech): string {
  const { place, problems, columns } = say.needImport;
  const names: Readonly<Record<string, string>> = { ...say.need.labels, ...columns };
  return `${place(problem.line, names[problem.field ?? ''] ?? '')}: ${problems[problem.code](problem)}`;
}

export function needImportCard({ round, file, arrived, draftId }: NeedImport, speech: Speech): Card {
  const { say, language, command } = speech;
  const texts = say.needImport;
  const comes = arrived.filter(({ fate }) => fate === 'new' || fate === 'changed').length;
  const typed = `${command('takeInNeeds')} ${draftId} – ${say.help.commands.takeInNeeds.does}`;
  const take: Button = {
    label: texts.buttons.takeIn,
    intent: { type: 'needs.take-in', draft: draftId },
    weight: 'primary',
  };
  return {
    language,
    title: texts.preview(comes),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      { kind: 'note', sign: 'information', text: texts.notSaved },
      ...fateParts(arrived, round, speech),
      ...tellingParts(file.telling, speech),
      ...badParts(file.bad, speech),
      ...(comes > 0
        ? ([
            { kind: 'text', text: texts.becomeDrafts },
            { kind: 'buttons', buttons: [take] },
            { kind: 'text', text: typed, weight: 'subtle' },
          ] as const)
        : []),
    ],
  };
}

/** @param standsIn those that the secretariat may send, of parties that have nobody here */
export function needsTakenInCard({ round, arrived }: NeedsTakenIn, standsIn: readonly Need[], speech: Speech): Card {
  const texts = speech.say.needImport;
  const came = arrived.filter(({ fate }) => fate === 'new' || fate === 'changed').length;
  const shown = standsIn.slice(0, mostToSend);
  return {
    language: speech.language,
    title: came === 0 ? texts.takenNone : texts.taken(came),
    parts: [
      ...(came > 0 ? [doneNote(texts.becomeDrafts)] : []),
      ...fateParts(arrived, round, speech),
      ...(shown.length > 0
        ? ([
            { kind: 'text', text: texts.standIn, weight: 'strong' },
            { kind: 'buttons', buttons: shown.map(need => lookOver(need, round, speech)) },
          ] as const)
        : []),
    ],
  };
}

/** The others are a press away once these are sent and the file is taken in again. */
const mostToSend = 20;

function lookOver(need: Need, round: Round, speech: Speech): Button {
  const label = `${titleOfNeed(need, speech)} – ${nameIn(round, need)}`;
  return {
    label: shortened(label, cardLimits.buttonLabel),
    intent: { type: 'need.check', round: round.id, need: need.id },
  };
}

function nameIn({ invited }: Round, { partyKey }: Need): string {
  const party = invited.find(({ key }) => key === partyKey);
  return party ? partyWords(party) : partyKey;
}

const fates: readonly LineFate[] = ['new', 'changed', 'same', 'touched', 'too-many'];

function fateParts(arrived: readonly NeedArrived[], round: Round, speech: Speech): readonly Part[] {
  return fates.flatMap(fate => {
    const those = arrived.filter(each => each.fate === fate);
    const items = those.map(({ need }) => ({
      label: shortened(nameIn(round, need), 80),
      value: shortened(titleOfNeed(need, speech), 100),
    }));
    return headed(speech.say.needImport.fates[fate](those.length), items, speech);
  });
}

function tellingParts(telling: NeedImport['file']['telling'], speech: Speech): readonly Part[] {
  const { say } = speech;
  const { place, telling: why, tellingTitle } = say.needImport;
  const items = telling.map(each => ({ label: `${place(each.line, say.need.labels[each.field])}: ${why[each.why]}` }));
  return headed(tellingTitle, items, speech);
}

function badParts(bad: readonly NeedLineProblem[], speech: Speech): readonly Part[] {
  const { bad: title, badText } = speech.say.needImport;
  if (bad.length === 0) return [];
  const lines = new Set(bad.map(({ line }) => line)).size;
  const items = bad.map(problem => ({ label: needProblemLine(problem, speech) }));
  return [...headed(title(lines), items, speech), { kind: 'note', sign: 'warning', text: badText }];
}

/** Seven lists share what a card has room for, beside what stands around them. */
const roomForEach = mostListBytes / 10;

function headed(title: string, items: List['items'], speech: Speech): readonly Part[] {
  if (items.length === 0) return [];
  return [{ kind: 'text', text: title, weight: 'strong' }, ...longList(items, speech, roomForEach)];
}
