/** In: what a request ended with. Out: the status where the client is to blame, as Express and its body parsers tell. */
export function clientFault(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
