import { saveFile } from '../ui/csv.ts';

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
] as const;
const SVG = 'http://www.w3.org/2000/svg';
const FACE = 'Inter, "Helvetica Neue", Arial, sans-serif';
const MARGIN = 16;
const HEAD = 60;
const FOOT = 28;

function withOwnStyles(source: SVGSVGElement): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const [from, to] = [source.querySelectorAll('*'), copy.querySelectorAll('*')];
  for (const [index, element] of from.entries()) {
    const style = getComputedStyle(element);
    for (const name of COPIED) to[index]?.setAttribute(name, style.getPropertyValue(name));
    to[index]?.removeAttribute('class');
    to[index]?.removeAttribute('style');
  }
  return copy;
}

function textLine(content: string, y: number, size: number, weight: string, colour: string): SVGTextElement {
  const text = document.createElementNS(SVG, 'text');
  const attributes = {
    x: String(MARGIN),
    y: String(y),
    'font-size': String(size),
    'font-weight': weight,
    fill: colour,
    'font-family': FACE,
  };
  for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, value);
  text.textContent = content;
  return text;
}

export type ImageWords = { readonly title: string; readonly unit: string; readonly source: string };

/** The chart with its title, unit and source as one SVG that stands alone. */
export function standaloneSvg(source: SVGSVGElement, words: ImageWords): SVGSVGElement {
  const { width, height } = source.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const image = document.createElementNS(SVG, 'svg');
  const [wide, high] = [Math.max(width, 480) + 2 * MARGIN, height + HEAD + FOOT];
  image.setAttribute('xmlns', SVG);
  image.setAttribute('width', String(wide));
  image.setAttribute('height', String(high));
  image.setAttribute('font-family', FACE);
  const paper = document.createElementNS(SVG, 'rect');
  paper.setAttribute('width', String(wide));
  paper.setAttribute('height', String(high));
  paper.setAttribute('fill', page.getPropertyValue('--paper'));
  const chart = withOwnStyles(source);
  chart.setAttribute('x', String(MARGIN));
  chart.setAttribute('y', String(HEAD));
  chart.setAttribute('width', String(width));
  chart.setAttribute('height', String(height));
  const [ink, faint] = [page.getPropertyValue('--ink'), page.getPropertyValue('--faint')];
  image.append(
    paper,
    textLine(words.title, 26, 16, '600', ink),
    textLine(words.unit, 46, 12, '400', faint),
    chart,
    textLine(words.source, high - 10, 11, '400', faint),
  );
  return image;
}

/** Saves a chart as a PNG of twice the size on the screen. */
export async function saveImage(source: SVGSVGElement, words: ImageWords, fileName: string): Promise<void> {
  const image = standaloneSvg(source, words);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(image))}`;
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
