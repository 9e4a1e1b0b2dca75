import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Overview, PositionRow } from '../../api/views.ts';
import { stateWord } from '../../app/state-words.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { type DatedPosition, isDated, PositionTimeline } from '../../charts/position-timeline.tsx';
import { Button } from '../../ui/button.tsx';
import { yearFigure } from '../../ui/position-figures.ts';
import { timelineTitle } from '../../ui/overview/sentences.ts';

const FIRST = 12;

/** Positions that lack money first, then by their start; those that are over last. */
function ordered(positions: readonly PositionRow[]): DatedPosition[] {
  const rank = (position: DatedPosition) => {
    if (position.phase === 'completed') return 2;
    return position.years.some((year) => year.state === 'unfunded' || year.state === 'part-allocated') ? 0 : 1;
  };
  return positions.filter(isDated).toSorted((a, b) => rank(a) - rank(b) || a.startsOn.localeCompare(b.startsOn));
}

/** Who is where, and which years are paid. */
export function TimelineFigure({ overview }: { readonly overview: Overview }) {
  const [all, setAll] = useState(false);
  const title = timelineTitle(overview);
  const positions = ordered(overview.positions);
  const undated = overview.positions.length - positions.length;
  return (
    <ChartFrame
      id="timeline"
      title={title}
      unit={t`sponsored positions, one bar a year`}
      summary={t`${title}. One line a position, from its start to its end, one bar a year by how it is paid. The table holds the figures.`}
      help={t`A solid year was sent to the host; a light year is allocated by decision; the red, hatched part of a year has no money. The dashed line is the day the page stands on. Select a line to see the position.`}
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
      ]}
      data={{
        head: [
          t`Position`,
          t`Host`,
          t`Duty station`,
          t`State`,
          t`Year`,
          t`From`,
          t`To`,
          t`Cost, US$`,
          t`Allocated, US$`,
          t`Transferred, US$`,
          t`Short, US$`,
        ],
        rows: positions.flatMap((position) => position.years.map((year) => yearCells(position, year))),
      }}
      empty={<Trans>A line begins when the committee allocates money to a position and its years are known.</Trans>}
    >
      <PositionTimeline positions={all ? positions : positions.slice(0, FIRST)} asOf={overview.asOf} label={title} />
      {!all && positions.length > FIRST ? (
        <p className="chart__more">
          <Button look="quiet" onClick={() => setAll(true)}>
            <Trans>Show all {positions.length} positions</Trans>
          </Button>
        </p>
      ) : null}
    </ChartFrame>
  );
}

function yearCells(position: PositionRow, year: PositionRow['years'][number]) {
  return [
    position.title,
    position.organization.shortName,
    position.dutyStation.name,
    stateWord(position.state),
    String(year.number),
    year.startsOn,
    year.endsOn,
    ...(['cost', 'allocated', 'transferred', 'short'] as const).map((amount) => ({
      number: year[amount].amount,
      opens: { made: () => yearFigure(position, year, amount) },
    })),
  ];
}
