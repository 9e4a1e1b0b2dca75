import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Position } from '../../api/views.ts';
import { useMovementForms } from '../../app/movement-forms.ts';
import { type Permission, useSession } from '../../app/session.ts';
import { stateWord } from '../../app/state-words.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { signOf } from '../../ui/format.ts';
import { HostReportForm } from '../../ui/movements/host-report-form.tsx';
import { TransferForPositionForm } from '../../ui/movements/transfer-forms.tsx';
import { AdvanceForm } from './advance-form.tsx';
import { AllocationForm } from './allocation-form.tsx';
import { TermsForm } from './propose-form.tsx';
import { ReleaseForm } from './release-form.tsx';

const ALLOWED: Permission = { allowed: true, reason: '' };

/** Why money cannot be reserved for a position now, apart from whose task that is. */
function allocationBarrier({ row, takesAllocation }: Position, ownOrganization: string | null): string | null {
  const [state, host] = [stateWord(row.state), row.organization.shortName];
  if (signOf(row.cost.amount) === 0) return t`Its cost is not known yet, so there is nothing to allocate.`;
  if (!row.years.some(({ short }) => signOf(short.amount) > 0)) return t`No year lacks money.`;
  if (!takesAllocation)
    return t`A post that is ${state} takes no allocation: only scored, deferred or approved ones do.`;
  if (ownOrganization === host) return t`This post is with ${host}, your own organization. Another chair must decide.`;
  return null;
}

/** Whose it is to transfer, and whether anything is reserved. */
function transferPermission(permission: Permission, reserved: boolean): Permission {
  if (!permission.allowed || reserved) return permission;
  return { allowed: false, reason: t`Nothing is reserved for this post that was not sent yet.` };
}

/** What moves its money: cash to its host, and what the host reports of it. */
function PositionMoney({ position: { row } }: { readonly position: Position }) {
  const { may } = useSession();
  const [form, setForm] = useState<'transfer' | 'report' | null>(null);
  const forms = useMovementForms();
  const sponsored = forms?.positions.find(({ id }) => id === row.id);
  if (forms === null || sponsored === undefined) return null;
  const close = () => setForm(null);
  const prefill = { positionId: row.id, organizationId: row.organization.id };
  return (
    <>
      <PermittedButton
        permission={transferPermission(may('movement.record'), sponsored.reserved.length > 0)}
        onClick={() => setForm('transfer')}
      >
        <Trans>Transfer</Trans>
      </PermittedButton>
      <PermittedButton permission={may('host-report.record')} onClick={() => setForm('report')}>
        <Trans>Record the host’s report</Trans>
      </PermittedButton>
      {form === 'transfer' ? <TransferForPositionForm forms={forms} prefill={prefill} onClose={close} /> : null}
      {form === 'report' ? (
        <HostReportForm kind="organization-expenditure" forms={forms} prefill={prefill} onClose={close} />
      ) : null}
    </>
  );
}

/** What can be done with a position now, and why not. */
export function PositionActions({ position }: { readonly position: Position }) {
  const { may, person } = useSession();
  const [form, setForm] = useState<'allocate' | 'advance' | 'terms' | 'release' | null>(null);
  const close = () => setForm(null);
  const decide = may('allocation.decide');
  const barrier = allocationBarrier(position, person?.organization ?? null);
  return (
    <>
      <PermittedButton
        look="primary"
        permission={!decide.allowed ? decide : barrier === null ? ALLOWED : { allowed: false, reason: barrier }}
        onClick={() => setForm('allocate')}
      >
        <Trans>Allocate</Trans>
      </PermittedButton>
      <PositionMoney position={position} />
      {position.steps.length === 0 ? null : (
        <PermittedButton permission={may('position.advance')} onClick={() => setForm('advance')}>
          <Trans>Record the next step</Trans>
        </PermittedButton>
      )}
      {position.row.years.length === 0 ? (
        <PermittedButton permission={may('position.propose')} onClick={() => setForm('terms')}>
          <Trans>Enter its terms</Trans>
        </PermittedButton>
      ) : null}
      {position.over && signOf(position.unsent.amount) > 0 ? (
        <PermittedButton permission={may('position.advance')} onClick={() => setForm('release')}>
          <Trans>Release what is reserved</Trans>
        </PermittedButton>
      ) : null}
      {form === 'release' ? <ReleaseForm position={position} onClose={close} /> : null}
      {form === 'terms' ? <TermsForm position={position} onClose={close} /> : null}
      {form === 'allocate' ? <AllocationForm position={position} onClose={close} /> : null}
      {form === 'advance' ? <AdvanceForm position={position} onClose={close} /> : null}
    </>
  );
}
