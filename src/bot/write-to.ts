/** What a delivery says to one person: a writer for each kind of message. */
import type { Delivery } from '../delivery/delivery.ts';
import type { Language, Member } from '../features/networks/network.ts';
import { identityPartition, routes } from '../features/networks/network-store.ts';
import { speak } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';
import { deliveryWriters } from './deliveries/delivery-writers.ts';
import { agendaWriters } from './meetings/agenda-writers.ts';
import { meetingWriters } from './meetings/meeting-writers.ts';
import { needWriters } from './needs/need-writers.ts';
import { roundWriters } from './needs/round-writers.ts';
import { setWriters } from './needs/set-writers.ts';
import { pollWriters } from './polls/poll-writers.ts';
import type { Desk, Recipient, Words, Writer } from './writer.ts';

/** One row for each kind of message to a person. */
const writers: Readonly<Record<string, Writer>> = {
  ...deliveryWriters,
  ...pollWriters,
  ...meetingWriters,
  ...agendaWriters,
  ...needWriters,
  ...roundWriters,
  ...setWriters,
};

/** In the language the person has chosen, else the one their client speaks, else the network's: as they are answered. */
export async function writeTo(
  desk: Desk,
  delivery: Pick<Delivery, 'thing' | 'message' | 'to'>,
  to: Recipient,
): Promise<Words | undefined> {
  const { member, network } = to;
  const language = member.language ?? (await spokenBy(desk.tools, member)) ?? network.languages[0] ?? 'nb';
  const speech = speak(language, network.zone, network.terms);
  return writers[delivery.message.kind]?.(desk, delivery, to, speech);
}

/** What the client of the account they last used speaks. */
async function spokenBy({ store }: Tools, { identities }: Member): Promise<Language | undefined> {
  const used = await Promise.all(identities.map(key => routes.get(store, identityPartition(key), 'route')));
  const latest = used
    .flatMap(kept => kept?.value ?? [])
    .toSorted((a, b) => b.usedAt.localeCompare(a.usedAt))
    .at(0);
  return latest?.language;
}
