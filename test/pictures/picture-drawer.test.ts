import { expect, test } from '@jest/globals';
import { createPictureDrawer } from '../../src/pictures/picture-drawer.ts';

function drawing() {
  const state = { drawn: [] as string[], now: 0, most: 0, isBroken: false };
  const drawer = createPictureDrawer(
    payload => (typeof payload === 'string' ? payload : undefined),
    async svg => {
      state.now += 1;
      state.most = Math.max(state.most, state.now);
      await new Promise(resolve => setTimeout(resolve, 1));
      state.now -= 1;
      if (state.isBroken) throw new Error('out of memory');
      state.drawn.push(svg);
      return Buffer.from(svg);
    },
  );
  return { state, drawer };
}

test('many who fetch one picture have it drawn once, and others wait their turn', async () => {
  const { state, drawer } = drawing();
  const given = await Promise.all(['a', 'b', 'a', 'c', 'a', 'b'].map(drawer));
  expect(given.map(String)).toEqual(['a', 'b', 'a', 'c', 'a', 'b']);
  expect(state.drawn).toEqual(['a', 'b', 'c']);
  expect(state.most).toBe(1);
});

test('what is for no picture draws none', async () => {
  const { state, drawer } = drawing();
  expect(await drawer({ file: 'poll' })).toBeUndefined();
  expect(state.drawn).toEqual([]);
});

test('a picture that failed is tried again, and holds up none behind it', async () => {
  const { state, drawer } = drawing();
  state.isBroken = true;
  await expect(drawer('a')).rejects.toThrow('out of memory');
  state.isBroken = false;
  expect(String(await drawer('b'))).toBe('b');
  expect(String(await drawer('a'))).toBe('a');
});

test('two hundred are remembered, and no more', async () => {
  const { state, drawer } = drawing();
  for (let n = 0; n <= 200; n += 1) await drawer(`${n}`);
  await drawer('200');
  expect(state.drawn).toHaveLength(201);
  await drawer('0');
  expect(state.drawn).toHaveLength(202);
});
