import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Proposal, Round } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { stateWord } from '../../app/state-words.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { points, reasonsOf } from './plan-words.ts';
import type { Run } from './use-planning.ts';
import { type Lock, NO_LOCK, type Wishes } from './wishes.ts';

const route = getRouteApi('/signed-in/rounds/$id');
const PAGE_SIZE = 25;

type Choosing = {
  readonly wishes: Wishes;
  readonly setWishes: (wishes: Wishes) => void;
  readonly choice: ReadonlySet<string> | null;
  readonly setChoice: (choice: ReadonlySet<string>) => void;
};

type Props = {
  readonly data: Round;
  readonly run: Run | undefined;
  readonly choosing: Choosing;
  readonly onScore: (proposal: Proposal) => void;
};

/** Proposals with score, cost, and what a plan makes of each: who pays for it, or why it is out. */
export function ProposalTable({ data, run, choosing, onScore }: Props) {
  const { page } = route.useSearch();
  const rows = data.proposals.toSorted((left, right) => (right.score ?? -1) - (left.score ?? -1));
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const at = Math.min(page, pages);
  return (
    <DataTable
      caption={t`Proposals with weighted scores out of 100 and what they still cost over all their years, US dollars`}
      columns={[
        ...ownColumns(data, onScore),
        ...(run === undefined ? [] : planColumns(data, run)),
        ...choiceColumns(choosing),
      ]}
      rows={rows.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)}
      allRows={rows}
      rowKey={({ positionId }) => positionId}
      {...(pages > 1 ? { paging: { page: at, pageSize: PAGE_SIZE, rowCount: rows.length } } : {})}
      fileName="proposals"
    />
  );
}

function ownColumns({ round }: Round, onScore: (proposal: Proposal) => void): Column<Proposal>[] {
  return [
    {
      key: 'title',
      head: t`Position`,
      rowHead: true,
      cell: ({ positionId, title, organization, dutyStation, theme, region, groups }) => (
        <>
          <Link to="/positions/$id" params={{ id: positionId }}>
            {title}
          </Link>
          <span className="data-table__second">
            {[`${organization.shortName}, ${dutyStation.name}`, theme, region, ...groups].join(' · ')}
          </span>
        </>
      ),
      csv: ({ title }) => title,
      inCsvToo: [
        { head: t`Theme, region, groups`, csv: ({ theme, region, groups }) => [theme, region, ...groups].join('; ') },
      ],
    },
    {
      key: 'score',
      head: t`Score`,
      align: 'end',
      cell: (row) => (
        <>
          <span className="number">{row.score === null ? '–' : points(row.score)}</span>
          <span className="data-table__second">{plural(row.scorers, { one: '# scorer', other: '# scorers' })}</span>
        </>
      ),
      csv: (row) => (row.score === null ? '' : { number: points(row.score) }),
    },
    {
      key: 'own',
      head: t`Your scores`,
      cell: (row) => <OwnScores row={row} state={round.state} score={onScore} />,
      csv: ({ own }) => own.map((each) => each ?? '').join(' '),
    },
    {
      key: 'cost',
      head: t`Cost`,
      align: 'end',
      cell: ({ cost }) => <MoneyText money={cost} as="plain" />,
      csv: ({ cost }) => ({ number: cost.amount }),
    },
  ];
}

function planColumns(data: Round, { plan }: Run): Column<Proposal>[] {
  const poolName = (id: string) => data.pools.find((pool) => pool.id === id)?.name ?? '';
  const paidFrom = ({ positionId }: Proposal): string => {
    const own = (plan.plan?.lines ?? []).filter((line) => line.positionId === positionId);
    return [...new Set(own.map(({ poolId }) => poolName(poolId)))].join(', ') || '–';
  };
  const reasons = ({ positionId }: Proposal): string => {
    const out = plan.plan?.leftOut.find((each) => each.positionId === positionId);
    return out === undefined ? '' : reasonsOf(data, out).join('; ') || t`it adds no score`;
  };
  const isIn = ({ positionId }: Proposal): boolean => plan.plan?.chosen.includes(positionId) === true;
  if (plan.plan === null) return [];
  return [
    { key: 'paid', head: t`Paid from`, cell: paidFrom, csv: paidFrom },
    {
      key: 'result',
      head: t`Result`,
      cell: (row) =>
        isIn(row) ? (
          <StatusMark mark="done">{t`Best set`}</StatusMark>
        ) : !row.candidate || row.score === null ? (
          <span className="soft">{row.candidate ? t`not scored yet` : stateWord(row.state)}</span>
        ) : (
          <>
            <StatusMark mark="open">{t`Out`}</StatusMark>
            <span className="data-table__second">{reasons(row)}</span>
          </>
        ),
      csv: (row) => (isIn(row) ? t`Best set` : reasons(row)),
    },
  ];
}

function choiceColumns({ wishes, setWishes, choice, setChoice }: Choosing): Column<Proposal>[] {
  const lockOf = (id: string): Lock => wishes.locks[id] ?? NO_LOCK;
  const setLock = (id: string, change: Partial<Lock>) =>
    setWishes({ ...wishes, locks: { ...wishes.locks, [id]: { ...lockOf(id), ...change } } });
  const choose = (id: string, is: boolean) => {
    const others = [...(choice ?? [])].filter((each) => each !== id);
    setChoice(new Set(is ? [...others, id] : others));
  };
  return [
    {
      key: 'lock',
      head: t`Lock`,
      cell: ({ positionId, title, candidate, score }) =>
        candidate && score !== null ? (
          <fieldset className="planner__lock" aria-label={t`Lock ${title}`}>
            {(['in', 'out'] as const).map((side) => (
              <label key={side} className="field__choice">
                <input
                  type="checkbox"
                  checked={lockOf(positionId)[side]}
                  onChange={({ target }) => setLock(positionId, { [side]: target.checked })}
                />
                {side === 'in' ? t`in` : t`out`}
              </label>
            ))}
          </fieldset>
        ) : null,
      csv: ({ positionId }) => (lockOf(positionId).in ? t`in` : lockOf(positionId).out ? t`out` : ''),
    },
    {
      key: 'choice',
      head: t`Your choice`,
      cell: ({ positionId, title, candidate, score }) =>
        candidate && score !== null ? (
          <input
            type="checkbox"
            aria-label={t`Choose ${title}`}
            checked={choice?.has(positionId) === true}
            onChange={({ target }) => choose(positionId, target.checked)}
          />
        ) : null,
      csv: ({ positionId }) => (choice?.has(positionId) === true ? t`chosen` : ''),
    },
  ];
}

function OwnScores({
  row,
  state,
  score,
}: {
  readonly row: Proposal;
  readonly state: Round['round']['state'];
  readonly score: (proposal: Proposal) => void;
}) {
  const { may } = useSession();
  const { title } = row;
  if (row.recused) return <span className="soft">{t`your own organization`}</span>;
  const given = row.own.some((each) => each !== null) ? row.own.map((each) => each ?? '–').join(' · ') : null;
  if (state !== 'closed' || !may('round.score').allowed) return given ?? '–';
  return (
    <>
      {given}{' '}
      <Button onClick={() => score(row)} aria-label={t`Score: ${title}`}>
        <Trans>Score</Trans>
      </Button>
    </>
  );
}
