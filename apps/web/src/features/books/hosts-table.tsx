import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { Books, BooksCause, BooksHost, EntryFilter, TwoBooks } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { FigureLink } from '../../ui/figure-link.tsx';
import { signOf } from '../../ui/format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { causeWords, isWaiting } from './books-sentence.ts';
import { Difference } from './difference.tsx';

type HostsTableProps = { readonly books: Books; readonly opened: string | undefined };

/** Every host in one line; one that is opened shows its positions under it. */
export function HostsTable({ books, opened }: HostsTableProps) {
  const caption = t`Both records by host organization, US dollars`;
  return (
    <ScrollRegion className="books books--hosts" label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Host organization</Trans>
            </th>
            <AmountHead>
              <Trans>Sent, net of refunds</Trans>
            </AmountHead>
            <AmountHead>
              <Trans>Received, net of refunds made</Trans>
            </AmountHead>
            <AmountHead>
              <Trans>Difference</Trans>
            </AmountHead>
            <AmountHead>
              <Trans>Expenditure, certified</Trans>
            </AmountHead>
            <AmountHead>
              <Trans>Expenditure, interim</Trans>
            </AmountHead>
            <AmountHead>
              <Trans>Still held</Trans>
            </AmountHead>
          </tr>
        </thead>
        {books.hosts.map((host) => (
          <Host key={host.organization?.id ?? ''} host={host} opened={opened} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>All, as in the statement</Trans>
            </th>
            <Amounts books={books.total} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function AmountHead({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="col" className="books__amount">
      {children}
    </th>
  );
}

function Amounts({ books }: { readonly books: TwoBooks }) {
  const interim = signOf(books.interimExpenditure.amount.amount) !== 0;
  return (
    <>
      <td className="books__amount">
        <FigureLink figure={books.netTransferred} as="plain" />
      </td>
      <td className="books__amount">
        <FigureLink figure={books.netReceived} as="plain" />
      </td>
      <td className="books__amount">
        <Difference amount={books.difference} />
      </td>
      <td className="books__amount">
        <FigureLink figure={books.certifiedExpenditure} as="plain" />
      </td>
      <td className="books__amount">
        {interim ? (
          <StatusMark mark="waiting">
            <FigureLink figure={books.interimExpenditure} as="plain" />
          </StatusMark>
        ) : (
          <span className="soft">–</span>
        )}
      </td>
      <td className="books__amount">
        <FigureLink figure={books.balance} as="plain" />
      </td>
    </>
  );
}

type HostProps = { readonly host: BooksHost; readonly opened: string | undefined };

function Host({ host, opened }: HostProps) {
  const id = host.organization?.id;
  const open = id !== undefined && id === opened;
  const subject: EntryFilter = id === undefined ? { without: ['organization'] } : { organizationId: id };
  return (
    <tbody className={isWaiting(host.causes) ? 'books-waiting' : undefined}>
      <tr className="books__host">
        <th scope="row">
          {id === undefined ? (
            <Trans>No host named</Trans>
          ) : (
            <Link
              from="/books"
              to="/books"
              search={(before) => ({ ...before, host: open ? undefined : id })}
              resetScroll={false}
              replace
              className="books__toggle"
              aria-expanded={open}
            >
              {host.organization?.shortName}
            </Link>
          )}
        </th>
        <Amounts books={host.books} />
      </tr>
      {/* Where its positions say why, the host need not. */}
      {open && host.positions.some(({ causes }) => causes.length > 0) ? null : (
        <Causes causes={host.causes} subject={subject} />
      )}
      {open
        ? host.positions.map(({ position, books, causes }) => (
            <Fragment key={position?.id ?? ''}>
              <tr className="books__position">
                <th scope="row">
                  {position === null ? (
                    <Trans>No position named</Trans>
                  ) : (
                    <Link to="/positions/$id" params={{ id: position.id }}>
                      {position.title}
                    </Link>
                  )}
                </th>
                <Amounts books={books} />
              </tr>
              <Causes
                causes={causes}
                subject={{
                  ...subject,
                  ...(position === null
                    ? { without: [...(subject.without ?? []), 'position' as const] }
                    : { positionId: position.id }),
                }}
              />
            </Fragment>
          ))
        : null}
    </tbody>
  );
}

/** Which entries of both records bear on a difference. */
const BEARING = {
  transfer: ['transfer', 'organization-received'],
  receipt: ['transfer', 'organization-received'],
  'refund-made': ['refund', 'organization-refund'],
  'refund-received': ['refund', 'organization-refund'],
} as const satisfies Record<BooksCause['ahead'], EntryFilter['kinds']>;

/** Why the records differ, on a line of its own below what differs, with the entries of both that bear on it. */
function Causes({ causes, subject }: { readonly causes: readonly BooksCause[]; readonly subject: EntryFilter }) {
  const { may } = useSession();
  if (causes.length === 0) return null;
  return (
    <tr className="books__causes">
      <td colSpan={7}>
        <ul>
          {causes.map((cause) => (
            <li key={cause.ahead}>
              <StatusMark mark={cause.latest?.underWay === true ? 'waiting' : 'short'}>{causeWords(cause)}</StatusMark>{' '}
              {may('ledger.read').allowed ? (
                <Link
                  to="/ledger"
                  search={{ ...subject, kinds: [...BEARING[cause.ahead]] }}
                  className="books__entries no-print"
                >
                  <Trans>Entries of both records</Trans>
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
