import { MaxFlow, UNLIMITED } from './max-flow.ts';
import type { Pool, Problem } from './problem.ts';

/** A year of a proposal as the network sees it: the kind of need it is, and how much of it, in cents. */
type Need = { readonly kind: number; readonly cost: bigint };

/**
 * What can pay for what, and by when. Pools that may pay for the same proposals are one purse; each purse has a node for every day on
 * which money comes into it, and hands what is left on to the next. Years that the same nodes can pay for are one kind of need.
 */
export type MoneyNetwork = {
  readonly supply: readonly bigint[];
  /** The pools behind each node of the supply. */
  readonly poolsOf: readonly (readonly string[])[];
  /** For each purse its nodes, from now on. */
  readonly purses: readonly (readonly number[])[];
  /** For each kind of need the latest nodes that can pay for it, one a purse. */
  readonly kinds: readonly (readonly number[])[];
  /** For each proposal what its years need. */
  readonly needs: readonly (readonly Need[])[];
};

/** A set of needs that only some money can pay for: what they need together may not be more than that money, US cents. */
export type Bottleneck = {
  /** For each proposal what it takes of this money. */
  readonly takes: readonly bigint[];
  readonly holds: bigint;
  readonly pools: readonly string[];
};

/** How much cannot be paid, US cents, and where it is stuck; nothing is stuck where everything can be paid. */
export type MoneyCheck = { readonly missing: bigint; readonly bottlenecks: readonly Bottleneck[] };

export function moneyNetwork(problem: Problem): MoneyNetwork {
  const supply: bigint[] = [];
  const poolsOf: string[][] = [];
  const days: string[] = [];
  const purses = pursesOf(problem).map(({ pools, pays }) => {
    const names = pools.map(({ id }) => id);
    const amounts = new Map<string, bigint>([['', pools.reduce((total, { cash }) => total + cash, 0n)]]);
    for (const { on, amount } of pools.flatMap(({ expected }) => expected))
      amounts.set(on, (amounts.get(on) ?? 0n) + amount);
    const nodes = [...amounts]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([on, amount]) => {
        days.push(on);
        poolsOf.push(names);
        return supply.push(amount) - 1;
      });
    return { nodes, pays };
  });
  const kinds = new Map<string, { readonly number: number; readonly from: readonly number[] }>();
  const needs = problem.proposals.map((proposal) =>
    proposal.years.map(({ startsOn, cost }, year) => {
      // The first year is paid from what is there; the day of the cash is the empty text, before every date.
      const by = year === 0 ? '' : startsOn;
      const from = purses.flatMap(({ nodes, pays }) =>
        pays.has(proposal.id) ? nodes.filter((node) => (days[node] ?? '') <= by).slice(-1) : [],
      );
      const key = from.join(' ');
      const kind = kinds.get(key) ?? { number: kinds.size, from };
      kinds.set(key, kind);
      return { kind: kind.number, cost };
    }),
  );
  return {
    supply,
    poolsOf,
    purses: purses.map(({ nodes }) => nodes),
    kinds: [...kinds.values()].map(({ from }) => from),
    needs,
  };
}

/** Pools that may pay for the same proposals are alike to the choice. */
function pursesOf(problem: Problem): { readonly pools: readonly Pool[]; readonly pays: ReadonlySet<string> }[] {
  const paidBy = new Map<string, string[]>(problem.pools.map(({ id }) => [id, []]));
  for (const { id, payableBy } of problem.proposals) for (const pool of new Set(payableBy)) paidBy.get(pool)?.push(id);
  const purses = new Map<string, { pools: Pool[]; pays: ReadonlySet<string> }>();
  for (const pool of problem.pools) {
    const pays = paidBy.get(pool.id) ?? [];
    if (pays.length === 0) continue;
    const key = pays.join('\n');
    const purse = purses.get(key) ?? { pools: [], pays: new Set(pays) };
    purse.pools.push(pool);
    purses.set(key, purse);
  }
  return [...purses.values()];
}

/** What each kind of need comes to when of each proposal the share `x` (0 to 1, in millionths) is chosen. */
function needed(network: MoneyNetwork, millionths: readonly bigint[]): bigint[] {
  const amounts = network.kinds.map(() => 0n);
  for (const [index, years] of network.needs.entries()) {
    const share = millionths[index] ?? 0n;
    if (share === 0n) continue;
    for (const { kind, cost } of years) amounts[kind] = (amounts[kind] ?? 0n) + (cost * share) / 1_000_000n;
  }
  return amounts;
}

