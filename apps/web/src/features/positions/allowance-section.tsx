import { setAllowanceRateInput, recordAllowanceUseInput } from '@dcc/domain/positions/allowance';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { lessOf } from '../../ui/amounts.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { AmountField, DateField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { signOf } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';

const NOTHING = { amount: '0.00', currency: 'USD' };

type Props = { readonly position: Position };
type FormProps = Props & { readonly onClose: () => void };

/** The training and travel allowance of the post: granted, used and left. Shown once somebody is in post. */
export function AllowanceSection({ position }: Props) {
  const { may } = useSession();
  const [form, setForm] = useState<'use' | 'rate' | null>(null);
  const { allowance } = position;
  if (allowance.grants.length === 0) return null;
  const close = () => setForm(null);
  return (
    <Section
      title={<Trans>Training and travel allowance</Trans>}
      tools={
        <span className="section-tools">
          <PermittedButton permission={may('allowance.record')} onClick={() => setForm('use')}>
            <Trans>Record a use</Trans>
          </PermittedButton>
          <PermittedButton permission={may('allowance.record')} onClick={() => setForm('rate')}>
            <Trans>Set the yearly amount</Trans>
          </PermittedButton>
        </span>
      }
      note={
        <Trans>
          Granted for each of the first two contract years, never ahead of its year; what is left carries over. It is
          used until a month before the contract ends.
        </Trans>
      }
    >
      <Facts facts={factsOf(allowance)} />
      {form === 'use' ? <UseForm position={position} onClose={close} /> : null}
      {form === 'rate' ? <RateForm onClose={close} /> : null}
    </Section>
  );
}

function factsOf({ rate, grants, used, left, lastDay, uses, reported, unreported }: Position['allowance']): Fact[] {
  return [
    {
      key: 'rate',
      label: <Trans>Yearly amount</Trans>,
      value:
        rate === null ? (
          <Trans>not set</Trans>
        ) : (
          <>
            <MoneyText money={rate.amount} />, <DateText on={rate.effectiveOn} />, {rate.source}
          </>
        ),
    },
    ...grants.map(({ year, amount }) => ({
      key: `year-${year}`,
      label: <Trans>Granted for year {year}</Trans>,
      value: <MoneyText money={amount} />,
    })),
    ...uses.map(({ on, amount, purpose }, index) => ({
      key: `use-${index}`,
      label: <DateText on={on} />,
      value: (
        <>
          <MoneyText money={amount} />, {purpose}
        </>
      ),
    })),
    { key: 'used', label: <Trans>Used</Trans>, value: <MoneyText money={used} /> },
    { key: 'left', label: <Trans>Left</Trans>, value: <MoneyText money={left} /> },
    {
      key: 'reported',
      label: <Trans>Reported by the host</Trans>,
      value: (
        <>
          <MoneyText money={reported} />
          {signOf(unreported.amount) === 0 ? null : (
            <>
              ,{' '}
              {signOf(unreported.amount) > 0 ? (
                <Trans>
                  <MoneyText money={unreported} /> of what was used are not reported yet
                </Trans>
              ) : (
                <Trans>
                  <MoneyText money={lessOf(NOTHING, unreported)} /> more than the account says was used
                </Trans>
              )}
            </>
          )}
        </>
      ),
    },
    {
      key: 'last',
      label: <Trans>Last day of use</Trans>,
      value: lastDay === null ? <Trans>not known yet</Trans> : <DateText on={lastDay} />,
    },
  ];
}

function UseForm({ position, onClose }: FormProps) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Training and travel allowance</Trans>}
      intro={
        <Trans>
          What was used of it, or given back. It moves no money of the fund: the host reports what it spent.
        </Trans>
      }
      schema={recordAllowanceUseInput}
      defaultValues={{ positionId: position.row.id, way: 'used', on: today, amount: '', purpose: '' }}
      record={(input) => client.positions.allowance.record.mutate(input)}
      onClose={onClose}
    >
      <SelectField
        name="way"
        label={t`Way`}
        options={[
          { value: 'used', label: t`used` },
          { value: 'given-back', label: t`given back` },
        ]}
      />
      <DateField name="on" label={t`On`} max={today} />
      <AmountField name="amount" label={t`Amount`} currency="USD" />
      <TextField name="purpose" label={t`Purpose`} hint={t`Name no person.`} />
    </RecordingDialog>
  );
}

function RateForm({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Set the yearly amount</Trans>}
      intro={<Trans>For every post, from a day on; the earlier amounts stay for their days.</Trans>}
      schema={setAllowanceRateInput}
      defaultValues={{ effectiveOn: today, amount: '', source: '' }}
      record={(input) => client.positions.allowance.rate.mutate(input)}
      onClose={onClose}
    >
      <DateField name="effectiveOn" label={t`In force from`} />
      <AmountField name="amount" label={t`Amount for a year`} currency="USD" />
      <div className="form-grid__wide">
        <TextField name="source" label={t`Source`} hint={t`The paper that sets it.`} />
      </div>
    </RecordingDialog>
  );
}
