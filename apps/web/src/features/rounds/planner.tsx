import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { refusalOf } from '../../api/refusal.ts';
import type { Plan, Round } from '../../api/views.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { PlanResult } from './plan-result.tsx';
import { type Wishes, WishFields } from './wish-fields.tsx';

const NO_WISHES: Wishes = { limits: [], locks: {}, more: null };

/** Finds the best affordable set under wishes, as often as one likes, and sets the plans side by side. Nothing is written. */
export function Planner({ data }: { readonly data: Round }) {
  const [wishes, setWishes] = useState(NO_WISHES);
  const [plans, setPlans] = useState<readonly { readonly number: number; readonly plan: Plan }[]>([]);
  const { run, cancel, busy, refusal } = usePlanning(data, wishes, (plan) =>
    setPlans((before) => [...before, { number: (before.at(-1)?.number ?? 0) + 1, plan }].slice(-3)),
  );
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
      <WishFields data={data} wishes={wishes} onChange={setWishes} />
      <div className="planner__actions">
        <Button look="primary" onClick={() => void run()} disabled={busy}>
          <Trans>Find the best set</Trans>
        </Button>
        {busy ? (
          <Button onClick={cancel}>
            <Trans>Stop</Trans>
          </Button>
        ) : null}
      </div>
      {busy ? (
        <Notice tone="info">
          <Trans>Looking for the best set and its proof, for ten seconds at most…</Trans>
        </Notice>
      ) : null}
      {refusal === null ? null : <Notice tone="refused">{refusal}</Notice>}
      <div className="planner__plans">
        {plans.map(({ number, plan }) => (
          <section key={number} className="planner__plan" aria-label={t`Plan ${number}`}>
            <h3>
              <Trans>Plan {number}</Trans>
            </h3>
            <PlanResult data={data} plan={plan} number={number} />
          </section>
        ))}
      </div>
    </Section>
  );
}

function usePlanning(data: Round, wishes: Wishes, onPlan: (plan: Plan) => void) {
  const running = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async () => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setRefusal(null);
    const locked = (as: 'in' | 'out') => Object.keys(wishes.locks).filter((id) => wishes.locks[id]?.[as] === true);
    const input = {
      roundId: data.round.id,
      limits: wishes.limits.map(({ id: _id, ...limit }) => limit),
      lockedIn: locked('in'),
      lockedOut: locked('out'),
      more: wishes.more,
      choice: null,
    };
    try {
      onPlan(await client.rounds.plan.query(input, { signal: controller.signal }));
    } catch (error) {
      if (!controller.signal.aborted) setRefusal(refusalWords(refusalOf(error)));
    } finally {
      setBusy(false);
    }
  };
  return { run, cancel: () => running.current?.abort(), busy, refusal };
}
