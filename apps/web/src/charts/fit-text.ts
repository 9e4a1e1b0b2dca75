/** Inter is about 0.53 em wide a letter: what is reckoned with where nothing can be measured. */
const LETTER = 0.53;

let pen: CanvasRenderingContext2D | null | undefined;

/** Width of words in pixels, as the browser draws them. */
export function widthOf(text: string, size: number): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return text.length * size * LETTER;
  // oxlint-disable-next-line lingui/no-unlocalized-strings -- a font, read by the browser
  pen.font = `500 ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

/** Cuts a label that would run into its neighbour; whole letters stay, also of several parts. */
export function fitText(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let [fits, tooLong] = [0, letters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (widthOf(`${letters.slice(0, middle).join('')}…`, size) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}

/** A name that may be written from right to left, beside which a number keeps its place. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
