import { breaches } from './limits.ts';
import { type MoneyFlow, moneyNetwork, moneyOf } from './money-network.ts';
import type { Problem } from './problem.ts';

/**
 * The allocation by hand that the best is compared with: what is locked in, then one proposal after the other by score, each taken
 * when money and the greatest numbers allow it. It looks neither at least numbers nor at percentages, which only hold of a whole choice.
 */
export function greedy(problem: Problem): ReadonlySet<string> {
  const chosen = new Set(problem.lockedIn);
  let flow: MoneyFlow = moneyOf(moneyNetwork(problem), problem, chosen);
  const byScore = [...problem.proposals.entries()].toSorted(([, left], [, right]) => right.score - left.score);
  for (const [index, { id }] of byScore) {
    if (chosen.has(id) || problem.lockedOut.includes(id)) continue;
    const tried = new Set([...chosen, id]);
    if (breaches(problem, tried).some(({ side, of }) => side === 'most' && of === 'count')) continue;
    const further = flow.with(index);
    if (further.check().missing > 0n) continue;
    flow = further;
    chosen.add(id);
  }
  return chosen;
}
