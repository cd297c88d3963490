/** Adaptive Cards by Microsoft's own renderer, as Teams' clients draw them. */
import type * as Microsoft from 'adaptivecards';
import { hostConfig } from './card-colours.ts';

/** The renderer's own script has put it here. */
declare const AdaptiveCards: typeof Microsoft;

export type Filled = Readonly<Record<string, string>>;

/**
 * @param press told the pressed button's label and what is filled in
 * @param wrong the ids of the inputs with an error
 * @returns nothing when the renderer takes no such card
 */
export function drawAdaptiveCard(
  json: unknown,
  press: (label: string, filled: Filled) => void,
  wrong: readonly string[] = [],
): HTMLElement | undefined {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.onExecuteAction = action => {
    if (action instanceof AdaptiveCards.OpenUrlAction) window.open(action.url, '_blank', 'noopener');
    else press(action.title ?? '', filledIn(card));
  };
  card.parse(json);
  const drawn = card.render();
  if (card.lang) drawn?.setAttribute('lang', card.lang);
  for (const id of wrong) controlOf(card, id)?.setAttribute('aria-invalid', 'true');
  drawn?.querySelectorAll('span, p, div').forEach(hideBars);
  // The renderer cuts a label off where there is no room for it in one line.
  for (const label of drawn?.querySelectorAll<HTMLElement>('.ac-pushButton > div') ?? [])
    label.style.whiteSpace = 'normal';
  return drawn;
}

function filledIn(card: Microsoft.AdaptiveCard): Filled {
  return Object.fromEntries(card.getAllInputs().map(input => [input.id ?? '', String(input.value ?? '')]));
}

function controlOf(card: Microsoft.AdaptiveCard, id: string): Element | null | undefined {
  return card.getElementById(id)?.renderedElement?.querySelector('input, textarea, select');
}

/** The number stands in words beside it. */
function hideBars(part: Element): void {
  if (part.children.length === 0 && /^[█░]+$/.test(part.textContent ?? '')) part.setAttribute('aria-hidden', 'true');
}
