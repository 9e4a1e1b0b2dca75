import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useState } from 'react';
import { type ChartData, shownCell } from './chart-table.tsx';

/** A row in words: its name, then each figure under the head of its column. */
function readingOf({ head, rows }: ChartData, index: number): string {
  const [name, ...figures] = (rows[index] ?? []).map((cell) => shownCell(cell));
  return `${name ?? ''}: ${figures.map((figure, column) => `${head[column + 1] ?? ''} ${figure}`).join('; ')}`;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Reads a chart mark by mark with the arrow keys, from the rows of its table. A slider is the one control whose arrow keys every
 * screen reader passes on, and whose words it speaks whenever they change.
 */
export function ChartReader({ data }: { readonly data: ChartData }) {
  const [chosen, setChosen] = useState(0);
  const last = data.rows.length - 1;
  const at = Math.min(chosen, last);
  const reading = readingOf(data, at);
  // A slider's own ArrowDown goes back; in a list it goes on.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setChosen(Math.max(0, Math.min(last, at + step)));
  };
  return (
    <>
      <input
        type="range"
        className="visually-hidden chart__reader"
        aria-label={t`Read the chart with the arrow keys`}
        aria-valuetext={reading}
        min={0}
        max={last}
        value={at}
        onKeyDown={onKeyDown}
        onChange={(event) => setChosen(event.target.valueAsNumber)}
      />
      <p className="chart__reading" aria-hidden="true">
        {reading}
      </p>
    </>
  );
}
