import './position-board.css';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { PositionRow } from '../../api/views.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { usePlaceWords } from './country-names.ts';
import { PositionMark } from './position-mark.tsx';
import { YearsKey, YearsStrip } from './years-strip.tsx';

/** The positions by the state in which they stand, in the order of their life; a state in which none stands is left out. */
export function PositionBoard({ positions }: { readonly positions: readonly PositionRow[] }) {
  const states = Map.groupBy(positions, ({ state }) => state);
  return (
    <>
      <ScrollRegion className="board-scroll" label={t`Positions by state`}>
        <div className="board">
          {POSITION_STATES.map((state) => {
            const [first, ...others] = states.get(state) ?? [];
            return first === undefined ? null : <BoardState key={state} first={first} others={others} />;
          })}
        </div>
      </ScrollRegion>
      <YearsKey />
    </>
  );
}

type BoardStateProps = { readonly first: PositionRow; readonly others: readonly PositionRow[] };

function BoardState({ first, others }: BoardStateProps) {
  const id = useId();
  const rows = [first, ...others];
  return (
    <section className="board__state" aria-labelledby={id}>
      <h3 className="board__head" id={id}>
        <PositionMark {...first} />
        <span className="number">
          {rows.length}
          <span className="visually-hidden"> {plural(rows.length, { one: 'position', other: 'positions' })}</span>
        </span>
      </h3>
      <ul className="board__cards">
        {rows.map((row) => (
          <BoardCard key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function BoardCard({ row }: { readonly row: PositionRow }) {
  const placeWords = usePlaceWords();
  return (
    <li className="board__card">
      <Link to="/positions/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
      <span className="board__place">
        {row.organization.shortName}, {placeWords(row.dutyStation)}
      </span>
      <YearsStrip row={row} />
    </li>
  );
}
