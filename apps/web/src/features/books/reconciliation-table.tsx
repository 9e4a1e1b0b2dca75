import './books-page.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Money, TwoBooks } from '../../api/views.ts';
import { FigureLink } from '../../ui/figure-link.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Difference } from './difference.tsx';

type Side = TwoBooks['transferred'];

/** The two records side by side, line by line, with what lies between. */
export function ReconciliationTable({ books, host }: { readonly books: TwoBooks; readonly host: string | null }) {
  const caption =
    host === null
      ? t`The administrator’s record beside that of all host organizations, US dollars`
      : t`The administrator’s record beside that of ${host}, US dollars`;
  return (
    <ScrollRegion className="books" label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Line</Trans>
            </th>
            <th scope="col" className="books__amount">
              <Trans>Administrator’s record</Trans>
            </th>
            <th scope="col" className="books__amount">
              {host === null ? <Trans>Hosts’ record</Trans> : <Trans>Host’s record</Trans>}
            </th>
            <th scope="col" className="books__amount">
              <Trans>Difference</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          <Line
            label={t`Transfers`}
            agent={books.transferred}
            host={books.received}
            difference={books.transferDifference}
          />
          <Line
            label={t`Less: refunds`}
            agent={books.refundsReceived}
            host={books.refundsMade}
            difference={books.refundDifference}
            hostFirst
          />
          <Line
            label={t`Net`}
            agent={books.netTransferred}
            host={books.netReceived}
            difference={books.difference}
            strong
          />
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type LineProps = {
  readonly label: string;
  readonly agent: Side;
  readonly host: Side;
  readonly difference: Money;
  readonly strong?: boolean;
  readonly hostFirst?: boolean;
};

function Line({ label, agent, host, difference, strong = false, hostFirst = false }: LineProps) {
  return (
    <tr className={strong ? 'books__net' : undefined}>
      <th scope="row">{label}</th>
      <td className="books__amount">
        <FigureLink figure={agent} as="plain" />
      </td>
      <td className="books__amount">
        <FigureLink figure={host} as="plain" />
      </td>
      <td className="books__amount">
        <Difference amount={difference} agent={agent} host={host} hostFirst={hostFirst} />
      </td>
    </tr>
  );
}
