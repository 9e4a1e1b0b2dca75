import { lazy } from 'react';
import { api, queryClient } from '../../api/client.ts';
import { keepChoice, useKeptChoice } from '../../app/kept-choice.ts';
import { currentSession } from '../../app/route-guards.ts';
import { permissionFor, useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';

const load = () => import('./first-steps.tsx');
const FirstSteps = lazy(async () => ({ default: (await load()).FirstSteps }));
const HIDDEN = 'first-steps-hidden';

/** The way of a real fund from nothing to its first position, for who may see it, until it is gone or was hidden in this browser. */
export function LazyFirstSteps() {
  const { fund, may } = useSession();
  const { past } = useStandpoint();
  const hidden = useKeptChoice(HIDDEN);
  if (fund.demonstration || past || !may('first-steps.read').allowed) return null;
  return <FirstSteps hidden={hidden} onHide={(hide) => keepChoice(HIDDEN, hide)} />;
}

/** Fetched before a page that shows them: coming later they would push down what is already read. */
export async function firstStepsAhead(): Promise<void> {
  const session = await currentSession();
  if (session.fund.demonstration || !permissionFor(session, 'first-steps.read').allowed) return;
  await Promise.all([queryClient.prefetchQuery(api.firstSteps.get.queryOptions({})), load()]);
}
