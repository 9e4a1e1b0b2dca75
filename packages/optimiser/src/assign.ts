import { breaches } from './limits.ts';
import { MaxFlow, UNLIMITED } from './max-flow.ts';
import type { Pool, Problem } from './problem.ts';

/** One cell of the allocation matrix: what a pool pays for a year (from 1) of a proposal, US cents. */
export type Line = { readonly proposal: string; readonly year: number; readonly pool: string; readonly amount: bigint };

/**
 * Divides the cost of a choice among the pools, the most tightly earmarked first; `null` where they cannot pay for it.
 *
 * The pools are opened one after the other, and a flow never takes back what it took out of its source. So each pool gives as much as
 * it can after the tighter ones have: what tighter pools give together is the most they can give, whatever the choice.
 */
export function assign(problem: Problem, chosen: ReadonlySet<string>): readonly Line[] | null {
  const pools = problem.pools.toSorted(
    (left, right) => right.tightness - left.tightness || (left.id < right.id ? -1 : 1),
  );
  const tranches = pools.map(tranchesOf);
  const years = problem.proposals
    .filter(({ id }) => chosen.has(id))
    .flatMap((proposal) =>
      proposal.years.map(({ startsOn, cost }, index) => ({
        proposal,
        year: index + 1,
        cost,
        by: index === 0 ? '' : startsOn,
      })),
    );
  const money = tranches.reduce((total, { length }) => total + length, 0);
  const [source, sink] = [money + years.length, money + years.length + 1];
  const flow = new MaxFlow(sink + 1);
  for (const [index, { cost }] of years.entries()) flow.addEdge(money + index, sink, cost);
  let node = 0;
  let paid = 0n;
  const edges: { readonly edge: number; readonly pool: string; readonly need: number }[] = [];
  for (const [index, pool] of pools.entries()) {
    const own = tranches[index] ?? [];
    const first = node;
    for (const [at, { amount }] of own.entries()) {
      flow.addEdge(source, first + at, amount);
      if (at > 0) flow.addEdge(first + at - 1, first + at, UNLIMITED);
    }
    for (const [need, { proposal, by }] of years.entries()) {
      const latest = proposal.payableBy.includes(pool.id) ? own.findLastIndex(({ on }) => on <= by) : -1;
      if (latest >= 0) edges.push({ edge: flow.addEdge(first + latest, money + need, UNLIMITED), pool: pool.id, need });
    }
    node += own.length;
    paid += flow.run(source, sink);
  }
  if (paid < years.reduce((total, { cost }) => total + cost, 0n)) return null;
  return edges.flatMap(({ edge, pool, need }) => {
    const [amount, year] = [flow.flowOn(edge), years[need]];
    return amount === 0n || year === undefined ? [] : [{ proposal: year.proposal.id, year: year.year, pool, amount }];
  });
}

/** What is there (its day is the empty text, before every date), then what is expected, by its day. */
function tranchesOf({ cash, expected }: Pool): { readonly on: string; readonly amount: bigint }[] {
  return [{ on: '', amount: cash }, ...expected.toSorted((left, right) => (left.on < right.on ? -1 : 1))];
}

/**
 * Checks a plan anew, without flow or solver: every year of what is chosen is paid to the cent and nothing else is, by pools that may;
 * no pool gives on any day more than has come in by then; limits and locks are kept. Says what is wrong first; `null` when nothing is.
 */
export function faultOf(problem: Problem, chosen: ReadonlySet<string>, lines: readonly Line[]): string | null {
  for (const proposal of problem.proposals)
    for (const [index, { cost }] of proposal.years.entries()) {
      const own = lines.filter((line) => line.proposal === proposal.id && line.year === index + 1);
      const paid = own.reduce((total, { amount }) => total + amount, 0n);
      if (paid !== (chosen.has(proposal.id) ? cost : 0n)) return `Year ${index + 1} of ${proposal.id} is paid ${paid}`;
      if (own.some(({ pool, amount }) => amount <= 0n || !proposal.payableBy.includes(pool)))
        return `Year ${index + 1} of ${proposal.id} is paid by a pool that may not`;
    }
  for (const pool of problem.pools) {
    const fault = overdrawn(
      problem,
      pool,
      lines.filter((line) => line.pool === pool.id),
    );
    if (fault !== null) return fault;
  }
  if (problem.lockedIn.some((id) => !chosen.has(id)) || problem.lockedOut.some((id) => chosen.has(id)))
    return 'A lock is not kept';
  return breaches(problem, chosen).length === 0 ? null : 'A limit is not kept';
}

function overdrawn(problem: Problem, pool: Pool, lines: readonly Line[]): string | null {
  const dueOf = ({ proposal, year }: Line) =>
    year === 1 ? '' : (problem.proposals.find(({ id }) => id === proposal)?.years[year - 1]?.startsOn ?? '');
  const due = lines.map((line) => ({ by: dueOf(line), amount: line.amount }));
  for (const { by } of due) {
    const given = due.reduce((total, each) => total + (each.by <= by ? each.amount : 0n), 0n);
    const held = pool.expected.reduce((total, { on, amount }) => total + (on <= by ? amount : 0n), pool.cash);
    if (given > held) return `${pool.id} gives ${given} by ${by === '' ? 'now' : by} and holds ${held}`;
  }
  return null;
}
