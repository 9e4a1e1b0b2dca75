// The map's projection is Robinson's, which is defined by its values every five degrees of latitude: the length of a
// circle of latitude and its distance from the equator, in ten-thousandths.
const LENGTHS = [
  10_000, 9986, 9954, 9900, 9822, 9730, 9600, 9427, 9216, 8962, 8679, 8350, 7986, 7597, 7186, 6732, 6213, 5722, 5322,
];
const HEIGHTS = [
  0, 620, 1240, 1860, 2480, 3100, 3720, 4340, 4958, 5571, 6176, 6769, 7346, 7903, 8435, 8936, 9394, 9761, 10_000,
];

function between(values: readonly number[], latitude: number): number {
  const at = Math.abs(latitude) / 5;
  const index = Math.min(Math.floor(at), values.length - 2);
  const [low = 0, high = 0] = [values[index], values[index + 1]];
  return (low + (high - low) * (at - index)) / 10_000;
}

/** The picture, in units of a thousandth of the equator: from 80° north to 58° south, where the last duty stations lie. */
export const MAP = { width: 1000, height: 420 } as const;
const TOP = 0.945;
/** Half the height of the whole world. */
const HALF = (MAP.width * 1.3523) / (2 * 0.8487 * Math.PI);

/** Where a place lies in the picture, from its degrees east and north. */
export function project(longitude: number, latitude: number): readonly [number, number] {
  return [
    MAP.width * (0.5 + (between(LENGTHS, latitude) * longitude) / 360),
    HALF * (TOP - Math.sign(latitude) * between(HEIGHTS, latitude)),
  ];
}
