export type Outage = 'disk-full' | 'busy' | 'throttled' | 'damaged' | 'failed';

/**
 * The store could not do what was asked just now; what was saved before stands. As far as the store can tell nothing of
 * the batch was saved: where the connection is lost for longer than one question, `failed` may still have been saved, whole.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly outage: Outage;

  constructor(outage: Outage, message: string, cause?: unknown) {
    super(message, { cause });
    this.outage = outage;
  }
}
