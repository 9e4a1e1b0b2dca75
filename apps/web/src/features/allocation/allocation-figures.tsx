import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Allocation } from '../../api/views.ts';
import { BarList } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { ChartData } from '../../charts/chart-table.tsx';
import { drawn, markLabel } from '../../charts/numbers.ts';
import { TreemapChart } from '../../charts/treemap-chart.tsx';
import { unitWords } from '../../ui/amount-words.ts';
import { formatMoneyWhole, type Scale } from '../../ui/format.ts';
import { wholePercent } from '../../ui/share-words.ts';
import type { Dimension } from './allocation-search.ts';
import { areasTitle, divisionNote, ranksTitle } from './allocation-sentences.ts';
import { allocatedFigure, type NamedPart } from './parts.ts';

type FigureProps = {
  readonly allocation: Allocation;
  readonly by: Dimension;
  readonly parts: readonly NamedPart[];
  /** Key of the part whose positions are listed. */
  readonly chosen: string | undefined;
  readonly scale: Scale;
};

function markOf({ key, known }: NamedPart, chosen: string | undefined) {
  if (key === chosen) return 'paid';
  return known ? 'signed' : 'announced';
}

function spoken({ name, amount, positions }: NamedPart, whole: Allocation['total']): string {
  const share = wholePercent(amount, whole.amount) ?? '';
  const count = plural(positions.length, { one: '# position', other: '# positions' });
  return t`${name}: ${formatMoneyWhole(amount)}, ${share}, ${count}`;
}

/** The rows of both pictures: the same parts. */
function dataOf({ allocation, parts }: FigureProps): ChartData {
  return {
    head: [t`Part`, t`Positions`, t`Allocated, US$`, t`Share`],
    rows: parts.map(({ name, positions, amount }) => [
      name,
      { number: String(positions.length) },
      { number: amount.amount, opens: { made: () => allocatedFigure(amount, positions) } },
      wholePercent(amount, allocation.total.amount) ?? '',
    ]),
  };
}

const nothing = <Trans>The picture begins with the first allocation to a position.</Trans>;

/** Parts of the allocated money as areas. */
export function AreasFigure(props: FigureProps) {
  const { allocation, by, parts, chosen, scale } = props;
  const title = areasTitle(allocation, parts);
  return (
    <ChartFrame
      id="areas"
      title={title}
      unit={t`${unitWords(scale)}, allocated by decision, less what was released`}
      summary={t`${title}. One area a part, in the size of its money. The table holds the figures.`}
      help={t`The size of an area is its share of the allocated money. Select an area to see its positions below, and from each the entries of its money.`}
      note={divisionNote(by, parts)}
      data={dataOf(props)}
      empty={nothing}
    >
      <TreemapChart
        label={title}
        tiles={parts
          .filter(({ amount }) => drawn(amount) > 0)
          .toSorted((left, right) => drawn(right.amount) - drawn(left.amount))
          .map((part) => ({
            key: part.key,
            label: part.name,
            mark: markOf(part, chosen),
            value: drawn(part.amount),
            amount: `${markLabel(part.amount, scale)} · ${wholePercent(part.amount, allocation.total.amount) ?? ''}`,
            spoken: spoken(part, allocation.total),
            search: { part: part.key },
          }))}
      />
    </ChartFrame>
  );
}

/** The same parts as bars, largest first. */
export function RanksFigure(props: FigureProps) {
  const { allocation, parts, chosen, scale } = props;
  const title = ranksTitle(allocation, parts);
  return (
    <ChartFrame
      id="ranks"
      title={title}
      unit={t`${unitWords(scale)}, allocated by decision, less what was released`}
      summary={t`${title}. One bar a part, largest first. The table holds the figures.`}
      help={t`The same parts as the areas beside, largest first; what is not on record comes last. Select a bar to see its positions below.`}
      data={dataOf(props)}
      empty={nothing}
    >
      <BarList
        label={title}
        rows={parts.map((part) => ({
          key: part.key,
          label: part.name,
          sublabel: plural(part.positions.length, { one: '# position', other: '# positions' }),
          segments: [{ mark: markOf(part, chosen), value: Math.max(0, drawn(part.amount)) }],
          end: `${markLabel(part.amount, scale)} · ${wholePercent(part.amount, allocation.total.amount) ?? ''}`,
          spoken: spoken(part, allocation.total),
          search: { part: part.key },
        }))}
      />
    </ChartFrame>
  );
}
