import { parentPort, workerData } from 'node:worker_threads';
import { assign, type Line } from '@dcc/optimiser/assign';
import type { Progress } from '@dcc/optimiser/choose';
import { judge, type Judgement } from '@dcc/optimiser/explain';
import { type Gain, gainOver, type More, type Outcome, plan, withMore } from '@dcc/optimiser/plan';
import type { Problem } from '@dcc/optimiser/problem';

/** What a worker thread is asked: a problem, one more contribution to it, a choice to judge by it, and how long proving may take. */
export type PlanJob = {
  readonly problem: Problem;
  readonly more: More | null;
  readonly choice: readonly string[] | null;
  readonly milliseconds: number;
};

export type PlanAnswer = {
  readonly outcome: Outcome;
  /** What one more contribution adds; `null`: none was asked about, or nothing could be planned without it. */
  readonly gain: Gain | null;
  /** `lines`: who pays for the choice, `null` where it cannot be paid for. */
  readonly judgement: (Judgement & { readonly lines: readonly Line[] | null }) | null;
};

/** What the thread tells: how far it is, and at last its answer. */
export type PlanMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: PlanAnswer };

/** How often it tells how far it is, at most. */
const MILLISECONDS_BETWEEN = 100;

function tell(message: PlanMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, a window has
  parentPort?.postMessage(message);
}

let told = 0;
function progress(state: Progress): void {
  if (performance.now() - told < MILLISECONDS_BETWEEN) return;
  told = performance.now();
  tell({ kind: 'progress', progress: state });
}

async function answerTo({ problem, more, choice, milliseconds }: PlanJob): Promise<PlanAnswer> {
  const watch = { milliseconds, progress };
  const before = await plan(problem, watch);
  const asked = more === null ? problem : withMore(problem, more);
  const outcome = more === null ? before : await plan(asked, watch);
  const chosen = new Set(choice ?? []);
  return {
    outcome,
    gain:
      more !== null && before.kind === 'plan' && outcome.kind === 'plan' ? gainOver(before.plan, outcome.plan) : null,
    judgement: choice === null ? null : { ...judge(asked, chosen), lines: assign(asked, chosen) },
  };
}

tell({ kind: 'answer', answer: await answerTo(workerData as PlanJob) });
