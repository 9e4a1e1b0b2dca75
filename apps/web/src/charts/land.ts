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

/** The outline of all land as one path in the units of the map. */
export function landPath(text: string = topology): string {
  const world = JSON.parse(text) as Topology;
  const lines = world.arcs.map((arc) => degrees(world, arc));
  const line = (number: number) => (number < 0 ? (lines[~number] ?? []).toReversed() : (lines[number] ?? []));
  return world.objects.land.geometries
    .flatMap(({ arcs }) => arcs.flat())
    .map((ring) => ring.flatMap(line).map(([east, north]) => project(east, north)))
    .filter((ring) => ring.some(([, y]) => y < MAP.height))
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`)
    .join('');
}
