import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { formatDate } from '../ui/format.ts';
import { StandLink } from './standpoint-control.tsx';
import { comparing, useAddressComparison, useAddressStandpoint, useCompares, useIsOfToday } from './standpoint.ts';

/** Says on every screen, and on paper, that its figures are not today's. */
export function StandpointBanner() {
  const { past } = useAddressStandpoint();
  return (
    <>
      {past ? <PastBanner /> : null}
      <ComparisonBanner />
    </>
  );
}

function PastBanner() {
  const { stand, today } = useAddressStandpoint();
  const ofToday = useIsOfToday();
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

/** Says with which day a page is compared; on a page that does not compare, that it does not, and which do. */
function ComparisonBanner() {
  const compareWith = useAddressComparison();
  const compares = useCompares();
  if (compareWith === undefined) return null;
  const on = formatDate(compareWith);
  return (
    <aside className="shell__banner shell__banner--compared" aria-label={t`Comparison`}>
      {compares ? (
        <strong>
          <Trans>Compared with {on}.</Trans>
        </strong>
      ) : (
        <Trans>
          This page is not compared. Overview, Who gives, Where the money goes, Performance, Statement, Two books,
          Contributions and Contributors are, with {on}.
        </Trans>
      )}{' '}
      <span className="no-print">
        <Link to="." search={comparing(undefined) as never} resetScroll={false}>
          <Trans>Stop comparing</Trans>
        </Link>
      </span>
    </aside>
  );
}
