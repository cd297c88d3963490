/** Takes out of a .docx what differs between two that say the same. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Instant } from '../../src/world.ts';
import { repeatableZip } from './repeatable-zip.ts';

const properties = 'docProps/core.xml';
const links = 'word/_rels/document.xml.rels';
const text = 'word/document.xml';
/** First in the file, as Word writes it: some programmes know a document by it. */
const contents = '[Content_Types].xml';

/**
 * In: a .docx as the docx package writes it, with the clock's time in its properties and in its zip, and dice in the names
 * of its links. Out: the same document, the same bytes for the same document.
 * @param madeAt stands as created and changed
 */
export function repeatableDocx(written: Uint8Array, madeAt: Instant): Uint8Array {
  const parts = unzipSync(written);
  const names = linkNames(readPart(parts, links));
  return repeatableZip({
    [contents]: partOf(parts, contents),
    ...parts,
    [properties]: strToU8(dated(readPart(parts, properties), madeAt)),
    [links]: strToU8(renamed(readPart(parts, links), names)),
    [text]: strToU8(renamed(readPart(parts, text), names)),
  });
}

function dated(part: string, madeAt: Instant): string {
  return part.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, (_whole, tag: string) => `${tag}${madeAt}`);
}

/** Each random name, which stands nowhere else by chance, and the name of its place in the order of the links. */
function linkNames(relationships: string): ReadonlyMap<string, string> {
  const random = [...relationships.matchAll(/ Id="(rId[^"]*)" Type="[^"]*\/hyperlink"/g)].map(([, name = '']) => name);
  return new Map(random.map((name, index) => [name, `rIdLink${index + 1}`]));
}

function renamed(part: string, names: ReadonlyMap<string, string>): string {
  return part.replace(/"(rId[\w-]+)"/g, (whole, name: string) => (names.has(name) ? `"${names.get(name)}"` : whole));
}

function readPart(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  return strFromU8(partOf(parts, name));
}

function partOf(parts: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const part = parts[name];
  if (!part) throw new Error(`A document without ${name}.`);
  return part;
}
