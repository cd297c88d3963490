/** Pictures as PNG. What draws them is loaded when the first is asked for, since many installations never show one. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Sharp on most screens, and no larger than a card in a wide window. */
const zoom = 1.75;

const require = createRequire(import.meta.url);

/** In: an SVG without links to anything outside it, its words in the font of `barsPicture`. Out: the same bytes for the same SVG. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  loading ??= load();
  const { Resvg, font } = await loading;
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

/** Once for a process: the second start of a library of this kind is refused. */
let loading: ReturnType<typeof load> | undefined;

async function load() {
  const [{ initWasm, Resvg }, wasm, ...fontBuffers] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    readFile(require.resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf')),
    readFile(require.resolve('@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf')),
  ]);
  await initWasm(wasm);
  return { Resvg, font: { fontBuffers, loadSystemFonts: false } };
}
