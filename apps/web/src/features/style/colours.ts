/** Colours of one theme by the name of their custom property, as `#rrggbb`; `shade` alone is seen through. */
export type Theme = Readonly<Record<string, string>>;
export type ThemeName = 'light' | 'dark' | 'chosenDark' | 'print';

/** The four places in `tokens.css` that give every colour: light, dark by the system, dark by choice, paper. */
export function themesIn(css: string): Record<ThemeName, Theme> {
  const blocks = Array.from(
    css.replaceAll(/\/\*[\s\S]*?\*\//gu, '').matchAll(/\{([^{}]*)\}/gu),
    ([, body = '']) => body,
  );
  const [light = {}, dark = {}, chosenDark = {}, print = {}] = blocks
    .filter((body) => body.includes('--paper:'))
    .map((body) =>
      Object.fromEntries(
        Array.from(body.matchAll(/--([\w-]+):\s*([^;]+);/gu), ([, name = '', value = '']) => [name, value]),
      ),
    );
  return { light, dark, chosenDark, print };
}

type Triple = readonly [number, number, number];

/** Amounts of light of red, green and blue, from 0 to 1, as WCAG 2.2 makes them from a colour of the screen. */
function linear(colour: string): Triple {
  const part = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

export type Pair = { readonly front: string; readonly ground: string; readonly least: 4.5 | 3 };

const GROUNDS = ['paper', 'raised'];
const WASHES = ['accent-wash', 'free-wash', 'promised-wash', 'short-wash'];
const each = (fronts: readonly string[], grounds: readonly string[], least: Pair['least']): Pair[] =>
  fronts.flatMap((front) => grounds.map((ground) => ({ front, ground, least })));

/** What is drawn on what: words at 4.5, marks and the edges of controls at 3. */
export const PAIRS: readonly Pair[] = [
  ...each(['ink', 'soft', 'faint', 'accent', 'free-text', 'promised-text', 'short'], GROUNDS, 4.5),
  ...each(['ink', 'soft', 'accent'], WASHES, 4.5),
  ...each(['ink'], ['accent-light'], 4.5),
  ...each(['on-accent'], ['accent'], 4.5),
  ...each(['free-text'], ['free-wash'], 4.5),
  ...each(['promised-text'], ['promised-wash'], 4.5),
  ...each(['short'], ['short-wash'], 4.5),
  ...each(['edge', 'free', 'promised'], GROUNDS, 3),
  ...each(['accent'], ['accent-light'], 3),
];

/** How much light the eyes take in, as rows of red, green and blue: Machado, Oliveira and Fernandes 2009, at full strength. */
const EYES = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
  ],
  deuteranopia: [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_82, 0.042_94, 0.968_881],
  ],
} as const satisfies Record<string, readonly [Triple, Triple, Triple]>;
export type Eyes = keyof typeof EYES;

const dot = (row: Triple, [red, green, blue]: Triple): number => row[0] * red + row[1] * green + row[2] * blue;

/** A colour as these eyes see it, in amounts of light. */
function seen(colour: string, eyes: Eyes): Triple {
  const light = linear(colour);
  const part = (row: Triple): number => Math.min(1, Math.max(0, dot(row, light)));
  const [red, green, blue] = EYES[eyes];
  return [part(red), part(green), part(blue)];
}

/** The place of a colour in OKLab, where equal steps look equally large (Ottosson 2020). */
function place(light: Triple): Triple {
  const cones: Triple = [
    Math.cbrt(dot([0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9], light)),
    Math.cbrt(dot([0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6], light)),
    Math.cbrt(dot([0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5], light)),
  ];
  return [
    dot([0.210_454_255_3, 0.793_617_785, -0.004_072_046_8], cones),
    dot([1.977_998_495_1, -2.428_592_205, 0.450_593_709_9], cones),
    dot([0.025_904_037_1, 0.782_771_766_2, -0.808_675_766], cones),
  ];
}

/** How far apart two colours look to these eyes: 0 is alike, 1 is black beside white, 0.02 is just seen. */
export function distance(one: string, other: string, eyes: Eyes): number {
  const [a, b] = [place(seen(one, eyes)), place(seen(other, eyes))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Five times what is just seen. */
export const APART = 0.1;

/** Colours of marks that stand side by side in one chart and have the same form. */
export const NEIGHBOURS: readonly (readonly [string, string])[] = [
  ['accent', 'accent-light'],
  ['accent', 'promised-wash'],
  ['accent-light', 'promised-wash'],
  ['accent', 'ink'],
  ['promised', 'short'],
];
