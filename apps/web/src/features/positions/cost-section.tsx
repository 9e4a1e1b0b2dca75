import { entriesOf } from '@dcc/domain/counted';
import { setPensionInput } from '@dcc/domain/positions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { componentWord } from '../../app/state-words.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { DateField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { formatDate, formatMoney, signOf } from '../../ui/format.ts';
import { MadeButton, type MadeFigure } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';

const route = getRouteApi('/signed-in/positions/$id');

type Component = Position['cost']['components'][number];
type Amounts = 'yearly' | 'once' | 'term' | 'spent' | 'left';

/** What the post is estimated to cost by component, against what its host reports as spent. */
export function CostSection({ position }: { readonly position: Position }) {
  const { may } = useSession();
  const [setting, setSetting] = useState(false);
  const { cost } = position;
  return (
    <Section
      title={<Trans>Estimate and actual cost</Trans>}
      tools={
        <PermittedButton permission={may('pension.set')} onClick={() => setSetting(true)}>
          <Trans>Set the pension</Trans>
        </PermittedButton>
      }
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
          columns={columnsOf(position)}
          rows={cost.components}
          rowKey={({ component }) => component}
          totalLabel={t`Total`}
          fileName="position-costs"
        />
      )}
      <p className="note">{pensionWords(position)}</p>
      {setting ? <PensionForm position={position} onClose={() => setSetting(false)} /> : null}
    </Section>
  );
}

function pensionWords({ cost: { pension }, row }: Position): string {
  const host = row.organization.shortName;
  if (pension === null)
    return t`Nobody has said whether the agreement with ${host} covers pension: it is counted in the estimate.`;
  const [on, source] = [formatDate(pension.effectiveOn), pension.source];
  return pension.covered
    ? t`The agreement with ${host} covers pension, from ${on} on: ${source}.`
    : t`The agreement with ${host} covers no pension, from ${on} on: ${source}. It is left out of the estimate.`;
}

type PensionFormProps = { readonly position: Position; readonly onClose: () => void };

/** Whether the agreement with the host covers pension, for all of its posts. */
function PensionForm({ position: { row }, onClose }: PensionFormProps) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Pension at {row.organization.name}</Trans>}
      intro={<Trans>For every post of this host, from a day on; estimates as of earlier days stay as they were.</Trans>}
      schema={setPensionInput}
      defaultValues={{ organizationId: row.organization.id, effectiveOn: today, covered: 'yes', source: '' }}
      record={(input) => client.positions.pension.set.mutate(input)}
      onClose={onClose}
    >
      <SelectField
        name="covered"
        label={t`The agreement covers pension`}
        options={[
          { value: 'yes', label: t`yes` },
          { value: 'no', label: t`no` },
        ]}
      />
      <DateField name="effectiveOn" label={t`In force from`} />
      <div className="form-grid__wide">
        <TextField name="source" label={t`Source`} hint={t`The paper that sets it.`} />
      </div>
    </RecordingDialog>
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

type AmountProps = { readonly position: Position; readonly row: Omit<Component, 'component'>; readonly of: Amounts };

function Amount({ position, row, of }: AmountProps) {
  const money = row[of];
  if (signOf(money.amount) === 0) return <span className="soft">–</span>;
  return (
    <MadeButton figure={() => costPart(position, row, of)}>
      <MoneyText money={money} as="plain" />
    </MadeButton>
  );
}

/** How an amount of the estimate or of the reports is reckoned. */
function costPart({ cost, row: { id } }: Position, row: AmountProps['row'], of: Amounts): MadeFigure {
  const parts = (...keys: Amounts[]) =>
    keys.map((key) => ({
      key,
      words: amountWord(key),
      money: row[key],
      entries: key === 'spent' ? entriesOf('spent', { positionId: id }) : null,
    }));
  const years = { key: 'years', words: t`Contract years`, money: { number: String(cost.years) } };
  const source = cost.table === null ? t`no cost table is on record` : `${cost.table.version}: ${cost.table.source}`;
  const made: Record<Amounts, Pick<MadeFigure, 'formula' | 'parts'>> = {
    yearly: { formula: t`the line of the cost table for the duty station, ${source}`, parts: parts('yearly') },
    once: { formula: t`the line of the cost table for the duty station, ${source}`, parts: parts('once') },
    term: {
      formula: t`what comes each year × contract years + what comes once`,
      parts: [...parts('yearly', 'once'), years],
    },
    spent: {
      formula: t`what the host reports for this component; the entries below are of all components, and each names its own`,
      parts: parts('spent'),
    },
    left: { formula: t`the estimate of the term − what is spent`, parts: parts('term', 'spent') },
  };
  return {
    name: amountWord(of),
    value: formatMoney(row[of]),
    meaning: t`What the post is estimated to cost, against what its host reports as spent.`,
    basis: of === 'spent' ? t`the hosts’ own books` : t`estimate`,
    ...made[of],
  };
}

function amountWord(of: Amounts): string {
  switch (of) {
    case 'yearly':
      return t`Each year`;
    case 'once':
      return t`Once`;
    case 'term':
      return t`Term`;
    case 'spent':
      return t`Spent`;
    case 'left':
      return t`Left`;
  }
}

function columnsOf(position: Position): Column<Component>[] {
  const amount = (key: Amounts): Column<Component> => ({
    key,
    head: amountWord(key),
    align: 'end',
    cell: (row) => <Amount position={position} row={row} of={key} />,
    csv: (row) => ({ number: row[key].amount }),
    total: <Amount position={position} row={position.cost.total} of={key} />,
  });
  return [
    {
      key: 'component',
      head: t`Component`,
      rowHead: true,
      cell: ({ component }) => componentWord(component),
      csv: ({ component }) => componentWord(component),
    },
    amount('yearly'),
    amount('once'),
    amount('term'),
    amount('spent'),
    amount('left'),
  ];
}
