/** A document of ours for Word (Office Open XML), to be read, corrected and archived. */
import { Document, Packer, PageOrientation } from 'docx';
import type { Language } from '../../src/features/networks/network.ts';
import type { Instant } from '../../src/world.ts';
import { readableLine } from '../readable-text.ts';
import { type Block, type PageTexts, pageFooter, pageHeader } from './document-parts.ts';
import { documentStyles, numbering, page, widePage } from './document-styles.ts';
import { repeatableDocx } from './repeatable-docx.ts';

export type DocumentContent = {
  readonly language: Language;
  /** The file's own. */
  readonly title: string;
  /** At the top of every page. */
  readonly edge: readonly [left: string, right: string];
  readonly page: PageTexts;
  readonly blocks: readonly Block[];
  /** Stands as the time in the file's properties: the same content is the same file. */
  readonly madeAt: Instant;
  /** On its side, for wide tables. */
  readonly isWide?: boolean;
};

const { margin } = page;
const margins = { top: margin + 200, right: margin, bottom: margin, left: margin, header: 700, footer: 600 };

/**
 * The bytes of a .docx: in the language it is written in, with headings and table headers that a screen reader knows, a
 * title and no author. The same input gives the same bytes. What no document can hold is left out: control characters and
 * halves of characters.
 */
export async function documentFile(content: DocumentContent): Promise<Uint8Array> {
  const { language, title, edge, madeAt, isWide = false } = content;
  const { textWidth } = isWide ? widePage : page;
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const document = new Document({
    title: readableLine(title),
    // Left out; the package would else write a name of its own.
    creator: '',
    lastModifiedBy: '',
    styles: documentStyles(language),
    numbering,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height, orientation }, margin: margins } },
        headers: { default: pageHeader(...edge, textWidth) },
        footers: { default: pageFooter(content.page, textWidth) },
        children: content.blocks,
      },
    ],
  });
  return repeatableDocx(await Packer.pack(document, 'uint8array'), madeAt);
}
