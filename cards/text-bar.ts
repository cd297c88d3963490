const cells = 20;

/**
 * A bar drawn in characters, its two parts told apart by shape and not by colour alone. Something shows for any share
 * above nothing, and full means all.
 */
export function textBar(share: number): { readonly filled: string; readonly empty: string } {
  const filled = share > 0 ? Math.max(1, Math.floor(share * cells)) : 0;
  return { filled: '█'.repeat(filled), empty: '░'.repeat(cells - filled) };
}