/** The flow of a choice through the network, to be asked and added to. */
export class MoneyFlow {
  private readonly network: MoneyNetwork;
  private readonly flow: MaxFlow;
  private readonly source: number;
  private readonly sink: number;
  private readonly amounts: bigint[];
  private missing: bigint;

  constructor(network: MoneyNetwork, millionths: readonly bigint[], from?: MoneyFlow) {
    this.network = network;
    this.source = network.supply.length + network.kinds.length;
    this.sink = this.source + 1;
    this.flow = from === undefined ? this.open() : from.flow.copy();
    const more = needed(network, millionths);
    this.amounts = more.map((amount, kind) => amount + (from?.amounts[kind] ?? 0n));
    for (const [kind, amount] of more.entries())
      if (amount > 0n) this.flow.addEdge(network.supply.length + kind, this.sink, amount);
    const sent = this.flow.run(this.source, this.sink);
    this.missing = (from?.missing ?? 0n) + more.reduce((total, amount) => total + amount, 0n) - sent;
  }

  /** The same choice and one proposal more. */
  with(index: number): MoneyFlow {
    return new MoneyFlow(
      this.network,
      this.network.needs.map((_, at) => (at === index ? 1_000_000n : 0n)),
      this,
    );
  }

  check(): MoneyCheck {
    if (this.missing === 0n) return { missing: 0n, bottlenecks: [] };
    const near = this.flow.reaching(this.sink);
    const far = this.flow.reachable(this.source);
    return {
      missing: this.missing,
      bottlenecks: [...this.bottlenecks((node) => near[node] === 1), ...this.bottlenecks((node) => far[node] === 0)],
    };
  }

  private open(): MaxFlow {
    const { supply, purses, kinds } = this.network;
    const flow = new MaxFlow(this.sink + 1);
    for (const [node, amount] of supply.entries()) flow.addEdge(this.source, node, amount);
    for (const nodes of purses)
      for (const [index, node] of nodes.slice(1).entries()) flow.addEdge(nodes[index] ?? node, node, UNLIMITED);
    for (const [kind, from] of kinds.entries())
      for (const node of from) flow.addEdge(node, supply.length + kind, UNLIMITED);
    return flow;
  }

  /** The parts of a bottleneck that share no money, those of them that are overdrawn. */
  private bottlenecks(beyond: (node: number) => boolean): Bottleneck[] {
    const { supply, purses, kinds, needs, poolsOf } = this.network;
    const group = supply.map((_, node) => node);
    const find = (node: number): number => (group[node] === node ? node : find(group[node] ?? node));
    const join = (left: number, right: number) => {
      group[find(right)] = find(left);
    };
    for (const nodes of purses)
      for (const [index, node] of nodes.slice(1).entries()) {
        const before = nodes[index] ?? node;
        if (beyond(before) && beyond(node)) join(before, node);
      }
    const held = kinds.map((from) => from.every(beyond));
    for (const [kind, from] of kinds.entries())
      if (held[kind] === true) for (const node of from) join(from[0] ?? node, node);
    // A need that nothing can pay for is a group of its own.
    const groupOf = kinds.map((from, kind) => (from[0] === undefined ? -1 - kind : find(from[0])));
    const groups = new Set(groupOf.filter((_, kind) => held[kind] === true));
    return [...groups].flatMap((id) => {
      const inside = (kind: number) => held[kind] === true && groupOf[kind] === id;
      const nodes = supply.map((_, node) => node).filter((node) => beyond(node) && find(node) === id);
      const holds = nodes.reduce((total, node) => total + (supply[node] ?? 0n), 0n);
      const wanted = this.amounts.reduce((total, amount, kind) => total + (inside(kind) ? amount : 0n), 0n);
      if (wanted <= holds) return [];
      const takes = needs.map((years) =>
        years.reduce((total, { kind, cost }) => total + (inside(kind) ? cost : 0n), 0n),
      );
      return [{ takes, holds, pools: [...new Set(nodes.flatMap((node) => poolsOf[node] ?? []))] }];
    });
  }
}

/** Whether a whole choice can be paid for, to the cent. */
export function moneyOf(network: MoneyNetwork, problem: Problem, chosen: ReadonlySet<string>): MoneyFlow {
  return new MoneyFlow(
    network,
    problem.proposals.map(({ id }) => (chosen.has(id) ? 1_000_000n : 0n)),
  );
}
