import { POSITION_PHASES } from '@dcc/domain/positions/states';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Overview } from '../../api/views.ts';
import { phaseWord, stateWord } from '../../app/state-words.ts';
import { BarList } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { phasesTitle } from './sentences.ts';

/** How many positions stand in each phase. */
export function PhasesFigure({ overview }: { readonly overview: Overview }) {
  const title = phasesTitle(overview);
  const states = overview.positionsByState.filter((row) => row.count > 0);
  const phases = POSITION_PHASES.map((phase) => ({
    phase,
    states: states.filter((row) => row.phase === phase),
  })).filter((row) => row.states.length > 0);
  return (
    <ChartFrame
      id="phases"
      title={title}
      unit={t`positions`}
      summary={t`${title}. One bar a phase. The table holds the number in each state.`}
      help={t`A position is proposed until the committee decides, in recruitment until somebody takes up the post, in post for its term, then completed. Select a bar to see the positions.`}
      data={{
        head: [t`Phase`, t`State`, t`Positions`],
        rows: states.map((row) => [phaseWord(row.phase), stateWord(row.state), { number: String(row.count) }]),
      }}
      empty={<Trans>The bars begin with the first proposed position.</Trans>}
    >
      <BarList
        label={title}
        rows={phases.map((row) => {
          const count = row.states.reduce((sum, state) => sum + state.count, 0);
          const detail = row.states.map((state) => `${state.count} ${stateWord(state.state)}`).join(', ');
          const name = phaseWord(row.phase);
          return {
            key: row.phase,
            label: name,
            ...(row.states.length > 1 ? { sublabel: detail } : {}),
            segments: [
              {
                mark:
                  row.phase === 'in-post'
                    ? 'paid'
                    : row.phase === 'in-recruitment'
                      ? 'signed'
                      : row.phase === 'proposed'
                        ? 'announced'
                        : 'plain',
                value: count,
              },
            ],
            end: String(count),
            spoken: t`${name}: ${detail}`,
            href: `/positions?phase=${row.phase}`,
          };
        })}
      />
    </ChartFrame>
  );
}
