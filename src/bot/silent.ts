import type { Message, Thing } from '../delivery/delivery.ts';
import type { MemberId, Network } from '../features/networks/network.ts';
import type { Tools } from '../tools.ts';

/** Who is still to be reminded of a thing; nobody when it is over. */
export type Silent = (tools: Tools, thing: Thing, network: Network, message: Message) => Promise<readonly MemberId[]>;
