import { compare, type Money } from '../money.ts';
import { type PositionState, yearOfState } from './states.ts';
import type { Gate, StepRule } from './step-table.ts';

/** One thing that a step waits for, with its numbers. Amounts in US dollars. */
export type Missing =
  | { readonly what: 'reason' }
  | { readonly what: 'year-unknown'; readonly year: number }
  | { readonly what: 'year-not-reserved'; readonly year: number; readonly cost: Money; readonly allocated: Money }
  | { readonly what: 'cash-not-arrived'; readonly pool: string; readonly short: Money };

export type YearFunding = { readonly year: number; readonly cost: Money; readonly allocated: Money };

/** What is on record about a position when a step is asked for. */
export type StepFacts = {
  /** Why the step is taken, in the words of who takes it. */
  readonly reason: string;
  readonly years: readonly YearFunding[];
  /** Pools that reserve money for it and hold less cash than all their reservations together: by how much. */
  readonly shortPools: readonly { readonly pool: string; readonly short: Money }[];
};

/** The contract year that a step promises to somebody: an offer promises the first. */
export function promisedYear(to: PositionState): number {
  return to === 'offered' ? 1 : yearOfState(to);
}

function yearMoney(facts: StepFacts, number: number): Missing[] {
  const year = facts.years.find((one) => one.year === number);
  if (year === undefined) return [{ what: 'year-unknown', year: number }];
  const { cost, allocated } = year;
  return [
    ...(compare(allocated, cost) < 0 ? [{ what: 'year-not-reserved' as const, year: number, cost, allocated }] : []),
    ...facts.shortPools.map(({ pool, short }) => ({ what: 'cash-not-arrived' as const, pool, short })),
  ];
}

const GATES: Record<Gate, (facts: StepFacts, to: PositionState) => Missing[]> = {
  reason: ({ reason }) => (reason.trim() === '' ? [{ what: 'reason' }] : []),
  'year-money': (facts, to) => yearMoney(facts, promisedYear(to)),
};

/** Everything that a step still waits for: all of it at once, so that nobody mends one thing to be told the next. */
export function missingFor({ to, gates }: Pick<StepRule, 'to' | 'gates'>, facts: StepFacts): Missing[] {
  return gates.flatMap((gate) => GATES[gate](facts, to));
}
