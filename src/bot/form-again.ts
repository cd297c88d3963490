/** A form that was refused is shown again with what was filled in and what is wrong: nothing typed is lost. */
import { z } from 'zod';
import type { Field, Form } from '../../cards/card.ts';
import type { Filled } from '../../cards/filled.ts';
import { needProblemLine } from '../../cards/needs/need-import-cards.ts';
import { codeForm, newNetworkForm, rosterForm } from '../../cards/networks/network-forms.ts';
import { answerForm, extendForm, newPollForm } from '../../cards/polls/poll-forms.ts';
import { allowed, identifyMember } from '../features/networks/identify-member.ts';
import type { PollId } from '../features/polls/poll.ts';
import { pollPartition, polls } from '../features/polls/poll-store.ts';
import type { WireRefusal } from '../intents/wire.ts';
import type { Refusal } from '../texts/refusal.ts';
import { rosterProblemLine } from '../texts/roster-texts.ts';
import type { Speech } from '../texts/speak.ts';
import { type Asking, aWeekOn, type FormsAgain, type Payload, speechFor } from './asking.ts';
import { deliveryForms } from './deliveries/delivery-forms.ts';
import { agendaForms } from './meetings/agenda-forms.ts';
import { meetingForms } from './meetings/meeting-forms.ts';
import { needForms } from './needs/need-forms.ts';
import { rankingFormsAgain } from './needs/ranking-forms.ts';
import { roundFormsAgain } from './needs/round-forms.ts';
import { setFormsAgain } from './needs/set-forms.ts';
import { termForms } from './networks/term-forms.ts';
import type { Reply } from './platform.ts';
import { yearForms } from './year/year-forms.ts';

/** The intents that have a form; those that have not are refused in words. */
const forms: FormsAgain = {
  ...deliveryForms,
  ...yearForms,
  ...termForms,
  ...meetingForms,
  ...agendaForms,
  ...needForms,
  ...roundFormsAgain,
  ...setFormsAgain,
  ...rankingFormsAgain,
  'network.start': async ({ speech }, _payload, filled) => newNetworkForm(speech, filled),
  'code.redeem': async ({ speech }, _payload, filled) => codeForm(speech, filled),
  'roster.preview': async ({ speech }, _payload, filled) => rosterForm(speech, filled),
  'poll.open': async ({ speech, tools, settings }, _payload, filled) =>
    newPollForm(speech, aWeekOn(tools.world.clock.now(), settings.zone), filled),
  'poll.extend': extendAgain,
  'poll.rank': rankAgain,
};

/** The intents that come from forms. */
export const formTypes: readonly string[] = Object.keys(forms);

/** @returns undefined where there is no form to show, or nothing in it to mend */
export async function formAgain(asking: Asking, given: unknown, refusal: Refusal): Promise<Reply | undefined> {
  if (!asking.from.canOpenForm || !isPayload(given)) return undefined;
  const errors = errorsOf(refusal, asking.speech);
  const form = forms[String(given['type'])];
  if (!form || Object.keys(errors).length === 0) return undefined;
  const shown = await form(asking, given, { values: keptValues(given, refusal), errors });
  // What is wrong with something nobody was asked for is told in words.
  return shown?.fields.some(({ error }) => error !== undefined) ? { form: fitting(shown) } : undefined;
}

/** Only to one who may move the deadline: to anyone else the poll's question is not told. */
async function extendAgain(asking: Asking, { poll: id }: Payload, filled: Filled): Promise<Form | undefined> {
  const seen = await pollSeen(asking, id);
  if (!seen || !allowed(seen.actor, 'poll.extend').ok) return undefined;
  const { poll, actor, speech } = seen;
  return extendForm(poll, speech, aWeekOn(poll.closesAt, actor.network.zone), filled);
}

async function rankAgain(asking: Asking, { poll: id, seat }: Payload, filled: Filled): Promise<Form | undefined> {
  const seen = await pollSeen(asking, id);
  return seen && answerForm(seen.poll, [], typeof seat === 'string' ? seat : undefined, seen.speech, filled);
}

/** A poll of a network the person is a member of. */
async function pollSeen({ tools, from, settings, chosen }: Asking, id: unknown) {
  const poll = typeof id === 'string' ? await polls.get(tools.store, pollPartition(id as PollId), 'poll') : undefined;
  const actor = poll && (await identifyMember(tools, from, poll.value.networkId));
  if (!poll || !actor?.ok) return undefined;
  const { member, network } = actor.value;
  const speech = speechFor(from, settings, chosen ?? member.language, network);
  return { poll: poll.value, actor: actor.value, speech };
}

/**
 * A text that is too long is shown as far as the field holds it, and words for a day leave its picker empty; the field's
 * error says so.
 */
function fitting(form: Form): Form {
  return { ...form, fields: form.fields.map(fittingField) };
}

function fittingField(field: Field): Field {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return { ...field, value: field.value?.slice(0, field.max) };
    case 'date':
      return { ...field, value: z.iso.date().safeParse(field.value).data };
    case 'time':
      return { ...field, value: z.iso.time({ precision: -1 }).safeParse(field.value).data };
    case 'choice':
    case 'choices':
      return field;
  }
}

function errorsOf(refusal: Refusal, speech: Speech): Filled['errors'] {
  if (isWireRefusal(refusal)) {
    return Object.fromEntries(
      refusal.fields.map(problem => [problem.field, speech.say.forms.problems[problem.problem](problem)]),
    );
  }
  if (refusal.code === 'roster-bad') {
    return { csv: badLines(refusal.problems, speech, problem => rosterProblemLine(speech.roster, problem)) };
  }
  if (refusal.code === 'need-file-bad') {
    return { rows: badLines(refusal.problems, speech, problem => needProblemLine(problem, speech)) };
  }
  return 'field' in refusal ? { [refusal.field]: speech.refusal(refusal) } : {};
}

/** As many bad lines as stand readably at a field; the rest is told by its number. */
function badLines<P>(problems: readonly P[], { say }: Speech, lineOf: (problem: P) => string): string {
  const lines = problems.slice(0, mostBadLines).map(lineOf);
  const rest = problems.length - lines.length;
  return [...lines, ...(rest > 0 ? [say.roster.more(rest)] : [])].join(' ');
}

const mostBadLines = 8;

function isWireRefusal(refusal: Refusal): refusal is Extract<WireRefusal, { code: 'invalid' }> {
  return refusal.code === 'invalid';
}

/** A field with a national identity number in it is shown empty: the number is not repeated. */
function keptValues(given: Payload, refusal: Refusal): Payload {
  const unkept = unkeptIn(refusal);
  const kept = Object.entries(given).filter(([field]) => field !== 'type' && !unkept.includes(field));
  return Object.fromEntries(kept.map(([field, value]) => [field, Array.isArray(value) ? value.join('\n') : value]));
}

function unkeptIn(refusal: Refusal): readonly string[] {
  if (isWireRefusal(refusal)) {
    return refusal.fields.filter(({ problem }) => problem === 'national-id').map(({ field }) => field);
  }
  const isNumbered = refusal.code === 'need-file-bad' && refusal.problems.some(({ code }) => code === 'national-id');
  return isNumbered ? ['rows'] : [];
}

function isPayload(given: unknown): given is Payload {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
