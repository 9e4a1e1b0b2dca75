import { expect, test } from 'vitest';
import { landPath } from './land.ts';
import { placeOf } from './places.ts';
import { MAP, project } from './robinson.ts';

test('the middle of the map is where the equator meets the first meridian, and north is above it', () => {
  const [x, y] = project(0, 0);
  expect(x).toBe(MAP.width / 2);
  expect(project(0, 10)[1]).toBeLessThan(y);
  expect(project(180, 0)[0]).toBe(MAP.width);
  expect(project(-180, 0)[0]).toBe(0);
  // The further from the equator, the shorter the circle of latitude.
  expect(project(180, 60)[0]).toBeLessThan(MAP.width);
});

test('a line of the land is followed forwards, and backwards where its number says so', () => {
  const topology = (arcs: number[][]) =>
    JSON.stringify({
      transform: { scale: [1, 1], translate: [0, 0] },
      arcs: [
        [
          [0, 0],
          [10, 0],
        ],
      ],
      objects: { land: { geometries: [{ arcs: [arcs] }] } },
    });
  const [there, back] = [landPath(topology([[0]])), landPath(topology([[~0]]))];
  expect(there.slice(1, -1).split('L').toReversed()).toEqual(back.slice(1, -1).split('L'));
});

test('all land lies on the map, and Antarctica below it', () => {
  const points = [...landPath().matchAll(/(-?[\d.]+),(-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(points.length).toBeGreaterThan(3000);
  expect(points.every(([x = -1]) => x >= 0 && x <= MAP.width)).toBe(true);
});

test('a duty station is found by its name however it is written, and a country by its first city', () => {
  expect(placeOf('FJ', 'SUVA')).toMatchObject({ east: 178.4, north: -18.1 });
  expect(placeOf('TD', 'N’Djaména')?.city).toBe("N'Djamena");
  expect(placeOf('CH', null)?.city).toBe('Bern');
  expect(placeOf('FJ', 'Nowhere')).toBeNull();
  expect(placeOf('ZZ', null)).toBeNull();
});

test('land that crosses the 180th meridian is cut there, and no line leaps across the map', () => {
  for (const ring of landPath().slice(1).split('M')) {
    const across = ring
      .slice(0, -1)
      .split('L')
      .map((point) => Number(point.split(',')[0]));
    for (const [index, x] of across.entries()) expect(Math.abs(x - (across[index - 1] ?? x))).toBeLessThan(200);
  }
});
