import topology from 'world-atlas/land-110m.json?raw';
import { MAP, project } from './robinson.ts';

/** Land of the world without a border on it, as TopoJSON has it. Source: Natural Earth (public domain). */
type Topology = {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  /** Lines, each point as its distance from the one before, in steps of `scale`. */
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  /** Rings of polygons by the numbers of their lines; `~n` is line n backwards. */
  readonly objects: {
    readonly land: { readonly geometries: readonly { readonly arcs: readonly (readonly (readonly number[])[])[] }[] };
  };
};

/** A line as degrees east and north. */
function degrees({ transform: { scale, translate } }: Topology, arc: Topology['arcs'][number]) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]): readonly [number, number] => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

type Point = readonly [number, number];

/** A ring without leaps: what crosses the 180th meridian goes on beyond it. */
function unwound(ring: readonly Point[]): Point[] {
  let turns = 0;
  return ring.map(([east, north], index) => {
    const step = east - (ring[index - 1]?.[0] ?? east);
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [east + 360 * turns, north];
  });
}

/** The pieces of a ring on the map: what lies beyond an edge is drawn at the other one, and shrinks to nothing at this one. */
function pieces(ring: readonly Point[]): Point[][] {
  return [-360, 0, 360]
    .map((shift) => ring.map(([east, north]): Point => [Math.min(180, Math.max(-180, east + shift)), north]))
    .filter((piece) => piece.some(([east]) => Math.abs(east) < 180));
}

/** The outline of all land as one path in the units of the map. */
export function landPath(text: string = topology): string {
  const world = JSON.parse(text) as Topology;
  const lines = world.arcs.map((arc) => degrees(world, arc));
  const line = (number: number) => (number < 0 ? (lines[~number] ?? []).toReversed() : (lines[number] ?? []));
  return world.objects.land.geometries
    .flatMap(({ arcs }) => arcs.flat())
    .flatMap((ring) => pieces(unwound(ring.flatMap(line))))
    .map((piece) => piece.map(([east, north]) => project(east, north)))
    .filter((piece) => piece.some(([, y]) => y < MAP.height))
    .map((piece) => `M${piece.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`)
    .join('');
}
