import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import type { Money, Position } from '../../api/views.ts';
import { componentWord } from '../../app/state-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { signOf } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Section } from '../../ui/section.tsx';

const route = getRouteApi('/signed-in/positions/$id');

type Component = Position['cost']['components'][number];
type Amounts = 'yearly' | 'once' | 'term' | 'spent' | 'left';

/** What the post is estimated to cost by component, against what its host reports as spent. */
export function CostSection({ position }: { readonly position: Position }) {
  const { cost } = position;
  return (
    <Section
      title={<Trans>Estimate and actual cost</Trans>}
      {...(cost.table === null ? {} : { note: <Source cost={cost} /> })}
    >
      {cost.versions.length > 1 ? <Versions cost={cost} /> : null}
      {cost.components.length === 0 ? (
        <EmptyState>
          <Trans>No cost table is on record and nothing is spent: import the cost table of the year.</Trans>
        </EmptyState>
      ) : (
        <DataTable
          caption={t`US dollars, by component; the term has ${String(cost.years)} years`}
          columns={columnsOf(cost)}
          rows={cost.components}
          rowKey={({ component }) => component}
          totalLabel={t`Total`}
          fileName="position-costs"
        />
      )}
    </Section>
  );
}

function Source({ cost: { table } }: Pick<Position, 'cost'>) {
  if (table === null) return null;
  return (
    <Trans>
      Cost table {table.version}, in force from <DateText on={table.effectiveOn} />: {table.source}, published{' '}
      <DateText on={table.publishedOn} />.
    </Trans>
  );
}

function Versions({ cost }: Pick<Position, 'cost'>) {
  const navigate = route.useNavigate();
  const { costTable } = route.useSearch();
  return (
    <FilterBar
      label={t`Choose the cost table`}
      choices={[
        {
          name: 'costTable',
          label: t`Cost table`,
          all: t`The one in force`,
          value: costTable,
          options: cost.versions.map((version) => ({ value: version, label: version })),
        },
      ]}
      onChange={({ costTable: chosen }) =>
        void navigate({ search: (before) => ({ ...before, costTable: chosen }), resetScroll: false })
      }
    />
  );
}

function Amount({ money }: { readonly money: Money }) {
  return signOf(money.amount) === 0 ? <span className="soft">–</span> : <MoneyText money={money} as="plain" />;
}

function columnsOf({ total }: Position['cost']): Column<Component>[] {
  const amount = (key: Amounts, head: string): Column<Component> => ({
    key,
    head,
    align: 'end',
    cell: (row) => <Amount money={row[key]} />,
    csv: (row) => ({ number: row[key].amount }),
    total: <MoneyText money={total[key]} as="plain" />,
  });
  return [
    {
      key: 'component',
      head: t`Component`,
      rowHead: true,
      cell: ({ component }) => componentWord(component),
      csv: ({ component }) => componentWord(component),
    },
    amount('yearly', t`Each year`),
    amount('once', t`Once`),
    amount('term', t`Term`),
    amount('spent', t`Spent`),
    amount('left', t`Left`),
  ];
}
