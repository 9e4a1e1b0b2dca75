import { lazy, Suspense } from 'react';
import { keepChoice, useKeptChoice } from '../../app/kept-choice.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';

const FirstSteps = lazy(async () => ({ default: (await import('./first-steps.tsx')).FirstSteps }));
const HIDDEN = 'first-steps-hidden';

/** The way of a real fund from nothing to its first position, for who may see it, until it is gone or was hidden in this browser. */
export function LazyFirstSteps() {
  const { fund, may } = useSession();
  const { past } = useStandpoint();
  const hidden = useKeptChoice(HIDDEN);
  if (fund.demonstration || past || !may('first-steps.read').allowed) return null;
  return (
    <Suspense>
      <FirstSteps hidden={hidden} onHide={(hide) => keepChoice(HIDDEN, hide)} />
    </Suspense>
  );
}
