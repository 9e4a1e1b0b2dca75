import { t } from '@lingui/core/macro';
import {
  Area,
  ComposedChart,
  CartesianGrid,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import type { Overview } from '../api/views.ts';
import { formatDate, formatMoneyWhole, type Scale } from '../ui/format.ts';
import { AXIS_TEXT, moneyAxis } from './axes.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { drawn, markLabel, niceTicks, timeOf, yearTicks } from './numbers.ts';

type Series = Overview['series'];

type Point = {
  readonly time: number;
  readonly row: Series[number];
  /** Stacked from the bottom: promised and covered; then either free or missing. */
  readonly covered: number;
  readonly free: number;
  readonly short: number;
  readonly past: number | null;
  readonly future: number | null;
};

function pointsOf(series: Series): Point[] {
  return series.map((row, index) => {
    const [cash, promised] = [drawn(row.cash), drawn(row.promised)];
    // The last known month begins the dashed line, so that the two lines meet.
    const joins = !row.projected && series[index + 1]?.projected === true;
    return {
      time: timeOf(row.on),
      row,
      covered: Math.max(0, Math.min(cash, promised)),
      free: Math.max(0, cash - promised),
      short: Math.max(0, promised - Math.max(0, cash)),
      past: row.projected ? null : cash,
      future: row.projected || joins ? cash : null,
    };
  });
}

const SPREAD = 4;

/** Where an area is tall for some months on both sides, so that its name has room; `null` where it has none. */
function roomFor(points: readonly Point[], area: 'free' | 'covered'): Point | null {
  const top = Math.max(...points.map((point) => point.covered + point.free + point.short));
  const room = points.map((point, index) => {
    const beside = points.slice(Math.max(0, index - SPREAD), index + SPREAD + 1);
    const whole =
      index >= SPREAD &&
      index + SPREAD < points.length &&
      beside.every((other) => other.row.projected === point.row.projected);
    return { point, height: whole ? Math.min(...beside.map((other) => other[area])) : 0 };
  });
  const best = room.reduce((a, b) => (b.height > a.height ? b : a));
  return best.height > top * 0.1 ? best.point : null;
}

type CashChartProps = {
  readonly series: Series;
  /** The day that the past ends and the expected begins, and what it is called. */
  readonly asOf: string;
  readonly asOfLabel: string;
  readonly scale: Scale;
  readonly label: string;
};

/** Cash held against money promised to positions, month by month; the future dashed. */
export function CashChart({ series, asOf, asOfLabel, scale, label }: CashChartProps) {
  const points = pointsOf(series);
  const [first, last] = [series[0], series.at(-1)];
  if (first === undefined || last === undefined) return null;
  const ticks = niceTicks(Math.max(...series.flatMap((row) => [drawn(row.cash), drawn(row.promised)])));
  const ends = [last.cash, last.promised].map((amount) => markLabel(amount, scale).length);
  const [free, promised] = [roomFor(points, 'free'), roomFor(points, 'covered')];
  return (
    <ResponsiveContainer width="100%" height={300} initialDimension={{ width: 640, height: 300 }}>
      <ComposedChart
        data={points}
        margin={{ top: 22, right: Math.max(92, 68 + 6.5 * Math.max(...ends)), bottom: 0, left: 0 }}
        accessibilityLayer={false}
        title={label}
      >
        <CartesianGrid stroke="var(--hairline)" vertical={false} />
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          ticks={yearTicks(first.on, last.on)}
          tickFormatter={(time: number) => String(new Date(time).getUTCFullYear())}
          tick={AXIS_TEXT}
          stroke="var(--edge)"
          tickLine={false}
        />
        <YAxis {...moneyAxis(ticks, scale)} />
        <Area
          dataKey="covered"
          stackId="cash"
          type="stepAfter"
          stroke="none"
          fillOpacity={1}
          fill="var(--promised-wash)"
          isAnimationActive={false}
          activeDot={false}
        />
        <Area
          dataKey="free"
          stackId="cash"
          type="stepAfter"
          stroke="none"
          fillOpacity={1}
          fill="var(--free-wash)"
          isAnimationActive={false}
          activeDot={false}
        />
        <Area
          dataKey="short"
          stackId="cash"
          type="stepAfter"
          stroke="none"
          fillOpacity={1}
          fill="var(--short-wash)"
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="past"
          type="stepAfter"
          stroke="var(--ink)"
          strokeWidth={1.75}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="future"
          type="stepAfter"
          stroke="var(--ink)"
          strokeWidth={1.75}
          strokeDasharray="4 3"
          dot={false}
          isAnimationActive={false}
        />
        <ReferenceLine
          x={timeOf(asOf)}
          stroke="var(--ink)"
          strokeDasharray="2 2"
          label={{ value: asOfLabel, position: 'top', fontSize: 11.5, fontWeight: 600, fill: 'var(--ink)' }}
        />
        {free === null ? null : (
          <InnerLabel point={free} at={free.covered + free.free / 2} text={t`Free`} colour="var(--free-text)" />
        )}
        {promised === null ? null : (
          <InnerLabel point={promised} at={promised.covered / 2} text={t`Promised`} colour="var(--promised-text)" />
        )}
        <EndLabels last={last} scale={scale} />
        <Tooltip content={CashTooltip} isAnimationActive={false} cursor={{ stroke: 'var(--edge)' }} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

type InnerLabelProps = { readonly point: Point; readonly at: number; readonly text: string; readonly colour: string };

function InnerLabel({ point, at, text, colour }: InnerLabelProps) {
  return (
    <ReferenceDot
      x={point.time}
      y={at}
      r={0}
      label={{ value: text, position: 'center', fontSize: 11.5, fill: colour }}
    />
  );
}

/** Names and values of the two lines, where they end. */
function EndLabels({ last, scale }: { readonly last: Series[number]; readonly scale: Scale }) {
  const [cash, promised] = [drawn(last.cash), drawn(last.promised)];
  const [cashLabel, promisedLabel] = [markLabel(last.cash, scale), markLabel(last.promised, scale)];
  const higher = cash >= promised ? { cash: -7, promised: 9 } : { cash: 9, promised: -7 };
  const common = { position: 'right', fontSize: 11.5 } as const;
  return (
    <>
      <ReferenceDot
        x={timeOf(last.on)}
        y={cash}
        r={2}
        fill="var(--ink)"
        label={{
          ...common,
          value: t`Cash: ${cashLabel}`,
          fill: cash < 0 ? 'var(--short)' : 'var(--ink)',
          fontWeight: 600,
          dy: higher.cash,
        }}
      />
      <ReferenceDot
        x={timeOf(last.on)}
        y={promised}
        r={2}
        fill="var(--promised)"
        label={{
          ...common,
          value: t`Promised: ${promisedLabel}`,
          fill: cash < promised && promised > 0 ? 'var(--short)' : 'var(--promised-text)',
          dy: higher.promised,
        }}
      />
    </>
  );
}

function CashTooltip({ active, payload }: TooltipContentProps) {
  const point = payload[0]?.payload as Point | undefined;
  if (!active || point === undefined) return null;
  const { row } = point;
  return (
    <ChartTooltip
      head={row.projected ? t`${formatDate(row.on)}, expected` : formatDate(row.on)}
      lines={[
        { label: t`Cash`, value: formatMoneyWhole(row.cash) },
        { label: t`Promised to positions`, value: formatMoneyWhole(row.promised) },
      ]}
    />
  );
}
