import { Link } from '@tanstack/react-router';
import type { PositionRow } from '../api/views.ts';
import { type YearLook, yearLook, yearSentence } from '../ui/year-look.ts';
import { fitText, widthOf } from './fit-text.ts';
import { type MarkKind, MARKS } from './marks.ts';
import { drawn, timeOf, yearTicks } from './numbers.ts';
import { sizes, useWidth } from './use-width.ts';

type Year = PositionRow['years'][number];

const ROW = 32;
const NARROW_ROW = 44;
const BAR = 13;
const HEAD = 24;
const HATCH = 7;
const DAY = 86_400_000;

/** A position whose dates are known, and can be drawn. */
export type DatedPosition = PositionRow & { readonly startsOn: string; readonly endsOn: string };

/** Whether somebody has said when the position begins and ends. */
export function isDated(position: PositionRow): position is DatedPosition {
  return position.startsOn !== null && position.endsOn !== null;
}

type Span = { readonly from: string; readonly to: string };

/** First and last day of all positions, with the day of the page inside. */
function spanOf(positions: readonly DatedPosition[], asOf: string): Span {
  const starts = positions.map((position) => position.startsOn);
  const ends = positions.map((position) => position.endsOn);
  const from = [...starts, asOf].reduce((a, b) => (a < b ? a : b));
  const to = [...ends, asOf].reduce((a, b) => (a > b ? a : b));
  return { from: `${from.slice(0, 4)}-01-01`, to: `${Number(to.slice(0, 4)) + 1}-01-01` };
}

type PositionTimelineProps = {
  readonly positions: readonly DatedPosition[];
  readonly asOf: string;
  readonly label: string;
};

/** Who is where, and which years are paid: one line a position, one bar a year. */
export function PositionTimeline({ positions, asOf, label }: PositionTimelineProps) {
  const { element, width } = useWidth();
  const narrow = width < 440;
  const labelWidth = narrow ? 0 : Math.min(200, width * 0.36);
  const span = spanOf(positions, asOf);
  const [start, end] = [timeOf(span.from), timeOf(span.to)];
  const at = (time: number) => labelWidth + 2 + ((time - start) / (end - start)) * (width - labelWidth - 6);
  const rowHeight = narrow ? NARROW_ROW : ROW;
  const height = HEAD + positions.length * rowHeight;
  return (
    <div ref={element}>
      <svg {...sizes(width, height)} role="group" aria-label={label}>
        <Years span={span} at={at} height={height} narrow={narrow} />
        {positions.map((position, index) => (
          <PositionLine
            key={position.id}
            position={position}
            y={HEAD + index * rowHeight}
            narrow={narrow}
            labelWidth={labelWidth}
            width={width}
            at={at}
          />
        ))}
        <Day x={at(timeOf(asOf))} marks={narrow ? marksBetween(positions.length) : [[HEAD - 6, height]]} />
      </svg>
    </div>
  );
}

/** Where the day is marked on a narrow screen: over the bars, not through the names above them. */
function marksBetween(rows: number): [number, number][] {
  return Array.from({ length: rows }, (_, index) => {
    const top = HEAD + index * NARROW_ROW;
    return [top + 19, top + NARROW_ROW - 3];
  });
}

function Day({ x, marks }: { readonly x: number; readonly marks: readonly (readonly [number, number])[] }) {
  return marks.map(([from, to]) => (
    <line key={from} x1={x} x2={x} y1={from} y2={to} stroke="var(--ink)" strokeDasharray="2 2" />
  ));
}

function Years({
  span,
  at,
  height,
  narrow,
}: {
  readonly span: Span;
  readonly at: (time: number) => number;
  readonly height: number;
  readonly narrow: boolean;
}) {
  const ticks = yearTicks(span.from, span.to);
  const every = Math.ceil(ticks.length / (narrow ? 6 : 12));
  return ticks.map((time, index) => (
    <g key={time}>
      <line x1={at(time)} x2={at(time)} y1={HEAD - 8} y2={height} stroke="var(--hairline)" />
      {index % every === 0 && index < ticks.length - 1 ? (
        <text x={at(time) + 3} y={12} fontSize={11.5} fill="var(--soft)">
          {new Date(time).getUTCFullYear()}
        </text>
      ) : null}
    </g>
  ));
}

