import { t } from '@lingui/core/macro';
import type { Position } from '../../api/views.ts';
import { sumOf } from '../../ui/amounts.ts';
import { listFigure } from '../../ui/common-figures.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { signOf } from '../../ui/format.ts';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { yearFigure } from '../../ui/position-figures.ts';
import { type Mark, StatusMark } from '../../ui/status-mark.tsx';
import { type YearLook, yearLook } from '../../ui/year-look.ts';

type Year = Position['row']['years'][number];
type Amounts = 'cost' | 'allocated' | 'transferred' | 'short';

const MARKS: Record<YearLook, Mark> = {
  transferred: 'done',
  allocated: 'waiting',
  'part-allocated': 'short',
  unfunded: 'short',
  proposed: 'open',
  unknown: 'open',
  ended: 'open',
};

/** How a year is paid for, in a word or two. */
function lookWord(look: YearLook): string {
  switch (look) {
    case 'transferred':
      return t`sent to the host`;
    case 'allocated':
      return t`allocated`;
    case 'part-allocated':
      return t`part allocated`;
    case 'unfunded':
      return t`no money`;
    case 'proposed':
      return t`not approved`;
    case 'ended':
      return t`the post is over`;
    case 'unknown':
      return t`cost not known`;
  }
}

/** The contract years with their money. */
export function YearsTable({ position: { row } }: { readonly position: Position }) {
  const over = row.phase === 'completed';
  const amount = (key: Amounts, head: string): Column<Year> => ({
    key,
    head,
    align: 'end',
    cell: (year) => <YearAmount row={row} year={year} amount={key} />,
    csv: (year) => ({ number: year[key].amount }),
    total: <YearsTotal row={row} amount={key} head={head} />,
  });
  const columns: Column<Year>[] = [
    {
      key: 'number',
      head: t`Year`,
      rowHead: true,
      cell: ({ number }) => number,
      csv: ({ number }) => ({ number: String(number) }),
    },
    {
      key: 'from',
      head: t`From`,
      cell: ({ startsOn }) => <DateText on={startsOn} />,
      csv: ({ startsOn }) => startsOn,
    },
    { key: 'to', head: t`To`, cell: ({ endsOn }) => <DateText on={endsOn} />, csv: ({ endsOn }) => endsOn },
    amount('cost', t`Cost`),
    amount('allocated', t`Allocated`),
    amount('transferred', t`Transferred`),
    // A post that is over lacks nothing any more.
    ...(over ? [] : [amount('short', t`Short`)]),
    {
      key: 'state',
      head: t`State`,
      cell: (year) => (
        <StatusMark mark={MARKS[yearLook(year, row.phase)]}>{lookWord(yearLook(year, row.phase))}</StatusMark>
      ),
      csv: (year) => lookWord(yearLook(year, row.phase)),
    },
  ];
  return (
    <DataTable
      caption={t`US dollars`}
      columns={columns}
      rows={row.years}
      rowKey={({ number }) => String(number)}
      totalLabel={t`Total`}
      fileName={`position-${row.number}-years`}
    />
  );
}

type YearAmountProps = { readonly row: Position['row']; readonly year: Year; readonly amount: Amounts };

function YearAmount({ row, year, amount }: YearAmountProps) {
  if (signOf(year[amount].amount) === 0) return <span className="soft">–</span>;
  return (
    <MadeButton figure={() => yearFigure(row, year, amount)}>
      <MoneyText money={year[amount]} as="plain" />
    </MadeButton>
  );
}

type YearsTotalProps = { readonly row: Position['row']; readonly amount: Amounts; readonly head: string };

function YearsTotal({ row, amount, head }: YearsTotalProps) {
  const sum = sumOf(
    row.years.map((year) => year[amount].amount),
    'USD',
  );
  const figure = () =>
    listFigure(
      { name: head, meaning: t`Of all contract years of the position.`, basis: basisOf(amount) },
      sum,
      row.years.map((year) => ({
        key: String(year.number),
        words: t`Year ${year.number}`,
        money: year[amount],
      })),
    );
  return (
    <MadeButton figure={figure}>
      <MoneyText money={sum} as="plain" />
    </MadeButton>
  );
}

function basisOf(amount: Amounts): string {
  switch (amount) {
    case 'allocated':
      return t`allocated`;
    case 'transferred':
      return t`cash`;
    default:
      return t`estimate`;
  }
}
