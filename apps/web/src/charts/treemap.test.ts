import { expect, it } from 'vitest';
import { treemapOf } from './treemap.ts';

const BOX = { width: 600, height: 300 };
const CASES = [[5], [5, 5], [6, 6, 4, 3, 2, 2, 1], [1e9, 1, 1], Array.from({ length: 60 }, (_, index) => 61 - index)];

it('gives each value its share of the box, and leaves nothing empty or covered twice', () => {
  for (const values of CASES) {
    const tiles = treemapOf(values, BOX);
    const total = values.reduce((sum, value) => sum + value, 0);
    expect(tiles).toHaveLength(values.length);
    for (const [index, tile] of tiles.entries()) {
      expect((tile.width * tile.height) / (BOX.width * BOX.height)).toBeCloseTo((values[index] ?? 0) / total, 9);
      expect(tile.x).toBeGreaterThanOrEqual(-1e-6);
      expect(tile.y).toBeGreaterThanOrEqual(-1e-6);
      expect(tile.x + tile.width).toBeLessThanOrEqual(BOX.width + 1e-6);
      expect(tile.y + tile.height).toBeLessThanOrEqual(BOX.height + 1e-6);
      for (const other of tiles.slice(index + 1)) {
        const across = Math.min(tile.x + tile.width, other.x + other.width) - Math.max(tile.x, other.x);
        const down = Math.min(tile.y + tile.height, other.y + other.height) - Math.max(tile.y, other.y);
        expect(Math.min(across, down)).toBeLessThan(1e-6);
      }
    }
  }
});

it('keeps tiles near to squares', () => {
  const ratios = treemapOf([6, 6, 4, 3, 2, 2, 1], BOX).map(({ width, height }) =>
    Math.max(width / height, height / width),
  );
  expect(Math.max(...ratios)).toBeLessThan(3);
});
