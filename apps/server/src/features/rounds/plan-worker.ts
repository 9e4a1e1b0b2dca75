import { parentPort, workerData } from 'node:worker_threads';
import { judge } from '@dcc/optimiser/explain';
import { plan } from '@dcc/optimiser/plan';
import type { Problem } from '@dcc/optimiser/problem';

/** What a worker thread is asked: a problem, a choice to judge by it, and how long proving may take. */
export type PlanJob = {
  readonly problem: Problem;
  readonly choice: readonly string[] | null;
  readonly milliseconds: number;
};

const { problem, choice, milliseconds } = workerData as PlanJob;
const answer = {
  outcome: await plan(problem, { milliseconds }),
  judgement: choice === null ? null : judge(problem, new Set(choice)),
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, a window has
parentPort?.postMessage(answer);
