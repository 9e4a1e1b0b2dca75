import type { PositionRow } from '../../api/views.ts';
import { stateWord } from '../../app/state-words.ts';
import { type Mark, StatusMark } from '../../ui/status-mark.tsx';

const MARKS: Record<PositionRow['phase'], Mark> = {
  proposed: 'open',
  'in-recruitment': 'waiting',
  'in-post': 'done',
  completed: 'free',
  'not-approved': 'ended',
};

/** Where a position stands; the shape tells its phase. */
export function PositionMark({ state, phase }: Pick<PositionRow, 'state' | 'phase'>) {
  return <StatusMark mark={MARKS[phase]}>{stateWord(state)}</StatusMark>;
}
