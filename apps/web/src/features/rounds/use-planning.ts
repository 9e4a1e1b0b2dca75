import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, client } from '../../api/client.ts';
import { refusalOf } from '../../api/refusal.ts';
import type { Plan, Round } from '../../api/views.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { newKey } from '../../ui/use-recording.ts';
import type { Wishes } from './wishes.ts';

/** A run of the planner: its number, what it was asked, what it found. */
export type Run = {
  readonly number: number;
  readonly plan: Plan;
  readonly more: Wishes['more'];
  readonly choice: readonly string[] | null;
};

/** How many runs are kept side by side. */
const KEPT = 3;

/** How often the server is asked how far it is. */
const MILLISECONDS_BETWEEN = 500;

/** Runs the planner as often as one likes, tells how far it is, and can be stopped. Nothing is written. */
export function usePlanning(data: Round) {
  const running = useRef<AbortController | null>(null);
  const [run, setRun] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const progress = useQuery(
    api.rounds.progress.queryOptions(
      { run: run ?? '' },
      { enabled: run !== null, refetchInterval: MILLISECONDS_BETWEEN, staleTime: 0, gcTime: 0 },
    ),
  );
  const start = async (wishes: Wishes, choice: readonly string[] | null) => {
    const controller = new AbortController();
    running.current = controller;
    const name = newKey();
    setRun(name);
    setRefusal(null);
    const { more } = wishes;
    const locked = (as: 'in' | 'out') => Object.keys(wishes.locks).filter((id) => wishes.locks[id]?.[as] === true);
    const input = {
      roundId: data.round.id,
      run: name,
      limits: wishes.limits.map(({ id: _id, ...limit }) => limit),
      lockedIn: locked('in'),
      lockedOut: locked('out'),
      more,
      choice: choice === null ? null : [...choice],
    };
    try {
      const plan = await client.rounds.plan.query(input, { signal: controller.signal });
      setRuns((before) => [...before, { number: (before.at(-1)?.number ?? 0) + 1, plan, more, choice }].slice(-KEPT));
      return plan;
    } catch (error) {
      if (!controller.signal.aborted) setRefusal(refusalWords(refusalOf(error)));
      return null;
    } finally {
      setRun(null);
    }
  };
  return {
    runs,
    start,
    stop: () => running.current?.abort(),
    busy: run !== null,
    progress: progress.data ?? null,
    refusal,
  };
}
