import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { phaseOf, type PositionState } from '../positions/states.ts';
import { type CandidateStep, type Stage } from './candidate.ts';

/** Stages that the committee is told the numbers of: who is chosen in the end, the position itself says. */
export const COUNTED_STAGES = ['long-list', 'short-list', 'interviewed'] as const satisfies readonly Stage[];
export type CountedStage = (typeof COUNTED_STAGES)[number];

/** A number of people that might name one of them is not told: one or two people are somebody in particular. */
const SMALLEST_TOLD = 3;

/** Whether a number of people may be told to those who may not see who they are. */
export function isTold(count: number): boolean {
  return count === 0 || count >= SMALLEST_TOLD;
}

/** How many candidates came at least so far; `null` where the number is too small to be told. */
export type StageCount = { readonly stage: CountedStage; readonly count: number | null };

/** How many candidates reached each stage, from their steps. */
export function countReached(
  steps: readonly (readonly CandidateStep[])[],
): (StageCount & { readonly count: number })[] {
  return COUNTED_STAGES.map((stage) => ({
    stage,
    count: steps.filter((own) => own.some(({ to }) => to === stage)).length,
  }));
}

/** The same numbers for those who may not see the candidates: none and three or more are told. */
export function withoutSmall(counts: readonly StageCount[]): StageCount[] {
  return counts.map(({ stage, count }) => ({
    stage,
    count: count !== null && isTold(count) ? count : null,
  }));
}

type PositionStep = { readonly to: PositionState; readonly on: CalendarDate };

/** How long recruitment took, in days, from the first advertisement. */
export type Recruitment = {
  readonly advertisedOn: CalendarDate;
  /** The day on which somebody was selected, and nobody declined after; `null` while that has not come. */
  readonly selectedOn: CalendarDate | null;
  readonly inPostOn: CalendarDate | null;
  /** Days spent in each state of recruitment, in the order in which they were first reached. */
  readonly stages: readonly { readonly state: PositionState; readonly days: number }[];
};

/** The recruitment of a position by its steps, oldest first, up to a day; `null` where it was never advertised. */
export function recruitmentOf(steps: readonly PositionStep[], until: CalendarDate): Recruitment | null {
  const first = steps.findIndex(({ to }) => to === 'advertised');
  const begun = steps[first];
  if (begun === undefined) return null;
  const days = new Map<PositionState, number>();
  let selectedOn: CalendarDate | null = null;
  let inPostOn: CalendarDate | null = null;
  for (const [index, { to, on }] of steps.entries()) {
    if (index < first) continue;
    if (to === 'selected') selectedOn = on;
    // Advertised again, or given up: whoever was selected did not come.
    if (to === 'advertised' || to === 'short-list' || to === 'withdrawn') selectedOn = null;
    if (phaseOf(to) === 'in-post' && inPostOn === null) inPostOn = on;
    if (phaseOf(to) !== 'in-recruitment') continue;
    days.set(to, (days.get(to) ?? 0) + daysBetween(on, steps[index + 1]?.on ?? until));
  }
  const stages = [...days].map(([state, count]) => ({ state, days: count }));
  return { advertisedOn: begun.on, selectedOn, inPostOn, stages };
}

/** The middle one of some numbers of days, the lower of two; `null` of none. */
export function medianDays(days: readonly number[]): number | null {
  const sorted = days.toSorted((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
