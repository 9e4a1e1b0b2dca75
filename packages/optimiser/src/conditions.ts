import { weightIn } from './limits.ts';
import type { Bottleneck } from './money-network.ts';
import { type Limit, type Problem, termCost } from './problem.ts';
import type { Row } from './solver.ts';

/** Money is given to the solver in thousands of dollars; what it answers is checked in cents. */
const CENTS_PER_UNIT = 100_000;

const units = (cents: bigint): number => Number(cents) / CENTS_PER_UNIT;

/** The limits of a problem as rows over its proposals. */
export function limitRows({ proposals, limits }: Problem): Row[] {
  const costs = proposals.map((proposal) => units(termCost(proposal)));
  return limits.flatMap((limit) => {
    const weights = proposals.map((proposal) =>
      proposal.marks.includes(limit.mark) ? (limit.of === 'count' ? 1 : units(weightIn(limit, proposal))) : 0,
    );
    if (limit.of === 'count') return sides(weights, limit);
    // A share of the money: what carries the mark, less its share of what everything costs, stands on one side of nothing.
    const beyond = (percent: number) => weights.map((weight, index) => weight - (percent / 100) * (costs[index] ?? 0));
    return [
      ...(limit.least === null ? [] : sides(beyond(limit.least), { least: 0, most: null })),
      ...(limit.most === null ? [] : sides(beyond(limit.most), { least: null, most: 0 })),
    ];
  });
}

function sides(values: readonly number[], { least, most }: Pick<Limit, 'least' | 'most'>): Row[] {
  const columns = [...values.keys()].filter((index) => values[index] !== 0);
  return [
    {
      columns,
      values: columns.map((index) => values[index] ?? 0),
      least: least ?? Number.NEGATIVE_INFINITY,
      most: most ?? Number.POSITIVE_INFINITY,
    },
  ];
}

/** Whether a relaxed choice goes beyond a bottleneck by more than the solver's own tolerance. */
export function isCrossed({ takes, holds }: Bottleneck, columns: readonly number[]): boolean {
  const taken = takes.reduce((total, cents, index) => total + units(cents) * (columns[index] ?? 0), 0);
  return taken > units(holds) + 1e-3;
}

export function bottleneckRow({ takes, holds }: Bottleneck): Row {
  const columns = takes.flatMap((cents, index) => (cents > 0n ? [index] : []));
  const fits = columns.some((index) => (takes[index] ?? 0n) <= holds);
  return {
    columns,
    values: columns.map((index) => units(takes[index] ?? 0n)),
    least: Number.NEGATIVE_INFINITY,
    // What holds not even one holds nothing: a cent beside forty thousand dollars is less than the solver tells from a contradiction.
    most: fits ? units(holds) : 0,
  };
}

/** Of those that a bottleneck concerns, not all of these together. A fact in whole numbers, whatever a solver rounds. */
export function notTogether({ takes }: Bottleneck, choice: readonly boolean[]): Row {
  const columns = takes.flatMap((cents, index) => (cents > 0n && choice[index] === true ? [index] : []));
  return {
    columns,
    values: columns.map(() => 1),
    least: Number.NEGATIVE_INFINITY,
    most: columns.length - 1,
  };
}

/** Not exactly this choice. */
export function notAgain(choice: readonly boolean[]): Row {
  const taken = choice.filter(Boolean).length;
  return {
    columns: [...choice.keys()],
    values: choice.map((is) => (is ? 1 : -1)),
    least: Number.NEGATIVE_INFINITY,
    most: taken - 1,
  };
}
