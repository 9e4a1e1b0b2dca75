import { useEffect, useMemo, useRef, useState } from 'react';
import type { SimulationNews, SimulationOrder, SimulationResult } from './simulate.ts';
// oxlint-disable-next-line import/default -- Vite builds the worker and gives its address
import workerFile from './futures-worker.ts?worker&url';

/** How far a simulation is. */
export type Simulation =
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'done'; readonly result: SimulationResult }
  | { readonly kind: 'stopped'; readonly done: number }
  | { readonly kind: 'failed' };

type ScriptPolicy = { createScriptURL(url: string): string };
type TrustedTypes = { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };

/** The address of our worker as the page's security policy wants it: vouched for by name. Browsers without such names take text. */
const trusted = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('futures', {
  createScriptURL: () => workerFile,
});

function startWorker(): Worker {
  return new Worker(trusted?.createScriptURL(workerFile) ?? workerFile, { type: 'module', name: 'futures' });
}

const JUST_BEGUN: Simulation = { kind: 'running', done: 0 };

/** Simulates an order apart from the page, anew whenever the order is another; `again` begins it once more, `stop` ends it. */
export function useFutures(order: SimulationOrder): {
  readonly simulation: Simulation;
  readonly stop: () => void;
  readonly again: () => void;
} {
  const [turn, setTurn] = useState(0);
  const task = useMemo(() => ({ order, turn }), [order, turn]);
  const [heard, setHeard] = useState<{ readonly task: typeof task; readonly simulation: Simulation } | null>(null);
  const worker = useRef<Worker>(null);
  useEffect(() => {
    const started = startWorker();
    worker.current = started;
    started.addEventListener('message', ({ data }: MessageEvent<SimulationNews>) => {
      setHeard({ task, simulation: data.kind === 'done' ? data : { kind: 'running', done: data.done } });
    });
    started.addEventListener('error', () => setHeard({ task, simulation: { kind: 'failed' } }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    started.postMessage(task.order);
    return () => started.terminate();
  }, [task]);
  // What was heard of another task is of no use any more.
  const simulation = heard?.task === task ? heard.simulation : JUST_BEGUN;
  const stop = () => {
    worker.current?.terminate();
    if (simulation.kind === 'running') setHeard({ task, simulation: { kind: 'stopped', done: simulation.done } });
  };
  return { simulation, stop, again: () => setTurn(turn + 1) };
}
