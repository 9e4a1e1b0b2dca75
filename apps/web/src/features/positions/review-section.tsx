import type { FindingKind } from '@dcc/domain/positions/review';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Position } from '../../api/views.ts';
import { findingWord } from '../../app/life-words.ts';
import { type Permission, useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { type Mark, StatusMark } from '../../ui/status-mark.tsx';
import { FindingForm } from './finding-form.tsx';

type Finding = Position['review']['findings'][number];

/** What the next contract year rests on, and what earlier reviews found. Shown once somebody is in post. */
export function ReviewSection({ position }: { readonly position: Position }) {
  const { may } = useSession();
  const [kind, setKind] = useState<FindingKind | null>(null);
  const { year, open, needed, findings } = position.review;
  if (!open && findings.length === 0) return null;
  const lastOf = (one: FindingKind) => findings.findLast((found) => found.kind === one && found.year === year);
  const earlier = findings.filter((found) => !open || found.year !== year);
  return (
    <Section title={open ? <Trans>Extension into year {year}</Trans> : <Trans>Extension reviews</Trans>}>
      {open ? (
        <ul className="findings">
          {needed.map((one) => (
            <Needed
              key={one}
              kind={one}
              found={lastOf(one)}
              permission={may('position.review')}
              onRecord={() => setKind(one)}
            />
          ))}
        </ul>
      ) : null}
      {open && needed.length === 0 ? (
        <EmptyState>
          <Trans>No year follows this one.</Trans>
        </EmptyState>
      ) : null}
      {earlier.length === 0 ? null : (
        <ul className="findings">
          {earlier.map((found, index) => (
            // Findings are only added, at the end.
            // oxlint-disable-next-line react/no-array-index-key -- a finding has no identity but its place.
            <li key={index} className="finding">
              <FindingText kind={found.kind} found={found} />
              <span className="soft">{t`Year ${found.year}`}</span>
            </li>
          ))}
        </ul>
      )}
      {kind === null ? null : <FindingForm position={position} kind={kind} onClose={() => setKind(null)} />}
    </Section>
  );
}

type NeededProps = {
  readonly kind: FindingKind;
  readonly found: Finding | undefined;
  readonly permission: Permission;
  readonly onRecord: () => void;
};

function Needed({ kind, found, permission, onRecord }: NeededProps) {
  return (
    <li className="finding">
      <FindingText kind={kind} found={found} />
      <PermittedButton permission={permission} onClick={onRecord}>
        <Trans>
          Record<span className="visually-hidden"> {findingWord(kind)}</span>
        </Trans>
      </PermittedButton>
    </li>
  );
}

function markOf(found: Finding | undefined): Mark {
  if (found === undefined) return 'open';
  return found.favourable ? 'done' : 'short';
}

function FindingText({ kind, found }: { readonly kind: FindingKind; readonly found: Finding | undefined }) {
  return (
    <div>
      <StatusMark mark={markOf(found)}>
        {findingWord(kind)}
        {found?.favourable === false ? <strong> {t`no`}</strong> : null}
      </StatusMark>
      <span className="finding__paper">
        {found === undefined ? <Trans>not on record</Trans> : <Paper found={found} />}
      </span>
    </div>
  );
}

function Paper({ found }: { readonly found: Finding }) {
  const host = found.hostAmount === null ? '' : t`; the host bears ${formatMoney(found.hostAmount)}`;
  return (
    <>
      <DateText on={found.on} />, {found.contributor === null ? '' : `${found.contributor}, `}
      {found.reference}
      {host}
    </>
  );
}
