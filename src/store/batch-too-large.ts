/** A batch beyond what every store can take as one: the caller must ask for less. Nothing was saved. */
export class BatchTooLarge extends Error {
  override readonly name = 'BatchTooLarge';
}
