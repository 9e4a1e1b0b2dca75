import './key-figures.css';
import type { CSSProperties, ReactNode } from 'react';

export type KeyFigure = {
  readonly key: string;
  readonly label: ReactNode;
  /** The large figure, usually a link to its entries. */
  readonly value: ReactNode;
  /** Unit and basis. */
  readonly unit: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: 'promised' | 'short' | 'free' | undefined;
  readonly trend?: ReactNode;
  /** How it differs from the day the page is compared with. */
  readonly change?: ReactNode;
};

/** The strip of large figures under a page's sentence. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }) {
  return (
    <dl className="key-figures" style={{ '--figure-count': figures.length } as CSSProperties}>
      {figures.map((figure) => (
        <div key={figure.key} className="key-figure">
          <dt>{figure.label}</dt>
          <dd className="key-figure__value">{figure.value}</dd>
          <dd className="key-figure__unit">{figure.unit}</dd>
          {figure.change == null ? null : <dd className="key-figure__change">{figure.change}</dd>}
          {figure.note === undefined ? null : (
            <dd
              className={
                figure.tone === undefined ? 'key-figure__note' : `key-figure__note key-figure__note--${figure.tone}`
              }
            >
              {figure.note}
            </dd>
          )}
          {figure.trend === undefined ? null : <dd className="key-figure__trend">{figure.trend}</dd>}
        </div>
      ))}
    </dl>
  );
}
