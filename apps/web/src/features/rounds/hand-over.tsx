import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, refreshFigures } from '../../api/client.ts';
import { refusalOf } from '../../api/refusal.ts';
import type { Plan, Round } from '../../api/views.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { useSession } from '../../app/session.ts';
import { stateWord } from '../../app/state-words.ts';
import { lessOf, sumOf } from '../../ui/amounts.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { formatMoney, signOf } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { newKey } from '../../ui/use-recording.ts';

/** States from which a decision approves a position and reserves money for it. */
const APPROVABLE: ReadonlySet<string> = new Set(['scored', 'deferred']);

/** So many proposals are named in a notice. */
const NAMED = 5;

type Line = NonNullable<Plan['plan']>['lines'][number];
type Props = { readonly data: Round; readonly lines: readonly Line[]; readonly label: string };

/** The first of the proposals by title and state, and how many more there are. */
function named(proposals: Round['proposals']): string {
  const first = proposals.slice(0, NAMED).map(({ title, state }) => `${title} (${stateWord(state)})`);
  const more = proposals.length - first.length;
  return [...first, ...(more > 0 ? [plural(more, { one: '# more', other: '# more' })] : [])].join(', ');
}

/** Hands what can be reserved from cash now to the committee, as a draft decision, and says what waits. */
export function HandOver({ data, lines, label }: Props) {
  const { may, today } = useSession();
  const [key] = useState(newKey);
  const [state, setState] = useState<{ readonly id: string } | { readonly refusal: string } | null>(null);
  const covered = lines.filter(({ now }) => signOf(now.amount) > 0);
  if (covered.length === 0) return null;
  const now = sumOf(
    covered.map((line) => line.now.amount),
    'USD',
  );
  const all = sumOf(
    lines.map(({ amount }) => amount.amount),
    'USD',
  );
  const later = lessOf(all, now);
  const own = data.proposals.filter(({ positionId }) => covered.some((line) => line.positionId === positionId));
  const early = own.filter(({ state: at }) => !APPROVABLE.has(at));
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
        lines: covered.map(({ positionId, year, poolId, now: { amount } }) => ({ positionId, year, poolId, amount })),
        positions: own.map(({ positionId }) => ({ positionId, verdict: 'approve', reason: t`Chosen in ${name}` })),
      });
      await refreshFigures();
      setState({ id });
    } catch (error) {
      setState({ refusal: refusalWords(refusalOf(error)) });
    }
  };
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
      <p className="note">
        {plural(covered.length, { one: 'The draft has # line', other: 'The draft has # lines' })}:{' '}
        {signOf(later.amount) > 0 ? (
          <Trans>
            it reserves {formatMoney(now)} of the cash of today. Later years of {formatMoney(later)} wait for money that
            is expected, and for a later decision.
          </Trans>
        ) : (
          <Trans>it reserves {formatMoney(now)}, all of it cash of today.</Trans>
        )}
      </p>
      {early.length === 0 ? (
        <PermittedButton permission={may('decision.draft')} onClick={() => void draft()}>
          {label}
        </PermittedButton>
      ) : (
        <Notice tone="warning">
          <Trans>
            A decision can reserve money only for what is {stateWord('scored')} or {stateWord('deferred')}. Before it is
            drafted, take on: {named(early)}.
          </Trans>
        </Notice>
      )}
      {state === null ? null : <Notice tone="refused">{state.refusal}</Notice>}
    </>
  );
}
