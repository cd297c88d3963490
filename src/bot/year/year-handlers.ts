/** Intents about the year and the rules → workflow → what the person is told. */
import { milestonesAddedCard, yearCard } from '../../../cards/year/year-cards.ts';
import { milestoneForm, proposalsForm, removeMilestoneForm } from '../../../cards/year/year-forms.ts';
import {
  type MilestoneShown,
  milestoneRemovedCard,
  milestoneSavedCard,
  milestoneShownCard,
} from '../../../cards/year/year-milestone-cards.ts';
import { groupsForm, rulesCard, rulesForm } from '../../../cards/year/year-rules.ts';
import { allMeetings } from '../../features/meetings/meeting-store.ts';
import { type Actor, allowed, identifyMember } from '../../features/networks/identify-member.ts';
import type { Network, SeatGroup } from '../../features/networks/network.ts';
import { may } from '../../features/networks/who-may.ts';
import { acceptMilestones, proposeMilestones } from '../../features/year/accept-milestones.ts';
import { addMilestone } from '../../features/year/add-milestone.ts';
import { changeMilestone } from '../../features/year/change-milestone.ts';
import { changeGroups, changeRules } from '../../features/year/change-rules.ts';
import { type Milestone, type MilestoneId, yearOf } from '../../features/year/milestone.ts';
import type { WantedMilestone } from '../../features/year/milestone-content.ts';
import { milestoneReminders } from '../../features/year/milestone-reminders.ts';
import { milestoneBy, milestoneNumbered, milestonesIn } from '../../features/year/milestone-store.ts';
import { calendarOf } from '../../features/year/network-calendar.ts';
import type { StepTitles } from '../../features/year/proposed-milestones.ts';
import { removeMilestone } from '../../features/year/remove-milestone.ts';
import { dayOff } from '../../features/year/work-days.ts';
import type { yearIntents } from '../../features/year/year-intents.ts';
import { type YearLine, yearOverview } from '../../features/year/year-overview.ts';
import { type Speech, speak } from '../../texts/speak.ts';
import { dayOf } from '../../world.ts';
import { type Answer, type Asking, asActor, asMember, type Handlers, openForm, refuse } from '../asking.ts';

export const yearHandlers: Pick<Handlers, keyof typeof yearIntents> = {
  'year.show': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const { network, roles } = actor;
      const year = intent.year ?? thisYear(asking, actor);
      const milestones = await milestonesIn(asking.tools, network.id, year);
      const meetings = await meetingLines(asking, actor, year, speech);
      const overview = yearOverview(year, calendarOf(network.rules), milestones, meetings);
      return { answer: yearCard({ network: network.name, overview, county: network.rules.county, roles }, speech) };
    }),

  'year.propose-form': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const { source } = intent;
      const year = intent.year ?? thisYear(asking, actor) + 1;
      const proposed = await proposeMilestones(asking.tools, actor, {
        year,
        source,
        titles: stepTitles(actor.network),
      });
      if (!proposed.ok) return refuse(proposed.refusal, speech);
      const form = proposalsForm({ year, source, proposals: proposed.value }, speech);
      return openForm(asking, form, { type: 'year.propose-form', year, source }, speech);
    }),

  'year.accept': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const { source, which: keys } = intent;
      const year = intent.year ?? thisYear(asking, actor) + 1;
      const titles = stepTitles(actor.network);
      const accepted = await acceptMilestones(asking.tools, actor, { year, source, keys, titles });
      return accepted.ok
        ? { whisper: milestonesAddedCard(year, accepted.value, speech) }
        : refuse(accepted.refusal, speech);
    }),

  'milestone.form': (asking, { title }) =>
    asMember(asking, async (actor, speech) => {
      const right = allowed(actor, 'year.change');
      if (!right.ok) return refuse(right.refusal, speech);
      const shownAs = { leadDays: actor.network.rules.reminderLeadDays };
      const form = milestoneForm(shownAs, speech, { values: { title }, errors: {} });
      return openForm(asking, form, { type: 'milestone.form', ...(title !== undefined && { title }) }, speech);
    }),

  'milestone.add': add,

  'milestone.add-typed': add,

  'milestone.show': (asking, intent) =>
    withMilestone(asking, intent.milestone, async (actor, milestone, speech) => ({
      answer: milestoneShownCard(shown(asking, actor, milestone), speech),
    })),

  'milestone.change-form': (asking, intent) =>
    withMilestone(asking, intent.milestone, async (actor, milestone, speech) => {
      const right = allowed(actor, 'year.change');
      if (!right.ok) return refuse(right.refusal, speech);
      const form = milestoneForm({ milestone, leadDays: milestone.leadDays }, speech);
      return openForm(asking, form, { type: 'milestone.change-form', milestone: milestone.id }, speech);
    }),

  'milestone.change': (asking, intent) =>
    withMilestone(asking, intent.milestone, async (actor, { id }, speech) => {
      const changed = await changeMilestone(asking.tools, actor, id, intent);
      return changed.ok
        ? { whisper: milestoneSavedCard(shown(asking, actor, changed.value), 'changed', speech) }
        : refuse(changed.refusal, speech);
    }),

  'milestone.remove-form': (asking, intent) =>
    withMilestone(asking, intent.milestone, async (actor, milestone, speech) => {
      const right = allowed(actor, 'year.change');
      if (!right.ok) return refuse(right.refusal, speech);
      const form = removeMilestoneForm(milestone, speech);
      return openForm(asking, form, { type: 'milestone.remove-form', milestone: milestone.id }, speech);
    }),

  'milestone.remove': (asking, intent) =>
    withMilestone(asking, intent.milestone, async (actor, { id }, speech) => {
      const removed = await removeMilestone(asking.tools, actor, id);
      return removed.ok ? { whisper: milestoneRemovedCard(removed.value, speech) } : refuse(removed.refusal, speech);
    }),

  'rules.show': asking =>
    asMember(asking, async (actor, speech) => ({ answer: rulesOf(actor, actor.network, speech) })),

  'rules.form': asking =>
    asMember(asking, async (actor, speech) => {
      const right = allowed(actor, 'rules.change');
      if (!right.ok) return refuse(right.refusal, speech);
      return openForm(asking, rulesForm(actor.network.rules, speech), { type: 'rules.form' }, speech);
    }),

  'rules.change': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const changed = await changeRules(asking.tools, actor, intent);
      return changed.ok ? { whisper: rulesOf(actor, changed.value, speech, true) } : refuse(changed.refusal, speech);
    }),

  'rules.groups-form': asking =>
    asMember(asking, async (actor, speech) => {
      const right = allowed(actor, 'rules.change');
      if (!right.ok) return refuse(right.refusal, speech);
      const form = groupsForm(actor.network.rules, groupsOf(actor), speech);
      return openForm(asking, form, { type: 'rules.groups-form' }, speech);
    }),

  'rules.groups': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const changed = await changeGroups(asking.tools, actor, intent);
      return changed.ok ? { whisper: rulesOf(actor, changed.value, speech, true) } : refuse(changed.refusal, speech);
    }),
};

