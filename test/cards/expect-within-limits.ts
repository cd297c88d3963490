import { adaptiveCard, adaptiveForm } from '../../cards/adaptive-card.ts';
import { modal, modalErrors, slackMessage } from '../../cards/block-kit.ts';
import type { Card, Form } from '../../cards/card.ts';
import { checkAdaptiveCard } from '../../src/playground/check-adaptive-card.ts';
import { checkBlocks, checkView } from '../../src/playground/check-blocks.ts';

/** What each chat is given, as its designer page takes it. */
export function drawn(shown: Card | Form): { readonly teams: object; readonly slack: object } {
  return 'fields' in shown
    ? { teams: adaptiveForm(shown), slack: modal(shown) }
    : { teams: adaptiveCard(shown), slack: { blocks: slackMessage(shown).blocks } };
}

/**
 * Draws a card or a form for both chats and checks it against the rules of both.
 * @throws an Error that lists every problem, each with its platform and its place
 */
export function expectWithinLimits(shown: Card | Form): void {
  const { teams, slack } = drawn(shown);
  const problems = [
    ...checkAdaptiveCard(teams).map(problem => `Teams: ${problem}`),
    ...('fields' in shown
      ? [...checkView(slack), ...strayErrors(shown)]
      : checkBlocks(Reflect.get(slack, 'blocks'))
    ).map(problem => `Slack: ${problem}`),
  ];
  if (problems.length > 0) throw new Error(`"${shown.title}"\n${problems.join('\n')}`);
}

/** Slack shows an error only under an input block of the same name. */
function strayErrors(form: Form): readonly string[] {
  const names: readonly string[] = form.fields.map(field => field.name);
  return Object.keys(modalErrors(form)).filter(name => !names.includes(name));
}
