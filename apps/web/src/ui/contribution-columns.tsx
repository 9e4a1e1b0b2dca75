import { entriesOf } from '@dcc/domain/counted';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ContributionRow, EntryFilter, Money } from '../api/views.ts';
import { contributorTypeWord, stageWord } from '../app/state-words.ts';
import { listFigure, overdueFigure } from './common-figures.ts';
import type { Column } from './data-table.tsx';
import { DateText } from './date-text.tsx';
import { FigureLink } from './figure-link.tsx';
import { formatMoneyWhole, type Scale, signOf } from './format.ts';
import { MadeButton, type MadeFigure } from './made-figure.tsx';
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

type AmountProps = { readonly row: ContributionRow; readonly what: Opened };

/** Nothing at all reads as a dash, so that the eye finds the figures. */
function Amount({ row, what }: AmountProps) {
  const amount = row[what];
  if (signOf(amount.amount) === 0) return <span className="soft">–</span>;
  return <FigureLink figure={{ amount, entries: entriesOf(what, { contributionId: row.id }) }} as="one" />;
}

/** In its own currency: what the signature promises, or the pledge while nothing is signed. */
function Original({ row }: { readonly row: ContributionRow }) {
  const { id, original: amount, stage } = row;
  if (signOf(amount.amount) === 0) return <span className="soft">–</span>;
  return (
    <FigureLink
      figure={{ amount, entries: entriesOf(stage === 'pledged' ? 'pledged' : 'signed', { contributionId: id }) }}
    >
      <span className="number">{formatMoneyWhole(amount)}</span>
    </FigureLink>
  );
}

function Due({ row }: { readonly row: ContributionRow }) {
  return (
    <>
      {row.nextDueOn === null ? <span className="soft">–</span> : <DateText on={row.nextDueOn} />}
      {row.overdue === null ? null : <Overdue money={row.overdue} of={[row]} />}
    </>
  );
}

/** What is late of some contributions: it leads to each of them. */
export function overdueOf(amount: Money, rows: readonly ContributionRow[]): MadeFigure {
  return overdueFigure(
    amount,
    rows.flatMap(({ id, reference, contributor, overdue }) =>
      overdue === null || signOf(overdue.amount) === 0
        ? []
        : [
            {
              key: id,
              words: `${contributor.name}, ${reference}`,
              money: overdue,
              page: { to: '/contributions/$id' as const, id },
            },
          ],
    ),
  );
}

type OverdueProps = { readonly money: Money; readonly of: readonly ContributionRow[] };

function Overdue({ money, of }: OverdueProps) {
  if (signOf(money.amount) === 0) return null;
  const amount = formatMoneyWhole(money);
  return (
    <span className="data-table__second data-table__short">
      <MadeButton figure={() => overdueOf(money, of)}>
        <Trans>{amount} overdue</Trans>
      </MadeButton>
    </span>
  );
}

/** Amounts of a contribution that are sums of its entries. */
export type Opened = 'pledged' | 'signed' | 'received' | 'outstanding';

/** The sums at the foot of the columns. */
export type ListTotals = Readonly<Record<Opened | 'overdue', Money>>;

type ListedProps = {
  readonly money: Money;
  readonly what: Opened;
  /** What all contributions of the list have in common; `null` where no choice of entries says it. */
  readonly about: Pick<EntryFilter, 'contributorId' | 'poolId'> | null;
  readonly rows: readonly ContributionRow[];
  readonly as: Scale;
};

/** A sum over a list of contributions: it opens its entries, or the list where only the list says which they are. */
export function ListedTotal({ money, what, about, rows, as }: ListedProps) {
  if (about !== null) return <FigureLink figure={{ amount: money, entries: entriesOf(what, about) }} as={as} />;
  const figure = () =>
    listFigure(
      { name: totalWord(what), meaning: t`Of the contributions that the list shows.`, basis: basisWord(what) },
      money,
      rows.map((row) => ({
        key: row.id,
        words: `${row.contributor.name}, ${row.reference}`,
        money: row[what],
        entries: entriesOf(what, { contributionId: row.id }),
      })),
    );
  return (
    <MadeButton figure={figure}>
      <MoneyText money={money} as={as} />
    </MadeButton>
  );
}

function totalWord(what: Opened): string {
  switch (what) {
    case 'pledged':
      return t`Pledged`;
    case 'signed':
      return t`Signed`;
    case 'received':
      return t`Received`;
    case 'outstanding':
      return t`Outstanding`;
  }
}

function basisWord(what: Opened): string {
  if (what === 'received') return t`cash`;
  return what === 'pledged' ? t`pledged` : t`signed`;
}

const csvMoney = (money: Money) => ({ number: money.amount });

/** Columns of a list of contributions; the name of the contributor is left out on its own page. */
export function contributionColumns(
  totals: ListTotals,
  { rows, about, withContributor }: Pick<ListedProps, 'rows' | 'about'> & { readonly withContributor: boolean },
): Column<ContributionRow>[] {
  const total = (what: Opened) =>
    signOf(totals[what].amount) === 0 ? (
      <span className="soft">–</span>
    ) : (
      <ListedTotal money={totals[what]} what={what} about={about} rows={rows} as="one" />
    );
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
      cell: (row) => <Amount row={row} what="pledged" />,
      csv: (row) => csvMoney(row.pledged),
      total: total('pledged'),
    },
    {
      key: 'signed',
      head: t`Signed`,
      align: 'end',
      sort: 'signed',
      cell: (row) => <Amount row={row} what="signed" />,
      csv: (row) => csvMoney(row.signed),
      total: total('signed'),
    },
    {
      key: 'received',
      head: t`Received`,
      align: 'end',
      sort: 'received',
      cell: (row) => <Amount row={row} what="received" />,
      csv: (row) => csvMoney(row.received),
      total: total('received'),
    },
    {
      key: 'outstanding',
      head: t`Outstanding`,
      align: 'end',
      sort: 'outstanding',
      cell: (row) => <Amount row={row} what="outstanding" />,
      csv: (row) => csvMoney(row.outstanding),
      total: total('outstanding'),
    },
    {
      key: 'due',
      head: t`Next due`,
      cell: (row) => <Due row={row} />,
      csv: (row) => row.nextDueOn ?? '',
      inCsvToo: [{ head: t`Overdue`, csv: (row) => csvMoney(row.overdue ?? { amount: '0.00', currency: 'USD' }) }],
      total: <Overdue money={totals.overdue} of={rows} />,
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
