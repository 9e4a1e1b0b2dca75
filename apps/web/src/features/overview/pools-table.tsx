import { entriesOf } from '@dcc/domain/counted';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Money, Overview } from '../../api/views.ts';
import { earmarkingWord } from '../../app/state-words.ts';
import { sumOf } from '../../ui/amounts.ts';
import { Change, moneyChange } from '../../ui/change.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { differenceFigure } from '../../ui/common-figures.ts';
import { FigureLink, MadeLink } from '../../ui/figure-link.tsx';
import { formatDate, formatMoney, formatMoneyWhole } from '../../ui/format.ts';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Section } from '../../ui/section.tsx';
import { poolsTitle } from '../../ui/overview/sentences.ts';

type Pool = Overview['pools'][number];

/** What each pool's amounts were on the day that the page is compared with: for the eye, and in the file. */
function poolChanges(before: Overview | null) {
  type Amount = 'cash' | 'allocated' | 'available';
  // A pool that was not there yet held nothing.
  const then = (poolId: string, key: Amount): Money =>
    before?.pools.find(({ pool }) => pool.id === poolId)?.[key] ?? sumOf([], 'USD');
  return {
    change: (poolId: string, key: Amount, now: Money) =>
      before === null ? null : <Change on={before.asOf} changed={moneyChange(now, then(poolId, key), 'plain')} />,
    total: (key: 'balance' | 'available', now: Money) =>
      before === null ? null : (
        <Change on={before.asOf} changed={moneyChange(now, before.figures[key].amount, 'plain')} />
      ),
    csv: (key: Amount, head: string) =>
      before === null
        ? []
        : [
            {
              head: t`${head} on ${before.asOf}`,
              csv: ({ pool }: Pool) => ({ number: then(pool.id, key).amount }),
            },
          ],
  };
}

/** What is free in one pool. The operating reserve is held of the whole fund. */
function freeOf({ pool, cash, allocated }: Pool) {
  return differenceFigure(
    {
      name: t`Free in ${pool.name}`,
      meaning: t`What the committee can still promise from this pool, before the operating reserve.`,
      basis: t`cash`,
    },
    { words: t`Cash of the pool`, money: cash, entries: entriesOf('cash', { poolId: pool.id }) },
    { words: t`Promised and not yet sent`, money: allocated, entries: entriesOf('promised', { poolId: pool.id }) },
  );
}

/** What the free money is made of: each pool's cash, what is promised from it, and what is left. */
export function PoolsTable({ overview, before }: { readonly overview: Overview; readonly before: Overview | null }) {
  const { pools, figures, reserve } = overview;
  const { change, csv, total } = poolChanges(before);
  const columns: readonly Column<Pool>[] = [
    {
      key: 'pool',
      head: t`Pool`,
      rowHead: true,
      cell: ({ pool }) => pool.name,
      csv: ({ pool }) => pool.name,
    },
    {
      key: 'earmarking',
      head: t`Earmarking`,
      cell: ({ pool }) => earmarkingWord(pool.earmarking),
      csv: ({ pool }) => earmarkingWord(pool.earmarking),
      total: reserve === null ? <Trans>no reserve is decided</Trans> : <Trans>after the reserve</Trans>,
    },
    {
      key: 'cash',
      head: t`Cash`,
      align: 'end',
      cell: ({ pool, cash }) => (
        <>
          <FigureLink figure={{ amount: cash, entries: entriesOf('cash', { poolId: pool.id }) }} as="plain" />
          {change(pool.id, 'cash', cash)}
        </>
      ),
      csv: ({ cash }) => ({ number: cash.amount }),
      inCsvToo: csv('cash', t`Cash`),
      total: (
        <>
          <FigureLink figure={figures.balance} as="plain" />
          {total('balance', figures.balance.amount)}
        </>
      ),
    },
    {
      key: 'promised',
      head: t`Promised`,
      align: 'end',
      cell: ({ pool, allocated }) => (
        <>
          <FigureLink figure={{ amount: allocated, entries: entriesOf('promised', { poolId: pool.id }) }} as="plain" />
          {change(pool.id, 'allocated', allocated)}
        </>
      ),
      csv: ({ allocated }) => ({ number: allocated.amount }),
      inCsvToo: csv('allocated', t`Promised`),
      total: (
        <FigureLink
          figure={{
            amount: sumOf(
              pools.map(({ allocated }) => allocated.amount),
              'USD',
            ),
            entries: entriesOf('promised'),
          }}
          as="plain"
        />
      ),
    },
    {
      key: 'free',
      head: t`Free`,
      align: 'end',
      cell: (row) => (
        <>
          <MadeButton figure={() => freeOf(row)}>
            <MoneyText money={row.available} as="plain" />
          </MadeButton>
          {change(row.pool.id, 'available', row.available)}
        </>
      ),
      csv: ({ available }) => ({ number: available.amount }),
      inCsvToo: csv('available', t`Free`),
      total: (
        <>
          <MadeLink name="free" title={formatMoney(figures.available.amount)}>
            <MoneyText money={figures.available.amount} as="plain" />
          </MadeLink>
          {total('available', figures.available.amount)}
        </>
      ),
    },
  ];
  return (
    <Section
      id="pools"
      title={poolsTitle(overview)}
      note={
        reserve === null ? undefined : (
          <Trans>
            The operating reserve of {formatMoneyWhole(reserve.amount)} is set since {formatDate(reserve.effectiveOn)}.
            Source: {reserve.source}.
          </Trans>
        )
      }
    >
      <DataTable
        caption={t`What is free in each pool, US dollars, cash basis`}
        columns={columns}
        rows={pools}
        rowKey={({ pool }) => pool.id}
        totalLabel={t`Fund`}
        fileName="pools"
      />
    </Section>
  );
}
