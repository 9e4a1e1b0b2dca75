import { Worker } from 'node:worker_threads';
import type { Progress } from '@dcc/optimiser/choose';
import type { PlanAnswer, PlanJob, PlanMessage } from './plan-worker.ts';

/** A plan that is under way: since when, on the clock of this process, and what its thread told last. */
type UnderWay = { readonly since: number; told: Progress | null };

/**
 * Plans under way in this process, by who asked for them and the name they gave. It is no record of anything: another server knows nothing
 * of them, and the screen then says so.
 */
const underWay = new Map<string, UnderWay>();

/** How long a plan has been under way, in milliseconds, and how far it is. `null`: none goes by that name here. */
export function progressOf(key: string): { readonly milliseconds: number; readonly told: Progress | null } | null {
  const found = underWay.get(key);
  return found === undefined ? null : { milliseconds: Math.round(performance.now() - found.since), told: found.told };
}

/** Thinks in a thread of its own, so that nobody else waits; whoever gives up waiting ends it. */
export async function think(job: PlanJob, key: string, signal: AbortSignal | undefined): Promise<PlanAnswer> {
  const state: UnderWay = { since: performance.now(), told: null };
  underWay.set(key, state);
  try {
    return await inThread(job, state, signal);
  } finally {
    underWay.delete(key);
  }
}

function inThread(job: PlanJob, state: UnderWay, signal: AbortSignal | undefined): Promise<PlanAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('plan-worker.ts', import.meta.url), { workerData: job });
    const cancel = () => void worker.terminate();
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: PlanMessage) => {
      if (message.kind === 'answer') resolve(message.answer);
      else state.told = message.progress;
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', cancel);
      reject(new Error('Planning was ended before it had an answer'));
    });
  });
}
