/** The store cannot be opened as it is: one English sentence for the operator, naming the file and what to do. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}
