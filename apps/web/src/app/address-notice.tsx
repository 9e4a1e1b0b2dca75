import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMatches, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ARRIVED, notUnderstood, type Part } from './arrived-address.ts';
import { useAddressStandpoint } from './standpoint.ts';

/** Says which parts of the address that a page was opened with were not understood, and what is shown instead. */
export function AddressNotice() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const last = useMatches({ select: (matches) => matches.at(-1) });
  const { today, past } = useAddressStandpoint();
  // Read once: a page may take from its address what it has used, such as the form that it opened.
  const [parts, setParts] = useState<readonly Part[]>(() =>
    last === undefined || last.searchError !== undefined || path !== ARRIVED.pathname
      ? []
      : notUnderstood(ARRIVED, last.search),
  );
  if (parts.length === 0 || path !== ARRIVED.pathname) return null;
  const names = parts.map((part) => partWords(part, today)).join('; ');
  const count = parts.length;
  return (
    <aside className="shell__banner shell__banner--past no-print" aria-label={t`About this address`} role="status">
      <Trans>
        {plural(count, {
          one: 'One part of the address was not understood and is left out',
          other: '# parts of the address were not understood and are left out',
        })}
        : {names}.
      </Trans>{' '}
      {!past && parts.some(({ key }) => key === 'asOf' || key === 'knownOn') ? (
        <Trans>The figures are today’s.</Trans>
      ) : null}{' '}
      <Button look="quiet" onClick={() => setParts([])}>
        <Trans>Close</Trans>
      </Button>
    </aside>
  );
}

function partWords({ key, text }: Part, today: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const isDayToCome = /^\d{4}-\d{2}-\d{2}$/u.test(text) && text > today && (key === 'asOf' || key === 'knownOn');
  return isDayToCome ? t`${key}=${short} (a day that has not come, or is none)` : `${key}=${short}`;
}
