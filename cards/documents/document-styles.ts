/** How a document of ours looks: calm, on A4, dark text on white with a contrast of at least 7 to 1. */
import {
  BorderStyle,
  type IBorderOptions,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx';
import type { Language } from '../../src/features/networks/network.ts';

/** The language a word processor spells and a screen reader speaks in. */
const documentLanguages = { nb: 'nb-NO', nn: 'nn-NO', se: 'se-NO', en: 'en-GB' } as const satisfies Record<
  Language,
  string
>;

const dark = '1F3552';
const quiet = '595959';
export const shade = 'F2F4F7';
export const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: 'BFC5CE' };

/** In twentieths of a point. */
export const page = { width: 11_906, height: 16_838, margin: 1_361, textWidth: 11_906 - 2 * 1_361 } as const;
/** On its side. */
export const widePage = { textWidth: page.height - 2 * page.margin } as const;

/** Where the value of a fact begins: a hanging indent is a tab stop as well. */
const factIndent = 1_900;

export const bullets = 'bullets';

export const numbering: INumberingOptions = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 340, hanging: 340 } } },
        },
      ],
    },
  ],
};

/** Not left behind at the foot of a page. */
const kept = { keepNext: true, keepLines: true };

export function documentStyles(language: Language): IStylesOptions {
  return { default: wordsOwnStyles(language), paragraphStyles };
}

/** Headings and lists of Word's own, since screen readers and tables of contents know those. */
function wordsOwnStyles(language: Language): NonNullable<IStylesOptions['default']> {
  return {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: documentLanguages[language] } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    heading1: {
      run: { size: 36, bold: true, color: dark },
      paragraph: { ...kept, spacing: { after: 40, line: 259 } },
    },
    heading2: {
      run: { size: 26, bold: true, color: dark },
      paragraph: { ...kept, spacing: { before: 360, after: 80, line: 259 } },
    },
    heading3: {
      run: { size: 22, bold: true, color: quiet },
      paragraph: { ...kept, spacing: { before: 160, after: 40, line: 259 } },
    },
    heading4: {
      run: { size: 20, bold: true, italics: false, color: '262626' },
      paragraph: { ...kept, spacing: { before: 120, after: 20, line: 259 } },
    },
    listParagraph: { paragraph: { spacing: { after: 40 } } },
    hyperlink: { run: { color: '0B4F9E', underline: {} } },
  };
}

const paragraphStyles: readonly IParagraphStyleOptions[] = [
  {
    id: 'Lead',
    name: 'Lead',
    basedOn: 'Normal',
    run: { size: 26, color: quiet },
    paragraph: { spacing: { after: 240 } },
  },
  {
    id: 'Fact',
    name: 'Fact',
    basedOn: 'Normal',
    paragraph: {
      indent: { left: factIndent, hanging: factIndent },
      spacing: { after: 40 },
    },
  },
  {
    id: 'Quiet',
    name: 'Quiet',
    basedOn: 'Normal',
    run: { size: 20, color: quiet },
    paragraph: { keepNext: true, spacing: { after: 80 } },
  },
  {
    id: 'Conclusion',
    name: 'Conclusion',
    basedOn: 'Normal',
    paragraph: {
      indent: { left: 170 },
      border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: dark } },
    },
  },
  { id: 'Cell', name: 'Cell', basedOn: 'Normal', paragraph: { spacing: { before: 40, after: 40, line: 252 } } },
  { id: 'CellHead', name: 'Cell head', basedOn: 'Cell', run: { bold: true }, paragraph: { keepNext: true } },
  { id: 'CellSum', name: 'Cell sum', basedOn: 'Cell', run: { bold: true } },
  {
    id: 'PageEdge',
    name: 'Page edge',
    basedOn: 'Normal',
    run: { size: 18, color: quiet },
    paragraph: { spacing: { after: 0 } },
  },
];
