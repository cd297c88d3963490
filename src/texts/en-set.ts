import type { SetAsked } from '../features/needs/set-refusal.ts';
import { countIn } from './count.ts';
import { enNeed } from './en-need.ts';
import type { SetTexts } from './nb-set.ts';

const count = countIn('en');
const needs = (n: number) => count(n, 'report', 'reports');
const { states } = enNeed.say;

const forLeaders = {
  see: 'see all that is reported',
  accept: 'can accept what is reported',
  bundle: 'can merge and part reports',
  handOver: 'can hand over what is reported',
  files: 'can fetch the files of the round',
  rank: 'can ask for a ranking',
} satisfies Record<SetAsked, string>;

export const enSet: SetTexts = {
  say: {
    title: round => `Reported in round ${round}`,
    empty: 'Nothing has been sent yet. What is sent will stand here.',
    counts: (all, single, bundles) =>
      bundles === 0
        ? needs(all)
        : `${needs(all)}: ${single} alone and ${all - single} in ${count(bundles, 'joint need', 'joint needs')}`,
    asked: 'Applied for in all',
    unchecked: n => `${n} not looked at yet.`,
    allChecked: 'All that was sent has been looked at.',
    part: (from, to, n) => `Number ${from} to ${to} of ${n}.`,
    open: 'Press a number to see the whole report.',
    handedOver: when => `Handed over ${when}.`,
    states: { ...states, submitted: 'Not looked at yet', returned: 'Sent back' },

    accepted: n => (n === 0 ? 'No more are accepted' : `${count(n, 'report is accepted', 'reports are accepted')}`),
    leftTitle: n => `Look at ${n === 1 ? 'this one' : `these ${n}`} one by one:`,
    leftNone: 'None are left.',
    canReturn: 'Should one of them not have been accepted? Open it from the reports, and press “Send back”.',
    leftLacks: fields => `Look at ${fields}.`,
    leftOwn: 'You answer for this one yourself.',

    bundle: number => `Joint need ${number}`,
    bundleTitle: (number, title) => `Joint need ${number}: ${title}`,
    bundled: n => `${needs(n)} are merged.`,
    partiesTold: 'Those who worked on them are told.',
    undone: 'The reports stand by themselves again, as accepted.',
    wasUndone: (when, who) => `Parted again ${when}${who === '' ? '' : ` by ${who}`}. The reports stand by themselves.`,
    undoneOrigins: n => `It was of ${needs(n)}:`,
    oneLeft: 'Only one report is left here. You can part it again.',
    noneLeft: 'No reports are left here. All are withdrawn.',
    responsible: 'Responsible',
    participants: 'Establishments taking part',
    perYear: (total, parts) => `${total} (${parts})`,
    yearParts: {
      owner: kroner => `owner ${kroner}`,
      partner: kroner => `partner ${kroner}`,
      coordination: kroner => `coordination ${kroner}`,
    },
    origins: n => `Merged from ${needs(n)}:`,
    otherOrigins: 'Write “need” and the number to see the others.',
    isBundled: (others, title, responsible) =>
      others === 0
        ? `The report stands alone in “${title}”, into which it was merged. ${responsible} is responsible.`
        : `The report is merged with ${count(others, 'other', 'others')} into “${title}”. ${responsible} is responsible.`,
    told: {
      title: 'A report of yours is merged with others',
      text: 'What you wrote has not been changed. If you wonder about anything, talk to the secretariat.',
    },

    toldParted: {
      title: 'A report of yours stands by itself again',
      text: title => `It was merged with others into “${title}”. That is undone. What you wrote has not been changed.`,
    },

    form: {
      title: 'Merge',
      next: 'Go on',
      submit: 'Merge',
      needs: 'Which reports?',
      bundleTitle: 'What is the joint need called?',
      responsible: 'Who is responsible?',
      responsibleHint: 'One of those who reported it.',
      chosen: n => `${needs(n)} become one joint need. It can be undone until it is handed over.`,
      more: (shown, all) =>
        `These are ${shown} of ${all}. For others: write “merge” and the numbers, or turn the pages of the list first.`,
    },

    handOver: {
      title: round => `Hand over from round ${round}?`,
      notYet: 'Nothing is handed over yet.',
      going: n => `${count(n, 'report gets', 'reports get')} ready for an agenda.`,
      goingBundled: n => `${count(n, 'joint need is', 'joint needs are')} among them.`,
      nothing: 'Nothing is accepted or merged, so there is nothing to hand over.',
      unchecked: n =>
        `${count(n, 'report has', 'reports have')} not been looked at and will stay behind. Accept them first to take them along.`,
      stillOpen: when => `The round is open until ${when}. What comes later must be handed over by itself.`,
      after: 'After this nothing can be merged or parted, unless you take it back.',
      done: round => `Round ${round} is handed over`,
      doneText: n =>
        n === 0
          ? 'There are no more reports to hand over.'
          : `${count(n, 'report is', 'reports are')} ready for an agenda.`,
      meetings: 'Next: suggest them as a case for a meeting.',
      noMeeting:
        'No meetings are set up yet, so they are not on an agenda. When one is: write “hand over” again, and suggest them as a case here.',
      suggest: meeting => `Suggest a case for meeting ${meeting}`,
      caseTitles: {
        input: (round, scheme, year) => `Input from round ${round}, ${scheme} ${year}`,
        need: (round, scheme, year) => `Reports of needs from round ${round}, ${scheme} ${year}`,
      },
      left: n => `${count(n, 'report has', 'reports have')} not been looked at and stay behind.`,
      takenBack: round => `Round ${round} is taken back`,
      takenBackText: n =>
        `${count(n, 'report is', 'reports are')} taken back. What is merged still is, and can be parted again.`,
    },

    buttons: {
      list: 'Reports',
      accept: 'Accept all complete',
      bundle: 'Merge',
      handOverPreview: 'Hand over for an agenda',
      handOver: 'Hand over',
      takeBack: 'Take back',
      undo: 'Part again',
      back: 'Back to the reports',
    },
  },

  fieldNames: {
    needs: 'the reports',
    references: 'the numbers of the reports',
    responsible: 'who is responsible',
    bundle: 'the joint need',
  },

  commands: {
    showSet: { example: '1', does: 'shows all that was reported in the round' },
    acceptNeeds: { example: '1', does: 'accepts all that lacks nothing' },
    bundleNeeds: {
      example: 'BM-2027-0001, BM-2027-0003 : Trauma in kindergarten ; responsible Senja',
      does: 'makes one joint need of equal reports; without numbers opens a form',
    },
    showBundle: { example: '1', does: 'shows a joint need' },
    undoBundle: { example: '1', does: 'parts what was merged' },
    handOver: { example: '1', does: 'shows what can be handed over for an agenda, before you do it' },
    takeBack: { example: '1', does: 'takes back what was handed over' },
  },

  refusals: {
    'set-for-leaders': ({ asked }) =>
      `Only the coordinator and the chair ${forLeaders[asked]}. Write “my needs” to see what you have sent, or “themes” to see what it is about.`,
    'set-handed-over': ({ number, at }, { when }) =>
      `Round ${number} was handed over ${when(at)}, so this cannot be done. Nothing was changed. Take it back first.`,
    'set-not-handed-over': ({ number }) => `Round ${number} is not handed over. Nothing was changed.`,
    'set-recommended': ({ reference }) =>
      `${reference} has been dealt with, so the round cannot be taken back. Nothing was changed.`,
    'nothing-to-hand-over': ({ unchecked }) =>
      unchecked === 0
        ? 'There is nothing to hand over yet. Nothing was changed.'
        : `There is nothing to hand over yet: ${count(unchecked, 'report has', 'reports have')} not been looked at. Nothing was changed. Accept them first.`,
    'too-few-bundled': ({ fewest }) => `Choose at least ${fewest} reports. Nothing was merged.`,
    'too-many-bundled': ({ most }) => `There is room for ${most} reports in one joint need. Nothing was merged.`,
    'need-not-bundled': ({ reference, state }) =>
      `${reference} cannot be merged, since its state is “${states[state]}”. Nothing was merged.`,
    'need-in-bundle': ({ reference, bundle, title }) =>
      `${reference} is merged already, in joint need ${bundle}: ${title}. Nothing was merged now. Part it first if it belongs elsewhere.`,
    'responsible-not-party': ({ names, others }) =>
      `The responsible one must be one of those who reported: ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}. Nothing was merged.`,
    'nothing-to-bundle': () => 'There are not two reports that can be merged. Only what is sent or accepted can.',
    'no-bundle': ({ bundle }) => `I cannot find joint need ${bundle} in that round. Nothing was changed.`,
    'unknown-reference': ({ words }) => `I cannot find a report ${words}. Nothing was merged. Check the numbers.`,
  },
};
