import type { Scale } from '../ui/format.ts';
import { axisLabel, axisWidth } from './numbers.ts';

/** How the words of an axis are written. */
export const AXIS_TEXT = { fontSize: 11.5, fill: 'var(--soft)' } as const;

/** The axis of money at the left of a chart, as wide as its longest word. */
export function moneyAxis(ticks: number[], scale: Scale) {
  return {
    ticks,
    tickFormatter: (value: number) => axisLabel(value, scale),
    tick: AXIS_TEXT,
    axisLine: false,
    tickLine: false,
    width: axisWidth(ticks, scale),
  } as const;
}

/** The axis of a chart with a point at the end of each month: it says each year at its January. */
export function monthsAxis(ends: readonly string[]) {
  return {
    dataKey: 'on',
    ticks: ends.filter((on) => on.slice(5, 7) === '01'),
    interval: 0,
    tickFormatter: (on: string) => on.slice(0, 4),
    tick: AXIS_TEXT,
    stroke: 'var(--edge)',
    tickLine: false,
  } as const;
}
