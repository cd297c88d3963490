/**
 * The list of networks, for whoever runs the server and names one on the command line. No request from a chat reads it:
 * a member of one network learns nothing of another.
 */
import { z } from 'zod';
import { Collection } from '../../store/collection.ts';
import { networkId } from './network.ts';

/** Beside what else is known of the installation as a whole. */
export const installationPartition = 'laget';

/** Partition `laget`, id `network|<id>`. The name is read from the network itself. */
export const networkEntries = new Collection('network-entry', z.object({ networkId }));

export const networkEntryId = (id: z.infer<typeof networkId>) => `network|${id}`;
