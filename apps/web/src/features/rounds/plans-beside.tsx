import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Round } from '../../api/views.ts';
import { sumOf } from '../../ui/amounts.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatMoney, formatMoneyWhole } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { HandOver } from './hand-over.tsx';
import { points, reasonsOf } from './plan-words.ts';
import type { Run } from './use-planning.ts';

type Props = {
  readonly data: Round;
  readonly runs: readonly Run[];
  readonly shown: number;
  readonly onShow: (number: number) => void;
  readonly choice: ReadonlySet<string> | null;
};

/** One line of the comparison: a plan, what people choose, or how far that is from the best. */
type Line = {
  readonly key: string;
  readonly name: string;
  readonly run: number | null;
  readonly positions: string;
  readonly score: string;
  readonly spent: string;
};

/** The plans side by side, and the committee's own choice beside the best. */
export function PlansBeside({ data, runs, shown, onShow, choice }: Props) {
  const run = runs.find(({ number }) => number === shown);
  return (
    <Section title={<Trans>Your choice beside the best</Trans>}>
      <DataTable
        caption={t`Plans side by side, the last ${runs.length}`}
        columns={columns(shown, onShow)}
        rows={[...runs.map(lineOf), ...linesOfChoice(data, run, choice)]}
        rowKey={({ key }) => key}
        fileName="plans"
      />
      {run === undefined ? null : <Judged data={data} run={run} choice={choice} />}
    </Section>
  );
}

function columns(shown: number, onShow: (number: number) => void): Column<Line>[] {
  const figure = (key: 'positions' | 'score' | 'spent', head: string): Column<Line> => ({
    key,
    head,
    align: 'end',
    cell: (line) => <span className="number">{line[key]}</span>,
    csv: (line) => line[key],
  });
  return [
    {
      key: 'name',
      head: t`Plan`,
      rowHead: true,
      cell: ({ name, run }) =>
        run === null ? (
          name
        ) : (
          <Button look="quiet" aria-pressed={run === shown} onClick={() => onShow(run)}>
            {name}
          </Button>
        ),
      csv: ({ name }) => name,
    },
    figure('positions', t`Positions`),
    figure('score', t`Score`),
    figure('spent', t`Spent`),
  ];
}

const total = (amounts: readonly string[]): string => formatMoneyWhole(sumOf(amounts, 'USD'));

function lineOf({ number, plan: { plan } }: Run): Line {
  const of = { key: String(number), name: t`Plan ${number}`, run: number };
  if (plan === null) return { ...of, positions: '–', score: '–', spent: '–' };
  return {
    ...of,
    positions: String(plan.chosen.length),
    score: points(plan.score),
    spent: total(plan.lines.map(({ amount }) => amount.amount)),
  };
}

function linesOfChoice(data: Round, run: Run | undefined, choice: Props['choice']): Line[] {
  if (choice === null) return [];
  const own = data.proposals.filter(({ positionId }) => choice.has(positionId));
  const score = own.reduce((sum, each) => sum + (each.score ?? 0), 0);
  const chosen: Line = {
    key: 'choice',
    name: t`Your choice`,
    run: null,
    positions: String(own.length),
    score: points(score),
    spent: total(own.map(({ cost }) => cost.amount)),
  };
  const best = run?.plan.plan;
  if (!best) return [chosen];
  const positions = String(own.length - best.chosen.length);
  const from = {
    key: 'from',
    name: t`From the best`,
    run: null,
    positions,
    score: points(score - best.score),
    spent: '',
  };
  return [chosen, from];
}

/** What one more contribution adds, and what stands against the choice of people. */
function Judged({ data, run, choice }: Pick<Props, 'data' | 'choice'> & { readonly run: Run }) {
  const { gain, judgement } = run.plan;
  const title = (id: string) => data.proposals.find(({ positionId }) => positionId === id)?.title ?? '';
  const isJudged =
    choice !== null &&
    run.choice !== null &&
    run.choice.length === choice.size &&
    run.choice.every((id) => choice.has(id));
  const reasons = judgement === null ? [] : reasonsOf(data, judgement);
  return (
    <>
      {gain === null || run.more === null ? null : (
        <p>
          <Trans>
            <strong>
              {formatMoney({ amount: run.more.amount, currency: 'USD' })} more in {poolName(data, run.more.poolId)}
            </strong>{' '}
            would add {points(gain.score)} of score.
          </Trans>{' '}
          {gain.enters.length === 0 ? null : <Trans>In come: {gain.enters.map(title).join(', ')}.</Trans>}{' '}
          {gain.leaves.length === 0 ? null : <Trans>Out go: {gain.leaves.map(title).join(', ')}.</Trans>}
        </p>
      )}
      {choice === null ? null : isJudged && judgement !== null ? (
        <>
          <p role="status">
            {reasons.length === 0 ? (
              <Trans>Your choice can be paid for and keeps every limit.</Trans>
            ) : (
              <Trans>Your choice does not hold: {reasons.join('; ')}.</Trans>
            )}
          </p>
          {judgement.lines === null || judgement.limits.length > 0 ? null : (
            <HandOver
              key={run.number}
              data={data}
              lines={judgement.lines}
              label={t`Draft the decision on your choice`}
            />
          )}
        </>
      ) : (
        <p className="note">
          <Trans>“Find and compare again” tells whether your choice can be paid for.</Trans>
        </p>
      )}
    </>
  );
}

const poolName = (data: Round, id: string): string => data.pools.find((pool) => pool.id === id)?.name ?? '';
