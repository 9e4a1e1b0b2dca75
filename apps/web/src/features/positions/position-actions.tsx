import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Position } from '../../api/views.ts';
import { type Permission, useSession } from '../../app/session.ts';
import { stateWord } from '../../app/state-words.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { signOf } from '../../ui/format.ts';
import { AdvanceForm } from './advance-form.tsx';
import { AllocationForm } from './allocation-form.tsx';
import { TermsForm } from './propose-form.tsx';

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

/** What can be done with a position now, and why not. */
export function PositionActions({ position }: { readonly position: Position }) {
  const { may, person } = useSession();
  const [form, setForm] = useState<'allocate' | 'advance' | 'terms' | null>(null);
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
      {position.nextStates.length === 0 ? null : (
        <PermittedButton permission={may('position.advance')} onClick={() => setForm('advance')}>
          <Trans>Record the next step</Trans>
        </PermittedButton>
      )}
      {position.row.years.length === 0 ? (
        <PermittedButton permission={may('position.propose')} onClick={() => setForm('terms')}>
          <Trans>Enter its terms</Trans>
        </PermittedButton>
      ) : null}
      {form === 'terms' ? <TermsForm position={position} onClose={close} /> : null}
      {form === 'allocate' ? <AllocationForm position={position} onClose={close} /> : null}
      {form === 'advance' ? <AdvanceForm position={position} onClose={close} /> : null}
    </>
  );
}
