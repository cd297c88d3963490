const cells = 12;

/** A bar drawn in characters: something shows for any share above nothing, and full means all. */
export function textBar(share: number): string {
  const filled = share > 0 ? Math.max(1, Math.floor(share * cells)) : 0;
  return '█'.repeat(filled) + '░'.repeat(cells - filled);
}
