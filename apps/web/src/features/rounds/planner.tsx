import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Proposal, Round } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { HandOver } from './hand-over.tsx';
import { PlanMatrix } from './plan-matrix.tsx';
import { conflictWords, points, progressWords } from './plan-words.ts';
import { PlansBeside } from './plans-beside.tsx';
import { PoolBars } from './pool-bars.tsx';
import { ProposalTable } from './proposal-table.tsx';
import { type Run, usePlanning } from './use-planning.ts';
import { WishFields } from './wish-fields.tsx';
import { NO_WISHES, type Wishes } from './wishes.ts';

type Props = { readonly data: Round; readonly onScore: (proposal: Proposal) => void };

/** The proposals of a round, and the planner: the best affordable set under wishes, beside what people choose. Nothing is written. */
export function Planner({ data, onScore }: Props) {
  const [wishes, setWishes] = useState(NO_WISHES);
  const [choice, setChoice] = useState<ReadonlySet<string> | null>(null);
  const planning = usePlanning(data);
  const { runs, start } = planning;
  const [shown, setShown] = useState<number | null>(null);
  const run = runs.find(({ number }) => number === shown) ?? runs.at(-1);
  const find = async () => {
    setShown(null);
    const plan = await start(wishes, choice === null ? null : [...choice]);
    // What the committee changes begins with the best set.
    if (choice === null && plan?.plan) setChoice(new Set(plan.plan.chosen));
  };
  return (
    <div className="planner">
      <div className="planner__main">
        <Section title={<Trans>Proposals, best score first</Trans>}>
          <ProposalTable data={data} run={run} choosing={{ wishes, setWishes, choice, setChoice }} onScore={onScore} />
        </Section>
        {run?.plan.plan ? <PlanMatrix data={data} lines={run.plan.plan.lines} number={run.number} /> : null}
      </div>
      <div className="planner__side">
        <Controls
          data={data}
          wishes={wishes}
          onWishes={setWishes}
          onFind={() => void find()}
          planning={planning}
          run={run}
        />
        {runs.length === 0 ? null : (
          <PlansBeside data={data} runs={runs} shown={run?.number ?? 0} onShow={setShown} choice={choice} />
        )}
        <PoolBars data={data} lines={run?.plan.plan?.lines ?? []} more={run?.more ?? null} />
      </div>
    </div>
  );
}

type ControlsProps = {
  readonly data: Round;
  readonly wishes: Wishes;
  readonly onWishes: (wishes: Wishes) => void;
  readonly onFind: () => void;
  readonly planning: ReturnType<typeof usePlanning>;
  readonly run: Run | undefined;
};

/** What a plan is to keep, finding it, how far that is, and what came out. */
function Controls({ data, wishes, onWishes, onFind, planning, run }: ControlsProps) {
  const { past } = useStandpoint();
  const { runs, stop, busy, progress, refusal } = planning;
  return (
    <Section
      title={<Trans>Planner</Trans>}
      note={
        <Trans>
          A plan pays for the first year of each position from what is there now, and for later years from what has come
          in by then. It posts nothing: only a decision does.
        </Trans>
      }
    >
      <details className="planner__more">
        <summary>
          <Trans>Limits, and what if there were more money</Trans>
        </summary>
        <WishFields data={data} wishes={wishes} onChange={onWishes} />
      </details>
      <div className="planner__actions">
        <Button look="primary" onClick={onFind} disabled={busy || past}>
          {runs.length === 0 ? <Trans>Find the best set</Trans> : <Trans>Find and compare again</Trans>}
        </Button>
        {busy ? (
          <Button onClick={stop}>
            <Trans>Stop</Trans>
          </Button>
        ) : null}
      </div>
      {past ? (
        <Notice tone="info">
          <Trans>A round is shown and planned as of today, whatever day the rest of the screen stands on.</Trans>
        </Notice>
      ) : null}
      {busy ? <Notice tone="info">{progressWords(progress)}</Notice> : null}
      {refusal === null ? null : <Notice tone="refused">{refusal}</Notice>}
      <Found data={data} run={run} />
    </Section>
  );
}

function Found({ data, run }: { readonly data: Round; readonly run: Run | undefined }) {
  if (run === undefined) return null;
  const { plan, number } = run;
  if (plan.kind === 'conflict')
    return (
      <Notice tone="warning">
        <p>
          <Trans>No set keeps all of this together. Without any one of these the others can be kept:</Trans>
        </p>
        <ul>
          {conflictWords(data, plan).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Notice>
    );
  const found = plan.plan;
  if (found === null)
    return (
      <Notice tone="warning">
        <Trans>Time ran out before a set was found that keeps everything. Loosen a limit and try again.</Trans>
      </Notice>
    );
  const less = points(found.score - found.greedyScore);
  return (
    <section aria-label={t`Plan ${number}`}>
      <p>
        {found.proven ? (
          <Trans>Proven: no affordable set scores more.</Trans>
        ) : (
          <Trans>Not proven: some set might score up to {points(found.bound)}.</Trans>
        )}{' '}
        {found.score > found.greedyScore ? (
          <Trans>Taking one after the other by score reaches {less} less.</Trans>
        ) : null}
      </p>
      <HandOver key={number} data={data} lines={found.lines} label={t`Draft the decision`} />
    </section>
  );
}
