import { fileURLToPath } from 'node:url';

/** Noto Sans has the letters of Latin, Greek and Cyrillic, and figures of one width. */
const fontFile = (path: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
const FONTS = {
  regular: fontFile('noto-sans/400Regular/NotoSans_400Regular.ttf'),
  strong: fontFile('noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  arabic: fontFile('noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
} as const;

type Font = keyof typeof FONTS;
/** How a text looks: the size in points. */
export type Look = { readonly size: number; readonly strong?: boolean };

/** Arabic words that follow each other, without figures: those run from left to right. */
const ARABIC = /([\p{Script_Extensions=Arabic}--\p{Nd}]+(?:\s+[\p{Script_Extensions=Arabic}--\p{Nd}]+)*)/v;

type Run = { readonly font: Font; readonly text: string };

/** A text in pieces of one font. What is Arabic runs from right to left within its piece. */
function runsOf(text: string, strong: boolean): Run[] {
  return text
    .split(ARABIC)
    .map((piece, index): Run => ({ font: index % 2 === 1 ? 'arabic' : strong ? 'strong' : 'regular', text: piece }))
    .filter((run) => run.text !== '');
}

/** A page of A4 in points. */
export const PAPER = { short: 595.28, long: 841.89 } as const;

export type Pen = {
  readonly doc: PDFKit.PDFDocument;
  /** How wide a text on one line is, in points. */
  widthOf(text: string, look: Look): number;
  /** Writes one line from `x`, on the base line `y`. */
  write(text: string, x: number, y: number, look: Look): void;
  /** A text in lines that are no wider than `width`. A word that is wider is broken. */
  wrap(text: string, width: number, look: Look): string[];
};

/** A document without a page, whose bytes depend on what is written in it and on `on`, the moment it says it was made. */
export async function newPen(
  info: { readonly title: string; readonly author: string; readonly on: Date },
  landscape: boolean,
): Promise<Pen> {
  // A large library that few commands need.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margin: 0,
    autoFirstPage: false,
    // The pages say how many they are.
    bufferPages: true,
    // What a compressor makes of the same text differs from one machine to another.
    compress: false,
    font: FONTS.regular,
    lang: 'en',
    displayTitle: true,
    info: { Title: info.title, Author: info.author, CreationDate: info.on },
  });
  const known = new Map<string, number>();

  function widthOf(text: string, { size, strong = false }: Look): number {
    const key = `${strong ? 1 : 0}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      width = 0;
      for (const run of runsOf(text, strong)) width += doc.font(FONTS[run.font]).fontSize(1).widthOfString(run.text);
      // Names and kinds come back on every line; notes do not.
      if (text.length < 30 && known.size < 50_000) known.set(key, width);
    }
    return width * size;
  }

  function write(text: string, x: number, y: number, look: Look): void {
    let at = x;
    for (const run of runsOf(text, look.strong ?? false)) {
      const options = {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(run.font === 'arabic' ? { features: [] } : {}),
      } as const;
      doc.font(FONTS[run.font]).fontSize(look.size).text(run.text, at, y, options);
      at += doc.widthOfString(run.text, options);
    }
  }

  /** A word in pieces that are no wider than `width`. */
  function broken(word: string, width: number, look: Look): string[] {
    if (widthOf(word, look) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const letter of word) {
      if (piece !== '' && widthOf(piece + letter, look) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += letter;
    }
    return [...pieces, piece];
  }

  function wrap(text: string, width: number, look: Look): string[] {
    return text.split('\n').flatMap((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(/\s+/u).flatMap((each) => broken(each, width, look))) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && widthOf(longer, look) > width) {
          lines.push(line);
          line = word;
        } else line = longer;
      }
      return [...lines, line];
    });
  }

  return { doc, widthOf, write, wrap };
}
