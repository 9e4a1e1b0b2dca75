import { t } from '@lingui/core/macro';
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import type { Money } from '../api/views.ts';
import { formatMoneyWhole, type Scale } from '../ui/format.ts';
import { AXIS_TEXT, moneyAxis } from './axes.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { MARKS } from './marks.ts';
import { useWidth } from './use-width.ts';
import { drawn, markLabel, ticksBetween } from './numbers.ts';

type Year = {
  readonly year: number;
  /** What the axis says, where it is more than the number. */
  readonly name?: string;
  readonly pledged?: Money;
  readonly signed: Money;
  readonly received: Money;
  /** It has not ended: it stands on a ground of its own. */
  readonly incomplete?: boolean;
};
type Bars = {
  readonly year: string;
  readonly pledged: number;
  readonly signed: number;
  readonly received: number;
  readonly pledgedLabel: string;
  readonly signedLabel: string;
  readonly receivedLabel: string;
  readonly row: Year;
};

/** In pixels: the widest a bar gets, a figure of a label, and the axis. */
const [WIDEST, LETTER, AXIS] = [44, 7, 60];
const VALUE = { position: 'top', fontSize: 11, fill: 'var(--ink)' } as const;

type YearChartProps = { readonly years: readonly Year[]; readonly scale: Scale; readonly label: string };

/** What was signed and what was received, year by year, beside what was pledged where that is given. */
export function YearChart({ years, scale, label }: YearChartProps) {
  const bars: Bars[] = years.map((row) => ({
    year: row.name ?? String(row.year),
    pledged: row.pledged === undefined ? 0 : drawn(row.pledged),
    pledgedLabel: row.pledged === undefined ? '' : markLabel(row.pledged, scale),
    signed: drawn(row.signed),
    received: drawn(row.received),
    signedLabel: markLabel(row.signed, scale),
    receivedLabel: markLabel(row.received, scale),
    row,
  }));
  const values = bars.flatMap((bar) => [bar.pledged, bar.signed, bar.received]);
  const ticks = ticksBetween(Math.min(...values), Math.max(...values));
  const pledges = years.some(({ pledged }) => pledged !== undefined);
  const now = bars.filter(({ row }) => row.incomplete === true);
  const { element, width } = useWidth();
  // Where two labels would meet, only what was received keeps its own; the table has them all.
  const room = (width - AXIS) / bars.length;
  // The name of the last year may be wider than its bars: the edge gives it room.
  const beyond = Math.max(0, ((bars.at(-1)?.year.length ?? 0) * LETTER - room) / 2);
  const bar = Math.min(WIDEST, room * (pledges ? 0.26 : 0.39));
  const both = bars.every((row) => ((row.signedLabel.length + row.receivedLabel.length) / 2) * LETTER < bar + 2);
  const one = bars.every((row) => row.receivedLabel.length * LETTER < room);
  return (
    <div ref={element}>
      <ResponsiveContainer width="100%" height={240} initialDimension={{ width: 640, height: 240 }}>
        <BarChart
          data={bars}
          margin={{ top: 18, right: beyond, bottom: 0, left: 0 }}
          barGap={2}
          barCategoryGap="22%"
          accessibilityLayer={false}
          title={label}
        >
          <CartesianGrid stroke="var(--hairline)" vertical={false} />
          <XAxis dataKey="year" tick={AXIS_TEXT} stroke="var(--edge)" tickLine={false} />
          <YAxis {...moneyAxis(ticks, scale)} domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]} />
          {now.map(({ year }) => (
            <ReferenceArea key={year} x1={year} x2={year} fill="var(--accent-wash)" fillOpacity={1} />
          ))}
          {pledges ? (
            <Bar dataKey="pledged" {...MARKS.announced} isAnimationActive={false} maxBarSize={WIDEST}>
              {both ? <LabelList dataKey="pledgedLabel" {...VALUE} /> : null}
            </Bar>
          ) : null}
          <Bar dataKey="signed" {...MARKS.signed} isAnimationActive={false} maxBarSize={WIDEST}>
            {both ? <LabelList dataKey="signedLabel" {...VALUE} /> : null}
          </Bar>
          <Bar dataKey="received" fill="var(--accent)" isAnimationActive={false} maxBarSize={WIDEST}>
            {one ? <LabelList dataKey="receivedLabel" {...VALUE} fontWeight={600} /> : null}
          </Bar>
          <Tooltip content={YearTooltip} isAnimationActive={false} cursor={{ fill: 'var(--accent-wash)' }} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function YearTooltip({ active, payload }: TooltipContentProps) {
  const bars = payload[0]?.payload as Bars | undefined;
  if (!active || bars === undefined) return null;
  return (
    <ChartTooltip
      head={bars.year}
      lines={[
        ...(bars.row.pledged === undefined ? [] : [{ label: t`Pledged`, value: formatMoneyWhole(bars.row.pledged) }]),
        { label: t`Signed`, value: formatMoneyWhole(bars.row.signed) },
        { label: t`Received`, value: formatMoneyWhole(bars.row.received) },
      ]}
    />
  );
}
