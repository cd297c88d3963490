/** Slack's angle brackets: `<@U1>`, `<#C1|name>`, `<!here>`, `<https://a|label>`. */
const marked = /<([^<>|]*)(?:\|([^<>]*))?>/g;

/**
 * In: a message's `text`. Out: what the person meant to write: without mentions of the bot, links and other mentions as
 * their labels, entities as characters, every odd space an ordinary one, and its lines as they were.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function plainWords(text: string, botUserId: string): string {
  return text
    .replace(marked, (_, target: string, label: string | undefined) =>
      target === `@${botUserId}` ? ' ' : (label ?? target.replace(/^mailto:|^tel:/, '')),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
