import type { Form } from '../../../cards/card.ts';
import { type NeedNews, needCard } from '../../../cards/needs/need-card.ts';
import { needCheckCard } from '../../../cards/needs/need-check-card.ts';
import {
  type FilledPage,
  needLateForm,
  needPageForm,
  needReturnForm,
  needWithdrawForm,
} from '../../../cards/needs/need-forms.ts';
import { needHistoryCard } from '../../../cards/needs/need-history-card.ts';
import { myNeedsCard, needPartiesCard, needRoundsCard, partyNeedsCard } from '../../../cards/needs/need-lists.ts';
import type { Need, NeedId } from '../../features/needs/need.ts';
import { type NeedSeen, ownParties, partiesOf } from '../../features/needs/need-access.ts';
import { lacksIn } from '../../features/needs/need-check.ts';
import type { NeedContent } from '../../features/needs/need-fields.ts';
import type { needIntents } from '../../features/needs/need-intents.ts';
import { myNeeds, needByReference } from '../../features/needs/need-mine.ts';
import { tellingFields } from '../../features/needs/need-telling.ts';
import { type Round, type RoundId, roundCan } from '../../features/needs/round.ts';
import { roundsMeant } from '../../features/needs/round-meant.ts';
import { fieldsOf, only, saveNeed, whyNotSaved } from '../../features/needs/save-need.ts';
import { copyNeed, startNeed } from '../../features/needs/start-need.ts';
import { type PlainStep, type StepWanted, stepNeed } from '../../features/needs/step-need.ts';
import { submitNeed } from '../../features/needs/submit-need.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import { may } from '../../features/networks/who-may.ts';
import type { IntentOf } from '../../intents/intent.ts';
import type { Speech } from '../../texts/speak.ts';
import { idFrom } from '../../world.ts';
import { type Answer, type Asking, asMember, type Handlers, openForm, refuse } from '../asking.ts';
import { memberNames } from '../meetings/with-meeting.ts';
import { needAbout, newNeedForm, pageForm, returnDay, savedPage, shownNeed, withNeed } from './need-asking.ts';
import { needImportHandlers } from './need-import.ts';
import { withRound } from './round-found.ts';

export const needHandlers: Pick<Handlers, keyof typeof needIntents> = {
  'need.start': (asking, { round: named, party }) =>
    named === undefined ? startInOpen(asking) : start(asking, named, party),

  'need.new': (asking, intent) =>
    withRound(asking, intent.round, (actor, round, speech) => begin(asking, actor, round, intent.party, speech)),

  'need.copy': (asking, intent) =>
    withRound(asking, intent.round, async (actor, round, speech) => {
      const copied = await copyNeed(asking.tools, actor, round.id, intent.party);
      if (!copied.ok) return refuse(copied.refusal, speech);
      const party = round.invited.find(({ key }) => key === intent.party);
      if (!party) return refuse({ code: 'no-need' }, speech);
      const form = pageForm(actor, { round, need: copied.value.need, party }, 'who', speech);
      return openForm(asking, form, { type: 'need.copy', round: round.id, party: party.key }, speech);
    }),

  'need.open': (asking, { page: named, ...ref }) =>
    withNeed(asking, ref, async (actor, seen, speech) => {
      const { need } = seen;
      if (!seen.isOwn) return refuse({ code: 'not-allowed', deed: 'need.write' }, speech);
      const stops = whyNotSaved(need.value, seen.round.value, asking.tools.world.clock.now());
      if (stops) return refuse(stops, speech);
      const page = named ?? firstUnsaved(need.value);
      if (!page) return check(asking, seen, speech);
      const form = pageForm(actor, { round: seen.round.value, need: need.value, party: seen.party }, page, speech);
      return openForm(asking, form, { ...ref, type: 'need.open', page }, speech);
    }),

  'need.give': (asking, intent) => save(asking, intent, intent, 'what'),
  'need.who': (asking, intent) => save(asking, intent, intent, 'who'),
  'need.what': (asking, intent) => save(asking, intent, intent, 'what'),
  'need.how': (asking, intent) => save(asking, intent, intent, 'how'),

  'need.check': (asking, ref) => withNeed(asking, ref, async (_, seen, speech) => check(asking, seen, speech)),

  'need.submit': (asking, ref) =>
    withNeed(asking, ref, (actor, seen, speech) =>
      submit(asking, actor, seen, speech, seen.need.value.state === 'submitted' ? 'alreadySent' : 'submitted'),
    ),

  'need.late': (asking, { reason, ...ref }) =>
    withNeed(asking, ref, (actor, seen, speech) => submit(asking, actor, seen, speech, 'taken', { reason })),

  'need.reopen': (asking, ref) => step(asking, { ...ref, step: 'reopen' }),
  'need.accept': (asking, ref) => step(asking, { ...ref, step: 'accept' }),
  'need.return': (asking, intent) => step(asking, { ...intent, step: 'return' }),
  'need.withdraw': (asking, intent) => step(asking, { ...intent, step: 'withdraw' }),

  'need.return-form': (asking, ref) =>
    stepForm(asking, 'need.return-form', ref, (seen, speech, { network }) =>
      needReturnForm(needAbout(seen, speech), returnDay(asking, seen.round.value, network.zone), speech),
    ),
  'need.withdraw-form': (asking, ref) =>
    stepForm(asking, 'need.withdraw-form', ref, (seen, speech) => needWithdrawForm(needAbout(seen, speech), speech)),
  'need.late-form': (asking, ref) =>
    stepForm(asking, 'need.late-form', ref, (seen, speech) => needLateForm(needAbout(seen, speech), speech)),

  'need.show': (asking, ref) =>
    withNeed(asking, ref, async (_, seen, speech) => ({ whisper: needCard(shownNeed(asking, seen), speech) })),

  'need.history': (asking, ref) =>
    withNeed(asking, ref, async ({ network }, seen, speech) => {
      const nameOf = await memberNames(asking.tools, network.id);
      return { whisper: needHistoryCard(shownNeed(asking, seen), nameOf, speech) };
    }),

  'need.find': (asking, { reference }) =>
    asMember(asking, async (actor, speech) => {
      const seen = await needByReference(asking.tools, actor, reference);
      return seen ? { whisper: needCard(shownNeed(asking, seen), speech) } : refuse({ code: 'no-need' }, speech);
    }),

  'needs.mine': asking =>
    asMember(asking, async (actor, speech) => ({
      whisper: myNeedsCard(await myNeeds(asking.tools, actor), speech),
    })),

  ...needImportHandlers,
};

