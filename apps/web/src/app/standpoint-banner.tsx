import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { formatDate } from '../ui/format.ts';
import { StandLink } from './standpoint-control.tsx';
import { useAddressStandpoint, useIsOfToday } from './standpoint.ts';

/** Says on every screen, and on paper, that its figures are not today's. */
export function StandpointBanner() {
  const { stand, past, today } = useAddressStandpoint();
  const ofToday = useIsOfToday();
  if (!past) return null;
  const asOf = formatDate(stand.asOf ?? today);
  const known = stand.knownOn === undefined || stand.knownOn >= today ? null : formatDate(stand.knownOn);
  return (
    <aside
      className="shell__banner shell__banner--past"
      aria-label={ofToday ? t`Today’s page` : t`Not today’s figures`}
    >
      <strong>
        {ofToday ? (
          <Trans>This page shows today; the others stand as of {asOf}.</Trans>
        ) : known === null ? (
          <Trans>As of {asOf}.</Trans>
        ) : (
          <Trans>
            As of {asOf}, as known on {known}.
          </Trans>
        )}
      </strong>{' '}
      <span className="no-print">
        <StandLink stand={{ asOf: undefined, knownOn: undefined }}>
          <Trans>Back to today</Trans>
        </StandLink>
      </span>
    </aside>
  );
}
