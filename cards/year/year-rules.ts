/** What a network does unless someone decides otherwise for one thing, and the forms that change it. */
import type { NetworkRules, Role, SeatGroup } from '../../src/features/networks/network.ts';
import { may } from '../../src/features/networks/who-may.ts';
import { ruleNumberNames } from '../../src/features/year/change-rules.ts';
import { counties, countyName } from '../../src/features/year/counties.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Facts, Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { leadDaysText } from './year-forms.ts';

export type RulesShown = {
  readonly network: string;
  readonly rules: NetworkRules;
  /** The groups that have seats, in the order of the seats. */
  readonly groups: readonly SeatGroup[];
  /** The reader's. */
  readonly roles: readonly Role[];
  readonly isChanged?: boolean;
};

export function rulesCard({ network, rules, groups, roles, isChanged = false }: RulesShown, speech: Speech): Card {
  const { year } = speech.say;
  const { buttons } = year;
  const both: readonly Button[] = [
    { label: buttons.changeRules, intent: { type: 'rules.form' }, opensForm: true },
    ...(groups.length > 0
      ? [{ label: buttons.changeGroups, intent: { type: 'rules.groups-form' }, opensForm: true } as const]
      : []),
    { label: speech.say.terms.button, intent: { type: 'terms.show' } },
  ];
  return {
    language: speech.language,
    title: shortened(isChanged ? year.rules.changed : year.rules.title(network), cardLimits.title),
    parts: [
      { kind: 'facts', facts: [...dayFacts(rules, speech), ...numberFacts(rules, speech)] },
      { kind: 'facts', facts: [{ label: year.rules.groups, value: groupsValue(rules, groups, speech) }] },
      { kind: 'text', text: year.rules.text, weight: 'subtle' },
      ...(may(roles, 'rules.change') ? [{ kind: 'buttons', buttons: both } as const] : []),
    ],
  };
}

function dayFacts(rules: NetworkRules, { say, list }: Speech): Facts['facts'] {
  const { rules: texts } = say.year;
  const { county, quiet, reminderLeadDays, remindedAt } = rules;
  const breaks = rules.isMovedOffSchoolBreaks ? texts.kept : texts.used;
  const days = list(reminderLeadDays.map(String));
  return [
    { label: texts.schoolBreaks, value: county === undefined ? texts.noCounty : breaks(countyName(county)) },
    {
      label: texts.reminders,
      value: reminderLeadDays.length > 0 ? texts.remindersValue(days, texts.clock(remindedAt)) : say.network.none,
    },
    {
      label: texts.quiet,
      value:
        quiet.from === quiet.to ? texts.neverQuiet : texts.quietValue(texts.clock(quiet.from), texts.clock(quiet.to)),
    },
  ];
}

function numberFacts(rules: NetworkRules, { say }: Speech): Facts['facts'] {
  const { numbers, numberValues } = say.year.rules;
  return ruleNumberNames.map(name => ({ label: numbers[name], value: numberValues[name](rules[name]) }));
}

function groupsValue(rules: NetworkRules, groups: readonly SeatGroup[], { say, list }: Speech): string {
  const { rules: texts } = say.year;
  const byFewest = [...Map.groupBy(groups, group => fewestOf(rules, group))];
  const each = byFewest.map(([fewest, those]) => {
    const names = list(those.map(group => say.seatGroups[group]));
    return texts.group(names, fewest, those.length > 1);
  });
  return each.length > 0 ? each.join('; ') : texts.noGroups;
}

/** One of each group that has seats, unless the network has decided otherwise. */
function fewestOf({ fewestOfGroup }: NetworkRules, group: SeatGroup): number {
  return fewestOfGroup[group] ?? 1;
}

export function rulesForm(rules: NetworkRules, speech: Speech, filled: Filled = unfilled): Form {
  const { forms, year } = speech.say;
  const texts = year.forms.rules;
  const field = formFields(speech, filled);
  const { kept, used } = texts.breaksChoices;
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'rules.change' },
    fields: [
      field.choice('county', {
        label: texts.county,
        choices: [
          { value: 'none', label: texts.noCounty },
          ...counties.map(({ number, name }) => ({ value: number, label: name })),
        ],
        value: rules.county ?? 'none',
      }),
      field.choice('breaks', {
        label: texts.breaks,
        choices: [
          { value: 'kept', label: kept },
          { value: 'used', label: used },
        ],
        value: rules.isMovedOffSchoolBreaks ? 'kept' : 'used',
      }),
      field.text('leadDays', {
        label: texts.leadDays,
        hint: texts.leadDaysHint,
        max: 80,
        value: leadDaysText(rules.reminderLeadDays),
      }),
      field.time('remindedAt', { label: texts.remindedAt, value: rules.remindedAt }),
      field.time('quietFrom', { label: texts.quietFrom, value: rules.quiet.from }),
      field.time('quietTo', { label: texts.quietTo, hint: texts.quietHint, value: rules.quiet.to }),
      ...ruleNumberNames.map(name =>
        field.text(name, { label: texts.numbers[name], max: mostDigits, value: String(rules[name]) }),
      ),
    ],
  };
}

/** @param groups those that have seats; at least one */
export function groupsForm(
  rules: NetworkRules,
  groups: readonly SeatGroup[],
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { forms, year, seatGroups } = speech.say;
  const texts = year.forms.groups;
  const field = formFields(speech, filled);
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'rules.groups' },
    intro: [{ kind: 'text', text: texts.intro }],
    fields: groups.map(group =>
      field.text(group, {
        label: sentenceCase(seatGroups[group]),
        max: mostDigits,
        value: String(fewestOf(rules, group)),
      }),
    ),
  };
}

const mostDigits = 10;
