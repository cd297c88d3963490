/** For the log: the kind of a fault and where it arose, never its message, which may hold what was typed. */
export function placeOf(fault: unknown): { readonly name: string; readonly at: readonly string[] } {
  if (!Error.isError(fault)) return { name: typeof fault, at: [] };
  const frames = (fault.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return { name: fault.name, at: frames.slice(0, 4).map(frame => frame.trim()) };
}
