import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Plan, Round } from '../../api/views.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

type Line = NonNullable<Plan['plan']>['lines'][number];

/** Which pool pays how much for each year of each position; opened by who wants to see it. */
export function PlanMatrix({
  data,
  lines,
  number,
}: {
  readonly data: Round;
  readonly lines: readonly Line[];
  readonly number: number;
}) {
  if (lines.length === 0) return null;
  return (
    <details className="planner__matrix">
      <summary>
        <Trans>Allocation matrix of plan {number}</Trans>
      </summary>
      <DataTable
        caption={t`Allocation matrix of plan ${number}: what each pool pays for each year, US dollars`}
        columns={columns(data)}
        rows={lines}
        rowKey={({ positionId, year, poolId }) => `${positionId} ${year} ${poolId}`}
        fileName="allocation-matrix"
      />
    </details>
  );
}

function columns(data: Round): Column<Line>[] {
  const titles = new Map(data.proposals.map(({ positionId, title }) => [positionId, title]));
  const poolName = (id: string) => data.pools.find((pool) => pool.id === id)?.name ?? '';
  return [
    {
      key: 'position',
      head: t`Position`,
      rowHead: true,
      cell: ({ positionId }) => titles.get(positionId),
      csv: ({ positionId }) => titles.get(positionId) ?? '',
    },
    {
      key: 'year',
      head: t`Year`,
      align: 'end',
      cell: ({ year }) => <span className="number">{year}</span>,
      csv: ({ year }) => ({ number: String(year) }),
    },
    { key: 'pool', head: t`Pool`, cell: ({ poolId }) => poolName(poolId), csv: ({ poolId }) => poolName(poolId) },
    {
      key: 'amount',
      head: t`Pays`,
      align: 'end',
      cell: ({ amount }) => <MoneyText money={amount} as="plain" />,
      csv: ({ amount }) => ({ number: amount.amount }),
    },
    {
      key: 'now',
      head: t`Of it from cash now`,
      align: 'end',
      cell: ({ now }) => <MoneyText money={now} as="plain" />,
      csv: ({ now }) => ({ number: now.amount }),
    },
  ];
}
