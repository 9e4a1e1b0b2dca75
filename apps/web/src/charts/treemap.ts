export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How far the worst of some tiles along a side of that length is from a square. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  return Math.max((side * side * Math.max(...areas)) / (sum * sum), (sum * sum) / (side * side * Math.min(...areas)));
}

/** As many of the first areas as make a row of tiles that are as square as they get. */
function firstRow(areas: readonly number[], side: number): number[] {
  let row = areas.slice(0, 1);
  while (row.length < areas.length) {
    const longer = areas.slice(0, row.length + 1);
    if (worst(longer, side) > worst(row, side)) return row;
    row = longer;
  }
  return row;
}

/**
 * Tiles whose areas are as the values, largest first, and which fill a box. Bruls, Huizing and van Wijk, "Squarified Treemaps", 2000:
 * rows are laid along the shorter side of what is left.
 */
export function treemapOf(values: readonly number[], { width, height }: Pick<Box, 'width' | 'height'>): Box[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  let left = values.map((value) => (value * width * height) / total);
  let box: Box = { x: 0, y: 0, width, height };
  const tiles: Box[] = [];
  while (left.length > 0) {
    const wide = box.width >= box.height;
    const side = wide ? box.height : box.width;
    const row = firstRow(left, side);
    const depth = row.reduce((sum, area) => sum + area, 0) / side;
    let at = 0;
    for (const area of row) {
      const length = area / depth;
      tiles.push(
        wide
          ? { x: box.x, y: box.y + at, width: depth, height: length }
          : { x: box.x + at, y: box.y, width: length, height: depth },
      );
      at += length;
    }
    box = wide
      ? { ...box, x: box.x + depth, width: box.width - depth }
      : { ...box, y: box.y + depth, height: box.height - depth };
    left = left.slice(row.length);
  }
  return tiles;
}
