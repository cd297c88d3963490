/** Laget's colour, dark enough for white upon it (7.4 to 1). */
export const accent = { hex: '#1f5f5b', rgba: [0x1f, 0x5f, 0x5b, 255] } as const;