type LineProps = {
  readonly position: PositionRow;
  readonly y: number;
  readonly narrow: boolean;
  readonly labelWidth: number;
  readonly width: number;
  readonly at: (time: number) => number;
};

function PositionLine({ position, y, narrow, labelWidth, width, at }: LineProps) {
  const place = `${position.organization.shortName}, ${position.dutyStation.name}`;
  const spoken = [position.title, place, ...position.years.map((year) => yearSentence(year, position.phase))].join(
    '; ',
  );
  const title = fitText(position.title, narrow ? width * 0.6 : labelWidth - 16, 12.5);
  const barY = narrow ? y + 22 : y + (ROW - BAR) / 2;
  return (
    <Link to="/positions/$id" params={{ id: position.id }}>
      <title>{spoken}</title>
      <rect x={0} y={y} width={width} height={narrow ? NARROW_ROW : ROW} fill="transparent" />
      <text
        x={narrow ? 0 : labelWidth - 12}
        y={narrow ? y + 14 : y + 14}
        textAnchor={narrow ? 'start' : 'end'}
        fontSize={12.5}
        fill="var(--ink)"
      >
        {title}
        {narrow ? (
          <tspan fontSize={11} fill="var(--faint)">
            {'  '}
            {fitText(place, width - widthOf(title, 12.5) - 12, 11)}
          </tspan>
        ) : null}
      </text>
      {narrow ? null : (
        <text x={labelWidth - 12} y={y + 26} textAnchor="end" fontSize={10.5} fill="var(--faint)">
          {fitText(place, labelWidth - 16, 10.5)}
        </text>
      )}
      {position.years.map((year) => (
        <YearBar key={year.number} year={year} phase={position.phase} y={barY} at={at} />
      ))}
    </Link>
  );
}

/** What a year is drawn as; one that is allocated in part has two marks. */
const YEAR_MARKS: Record<Exclude<YearLook, 'part-allocated'>, MarkKind> = {
  transferred: 'paid',
  allocated: 'signed',
  unfunded: 'short',
  proposed: 'announced',
  unknown: 'announced',
  ended: 'announced',
};

type YearBarProps = {
  readonly year: Year;
  readonly phase: PositionRow['phase'];
  readonly y: number;
  readonly at: (time: number) => number;
};

/** A part-paid year is light as far as the money reaches, then outlined in red. */
function YearBar({ year, phase, y, at }: YearBarProps) {
  const [from, to] = [at(timeOf(year.startsOn)), at(timeOf(year.endsOn) + DAY) - 1];
  const look = yearLook(year, phase);
  if (look !== 'part-allocated') return <Piece mark={YEAR_MARKS[look]} from={from} to={to} y={y} />;
  const share = drawn(year.cost) === 0 ? 0 : Math.min(1, drawn(year.allocated) / drawn(year.cost));
  const middle = from + (to - from) * share;
  return (
    <>
      <Piece mark="signed" from={from} to={middle} y={y} />
      <Piece mark="short" from={middle} to={to} y={y} />
    </>
  );
}

function Piece({
  mark,
  from,
  to,
  y,
}: {
  readonly mark: MarkKind;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}) {
  const inset = MARKS[mark].stroke === undefined ? 0 : 0.5;
  return (
    <>
      <rect
        x={from + inset}
        y={y + inset}
        width={Math.max(to - from - 2 * inset, 1)}
        height={BAR - 2 * inset}
        {...MARKS[mark]}
      />
      {mark === 'short' ? <path d={hatch(from, to, y)} stroke={MARKS.short.stroke} fill="none" /> : null}
    </>
  );
}

/** Slanting lines across a bar, so that a year without money stands apart without its colour. */
function hatch(from: number, to: number, y: number): string {
  const count = Math.max(0, Math.floor((to - from - BAR) / HATCH) + 1);
  const line = (x: number) => ['M', x, y + BAR, 'L', x + BAR, y].join(' ');
  return Array.from({ length: count }, (_, index) => line(from + index * HATCH)).join(' ');
}
