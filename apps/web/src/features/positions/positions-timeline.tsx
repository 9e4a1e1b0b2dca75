import { entriesOf } from '@dcc/domain/counted';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { PositionList } from '../../api/views.ts';
import { stateWord } from '../../app/state-words.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { isDated, PositionTimeline } from '../../charts/position-timeline.tsx';
import { costFigure } from '../../ui/position-figures.ts';

/** The positions in time, one line each, by their start. */
export function PositionsTimeline({ list }: { readonly list: PositionList }) {
  const positions = list.rows.filter(isDated).toSorted((left, right) => (left.startsOn < right.startsOn ? -1 : 1));
  const undated = list.rows.length - positions.length;
  const title = plural(positions.length, { one: '# position in time', other: '# positions in time' });
  return (
    <ChartFrame
      id="positions-timeline"
      title={title}
      unit={t`one line a position, one bar a contract year`}
      summary={t`${title}. One line a position, from its start to its end, one bar a year by how it is paid. The table holds the figures.`}
      help={t`A solid year was sent to the host; a light year is allocated by decision; the red, hatched part of a year is approved and has no money; a dashed year is not approved. The dashed line is the day the page stands on. Select a line to see the position.`}
      {...(undated === 0
        ? {}
        : {
            note: plural(undated, {
              one: '# position has no dates yet and is not drawn.',
              other: '# positions have no dates yet and are not drawn.',
            }),
          })}
      legend={[
        { mark: 'paid', label: t`sent to the host` },
        { mark: 'signed', label: t`allocated` },
        { mark: 'short', label: t`approved, money missing (hatched)` },
        { mark: 'announced', label: t`not approved` },
      ]}
      data={{
        head: [t`Position`, t`Host`, t`Duty station`, t`State`, t`From`, t`To`, t`Cost, US$`, t`Allocated, US$`],
        rows: positions.map((row) => [
          row.title,
          row.organization.shortName,
          row.dutyStation.name,
          stateWord(row.state),
          row.startsOn,
          row.endsOn,
          { number: row.cost.amount, opens: { made: () => costFigure(row) } },
          { number: row.allocated.amount, opens: { entries: entriesOf('allocated', { positionId: row.id }) } },
        ]),
      }}
      empty={<Trans>A line begins once the years of a position are known.</Trans>}
    >
      <PositionTimeline positions={positions} asOf={list.asOf} label={title} />
    </ChartFrame>
  );
}
