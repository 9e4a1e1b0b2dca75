import './round-page.css';
import { t } from '@lingui/core/macro';
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
import { PermittedButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { newKey } from '../../ui/use-recording.ts';
import { BringForm } from './bring-form.tsx';
import { Planner } from './planner.tsx';
import { ScoreForm } from './score-form.tsx';

const route = getRouteApi('/signed-in/rounds/$id');

/** One round: its proposals with their scores, and the planner. */
export function RoundPage() {
  const { id } = route.useParams();
  const { data } = useSuspenseQuery(api.rounds.get.queryOptions({ id }));
  const { round, criteria, eligibility, proposals } = data;
  const { may } = useSession();
  const [bringing, setBringing] = useState(false);
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
        actions={
          <>
            {round.state === 'open' ? (
              <PermittedButton permission={may('round.manage')} onClick={() => setBringing(true)}>
                <Trans>Bring a position in</Trans>
              </PermittedButton>
            ) : null}
            <NextStep key={round.state} round={round} />
          </>
        }
      />
      <div className="page-parts">
        {proposals.length === 0 ? (
          <Section title={<Trans>Proposals</Trans>}>
            <EmptyState>
              <Trans>No proposals yet. The secretariat brings positions in while the round is open.</Trans>
            </EmptyState>
          </Section>
        ) : (
          <Planner data={data} onScore={setScoring} />
        )}
      </div>
      {bringing ? <BringForm data={data} onClose={() => setBringing(false)} /> : null}
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
