import { recordRetentionInput, RETENTION_MONTHS, RETENTION_OUTCOMES } from '@dcc/domain/positions/retention';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { retentionWord } from '../../app/life-words.ts';
import { type Permission, useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { DateField, SelectField } from '../../ui/form-fields.tsx';
import { formatDate, formatMoney } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type Retention = NonNullable<Position['separation']>['retention'][number];

/** How a post ended: whether early, what is asked back from its host, and who stayed. */
export function SeparationSection({ position }: { readonly position: Position }) {
  const { may } = useSession();
  const [form, setForm] = useState<number | null>(null);
  const { separation } = position;
  if (separation === null)
    return position.claim === null ? null : (
      <Section title={<Trans>Money to come back</Trans>}>
        <MoneyBack position={position} />
      </Section>
    );
  return (
    <Section title={<Trans>After separation</Trans>}>
      <MoneyBack position={position} />
      <ul className="findings">
        {separation.retention.map((one) => (
          <li key={one.months} className="finding">
            <RetentionText retention={one} />
            <PermittedButton permission={dueOr(may('position.review'), one)} onClick={() => setForm(one.months)}>
              <Trans>
                Record<span className="visually-hidden"> {monthsWord(one.months)}</span>
              </Trans>
            </PermittedButton>
          </li>
        ))}
      </ul>
      {form === null ? null : <RetentionForm position={position} months={form} onClose={() => setForm(null)} />}
    </Section>
  );
}

/** Money that a host holds for a post that is over is asked back; the claim stands until its refund is recorded. */
function MoneyBack({ position: { separation, claim, row } }: { readonly position: Position }) {
  const early = separation?.early ?? null;
  const host = row.organization.shortName;
  const ended = early === null ? null : t`It ended early: its contract ran until ${formatDate(early)}.`;
  if (claim === null) return ended === null ? null : <p>{ended}</p>;
  return (
    <Notice tone="warning">
      <p>
        {ended}{' '}
        {t`${host} holds ${formatMoney(claim)} that it has not spent: ask for it back, and record the refund when it comes.`}
      </p>
    </Notice>
  );
}

function dueOr(permission: Permission, { due, dueOn }: Retention): Permission {
  if (!permission.allowed || due) return permission;
  return { allowed: false, reason: t`It is asked on ${formatDate(dueOn)}.` };
}

function monthsWord(months: number): string {
  return months === 0 ? t`at separation` : t`${months} months later`;
}

function RetentionText({ retention: { months, dueOn, due, outcome, on, by } }: { readonly retention: Retention }) {
  return (
    <div>
      <StatusMark mark={outcome !== null ? 'done' : due ? 'waiting' : 'open'}>{monthsWord(months)}</StatusMark>
      <span className="finding__paper">
        {outcome === null || on === null ? (
          <Trans>
            asked on <DateText on={dueOn} />
          </Trans>
        ) : (
          <>
            {retentionWord(outcome)}, <DateText on={on} />, {by}
          </>
        )}
      </span>
    </div>
  );
}

type RetentionFormProps = { readonly position: Position; readonly months: number; readonly onClose: () => void };

function RetentionForm({ position, months, onClose }: RetentionFormProps) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Who stayed, {monthsWord(months)}</Trans>}
      intro={<Trans>Where the officer works then. Nothing more is kept of the person.</Trans>}
      schema={recordRetentionInput}
      defaultValues={{
        positionId: position.row.id,
        months: RETENTION_MONTHS.find((one) => one === months) ?? 0,
        outcome: 'not-known',
        on: today,
      }}
      record={(input) => client.positions.retention.record.mutate(input)}
      onClose={onClose}
    >
      <SelectField
        name="outcome"
        label={t`Works`}
        options={RETENTION_OUTCOMES.map((outcome) => ({ value: outcome, label: retentionWord(outcome) }))}
      />
      <DateField name="on" label={t`Known on`} max={today} />
    </RecordingDialog>
  );
}
