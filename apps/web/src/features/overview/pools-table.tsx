import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Money, Overview } from '../../api/views.ts';
import { earmarkingWord } from '../../app/state-words.ts';
import { sumOf } from '../../ui/amounts.ts';
import { Change, moneyChange } from '../../ui/change.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate, formatMoneyWhole } from '../../ui/format.ts';
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
          <FigureLink figure={{ amount: cash, entries: { account: 'cash', poolId: pool.id } }} as="plain" />
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
          <FigureLink
            figure={{ amount: allocated, entries: { account: 'allocations-open', poolId: pool.id } }}
            as="plain"
          />
          {change(pool.id, 'allocated', allocated)}
        </>
      ),
      csv: ({ allocated }) => ({ number: allocated.amount }),
      inCsvToo: csv('allocated', t`Promised`),
      total: (
        <MoneyText
          money={sumOf(
            pools.map(({ allocated }) => allocated.amount),
            'USD',
          )}
          as="plain"
        />
      ),
    },
    {
      key: 'free',
      head: t`Free`,
      align: 'end',
      cell: ({ pool, available }) => (
        <>
          <MoneyText money={available} as="plain" />
          {change(pool.id, 'available', available)}
        </>
      ),
      csv: ({ available }) => ({ number: available.amount }),
      inCsvToo: csv('available', t`Free`),
      total: (
        <>
          <MoneyText money={figures.available.amount} as="plain" />
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
