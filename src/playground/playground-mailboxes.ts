/** The mailboxes of the playground: those of people without an account, and of whoever has had an e-mail. */
import { type Instant, instantOf } from '../world.ts';
import { type CastPerson, castPeople } from './cast.ts';
import { partyOf, rolesOf } from './cast-standing.ts';
import type { ReceivedMail } from './fake-mail.ts';
import type { Letter, MailboxOwner, MailView } from './playground-view.ts';

/**
 * @param owner one of the cast, by key
 * @param formatTime in the page's language
 */
export function mailView(
  messages: readonly ReceivedMail[],
  owner: string,
  formatTime: (at: Instant) => string,
): MailView {
  const people = Object.entries<CastPerson>(castPeople).map(([id, person]) => ({
    id,
    person,
    messages: messages.filter(({ to }) => to === person.email),
  }));
  const withoutAccount = people.filter(({ person }) => person.accounts.length === 0);
  const others = people.filter(
    ({ id, person, messages: { length } }) => person.accounts.length > 0 && (length > 0 || id === owner),
  );
  const opened = people.find(({ id }) => id === owner)?.messages ?? [];
  return {
    owners: [...withoutAccount, ...others].map(
      (each): MailboxOwner => ({
        id: each.id,
        name: each.person.name,
        party: partyOf(each.id),
        roles: rolesOf(each.id),
        letters: each.messages.length,
      }),
    ),
    letters: opened.toReversed().map(message => letterOf(message, formatTime)),
  };
}

function letterOf(message: ReceivedMail, formatTime: (at: Instant) => string): Letter {
  const { number, headers, subject, calendar, files } = message;
  const at = instantOf(Date.parse(headers.get('date') ?? ''));
  return {
    number,
    at,
    time: formatTime(at),
    from: headers.get('from') ?? '',
    to: headers.get('to') ?? '',
    subject,
    ...(calendar && { calendar: calendar.method }),
    files: files.map(({ name }) => name),
  };
}
