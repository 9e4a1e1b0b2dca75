import './round-page.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, refreshFigures } from '../../api/client.ts';
import { refusalOf } from '../../api/refusal.ts';
import type { Proposal, Round } from '../../api/views.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { roundStateWord } from '../../app/round-words.ts';
import { useSession } from '../../app/session.ts';
import { stateWord } from '../../app/state-words.ts';
import { Button, PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { newKey } from '../../ui/use-recording.ts';
import { Planner } from './planner.tsx';
import { points } from './plan-words.ts';
import { ScoreForm } from './score-form.tsx';

const route = getRouteApi('/signed-in/rounds/$id');

/** One round: its proposals with their scores, and the planner. */
export function RoundPage() {
  const { id } = route.useParams();
  const { data } = useSuspenseQuery(api.rounds.get.queryOptions({ id }));
  const { round, criteria, eligibility, proposals } = data;
  const [scoring, setScoring] = useState<Proposal | null>(null);
  return (
    <>
      <PageHead
        above={
          <Link to="/rounds">
            <Trans>Rounds</Trans>
          </Link>
        }
        sentence={t`${round.name} is ${roundStateWord(round.state)}`}
        below={
          <>
            <Trans>
              Scored by “{criteria.name}”, set by {criteria.decision}.
            </Trans>{' '}
            {eligibility === null ? null : (
              <Trans>
                Eligible are the countries of “{eligibility.name}”, version {eligibility.version}.
              </Trans>
            )}
          </>
        }
        actions={<NextStep round={round} />}
      />
      <div className="page-parts">
        <Section title={<Trans>Proposals</Trans>}>
          {proposals.length === 0 ? (
            <EmptyState>
              <Trans>No proposals yet. The secretariat brings positions in while the round is open.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`Proposals with what they still cost over all their years, US dollars, and weighted scores out of 100`}
              columns={columns(round.state, setScoring)}
              rows={proposals}
              rowKey={({ positionId }) => positionId}
              fileName="proposals"
            />
          )}
        </Section>
        {proposals.length === 0 ? null : <Planner data={data} />}
      </div>
      {scoring === null ? null : <ScoreForm round={data} proposal={scoring} onClose={() => setScoring(null)} />}
    </>
  );
}

function NextStep({ round }: { readonly round: Round['round'] }) {
  const { may } = useSession();
  const [key] = useState(newKey);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { next } = round;
  if (next === null) return null;
  const go = async () => {
    try {
      await client.rounds.advance.mutate({ idempotencyKey: key, roundId: round.id, from: round.state, to: next });
      await refreshFigures();
    } catch (error) {
      setRefusal(refusalWords(refusalOf(error)));
    }
  };
  return (
    <>
      <PermittedButton permission={may('round.manage')} onClick={() => void go()}>
        <Trans>Take it on: {roundStateWord(next)}</Trans>
      </PermittedButton>
      {refusal === null ? null : <Notice tone="refused">{refusal}</Notice>}
    </>
  );
}

function columns(state: Round['round']['state'], score: (proposal: Proposal) => void): Column<Proposal>[] {
  return [
    {
      key: 'title',
      head: t`Position`,
      rowHead: true,
      cell: ({ positionId, title, organization, dutyStation }) => (
        <>
          <Link to="/positions/$id" params={{ id: positionId }}>
            {title}
          </Link>
          <span className="data-table__second">
            {organization.shortName}, {dutyStation.name}
          </span>
        </>
      ),
      csv: ({ title }) => title,
    },
    {
      key: 'traits',
      head: t`Theme, region, groups`,
      cell: ({ theme, region, groups }) => [theme, region, ...groups].join(', '),
      csv: ({ theme, region, groups }) => [theme, region, ...groups].join('; '),
    },
    { key: 'state', head: t`State`, cell: (row) => stateWord(row.state), csv: (row) => stateWord(row.state) },
    {
      key: 'cost',
      head: t`Cost`,
      align: 'end',
      cell: ({ cost }) => <MoneyText money={cost} as="plain" />,
      csv: ({ cost }) => ({ number: cost.amount }),
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
      cell: (row) => <OwnScores row={row} state={state} score={score} />,
      csv: ({ own }) => own.map((each) => each ?? '').join(' '),
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