function add(asking: Asking, wanted: WantedMilestone): Promise<Answer> {
  return asMember(asking, async (actor, speech) => {
    const added = await addMilestone(asking.tools, actor, wanted);
    return added.ok
      ? { whisper: milestoneSavedCard(shown(asking, actor, added.value), 'added', speech) }
      : refuse(added.refusal, speech);
  });
}

/** The groups that have seats, in the order of the seats. */
export function groupsOf({ seats }: Actor): readonly SeatGroup[] {
  return [...new Set(seats.map(({ group }) => group))];
}

/** What is stored is written in the network's language, whoever asks. */
export function stepTitles({ languages, zone }: Network): StepTitles {
  return speak(languages[0] ?? 'nb', zone).say.year.steps;
}

export function thisYear({ tools }: Pick<Asking, 'tools'>, { network }: Pick<Actor, 'network'>): number {
  return yearOf(dayOf(tools.world.clock.now(), network.zone));
}

function rulesOf(actor: Actor, { name, rules }: Network, speech: Speech, isChanged = false) {
  return rulesCard({ network: name, rules, groups: groupsOf(actor), roles: actor.roles, isChanged }, speech);
}

function shown({ tools }: Asking, { network, roles }: Actor, milestone: Milestone): MilestoneShown {
  return {
    milestone,
    reminders: milestoneReminders(milestone, network, tools.world.clock.now()),
    dayOff: dayOff(milestone.on, calendarOf(network.rules)) ?? [],
    mayChange: may(roles, 'year.change'),
  };
}

type Work = (actor: Actor, milestone: Milestone, speech: Speech) => Promise<Answer>;

/** Told by its id, the milestone tells the network; to anyone who is not in it there is no such milestone. */
async function withMilestone(asking: Asking, named: MilestoneId | number, work: Work): Promise<Answer> {
  const { tools, from, speech } = asking;
  if (typeof named === 'number') {
    return asMember(asking, async (actor, own) => {
      const milestone = await milestoneNumbered(tools, actor.network.id, named);
      return milestone ? work(actor, milestone.value, own) : refuse({ code: 'no-milestone' }, own);
    });
  }
  const milestone = await milestoneBy(tools, named);
  const actor = milestone && (await identifyMember(tools, from, milestone.value.networkId));
  if (!milestone || !actor?.ok) return refuse({ code: 'no-milestone' }, speech);
  return asActor(asking, actor.value, (member, own) => work(member, milestone.value, own));
}

/** The meetings of a year whose time is settled. */
async function meetingLines(
  { tools }: Asking,
  { network }: Actor,
  year: number,
  { say }: Speech,
): Promise<readonly YearLine[]> {
  const all = await allMeetings(tools, network.id);
  return all.flatMap(({ value: { settled, cancelled, number, title } }) => {
    if (!settled || cancelled) return [];
    const on = dayOf(settled.startsAt, network.zone);
    if (!on.startsWith(`${year}-`)) return [];
    return [{ kind: 'other', from: on, to: on, text: say.agenda.meetingTitle(number, title) }];
  });
}
