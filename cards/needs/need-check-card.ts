import type { Lack, Severity } from '../../src/features/needs/completeness.ts';
import { fieldsOnPage, type NeedField, type NeedPage } from '../../src/features/needs/need-fields.ts';
import type { RoundForm } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Part } from '../card.ts';
import { longList } from '../long-list.ts';
import type { NeedShown } from './need-card.ts';
import { needContentParts } from './need-content-parts.ts';
import { codeNames, titleOfNeed } from './need-words.ts';

const severities: readonly Severity[] = ['block', 'explain', 'note'];
const pages = ['who', 'what', 'how'] as const;

/** The last page: what lacks, each with its field and what to do, and the way to where it stands. */
export function needCheckCard(shown: NeedShown, lacks: readonly Lack[], speech: Speech): Card {
  const { round, need, isOwn, standsIn } = shown;
  const { check: texts, buttons, pages: pageNames } = speech.say.need;
  const ref = { round: round.id, need: need.id };
  const isReady = lacks.every(({ severity }) => severity === 'note');
  const toMend = pages.filter(page => lacks.some(({ field }) => isOn(page, field)));
  const inForm: readonly Button[] =
    need.form === 'input'
      ? [{ label: buttons.continue, intent: { type: 'need.open', ...ref }, opensForm: true }]
      : (toMend.length > 0 ? toMend : pages).map(page => ({
          label: buttons.page(pageNames[page]),
          intent: { type: 'need.open', ...ref, page },
          opensForm: true,
        }));
  const send: Button = { label: buttons.send, intent: { type: 'need.submit', ...ref }, weight: 'primary' };
  const whole: Button = { label: speech.say.needFiles.documentButton, intent: { type: 'need.document', ...ref } };
  const toPress = [
    ...(isReady && (isOwn || standsIn) ? [send] : []),
    ...(isOwn ? inForm : []),
    ...(isReady ? [whole] : []),
  ];
  return {
    language: speech.language,
    title: texts.titles[need.form],
    parts: [
      { kind: 'text', text: titleOfNeed(need, speech), weight: 'strong' },
      isReady
        ? { kind: 'note', sign: 'done', text: texts.ready }
        : { kind: 'note', sign: 'warning', text: texts.notReady },
      ...severities.flatMap(severity => {
        const parts = lackParts(lacks, severity, need.form, speech);
        if (parts.length === 0) return [];
        return [{ kind: 'text', text: texts.severities[severity], weight: 'strong' } as const, ...parts];
      }),
      ...(isReady ? needContentParts(need, speech) : []),
      ...(standsIn && !isOwn ? [{ kind: 'text', text: speech.say.needImport.onlyFile } as const] : []),
      ...(toPress.length > 0 ? [{ kind: 'buttons', buttons: toPress } as const] : []),
    ],
  };
}

function isOn(page: Exclude<NeedPage, 'check'>, field: NeedField): boolean {
  const fields: readonly NeedField[] = fieldsOnPage[page];
  return fields.includes(field);
}

/** What is not filled in stands in one paragraph for each page; everything else in a line of its own. */
function lackParts(lacks: readonly Lack[], severity: Severity, form: RoundForm, speech: Speech): readonly Part[] {
  const { check, labels, pages: pageNames, card } = speech.say.need;
  const those = lacks.filter(each => each.severity === severity);
  const missing = those.filter(({ lack }) => lack === 'missing').map(({ field }) => field);
  const quoted = (fields: readonly NeedField[]) => speech.list(fields.map(field => check.quoted(labels[field])));
  const byPage =
    form === 'input'
      ? [[card.input, missing] as const]
      : pages.map(page => [pageNames[page], missing.filter(field => isOn(page, field))] as const);
  const others = those.flatMap(({ lack, field, of }) =>
    lack === 'missing' ? [] : [{ label: check.lacks[lack](labels[field], ofWords(of, speech)) }],
  );
  return [
    ...byPage.flatMap(([page, fields]) =>
      fields.length > 0 ? [{ kind: 'text', text: check.missing(page, quoted(fields)) } as const] : [],
    ),
    ...longList(others, speech),
  ];
}

function ofWords(of: Lack['of'], speech: Speech): string {
  return typeof of === 'object' ? speech.list(codeNames('sectors', of, speech)) : String(of ?? '');
}