/** Where only one round asks the parties a person answers for, it is meant; of several they choose. */
function startInOpen(asking: Asking): Promise<Answer> {
  return asMember(asking, async (actor, speech) => {
    const { tools } = asking;
    const now = tools.world.clock.now();
    const meant = (await roundsMeant(tools, actor.network.id, undefined)).map(({ value }) => value);
    const open = meant.filter(round => roundCan('answer', round, now));
    const isOwn = await Promise.all(open.map(async round => (await partiesOf(tools, actor, round)).length > 0));
    const own = open.filter((_, at) => isOwn[at]);
    const [round, ...others] = [own, open.slice(0, 1), meant].find(each => each.length > 0) ?? [];
    if (round && others.length > 0) return { whisper: needRoundsCard([round, ...others], now, speech) };
    return start(asking, round?.id);
  });
}

function start(asking: Asking, named: RoundId | number | undefined, partyKey?: string): Promise<Answer> {
  return withRound(asking, named, async (actor, round, speech) => {
    const started = await startNeed(asking.tools, actor, round.id, partyKey);
    if (!started.ok) return refuse(started.refusal, speech);
    const { value } = started;
    if (value.kind === 'parties') return { whisper: needPartiesCard(round, value.parties, speech) };
    const isFirst = value.needs.length === 0 && !value.hasEarlier;
    return isFirst ? begin(asking, actor, round, value.party.key, speech) : { whisper: partyNeedsCard(value, speech) };
  });
}

async function begin(asking: Asking, actor: Actor, round: Round, party: string, speech: Speech): Promise<Answer> {
  const started = await startNeed(asking.tools, actor, round.id, party);
  if (!started.ok) return refuse(started.refusal, speech);
  const { value } = started;
  if (value.kind === 'parties') return { whisper: needPartiesCard(round, value.parties, speech) };
  if (!value.mayBegin) return { whisper: partyNeedsCard(value, speech) };
  const need = idFrom('need', round.id, party, actor.requestKey) as NeedId;
  const form = newNeedForm(actor, round, value.party, need, speech);
  return openForm(asking, form, { type: 'need.new', round: round.id, party }, speech);
}

/** Where a person goes on; nothing where every page of a draft is saved, and what lacks is to be looked over. */
function firstUnsaved({ form, pages, state }: Need): FilledPage | undefined {
  if (form === 'input') return 'what';
  const unsaved = (['who', 'what', 'how'] as const).find(page => !pages[page]);
  // What was sent back is gone through from its beginning, where the reason stands.
  return unsaved ?? (state === 'returned' ? 'who' : undefined);
}

