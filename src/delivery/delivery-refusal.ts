import type { ChooseRouteRefusal } from '../features/networks/choose-route.ts';
import type { NotAllowed, NotKnown } from '../features/networks/identify-member.ts';
import type { SendingRefusal } from './agree-to-sending.ts';
import type { RepeatRefusal } from './repeat-delivery.ts';

/** What can be refused here alone, each with a sentence in src/texts. */
export type DeliveryRefusal =
  | Exclude<RepeatRefusal | SendingRefusal | ChooseRouteRefusal, NotAllowed | NotKnown>
  /** Those who would be reminded have just been, or often enough. */
  | { readonly code: 'reminded-lately' }
  /** Asked who was reached by a thing that is not there. */
  | { readonly code: 'no-such-thing' };
