import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Books } from '../../api/views.ts';
import { sumOf } from '../../ui/amounts.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { signOf } from '../../ui/format.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Difference } from './difference.tsx';

type Year = Books['years'][number];
type Line = 'netTransferred' | 'netReceived' | 'certifiedExpenditure' | 'interimExpenditure' | 'balance';

/** One side of the books from the first entry to the end of a year. */
function upTo(years: readonly Year[], last: number, line: 'netTransferred' | 'netReceived') {
  const own = years.filter(({ year }) => year <= last).map(({ books }) => books[line]);
  const { from: _from, ...entries } = years.find(({ year }) => year === last)?.books[line].entries ?? {};
  return {
    amount: sumOf(
      own.map(({ amount }) => amount.amount),
      'USD',
    ),
    entries,
  };
}

/** Both records year by year: what moved in each, and how they stood at its end. */
export function YearsOfBooks({ years, fileName }: { readonly years: readonly Year[]; readonly fileName: string }) {
  const amount = (line: Line, head: string): Column<Year> => ({
    key: line,
    head,
    align: 'end',
    cell: ({ books }) =>
      signOf(books[line].amount.amount) === 0 ? (
        <span className="soft">–</span>
      ) : (
        <FigureLink figure={books[line]} as="plain" />
      ),
    csv: ({ books }) => ({ number: books[line].amount.amount }),
  });
  return (
    <DataTable
      caption={t`US dollars; at the end: on the last day of the year`}
      columns={[
        {
          key: 'year',
          head: t`Year`,
          rowHead: true,
          cell: (year) => <NameOfYear year={year} />,
          csv: ({ year }) => ({ number: String(year) }),
          inCsvToo: [{ head: t`State`, csv: stateWord }],
        },
        amount('netTransferred', t`Sent, net of refunds`),
        amount('netReceived', t`Received, net of refunds made`),
        {
          key: 'difference',
          head: t`Difference at the end`,
          align: 'end',
          cell: ({ year, differenceAtEnd }) => (
            <Difference
              amount={differenceAtEnd}
              agent={upTo(years, year, 'netTransferred')}
              host={upTo(years, year, 'netReceived')}
            />
          ),
          csv: ({ differenceAtEnd }) => ({ number: differenceAtEnd.amount }),
        },
        amount('certifiedExpenditure', t`Expenditure, certified`),
        amount('interimExpenditure', t`Expenditure, interim`),
        amount('balance', t`Still held at the end`),
      ]}
      rows={years}
      rowKey={({ year }) => String(year)}
      fileName={fileName}
    />
  );
}

const isInterim = ({ books }: Year): boolean => signOf(books.interimExpenditure.amount.amount) !== 0;

function stateWord(year: Year): string {
  return [
    ...(year.notFinal ? [t`not final`] : []),
    ...(year.closed ? [t`closed`] : []),
    ...(isInterim(year) ? [t`interim`] : []),
  ].join(', ');
}

function NameOfYear({ year }: { readonly year: Year }) {
  return (
    <>
      <span>{year.year}</span>
      {year.notFinal ? (
        <span className="data-table__second">
          <StatusMark mark="open">
            <Trans>not final</Trans>
          </StatusMark>
        </span>
      ) : null}
      {year.closed ? (
        <span className="data-table__second">
          <StatusMark mark="done">
            <Trans>closed</Trans>
          </StatusMark>
        </span>
      ) : null}
      {isInterim(year) ? (
        <span className="data-table__second">
          <StatusMark mark="waiting">
            <Trans>interim</Trans>
          </StatusMark>
        </span>
      ) : null}
    </>
  );
}
