import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ContributionRow, Money } from '../api/views.ts';
import { contributorTypeWord, stageWord } from '../app/state-words.ts';
import type { Column } from './data-table.tsx';
import { DateText } from './date-text.tsx';
import { formatMoney, formatMoneyWhole, signOf } from './format.ts';
import { MoneyText } from './money-text.tsx';
import { type Mark, StatusMark } from './status-mark.tsx';

const STAGE_MARKS: Record<ContributionRow['stage'], Mark> = { pledged: 'open', signed: 'waiting', received: 'done' };

/** How far a contribution has come, in a word; the fund holds all of a signed one that is paid in full. */
function stageOf(row: ContributionRow): { readonly mark: Mark; readonly word: string } {
  const paid = row.stage === 'signed' && signOf(row.outstanding.amount) === 0 && signOf(row.received.amount) > 0;
  return paid ? { mark: 'done', word: t`paid in full` } : { mark: STAGE_MARKS[row.stage], word: stageWord(row.stage) };
}

export function StageMark({ row }: { readonly row: ContributionRow }) {
  const { mark, word } = stageOf(row);
  return <StatusMark mark={mark}>{word}</StatusMark>;
}

/** Nothing at all reads as a dash, so that the eye finds the figures. */
function Amount({ money }: { readonly money: Money }) {
  return signOf(money.amount) === 0 ? <span className="soft">–</span> : <MoneyText money={money} as="one" />;
}

function Original({ row }: { readonly row: ContributionRow }) {
  if (signOf(row.original.amount) === 0) return <span className="soft">–</span>;
  return (
    <data className="number" value={row.original.amount} title={formatMoney(row.original)}>
      {formatMoneyWhole(row.original)}
    </data>
  );
}

function Due({ row }: { readonly row: ContributionRow }) {
  return (
    <>
      {row.nextDueOn === null ? <span className="soft">–</span> : <DateText on={row.nextDueOn} />}
      {row.overdue === null || signOf(row.overdue.amount) === 0 ? null : <Overdue money={row.overdue} />}
    </>
  );
}

function Overdue({ money }: { readonly money: Money }) {
  const amount = formatMoneyWhole(money);
  return (
    <span className="data-table__second data-table__short">
      <Trans>{amount} overdue</Trans>
    </span>
  );
}

type Totals = {
  readonly pledged: Money;
  readonly signed: Money;
  readonly received: Money;
  readonly outstanding: Money;
  readonly overdue: Money;
};

const csvMoney = (money: Money) => ({ number: money.amount });

/** Columns of a list of contributions; the name of the contributor is left out on its own page. */
export function contributionColumns(totals: Totals | null, withContributor: boolean): Column<ContributionRow>[] {
  const total = (money: Money | undefined) => (money === undefined ? undefined : <Amount money={money} />);
  const columns: Column<ContributionRow>[] = [
    {
      key: 'reference',
      head: t`Contribution`,
      rowHead: true,
      sort: 'reference',
      cell: (row) => (
        <>
          <Link to="/contributions/$id" params={{ id: row.id }}>
            {row.reference}
          </Link>
          <span className="data-table__second">{row.pool.name}</span>
        </>
      ),
      csv: (row) => row.reference,
      inCsvToo: [{ head: t`Pool`, csv: (row) => row.pool.name }],
    },
    ...(withContributor ? [contributorColumn()] : []),
    { key: 'stage', head: t`Stage`, cell: (row) => <StageMark row={row} />, csv: (row) => stageOf(row).word },
    {
      key: 'original',
      head: t`Amount`,
      align: 'end',
      cell: (row) => <Original row={row} />,
      csv: (row) => csvMoney(row.original),
      inCsvToo: [{ head: t`Currency`, csv: (row) => row.currency }],
    },
    {
      key: 'pledged',
      head: t`Pledged`,
      align: 'end',
      cell: (row) => <Amount money={row.pledged} />,
      csv: (row) => csvMoney(row.pledged),
      total: total(totals?.pledged),
    },
    {
      key: 'signed',
      head: t`Signed`,
      align: 'end',
      sort: 'signed',
      cell: (row) => <Amount money={row.signed} />,
      csv: (row) => csvMoney(row.signed),
      total: total(totals?.signed),
    },
    {
      key: 'received',
      head: t`Received`,
      align: 'end',
      sort: 'received',
      cell: (row) => <Amount money={row.received} />,
      csv: (row) => csvMoney(row.received),
      total: total(totals?.received),
    },
    {
      key: 'outstanding',
      head: t`Outstanding`,
      align: 'end',
      sort: 'outstanding',
      cell: (row) => <Amount money={row.outstanding} />,
      csv: (row) => csvMoney(row.outstanding),
      total: total(totals?.outstanding),
    },
    {
      key: 'due',
      head: t`Next due`,
      cell: (row) => <Due row={row} />,
      csv: (row) => row.nextDueOn ?? '',
      inCsvToo: [{ head: t`Overdue`, csv: (row) => csvMoney(row.overdue ?? { amount: '0.00', currency: 'USD' }) }],
      total: totals === null || signOf(totals.overdue.amount) === 0 ? undefined : <Overdue money={totals.overdue} />,
    },
  ];
  return columns;
}

function contributorColumn(): Column<ContributionRow> {
  return {
    key: 'contributor',
    head: t`Contributor`,
    sort: 'contributor',
    cell: (row) => (
      <>
        <Link to="/contributors/$id" params={{ id: row.contributor.id }}>
          {row.contributor.name}
        </Link>
        <span className="data-table__second">{contributorTypeWord(row.contributor.type)}</span>
      </>
    ),
    csv: (row) => row.contributor.name,
    inCsvToo: [{ head: t`Kind of contributor`, csv: (row) => contributorTypeWord(row.contributor.type) }],
  };
}
