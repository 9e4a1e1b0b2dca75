/** Figures that are made of other figures; every other figure is the sum of entries, and opens these. */
export const FIGURE_NAMES = ['free', 'delivery', 'overdue', 'reserve', 'term-cost'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

export const isFigureName = (text: string): text is FigureName => (FIGURE_NAMES as readonly string[]).includes(text);
