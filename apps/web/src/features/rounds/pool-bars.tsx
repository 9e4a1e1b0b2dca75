import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Plan, Round } from '../../api/views.ts';
import { earmarkWord } from '../../app/round-words.ts';
import { lessOf, sumOf } from '../../ui/amounts.ts';
import { formatMoneyWhole, signOf } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import type { Wishes } from './wishes.ts';

type Line = NonNullable<Plan['plan']>['lines'][number];
type Pool = Round['pools'][number];
type Props = { readonly data: Round; readonly lines: readonly Line[]; readonly more: Wishes['more'] };

/** What each pool holds and expects, how much of it a plan takes, and what it may pay for. */
export function PoolBars({ data, lines, more }: Props) {
  return (
    <Section
      title={<Trans>Pools</Trans>}
      note={
        signOf(data.reserve.amount) > 0 ? (
          <Trans>
            {formatMoneyWhole(data.reserve)} of this is the operating reserve: kept of the loosest money, and not to be
            spent.
          </Trans>
        ) : undefined
      }
    >
      <ul className="pool-bars">
        {data.pools.map((pool) => (
          <PoolBar
            key={pool.id}
            pool={pool}
            taken={lines.filter(({ poolId }) => poolId === pool.id).map(({ amount }) => amount.amount)}
            more={more?.poolId === pool.id ? more.amount : '0'}
          />
        ))}
      </ul>
    </Section>
  );
}

function PoolBar({
  pool,
  taken,
  more,
}: {
  readonly pool: Pool;
  readonly taken: readonly string[];
  readonly more: string;
}) {
  const { currency } = pool.available;
  const expected = sumOf(
    pool.expected.map(({ value }) => value.amount),
    currency,
  );
  const held = sumOf([pool.available.amount, more], currency);
  const all = sumOf([held.amount, expected.amount], currency);
  const used = sumOf(taken, currency);
  const left = formatMoneyWhole(lessOf(all, used));
  const of = formatMoneyWhole(all);
  const words = pool.rules.map(({ kind, value }) => `${earmarkWord(kind)}: ${value}`).join(', ');
  return (
    <li>
      <div className="pool-bars__head">
        <strong>{pool.name}</strong>
        <span className="number">
          <Trans>
            <strong>{left}</strong> of {of} left
          </Trans>
        </span>
      </div>
      {/* Numbers for drawing only. */}
      <meter
        min={0}
        max={Math.max(1, Number(all.amount))}
        value={Math.max(0, Number(used.amount))}
        aria-label={t`${pool.name}: what the plan takes`}
      />
      <p className="note">
        {words === '' ? t`may pay for any position` : words}
        {signOf(expected.amount) > 0 ? (
          <>
            {'; '}
            <Trans>{formatMoneyWhole(expected)} of it is expected</Trans>
          </>
        ) : null}
      </p>
    </li>
  );
}
