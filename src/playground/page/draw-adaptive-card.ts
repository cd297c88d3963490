/** Adaptive Cards by Microsoft's own renderer, as Teams' clients draw them. */
import type * as Microsoft from 'adaptivecards';
import { hostConfig } from './card-colours.ts';

/** The renderer's own script has put it here. */
declare const AdaptiveCards: typeof Microsoft;

export type Filled = Readonly<Record<string, string>>;

/**
 * @param press told the pressed button's label and what is filled in
 * @returns nothing when the renderer takes no such card
 */
export function drawAdaptiveCard(
  json: unknown,
  press: (label: string, filled: Filled) => void,
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
  drawn?.querySelectorAll('span, p, div').forEach(hideBars);
  return drawn;
}

function filledIn(card: Microsoft.AdaptiveCard): Filled {
  return Object.fromEntries(card.getAllInputs().map(input => [input.id ?? '', String(input.value ?? '')]));
}

/** The number stands in words beside it. */
function hideBars(part: Element): void {
  if (part.children.length === 0 && /^[█░]+$/.test(part.textContent ?? '')) part.setAttribute('aria-hidden', 'true');
}
