import { setSupportCostRateInput } from '@dcc/domain/ledger/movement-inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import type { Contribution } from '../../api/views.ts';
import { useMovementForms } from '../../app/movement-forms.ts';
import { type Permission, useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateField, TextField } from '../../ui/form-fields.tsx';
import { formatDate, formatPercent } from '../../ui/format.ts';
import { SupportCostForm } from '../../ui/movements/percentage-forms.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';

type ContributionProps = { readonly contribution: Contribution };
type Rate = Contribution['supportCostRates'][number];

/** The dated percentages of expenditure that an agreement lets the fund charge, and charging one. */
export function SupportCost({ contribution }: ContributionProps) {
  const [form, setForm] = useState<'charge' | 'rate' | null>(null);
  const forms = useMovementForms();
  const { may } = useSession();
  const charging = useCharging(contribution);
  const close = () => setForm(null);
  const { row, supportCostRates } = contribution;
  return (
    <Section
      title={<Trans>Support cost</Trans>}
      tools={
        may('ledger.read').allowed ? (
          <span className="section__tools">
            <PermittedButton permission={may('support-cost-rate.set')} onClick={() => setForm('rate')}>
              <Trans>Set a rate</Trans>
            </PermittedButton>{' '}
            <PermittedButton permission={charging} onClick={() => setForm('charge')}>
              <Trans>Charge support cost</Trans>
            </PermittedButton>
          </span>
        ) : undefined
      }
    >
      {supportCostRates.length === 0 ? (
        <EmptyState>
          <Trans>This agreement sets no support-cost rate, so none can be charged under it.</Trans>
        </EmptyState>
      ) : (
        <DataTable
          caption={t`Percent of expenditure that hosts report`}
          columns={columns()}
          rows={supportCostRates.toReversed()}
          rowKey={(rate) => String(supportCostRates.indexOf(rate))}
          fileName={`${row.reference}-support-cost`}
        />
      )}
      {form === 'rate' ? <RateForm contribution={contribution} onClose={close} /> : null}
      {form === 'charge' && forms !== null ? (
        <SupportCostForm forms={forms} prefill={{ contributionId: row.id }} onClose={close} />
      ) : null}
    </Section>
  );
}

/** Whose it is to charge, and whether there is a rate to charge by. */
function useCharging({ supportCostPercent }: Contribution): Permission {
  const permission = useSession().may('movement.record');
  return permission.allowed && supportCostPercent === null
    ? { allowed: false, reason: t`No rate is in force. Set one first.` }
    : permission;
}

function columns(): Column<Rate>[] {
  return [
    {
      key: 'from',
      head: t`From`,
      rowHead: true,
      cell: ({ effectiveOn }) => <DateText on={effectiveOn} />,
      csv: ({ effectiveOn }) => effectiveOn,
    },
    {
      key: 'percent',
      head: t`Percent`,
      align: 'end',
      cell: ({ percent }) => formatPercent(percent),
      csv: ({ percent }) => ({ number: percent }),
    },
    { key: 'source', head: t`Set by`, cell: ({ source }) => source, csv: ({ source }) => source },
  ];
}

/** A percentage from a day on; earlier days keep theirs. */
function RateForm({ contribution, onClose }: ContributionProps & { readonly onClose: () => void }) {
  const { today } = useSession();
  const { row, supportCostRates, signedOn } = contribution;
  const since = supportCostRates.at(-1)?.effectiveOn ?? signedOn ?? today;
  return (
    <RecordingDialog
      title={<Trans>Support-cost rate of {row.reference}</Trans>}
      intro={
        <Trans>
          The rate holds from its day on, for expenditure charged from then. It cannot begin before {formatDate(since)},
          and it moves no money: charging does.
        </Trans>
      }
      schema={setSupportCostRateInput}
      defaultValues={{ contributionId: row.id, effectiveOn: today < since ? since : today, percent: '', source: '' }}
      record={(input) => client.movements.setSupportCostRate.mutate(input)}
      onClose={onClose}
    >
      <DateField name="effectiveOn" label={t`From`} />
      <TextField name="percent" label={t`Percent`} hint={t`For example 7.00.`} />
      <div className="form-grid__wide">
        <TextField name="source" label={t`Which paper sets it`} hint={t`For example: Amendment 1 of 3 May 2026.`} />
      </div>
    </RecordingDialog>
  );
}
