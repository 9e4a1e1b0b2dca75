import { saveFile } from '../ui/csv.ts';
import { type MarkKind, MARKS } from './marks.ts';

// An image cannot see the page's style sheets, so what they set is written into it.
const COPIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;
const SVG = 'http://www.w3.org/2000/svg';
const FACE = 'Inter, "Helvetica Neue", Arial, sans-serif';
const MARGIN = 16;
const NARROWEST = 480;

/** A computed colour in words that every program which opens an SVG knows: not all know a colour that is half there. */
function plainColour(name: string, value: string): string {
  return (name === 'fill' || name === 'stroke') && /^rgba\(.*, 0\)$/u.test(value) ? 'none' : value;
}

function withOwnStyles(source: SVGSVGElement): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const [from, to] = [source.querySelectorAll('*'), copy.querySelectorAll('*')];
  for (const [index, original] of from.entries()) {
    const style = getComputedStyle(original);
    for (const name of COPIED) to[index]?.setAttribute(name, plainColour(name, style.getPropertyValue(name)));
    // A link of the page leads nowhere from a file.
    for (const name of ['class', 'style', 'href']) to[index]?.removeAttribute(name);
  }
  return copy;
}

type Paint = { readonly paper: string; readonly ink: string; readonly faint: string };

function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = content;
  return made;
}

/** A text on as many lines as its width asks for. */
function lines(text: string, width: number, size: number): string[] {
  const letters = Math.floor(width / (size * 0.56));
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last === undefined || last.length + word.length + 1 > letters) found.push(word);
    else found[found.length - 1] = `${last} ${word}`;
  }
  return found;
}

function paragraph(text: string, top: number, width: number, style: { size: number; weight: number; fill: string }) {
  const step = Math.round(style.size * 1.35);
  const parts = text === '' ? [] : lines(text, width, style.size);
  const elements = parts.map((part, index) =>
    element(
      'text',
      {
        x: MARGIN,
        y: top + step * (index + 1) - step * 0.25,
        'font-size': style.size,
        'font-weight': style.weight,
        fill: style.fill,
      },
      part,
    ),
  );
  return { elements, bottom: top + step * parts.length };
}

export type ImageWords = {
  readonly title: string;
  readonly summary: string;
  readonly unit: string;
  readonly source: string;
  readonly legend: readonly { readonly mark: MarkKind; readonly label: string }[];
};

function legendRow(legend: ImageWords['legend'], top: number, paint: Paint): SVGElement[] {
  const probe = document.createElementNS(SVG, 'svg');
  document.body.append(probe);
  let x = MARGIN;
  const row = legend.flatMap(({ mark, label }) => {
    const { fill: filled, stroke: edge = 'none', strokeDasharray: dashes = 'none' } = MARKS[mark];
    const swatch = element('rect', {
      x,
      y: top,
      width: 11,
      height: 11,
      fill: filled,
      stroke: edge,
      'stroke-dasharray': dashes,
    });
    probe.append(swatch);
    const { fill, stroke } = getComputedStyle(swatch);
    swatch.setAttribute('fill', fill);
    swatch.setAttribute('stroke', stroke);
    const words = element('text', { x: x + 17, y: top + 10, 'font-size': 12, fill: paint.ink }, label);
    x += 17 + label.length * 7 + 20;
    return [swatch, words];
  });
  probe.remove();
  return row;
}

/** The chart with its title, unit, legend and source as one SVG that stands alone, and says in words what it shows. */
function standaloneSvg(source: SVGSVGElement, words: ImageWords): SVGElement {
  const { width, height } = source.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const paint = {
    paper: page.getPropertyValue('--paper'),
    ink: page.getPropertyValue('--ink'),
    faint: page.getPropertyValue('--faint'),
  };
  const inner = Math.max(width, NARROWEST);
  const title = paragraph(words.title, MARGIN, inner, { size: 17, weight: 600, fill: paint.ink });
  const unit = paragraph(words.unit, title.bottom, inner, { size: 12, weight: 400, fill: paint.faint });
  const legendTop = unit.bottom + 8;
  const chartTop = legendTop + (words.legend.length === 0 ? 0 : 24);
  const note = paragraph(words.source, chartTop + height + 8, inner, { size: 11, weight: 400, fill: paint.faint });
  const [wide, high] = [inner + 2 * MARGIN, note.bottom + MARGIN];
  const chart = withOwnStyles(source);
  for (const [name, value] of Object.entries({ x: MARGIN, y: chartTop, width, height }))
    chart.setAttribute(name, String(value));
  const image = element('svg', {
    width: wide,
    height: high,
    viewBox: `0 0 ${wide} ${high}`,
    role: 'img',
    'font-family': FACE,
  });
  image.append(
    element('title', {}, words.title),
    element('desc', {}, words.summary),
    element('rect', { width: wide, height: high, fill: paint.paper }),
    ...title.elements,
    ...unit.elements,
    ...legendRow(words.legend, legendTop, paint),
    chart,
    ...note.elements,
  );
  return image;
}

/** Pictures go into documents, which are light: the page is light for the moment in which its colours are read. */
function inLight<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const chosen = dataset['theme'];
  dataset['theme'] = 'light';
  try {
    return read();
  } finally {
    if (chosen === undefined) delete dataset['theme'];
    else dataset['theme'] = chosen;
  }
}

/** The text of a chart as an SVG in the colours of paper. */
function imageText(source: SVGSVGElement, words: ImageWords): string {
  return new XMLSerializer().serializeToString(inLight(() => standaloneSvg(source, words)));
}

/** Saves a chart as an SVG that needs nothing of this program. */
export function saveSvg(source: SVGSVGElement, words: ImageWords, fileName: string): void {
  saveFile(`${fileName}.svg`, imageText(source, words), 'image/svg+xml');
}

/** Saves the same picture as a PNG of twice the size on the screen. */
export async function savePng(source: SVGSVGElement, words: ImageWords, fileName: string): Promise<void> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(imageText(source, words))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (png !== null) saveFile(`${fileName}.png`, png, 'image/png');
}
