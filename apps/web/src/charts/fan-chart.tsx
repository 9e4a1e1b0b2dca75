import { t } from '@lingui/core/macro';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import type { Money } from '../api/views.ts';
import { formatMoneyWhole, formatMonth, type Scale } from '../ui/format.ts';
import { moneyAxis, monthsAxis } from './axes.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { drawn, ticksBetween } from './numbers.ts';

/** The cash at the end of a month in all simulated futures: 5, 25, 50, 75 and 95 percent of them have no more. */
export type FanPoint = {
  readonly on: string;
  readonly values: readonly [Money, Money, Money, Money, Money];
};

type FanChartProps = { readonly points: readonly FanPoint[]; readonly scale: Scale; readonly label: string };

/** A fan: the middle of all futures as a line, half of them in the inner band, nine of ten in the outer one. */
export function FanChart({ points, scale, label }: FanChartProps) {
  const bands = points.map(({ on, values }) => {
    const [p5, p25, p50, p75, p95] = values;
    return { on, values, outer: [drawn(p5), drawn(p95)], inner: [drawn(p25), drawn(p75)], middle: drawn(p50) };
  });
  const edges = bands.flatMap(({ outer }) => outer);
  const ticks = ticksBetween(Math.min(...edges), Math.max(...edges));
  return (
    <ResponsiveContainer width="100%" height={300} initialDimension={{ width: 640, height: 300 }}>
      <ComposedChart
        data={bands}
        margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        title={label}
      >
        <CartesianGrid stroke="var(--hairline)" vertical={false} />
        <XAxis {...monthsAxis(points.map(({ on }) => on))} />
        <YAxis {...moneyAxis(ticks, scale)} domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]} />
        <Area
          dataKey="outer"
          stroke="var(--accent)"
          strokeWidth={1}
          fill="var(--accent-wash)"
          fillOpacity={1}
          isAnimationActive={false}
          activeDot={false}
        />
        <Area
          dataKey="inner"
          stroke="var(--accent)"
          fill="var(--accent-light)"
          fillOpacity={1}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line dataKey="middle" stroke="var(--ink)" strokeWidth={1.75} dot={false} isAnimationActive={false} />
        <ReferenceLine y={0} stroke="var(--edge)" />
        <Tooltip content={FanTooltip} isAnimationActive={false} cursor={{ stroke: 'var(--edge)' }} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function FanTooltip({ active, payload }: TooltipContentProps) {
  const point = payload[0]?.payload as FanPoint | undefined;
  if (!active || point === undefined) return null;
  const [p5, p25, p50, p75, p95] = point.values.map((value) => formatMoneyWhole(value));
  return (
    <ChartTooltip
      head={formatMonth(point.on)}
      lines={[
        { label: t`95 of 100 futures have at most`, value: p95 ?? '' },
        { label: t`75 of 100`, value: p75 ?? '' },
        { label: t`The middle one`, value: p50 ?? '' },
        { label: t`25 of 100`, value: p25 ?? '' },
        { label: t`5 of 100`, value: p5 ?? '' },
      ]}
    />
  );
}