type Saving = Pick<IntentOf<'need.who'>, 'round' | 'party' | 'need' | 'revision' | 'sure'>;

const nextPage = { who: 'what', what: 'how', how: undefined } as const;

/** One page, and then the next; an innspill is sent at once. What is asked about is shown with what was typed. */
function save(asking: Asking, saving: Saving, fields: NeedContent, page: FilledPage): Promise<Answer> {
  return withRound(asking, saving.round, async (actor, round, speech) => {
    const party = (await partiesOf(asking.tools, actor, round)).find(({ key }) => key === saving.party);
    if (!party) return refuse({ code: 'no-need-party', own: await ownParties(asking.tools, actor) }, speech);
    const kept = savedPage(round, page);
    const content = only(fields, fieldsOf(round.form, kept));
    const shown = { round, party, need: saving.need, page, revision: saving.revision, content };
    const telling = tellingFields(content);
    if (saving.sure === 'no' && telling.length > 0) {
      return { form: needPageForm({ ...shown, telling }, speech) };
    }
    const { need, revision } = saving;
    const saved = await saveNeed(asking.tools, actor, {
      round: round.id,
      party: party.key,
      need,
      page: kept,
      revision,
      content,
    });
    if (!saved.ok) {
      if (saved.refusal.code !== 'page-saved') return refuse(saved.refusal, speech);
      const { by, at, content: theirs, revision: latest } = saved.refusal;
      const nameOf = await memberNames(asking.tools, actor.network.id);
      const meanwhile = { by: nameOf(by) || speech.say.need.someone, at, content: theirs };
      return { form: needPageForm({ ...shown, revision: latest, meanwhile }, speech) };
    }
    const next = nextPage[page];
    if (round.form === 'need' && next) {
      return { form: pageForm(actor, { round, need: saved.value.need, party }, next, speech) };
    }
    return withNeed(asking, { round: round.id, need }, (own, seen, said) =>
      round.form === 'need' ? Promise.resolve(check(asking, seen, said)) : submit(asking, own, seen, said, 'submitted'),
    );
  });
}

function check(asking: Asking, seen: NeedSeen, speech: Speech): Answer {
  const lacks = lacksIn(seen.need.value, seen.round.value, asking.tools.world.clock.now());
  return { whisper: needCheckCard(shownNeed(asking, seen), lacks, speech) };
}

async function submit(
  asking: Asking,
  actor: Actor,
  seen: NeedSeen,
  speech: Speech,
  news: NeedNews,
  late?: { readonly reason: string },
): Promise<Answer> {
  const ref = { round: seen.round.value.id, need: seen.need.value.id };
  const sent = await submitNeed(asking.tools, actor, ref, late);
  if (sent.ok) return { whisper: needCard(shownNeed(asking, sent.value), speech, news) };
  return sent.refusal.code === 'need-lacks' ? check(asking, seen, speech) : refuse(sent.refusal, speech);
}

const newsOf = {
  reopen: 'reopened',
  accept: 'accepted',
  return: 'sentBack',
  withdraw: 'withdrawn',
} as const satisfies Record<PlainStep, NeedNews>;

function step(asking: Asking, wanted: StepWanted): Promise<Answer> {
  return withNeed(asking, wanted, async (actor, _seen, speech) => {
    const stepped = await stepNeed(asking.tools, actor, wanted);
    return stepped.ok
      ? { whisper: needCard(shownNeed(asking, stepped.value), speech, newsOf[wanted.step]) }
      : refuse(stepped.refusal, speech);
  });
}

type FormOfStep = 'need.return-form' | 'need.withdraw-form' | 'need.late-form';

function stepForm(
  asking: Asking,
  type: FormOfStep,
  ref: Pick<IntentOf<FormOfStep>, 'round' | 'need'>,
  draw: (seen: NeedSeen, speech: Speech, actor: Actor) => Form,
): Promise<Answer> {
  return withNeed(asking, ref, async (actor, seen, speech) => {
    const isPartys = type === 'need.withdraw-form';
    if (!isPartys && !may(actor.roles, 'need.handle')) {
      return refuse({ code: 'not-allowed', deed: 'need.handle' }, speech);
    }
    if (isPartys && !seen.isOwn) return refuse({ code: 'not-allowed', deed: 'need.write' }, speech);
    return openForm(asking, draw(seen, speech, actor), { type, ...ref }, speech);
  });
}
