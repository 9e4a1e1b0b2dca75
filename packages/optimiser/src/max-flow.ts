/** An edge that any amount may pass. */
export const UNLIMITED = 1n << 62n;

/**
 * Maximum flow in whole cents (Dinic's algorithm): what goes in is whole, so every flow it finds is whole.
 * Edges may be added between runs; a run adds to the flow that is there and never takes any back from an edge out of the source.
 */
export class MaxFlow {
  private readonly out: number[][];
  private readonly target: number[] = [];
  private readonly room: bigint[] = [];

  constructor(nodes: number) {
    this.out = Array.from({ length: nodes }, () => []);
  }

  /** Adds an edge and gives its number, by which its flow is read. */
  addEdge(from: number, to: number, capacity: bigint): number {
    const edge = this.target.length;
    this.target.push(to, from);
    this.room.push(capacity, 0n);
    this.out[from]?.push(edge);
    this.out[to]?.push(edge + 1);
    return edge;
  }

  flowOn(edge: number): bigint {
    return this.room[edge + 1] ?? 0n;
  }

  /** Sends as much more as can pass from source to sink, and says how much that was. */
  run(source: number, sink: number): bigint {
    let sent = 0n;
    for (;;) {
      const level = this.levels(source);
      if (level[sink] === -1) return sent;
      sent += this.send(source, sink, UNLIMITED, level, new Int32Array(this.out.length));
    }
  }

  /** The nodes from which the sink can still be reached: the far side of the smallest bottleneck. */
  reaching(sink: number): Uint8Array {
    return this.spread(sink, (edge) => edge ^ 1);
  }

  /** The nodes that the source can still reach: beyond them lies the widest bottleneck. */
  reachable(source: number): Uint8Array {
    return this.spread(source, (edge) => edge);
  }

  /** The same network with the same flow, to try something out on. */
  copy(): MaxFlow {
    const twin = new MaxFlow(0);
    for (const edges of this.out) twin.out.push([...edges]);
    twin.target.push(...this.target);
    twin.room.push(...this.room);
    return twin;
  }

  private spread(start: number, crossed: (edge: number) => number): Uint8Array {
    const seen = new Uint8Array(this.out.length);
    seen[start] = 1;
    const queue = [start];
    for (const node of queue)
      for (const edge of this.out[node] ?? []) {
        const next = this.target[edge] ?? 0;
        if (seen[next] === 1 || (this.room[crossed(edge)] ?? 0n) === 0n) continue;
        seen[next] = 1;
        queue.push(next);
      }
    return seen;
  }

  private levels(source: number): Int32Array {
    const level = new Int32Array(this.out.length).fill(-1);
    level[source] = 0;
    const queue = [source];
    for (const node of queue)
      for (const edge of this.out[node] ?? []) {
        const next = this.target[edge] ?? 0;
        if (level[next] !== -1 || (this.room[edge] ?? 0n) === 0n) continue;
        level[next] = (level[node] ?? 0) + 1;
        queue.push(next);
      }
    return level;
  }

  private send(node: number, sink: number, most: bigint, level: Int32Array, cursor: Int32Array): bigint {
    if (node === sink) return most;
    const edges = this.out[node] ?? [];
    let sent = 0n;
    for (let at = cursor[node] ?? 0; at < edges.length; at += 1) {
      cursor[node] = at;
      const edge = edges[at] ?? 0;
      const next = this.target[edge] ?? 0;
      const room = this.room[edge] ?? 0n;
      if (room === 0n || level[next] !== (level[node] ?? 0) + 1) continue;
      const left = most - sent;
      const passed = this.send(next, sink, left < room ? left : room, level, cursor);
      this.room[edge] = room - passed;
      this.room[edge ^ 1] = (this.room[edge ^ 1] ?? 0n) + passed;
      sent += passed;
      // This edge may have room left, so the cursor stays on it.
      if (sent === most) return sent;
    }
    cursor[node] = edges.length;
    return sent;
  }
}
