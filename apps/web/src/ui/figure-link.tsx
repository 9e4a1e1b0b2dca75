import './figure-link.css';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Figure } from '../api/views.ts';
import { useSession } from '../app/session.ts';
import type { FigureName } from './figure-name.ts';
import { formatMoney, type Scale } from './format.ts';
import { MoneyText } from './money-text.tsx';

type FigureLinkProps = {
  readonly figure: Pick<Figure, 'amount' | 'entries'>;
  readonly as?: 'full' | 'plain' | Scale;
  /** Shown instead of the amount, such as a percentage made from it. */
  readonly children?: ReactNode;
  /** The day on which its entries are seen, where it is not that of the page. */
  readonly asOf?: CalendarDate | undefined;
};

/** A figure that opens the entries it is the sum of, for those who may read the ledger. */
export function FigureLink({ figure, as = 'full', children, asOf }: FigureLinkProps) {
  const { may } = useSession();
  const text = children ?? <MoneyText money={figure.amount} as={as} />;
  if (figure.entries === null || !may('ledger.read').allowed) return text;
  const exact = formatMoney(figure.amount);
  return (
    <Link
      to="/ledger"
      search={asOf === undefined ? figure.entries : { ...figure.entries, asOf }}
      className="figure-link"
      title={t`${exact}: see its entries`}
    >
      {text}
    </Link>
  );
}

type MadeLinkProps = {
  readonly name: FigureName;
  /** The exact figure. */
  readonly title: string;
  readonly children: ReactNode;
};

/** A figure that is made of others, and opens the page that says how. */
export function MadeLink({ name, title, children }: MadeLinkProps) {
  return (
    <Link to="/figures/$id" params={{ id: name }} className="figure-link" title={t`${title}: see what it is made of`}>
      {children}
    </Link>
  );
}
