import { type Limit, type Problem, type Proposal, termCost } from './problem.ts';

/** A side of a limit that a choice does not keep: how far it is off, in positions or in US cents. */
export type Breach = {
  readonly limit: string;
  readonly side: 'least' | 'most';
  readonly of: Limit['of'];
  readonly by: bigint;
};

/** What a limit weighs a proposal by: one, or its cost over all its years in cents. */
export function weightIn(limit: Limit, proposal: Proposal): bigint {
  return limit.of === 'count' ? 1n : termCost(proposal);
}

/** The sides of the limits that a choice does not keep, exactly. */
export function breaches(problem: Problem, chosen: ReadonlySet<string>): Breach[] {
  const taken = problem.proposals.filter(({ id }) => chosen.has(id));
  const money = taken.reduce((total, proposal) => total + termCost(proposal), 0n);
  return problem.limits.flatMap((limit) => {
    const marked = taken
      .filter(({ marks }) => marks.includes(limit.mark))
      .reduce((total, proposal) => total + weightIn(limit, proposal), 0n);
    // In hundredths, so that a percentage of the money stays whole.
    const bound = (value: number) => BigInt(value) * (limit.of === 'count' ? 100n : money);
    const off = (side: Breach['side'], hundredths: bigint): Breach[] =>
      hundredths <= 0n ? [] : [{ limit: limit.id, side, of: limit.of, by: (hundredths + 99n) / 100n }];
    return [
      ...(limit.least === null ? [] : off('least', bound(limit.least) - marked * 100n)),
      ...(limit.most === null ? [] : off('most', marked * 100n - bound(limit.most))),
    ];
  });
}
