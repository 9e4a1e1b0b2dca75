import './standpoint-control.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode } from 'react';
import { formatDate } from '../ui/format.ts';
import { PanelButton } from './panel-button.tsx';
import { type Stand, standing, useStandpoint } from './standpoint.ts';

// Fetched when somebody first chooses.
const Choice = lazy(async () => ({ default: (await import('./standpoint-choice.tsx')).StandpointChoice }));

/** The day that everything stands on, and the way to choose another: the address keeps it, and every link carries it along. */
export function StandpointControl({ asOf }: { readonly asOf: string }) {
  const { stand, past } = useStandpoint();
  const known = stand.knownOn === undefined ? null : formatDate(stand.knownOn);
  const label = (
    <>
      <Trans>
        As of <strong>{formatDate(asOf)}</strong>
      </Trans>
      {known === null ? null : (
        <Trans>
          , as known on <strong>{known}</strong>
        </Trans>
      )}
    </>
  );
  return (
    // The banner above says it already where the day is past: it is not printed twice.
    <span className={past ? 'standpoint--past' : undefined}>
      <PanelButton className="standpoint" label={label} panelLabel={t`Choose the day`}>
        {(close) => <Choice asOf={asOf} onSame={close} />}
      </PanelButton>
    </span>
  );
}
/** The same page from another standpoint. */
export function StandLink({
  stand,
  look,
  children,
}: {
  readonly stand: Stand;
  readonly look?: 'button';
  readonly children: ReactNode;
}) {
  return (
    <Link to="." search={standing(stand) as never} resetScroll={false} className={look}>
      {children}
    </Link>
  );
}
