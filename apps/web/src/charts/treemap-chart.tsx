import { fitText } from './fit-text.ts';
import { MarkLink } from './mark-link.tsx';
import { type MarkKind, MARKS } from './marks.ts';
import { treemapOf } from './treemap.ts';
import { sizes, useWidth } from './use-width.ts';

export type Tile = {
  readonly key: string;
  readonly label: string;
  readonly mark: MarkKind;
  /** For drawing only; above nought. */
  readonly value: number;
  /** Direct label under the name. */
  readonly amount: string;
  /** All figures of the tile in words. */
  readonly spoken: string;
  /** What the address says once the tile is chosen. */
  readonly search: Readonly<Record<string, string>>;
};

const HEIGHT = 320;
const GAP = 2;

/** Areas in the size of their amounts, each with its name where there is room for it. */
export function TreemapChart({ tiles, label }: { readonly tiles: readonly Tile[]; readonly label: string }) {
  const { element, width } = useWidth();
  const boxes = treemapOf(
    tiles.map(({ value }) => value),
    { width, height: HEIGHT },
  );
  return (
    <div ref={element}>
      <svg {...sizes(width, HEIGHT)} role="group" aria-label={label}>
        {tiles.map((tile, index) => {
          const { x = 0, y = 0, width: across = 0, height: down = 0 } = boxes[index] ?? {};
          const inner = { width: Math.max(across - GAP, 0.5), height: Math.max(down - GAP, 0.5) };
          const named = inner.width > 54 && inner.height > 22;
          return (
            <MarkLink key={tile.key} search={tile.search} spoken={tile.spoken}>
              <title>{tile.spoken}</title>
              <rect x={x + GAP / 2} y={y + GAP / 2} {...inner} {...MARKS[tile.mark]} pointerEvents="all" />
              {named ? <TileWords tile={tile} x={x + 9} y={y} width={inner.width - 16} height={inner.height} /> : null}
            </MarkLink>
          );
        })}
      </svg>
    </div>
  );
}

type TileWordsProps = {
  readonly tile: Tile;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Name and amount in a picture of their own, which ends where the tile does. */
function TileWords({ tile, x, y, width, height }: TileWordsProps) {
  return (
    <svg x={x} y={y} width={width} height={height} fill={inkOn(tile.mark)} fontSize={12.5}>
      <text y={18}>{fitText(tile.label, width, 12.5)}</text>
      {height > 40 ? (
        <text y={35} fontWeight={600}>
          {fitText(tile.amount, width, 12.5)}
        </text>
      ) : null}
    </svg>
  );
}

/** The ink that is read on a filled mark. */
function inkOn(mark: MarkKind): string {
  return mark === 'paid' ? 'var(--on-accent)' : 'var(--ink)';
}
