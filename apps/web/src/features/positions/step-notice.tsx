import { Trans } from '@lingui/react/macro';
import type { Position } from '../../api/views.ts';
import { missingWords } from '../../app/missing-words.ts';
import { formatMoney, signOf } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';

export type Step = Position['steps'][number];

type StepNoticeProps = { readonly position: Pick<Position, 'unsent'>; readonly step: Step };

/** What a step waits for, or what cannot be undone, said before it is recorded. */
export function StepNotice({ position: { unsent }, step }: StepNoticeProps) {
  if (step.missing.length > 0) {
    return (
      <Notice tone="warning">
        <p>
          <Trans>This step still waits:</Trans>
        </p>
        <MissingList missing={step.missing} />
      </Notice>
    );
  }
  if (step.way !== 'end') return null;
  return (
    <Notice tone="info">
      {step.to === 'withdrawn' && signOf(unsent.amount) > 0 ? (
        <Trans>
          This step is the last one. The {formatMoney(unsent)} that are reserved and not sent go back to their pools.
        </Trans>
      ) : (
        <Trans>This step is the last one: there is no way back.</Trans>
      )}
    </Notice>
  );
}

/** Everything that a step waits for, one sentence each. */
export function MissingList({ missing }: Pick<Step, 'missing'>) {
  return (
    <ul className="missing">
      {missing.map((one) => (
        <li key={missingWords(one)}>{missingWords(one)}</li>
      ))}
    </ul>
  );
}
