import './position-board.css';
import '../../ui/figure-link.css';
import { phaseOf, POSITION_STATES, type PositionState } from '@dcc/domain/positions/states';
import { type Gate, type StepRule, STEPS, WAYS } from '@dcc/domain/positions/step-table';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { PositionRow } from '../../api/views.ts';
import { gateWords } from '../../app/gate-words.ts';
import { stateWord } from '../../app/state-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { PositionMark } from './position-mark.tsx';

type State = { readonly state: PositionState; readonly count: number; readonly steps: readonly StepRule[] };

/** Gates that wait for a record, and not only for words given with the step. */
const BARRED: ReadonlySet<Gate> = new Set(['terms', 'year-money', 'review', 'supersession']);

/** The whole life of a position as one table: every state with how many stand in it, the steps from it, and what each waits for. */
export function PositionStates({ positions }: { readonly positions: readonly PositionRow[] }) {
  const standing = Map.groupBy(positions, ({ state }) => state);
  const rows = POSITION_STATES.map((state): State => ({
    state,
    count: standing.get(state)?.length ?? 0,
    steps: STEPS.filter(({ from }) => from === state).toSorted((a, b) => WAYS.indexOf(a.way) - WAYS.indexOf(b.way)),
  }));
  return (
    <>
      <DataTable
        caption={t`Every state of a position, in the order of its life`}
        columns={columnsOf()}
        rows={rows}
        rowKey={({ state }) => state}
        fileName="states-of-positions"
      />
      <p className="note">
        <Trans>
          A contract year follows only the one before it. The page of a position names everything that its next step
          still waits for; a step is refused with the same words.
        </Trans>
      </p>
    </>
  );
}

function columnsOf(): Column<State>[] {
  return [
    {
      key: 'state',
      head: t`State`,
      rowHead: true,
      cell: ({ state }) => <PositionMark state={state} phase={phaseOf(state)} />,
      csv: ({ state }) => stateWord(state),
    },
    {
      key: 'count',
      head: t`Positions`,
      align: 'end',
      cell: ({ state, count }) => <Standing state={state} count={count} />,
      csv: ({ count }) => ({ number: String(count) }),
    },
    {
      key: 'steps',
      head: t`What may follow, and what it waits for`,
      cell: ({ steps }) => <Steps steps={steps} />,
      csv: ({ steps }) => steps.map(stepSentence).join('; '),
    },
  ];
}

/** How many stand there; the number opens the table of them. */
function Standing({ state, count }: Omit<State, 'steps'>) {
  if (count === 0) return <span className="soft">0</span>;
  return (
    <Link
      from="/positions"
      to="."
      search={(before) => ({ ...before, state, view: undefined, page: 1 })}
      className="figure-link"
      activeProps={{}}
    >
      {count}
    </Link>
  );
}

function Steps({ steps }: Pick<State, 'steps'>) {
  if (steps.length === 0) {
    return (
      <span className="soft">
        <Trans>nothing: its life ends here</Trans>
      </span>
    );
  }
  return (
    <ul className="position-states__steps">
      {steps.map((step) => (
        <li key={step.to} className={step.way === 'on' ? undefined : 'soft'}>
          <strong>{stateWord(step.to)}</strong>
          {takenBy(step)}
          {step.gates.length === 0 ? null : (
            <span className={step.gates.some((gate) => BARRED.has(gate)) ? 'position-states__gate' : undefined}>
              : {step.gates.map(gateWords).join('; ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const takenBy = ({ by }: StepRule): string => (by === 'decision' ? ` ${t`by a decision`}` : '');

function stepSentence(step: StepRule): string {
  const waits = step.gates.length === 0 ? '' : `: ${step.gates.map(gateWords).join(', ')}`;
  return `${stateWord(step.to)}${takenBy(step)}${waits}`;
}
