/** What a filled mark means, the same in every chart. */
export type MarkKind = 'paid' | 'signed' | 'announced' | 'promised' | 'free' | 'short' | 'plain' | 'target';

type MarkStyle = { readonly fill: string; readonly stroke?: string; readonly strokeDasharray?: string };

/** Fill and edge of a mark. Colours never stand alone: edges and labels tell the same. */
export const MARKS: Record<MarkKind, MarkStyle> = {
  paid: { fill: 'var(--accent)' },
  signed: { fill: 'var(--accent-light)', stroke: 'var(--accent)' },
  announced: { fill: 'none', stroke: 'var(--accent)', strokeDasharray: '3 2' },
  promised: { fill: 'var(--promised-wash)', stroke: 'var(--promised)' },
  free: { fill: 'var(--free)' },
  short: { fill: 'var(--short-wash)', stroke: 'var(--short)' },
  plain: { fill: 'var(--faint)' },
  target: { fill: 'var(--ink)' },
};
