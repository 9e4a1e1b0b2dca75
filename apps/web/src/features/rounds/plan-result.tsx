import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { client, refreshFigures } from '../../api/client.ts';
import { refusalOf } from '../../api/refusal.ts';
import type { Plan, Round } from '../../api/views.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { signOf } from '../../ui/format.ts';
import { newKey } from '../../ui/use-recording.ts';
import { points, reasonsOf, wishWords } from './plan-words.ts';

type Found = NonNullable<Plan['plan']>;
type Line = Found['lines'][number];
type Props = { readonly data: Round; readonly plan: Plan; readonly number: number };

/** What a run of the planner found: the set, its matrix, why others are out; or what contradicts what. */
export function PlanResult({ data, plan, number }: Props) {
  if (plan.kind === 'conflict')
    return (
      <Notice tone="warning">
        <p>
          <Trans>No set keeps all of this together. Without any one of these the others can be kept:</Trans>
        </p>
        <ul>
          {plan.conflict.map((wish) => {
            const words = wishWords(data, wish);
            return <li key={words}>{words}</li>;
          })}
        </ul>
      </Notice>
    );
  if (plan.plan === null)
    return (
      <Notice tone="warning">
        <Trans>Time ran out before a set was found that keeps everything. Loosen a limit and try again.</Trans>
      </Notice>
    );
  return <FoundPlan data={data} found={plan.plan} number={number} />;
}

function FoundPlan({ data, found, number }: Omit<Props, 'plan'> & { readonly found: Found }) {
  const titles = new Map(data.proposals.map(({ positionId, title }) => [positionId, title]));
  const better = points(found.score - found.greedyScore);
  return (
    <>
      <p>
        {plural(found.chosen.length, { one: '# position', other: '# positions' })},{' '}
        <Trans>score {points(found.score)}.</Trans>{' '}
        {found.proven ? (
          <Trans>Proven: no affordable set scores more.</Trans>
        ) : (
          <Trans>Not proven: some set might score up to {points(found.bound)}.</Trans>
        )}{' '}
        {found.score > found.greedyScore ? (
          <Trans>Taking one after the other by score reaches {better} less.</Trans>
        ) : null}
      </p>
      {found.lines.length === 0 ? null : (
        <DataTable
          caption={t`Allocation matrix of plan ${number}: what each pool pays for each year, US dollars`}
          columns={matrixColumns(data, titles)}
          rows={found.lines}
          rowKey={({ positionId, year, poolId }) => `${positionId} ${year} ${poolId}`}
          fileName="allocation-matrix"
        />
      )}
      {found.leftOut.length === 0 ? null : (
        <>
          <h4>
            <Trans>Left out</Trans>
          </h4>
          <ul>
            {found.leftOut.map((out) => (
              <li key={out.positionId}>
                {titles.get(out.positionId)}: {reasonsOf(data, out).join('; ') || t`it adds no score`}
              </li>
            ))}
          </ul>
        </>
      )}
      <HandOver data={data} lines={found.lines} />
    </>
  );
}

function matrixColumns(data: Round, titles: ReadonlyMap<string, string>): Column<Line>[] {
  const poolName = (id: string) => data.pools.find((pool) => pool.id === id)?.name ?? '';
  return [
    {
      key: 'position',
      head: t`Position`,
      rowHead: true,
      cell: ({ positionId }) => titles.get(positionId),
      csv: ({ positionId }) => titles.get(positionId) ?? '',
    },
    {
      key: 'year',
      head: t`Year`,
      align: 'end',
      cell: ({ year }) => <span className="number">{year}</span>,
      csv: ({ year }) => ({ number: String(year) }),
    },
    { key: 'pool', head: t`Pool`, cell: ({ poolId }) => poolName(poolId), csv: ({ poolId }) => poolName(poolId) },
    {
      key: 'amount',
      head: t`Pays`,
      align: 'end',
      cell: ({ amount }) => <MoneyText money={amount} as="plain" />,
      csv: ({ amount }) => ({ number: amount.amount }),
    },
    {
      key: 'now',
      head: t`Of it from cash now`,
      align: 'end',
      cell: ({ now }) => <MoneyText money={now} as="plain" />,
      csv: ({ now }) => ({ number: now.amount }),
    },
  ];
}

/** Hands what can be reserved from cash now to the committee, as a draft decision. */
function HandOver({ data, lines }: { readonly data: Round; readonly lines: readonly Line[] }) {
  const { may, today } = useSession();
  const [key] = useState(newKey);
  const [state, setState] = useState<{ readonly id: string } | { readonly refusal: string } | null>(null);
  const covered = lines.filter(({ now }) => signOf(now.amount) > 0);
  const { name } = data.round;
  const draft = async () => {
    try {
      const { id } = await client.decisions.draft.record.mutate({
        idempotencyKey: key,
        reference: `${name.slice(0, 24)} ${today} ${key.slice(0, 4)}`,
        title: t`Allocation of ${name}`,
        text: t`The committee allocates what the plan of ${name} sets out.`,
        options: '',
        kind: 'allocation',
        meetingId: null,
        supersedesId: null,
        criteriaSetId: null,
        lines: covered.map(({ positionId, year, poolId, now }) => ({ positionId, year, poolId, amount: now.amount })),
        positions: [],
      });
      await refreshFigures();
      setState({ id });
    } catch (error) {
      setState({ refusal: refusalWords(refusalOf(error)) });
    }
  };
  if (covered.length === 0) return null;
  if (state !== null && 'id' in state)
    return (
      <Notice tone="done">
        <Trans>
          The draft is with the committee:{' '}
          <Link to="/decisions/$id" params={{ id: state.id }}>
            open the draft decision
          </Link>
          . Nothing is posted until it is decided.
        </Trans>
      </Notice>
    );
  return (
    <>
      <PermittedButton permission={may('decision.draft')} onClick={() => void draft()}>
        <Trans>Draft the decision</Trans>
      </PermittedButton>
      {state === null ? null : <Notice tone="refused">{state.refusal}</Notice>}
    </>
  );
}
