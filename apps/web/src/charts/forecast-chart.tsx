import { t } from '@lingui/core/macro';
import {
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  ReferenceDot,
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
import { MARKS } from './marks.ts';
import { drawn, markLabel, ticksBetween } from './numbers.ts';

/** A month of a forecast as it is drawn; `missing` says that it ends with money missing. */
export type ForecastPoint = {
  readonly on: string;
  readonly received: Money;
  readonly due: Money;
  readonly cash: Money;
  readonly missing: boolean;
};

/** Another scenario's cash, month by month, under its letter. */
export type OtherLine = { readonly letter: string; readonly cash: readonly Money[] };

type ForecastChartProps = {
  readonly months: readonly ForecastPoint[];
  readonly letter: string;
  readonly others: readonly OtherLine[];
  readonly scale: Scale;
  readonly label: string;
};

/** Cash month by month over what comes in and what falls due; other scenarios as thin lines that bear their letter. */
export function ForecastChart({ months, letter, others, scale, label }: ForecastChartProps) {
  const points = months.map((month, index) => ({
    month,
    on: month.on,
    received: drawn(month.received),
    due: -drawn(month.due),
    cash: drawn(month.cash),
    ...Object.fromEntries(others.map((other) => [`cash${other.letter}`, drawnAt(other, index)])),
  }));
  const values = [...points.flatMap(({ received, due, cash }) => [received, due, cash]), ...others.flatMap(allOf)];
  const ticks = ticksBetween(Math.min(...values), Math.max(...values));
  const last = months.at(-1);
  if (last === undefined) return null;
  return (
    <ResponsiveContainer width="100%" height={320} initialDimension={{ width: 640, height: 320 }}>
      <ComposedChart
        data={points}
        margin={{ top: 12, right: 84, bottom: 0, left: 0 }}
        barGap={0}
        barCategoryGap={1}
        stackOffset="sign"
        accessibilityLayer={false}
        title={label}
      >
        <CartesianGrid stroke="var(--hairline)" vertical={false} />
        <XAxis {...monthsAxis(months.map(({ on }) => on))} />
        <YAxis {...moneyAxis(ticks, scale)} domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]} />
        <ReferenceLine y={0} stroke="var(--edge)" />
        <Bar dataKey="received" stackId="flow" {...MARKS.signed} isAnimationActive={false} />
        <Bar dataKey="due" stackId="flow" isAnimationActive={false}>
          {months.map(({ on, missing }) => (
            <Cell
              key={on}
              fill={missing ? 'var(--short-wash)' : 'var(--promised-wash)'}
              stroke={missing ? 'var(--short)' : 'var(--promised)'}
            />
          ))}
        </Bar>
        {others.map((other) => (
          <Line
            key={other.letter}
            dataKey={`cash${other.letter}`}
            type="stepAfter"
            stroke="var(--soft)"
            strokeWidth={1}
            strokeDasharray="5 3"
            dot={false}
            isAnimationActive={false}
          />
        ))}
        <Line
          dataKey="cash"
          type="stepAfter"
          stroke="var(--ink)"
          strokeWidth={1.75}
          dot={false}
          isAnimationActive={false}
        />
        {spread(
          [
            { letter, cash: last.cash, own: true },
            ...others.map((other) => ({ letter: other.letter, cash: other.cash.at(-1), own: false })),
          ],
          (ticks.at(-1) ?? 1) - (ticks[0] ?? 0),
        ).map((end) => (
          <ReferenceDot
            key={end.letter}
            x={last.on}
            y={end.value}
            r={end.own ? 2 : 1.5}
            fill={end.own ? 'var(--ink)' : 'var(--soft)'}
            label={{
              value: others.length === 0 ? markLabel(end.cash, scale) : `${end.letter} ${markLabel(end.cash, scale)}`,
              position: 'right',
              fontSize: 11.5,
              fontWeight: end.own ? 600 : 400,
              fill: end.value < 0 ? 'var(--short)' : end.own ? 'var(--ink)' : 'var(--soft)',
              dy: end.lift,
            }}
          />
        ))}
        <Tooltip content={ForecastTooltip} isAnimationActive={false} cursor={{ fill: 'var(--accent-wash)' }} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

const allOf = ({ cash }: OtherLine): number[] => cash.map((amount) => drawn(amount));

function drawnAt({ cash }: OtherLine, index: number): number | null {
  const amount = cash[index];
  return amount === undefined ? null : drawn(amount);
}

type End = { readonly letter: string; readonly cash: Money | undefined; readonly own: boolean };

/** Labels at the end of lines, moved apart where they would cover each other: 250 px of height for the whole axis. */
function spread(ends: readonly End[], range: number) {
  const labels = ends
    .flatMap(({ cash, ...end }) => (cash === undefined ? [] : [{ ...end, cash, value: drawn(cash) }]))
    .toSorted((left, right) => right.value - left.value);
  let lowest = Number.NEGATIVE_INFINITY;
  return labels.map((end) => {
    const wanted = (-end.value / range) * 280;
    const at = Math.max(wanted, lowest + 14);
    lowest = at;
    return { ...end, lift: at - wanted };
  });
}

function ForecastTooltip({ active, payload }: TooltipContentProps) {
  const point = payload[0]?.payload as { readonly month: ForecastPoint } | undefined;
  if (!active || point === undefined) return null;
  const { on, received, due, cash } = point.month;
  return (
    <ChartTooltip
      head={formatMonth(on)}
      lines={[
        { label: t`Comes in`, value: formatMoneyWhole(received) },
        { label: t`Falls due`, value: formatMoneyWhole(due) },
        { label: t`Cash at its end`, value: formatMoneyWhole(cash) },
      ]}
    />
  );
}
