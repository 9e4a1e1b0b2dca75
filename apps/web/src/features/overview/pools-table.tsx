import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Overview } from '../../api/views.ts';
import { earmarkingWord } from '../../app/state-words.ts';
import { sumOf } from '../../ui/amounts.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate, formatMoneyWhole } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Section } from '../../ui/section.tsx';
import { poolsTitle } from './sentences.ts';

type Pool = Overview['pools'][number];

/** What the free money is made of: each pool's cash, what is promised from it, and what is left. */
export function PoolsTable({ overview }: { readonly overview: Overview }) {
  const { pools, figures, reserve } = overview;
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
        <FigureLink figure={{ amount: cash, entries: { account: 'cash', poolId: pool.id } }} as="plain" />
      ),
      csv: ({ cash }) => ({ number: cash.amount }),
      total: <FigureLink figure={figures.balance} as="plain" />,
    },
    {
      key: 'promised',
      head: t`Promised`,
      align: 'end',
      cell: ({ pool, allocated }) => (
        <FigureLink
          figure={{ amount: allocated, entries: { account: 'allocations-open', poolId: pool.id } }}
          as="plain"
        />
      ),
      csv: ({ allocated }) => ({ number: allocated.amount }),
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
      cell: ({ available }) => <MoneyText money={available} as="plain" />,
      csv: ({ available }) => ({ number: available.amount }),
      total: <MoneyText money={figures.available.amount} as="plain" />,
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
