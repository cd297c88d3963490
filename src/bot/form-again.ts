/** A form that was refused is shown again with what was filled in and what is wrong: nothing typed is lost. */
import type { Form } from '../../cards/card.ts';
import type { Filled } from '../../cards/filled.ts';
import { codeForm, newNetworkForm, rosterForm } from '../../cards/network-forms.ts';
import { extendForm, newPollForm } from '../../cards/poll-forms.ts';
import type { PollId } from '../features/polls/poll.ts';
import { pollPartition, polls } from '../features/polls/poll-store.ts';
import type { WireRefusal } from '../intents/wire.ts';
import type { Refusal } from '../texts/refusal.ts';
import type { Speech } from '../texts/speak.ts';
import { type Asking, aWeekOn } from './asking.ts';
import type { Reply } from './platform.ts';

type Payload = Readonly<Record<string, unknown>>;

/** The intents that have a form; those that have not are refused in words. */
const forms: Readonly<Record<string, (asking: Asking, payload: Payload, filled: Filled) => Promise<Form | undefined>>> =
  {
    'network.start': async ({ speech }, _payload, filled) => newNetworkForm(speech, filled),
    'code.redeem': async ({ speech }, _payload, filled) => codeForm(speech, filled),
    'roster.preview': async ({ speech }, _payload, filled) => rosterForm(speech, filled),
    'poll.open': async ({ speech, tools, settings }, _payload, filled) =>
      newPollForm(speech, aWeekOn(tools.world.clock.now(), settings.zone), filled),
    'poll.extend': async ({ speech, tools, settings }, { poll: id }, filled) => {
      const poll = typeof id === 'string' && (await polls.get(tools.store, pollPartition(id as PollId), 'poll'));
      return poll ? extendForm(poll.value, speech, aWeekOn(poll.value.closesAt, settings.zone), filled) : undefined;
    },
  };

/** @returns undefined where there is no form to show, or nothing in it to mend */
export async function formAgain(asking: Asking, given: unknown, refusal: Refusal): Promise<Reply | undefined> {
  if (!asking.from.canOpenForm || !isPayload(given)) return undefined;
  const errors = errorsOf(refusal, asking.speech);
  const form = forms[String(given['type'])];
  if (!form || Object.keys(errors).length === 0) return undefined;
  const shown = await form(asking, given, { values: keptValues(given, refusal), errors });
  return shown && { form: shown };
}

function errorsOf(refusal: Refusal, speech: Speech): Filled['errors'] {
  if (isWireRefusal(refusal)) {
    return Object.fromEntries(
      refusal.fields.map(problem => [problem.field, speech.say.forms.problems[problem.problem](problem)]),
    );
  }
  return 'field' in refusal ? { [refusal.field]: speech.refusal(refusal) } : {};
}

function isWireRefusal(refusal: Refusal): refusal is Extract<WireRefusal, { code: 'invalid' }> {
  return refusal.code === 'invalid';
}

/** A field with a national identity number in it is shown empty: the number is not repeated. */
function keptValues(given: Payload, refusal: Refusal): Payload {
  const unkept = isWireRefusal(refusal)
    ? refusal.fields.filter(({ problem }) => problem === 'national-id').map(({ field }) => field)
    : [];
  const kept = Object.entries(given).filter(([field]) => field !== 'type' && !unkept.includes(field));
  return Object.fromEntries(kept.map(([field, value]) => [field, Array.isArray(value) ? value.join('\n') : value]));
}

function isPayload(given: unknown): given is Payload {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
