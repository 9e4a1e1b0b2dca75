import './figure-link.css';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Figure } from '../api/views.ts';
import { formatMoney, type Scale } from './format.ts';
import { MoneyText } from './money-text.tsx';

type FigureLinkProps = {
  readonly figure: Pick<Figure, 'amount' | 'entries'>;
  readonly as?: 'full' | 'plain' | Scale;
  /** Whether this person may open the ledger; without it the figure is plain text. */
  readonly children?: ReactNode;
};

/** A figure that opens the entries it is the sum of. */
export function FigureLink({ figure, as = 'full', children }: FigureLinkProps) {
  const text = children ?? <MoneyText money={figure.amount} as={as} />;
  if (figure.entries === null) return text;
  const exact = formatMoney(figure.amount);
  return (
    <Link to="/ledger" search={figure.entries} className="figure-link" title={t`${exact}: see its entries`} disabled={false}>
      {text}
    </Link>
  );
}
