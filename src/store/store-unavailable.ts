export type Outage = 'disk-full' | 'busy' | 'throttled' | 'damaged' | 'failed';

/** The store could not do what was asked just now. Nothing of the batch was saved, and what was saved before stands. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly outage: Outage;

  constructor(outage: Outage, message: string, cause?: unknown) {
    super(message, { cause });
    this.outage = outage;
  }
}
