import { fitText, isolated, widthOf } from './fit-text.ts';
import { MarkLink } from './mark-link.tsx';
import { type MarkKind, MARKS } from './marks.ts';
import { sizes, useWidth } from './use-width.ts';

export type BarRow = {
  readonly key: string;
  readonly label: string;
  readonly sublabel?: string;
  /** Drawn after each other from the left; numbers are for drawing only. */
  readonly segments: readonly { readonly mark: MarkKind; readonly value: number }[];
  /** What the bar is held against: an upright line at its value. */
  readonly target?: number;
  /** Where the bar begins, for a waterfall. */
  readonly from?: number;
  /** Direct label at the end of the bar. */
  readonly end: string;
  /** All figures of the row in words. */
  readonly spoken: string;
  readonly href?: string;
  /** Instead: what the address says once the row is chosen. */
  readonly search?: Readonly<Record<string, string>>;
};

const BAR = 13;
const NARROW = 440;

const lengthOf = ({ segments }: BarRow): number => segments.reduce((sum, segment) => sum + segment.value, 0);

type BarListProps = {
  readonly rows: readonly BarRow[];
  readonly label: string;
  /** What the whole width stands for at least, such as 100 percent. */
  readonly full?: number;
};

/** Horizontal bars with their names at the left (above, on a phone) and their values at their ends. */
export function BarList({ rows, label, full = 0 }: BarListProps) {
  const { element, width } = useWidth();
  const narrow = width < NARROW;
  const labelWidth = narrow ? 0 : Math.min(190, width * 0.36);
  const endWidth = 12 + 7.5 * Math.max(...rows.map((row) => row.end.length), 0);
  const largest = Math.max(
    ...rows.map((row) => Math.max(row.target ?? 0, (row.from ?? 0) + lengthOf(row))),
    full,
    Number.MIN_VALUE,
  );
  const scale = Math.max(20, width - labelWidth - endWidth) / largest;
  const hasSublabels = rows.some((row) => row.sublabel !== undefined);
  const rowHeight = narrow ? 38 : hasSublabels ? 32 : 26;
  return (
    <div ref={element}>
      <svg {...sizes(width, rows.length * rowHeight + 2)} role="group" aria-label={label}>
        {rows.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            y={index * rowHeight}
            narrow={narrow}
            labelWidth={labelWidth}
            scale={scale}
            width={width}
            height={rowHeight}
          />
        ))}
      </svg>
    </div>
  );
}

type RowProps = {
  readonly row: BarRow;
  readonly y: number;
  readonly narrow: boolean;
  readonly labelWidth: number;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
};

function Row({ row, y, narrow, labelWidth, scale, width, height }: RowProps) {
  const barY = narrow ? y + 18 : y + (height - BAR) / 2;
  const start = labelWidth + (row.from ?? 0) * scale;
  const end = start + lengthOf(row) * scale;
  const target = row.target === undefined ? null : labelWidth + row.target * scale;
  return (
    <MarkLink href={row.href} search={row.search} spoken={row.spoken}>
      <title>{row.spoken}</title>
      <rect x={0} y={y} width={width} height={height} fill="transparent" />
      <RowName row={row} y={y} narrow={narrow} labelWidth={labelWidth} width={width} height={height} />
      <Segments row={row} start={start} y={barY} scale={scale} />
      {target === null ? null : (
        <line x1={target} x2={target} y1={barY - 3} y2={barY + BAR + 3} stroke={MARKS.target.fill} strokeWidth={2} />
      )}
      <text x={Math.max(end, target ?? end) + 8} y={barY + BAR - 2} fontSize={12.5} fontWeight={600} fill="var(--ink)">
        {row.end}
      </text>
    </MarkLink>
  );
}

function RowName({ row, y, narrow, labelWidth, width, height }: Omit<RowProps, 'scale'>) {
  if (narrow) {
    const label = fitText(row.label, width * 0.7, 12.5);
    return (
      <text x={0} y={y + 12} fontSize={12.5} fill="var(--ink)">
        {isolated(label)}
        {row.sublabel === undefined ? null : (
          <tspan fontSize={11} fill="var(--faint)">
            {'  '}
            {fitText(row.sublabel, width - widthOf(label, 12.5) - 12, 11)}
          </tspan>
        )}
      </text>
    );
  }
  const middle = y + height / 2;
  return (
    <>
      <text
        x={labelWidth - 12}
        y={row.sublabel === undefined ? middle + 4 : middle - 1}
        textAnchor="end"
        fontSize={12.5}
        fill="var(--ink)"
      >
        {fitText(row.label, labelWidth - 16, 12.5)}
      </text>
      {row.sublabel === undefined ? null : (
        <text x={labelWidth - 12} y={middle + 11} textAnchor="end" fontSize={10.5} fill="var(--faint)">
          {fitText(row.sublabel, labelWidth - 16, 10.5)}
        </text>
      )}
    </>
  );
}

function Segments({
  row,
  start,
  y,
  scale,
}: {
  readonly row: BarRow;
  readonly start: number;
  readonly y: number;
  readonly scale: number;
}) {
  let x = start;
  return row.segments.map((segment) => {
    const at = x;
    const length = segment.value * scale;
    x += length;
    // A figure that is there stays visible, however small.
    const shown = segment.value > 0 ? Math.max(length, 1.5) : 0;
    const inset = MARKS[segment.mark].stroke === undefined ? 0 : 0.5;
    return shown === 0 ? null : (
      <rect
        key={segment.mark}
        x={at + inset}
        y={y + inset}
        width={Math.max(shown - 2 * inset, 0.5)}
        height={BAR - 2 * inset}
        {...MARKS[segment.mark]}
      />
    );
  });
}
