import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Books, BooksCause, BooksHost, EntryFilter, TwoBooks } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { sumOf } from '../../ui/amounts.ts';
import { Change, moneyChange } from '../../ui/change.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { signOf } from '../../ui/format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { causeWords, isWaiting } from './books-sentence.ts';
import { Difference } from './difference.tsx';

type HostsTableProps = {
  readonly books: Books;
  /** The two books of the day that the page is compared with. */
  readonly before: Books | null;
  readonly opened: string | undefined;
};

/** What one line was on the day that the page is compared with: nothing at all where there was no such line yet. */
type Then = { readonly on: string; readonly books: TwoBooks | null } | null;

/** Every host in one line; one that is opened shows its positions under it. */
export function HostsTable({ books, before, opened }: HostsTableProps) {
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
          <Host key={host.organization?.id ?? ''} host={host} before={before} opened={opened} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>All, as in the statement</Trans>
            </th>
            <Amounts books={books.total} was={wasOn(before, before === null ? undefined : { books: before.total })} />
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

type ComparedFigure = 'netTransferred' | 'netReceived' | 'certifiedExpenditure' | 'interimExpenditure' | 'balance';

function FigureChange({ name, books, was }: AmountsProps & { readonly name: ComparedFigure }) {
  if (was === null) return null;
  const now = books[name].amount;
  return (
    <Change on={was.on} changed={moneyChange(now, was.books?.[name].amount ?? sumOf([], now.currency), 'plain')} />
  );
}

type AmountsProps = { readonly books: TwoBooks; readonly was: Then };

function Amounts({ books, was }: AmountsProps) {
  const interim = signOf(books.interimExpenditure.amount.amount) !== 0;
  return (
    <>
      <td className="books__amount">
        <FigureLink figure={books.netTransferred} as="plain" />
        <FigureChange name="netTransferred" books={books} was={was} />
      </td>
      <td className="books__amount">
        <FigureLink figure={books.netReceived} as="plain" />
        <FigureChange name="netReceived" books={books} was={was} />
      </td>
      <td className="books__amount">
        <Difference amount={books.difference} agent={books.netTransferred} host={books.netReceived} />
      </td>
      <td className="books__amount">
        <FigureLink figure={books.certifiedExpenditure} as="plain" />
        <FigureChange name="certifiedExpenditure" books={books} was={was} />
      </td>
      <td className="books__amount">
        {interim ? (
          <StatusMark mark="waiting">
            <FigureLink figure={books.interimExpenditure} as="plain" />
          </StatusMark>
        ) : (
          <span className="soft">–</span>
        )}
        <FigureChange name="interimExpenditure" books={books} was={was} />
      </td>
      <td className="books__amount">
        <FigureLink figure={books.balance} as="plain" />
        <FigureChange name="balance" books={books} was={was} />
      </td>
    </>
  );
}

type HostProps = { readonly host: BooksHost } & Pick<HostsTableProps, 'before' | 'opened'>;

/** What a line was on the day that the page is compared with; `null` where it is not compared. */
function wasOn(before: Books | null, line: { readonly books: TwoBooks } | undefined): Then {
  return before === null ? null : { on: before.asOf, books: line?.books ?? null };
}

function Host({ host, before, opened }: HostProps) {
  const id = host.organization?.id;
  const then = before?.hosts.find(({ organization }) => organization?.id === id);
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
              search={(address) => ({ ...address, host: open ? undefined : id })}
              resetScroll={false}
              className="books__toggle"
              aria-expanded={open}
            >
              {host.organization?.shortName}
            </Link>
          )}
        </th>
        <Amounts books={host.books} was={wasOn(before, then)} />
      </tr>
      {/* Where its positions say why, the host need not. */}
      {open && host.positions.some(({ causes }) => causes.length > 0) ? null : (
        <Causes causes={host.causes} subject={subject} />
      )}
      {open
        ? host.positions.map((line) => (
            <PositionLine
              key={line.position?.id ?? ''}
              line={line}
              was={wasOn(
                before,
                then?.positions.find(({ position }) => position?.id === line.position?.id),
              )}
              subject={subject}
            />
          ))
        : null}
    </tbody>
  );
}

type PositionLineProps = {
  readonly line: BooksHost['positions'][number];
  readonly was: Then;
  /** The host's entries. */
  readonly subject: EntryFilter;
};

function PositionLine({ line: { position, books, causes }, was, subject }: PositionLineProps) {
  return (
    <>
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
        <Amounts books={books} was={was} />
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
    </>
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
