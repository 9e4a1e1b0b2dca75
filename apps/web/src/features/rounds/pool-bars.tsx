import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Money, Plan, Round } from '../../api/views.ts';
import { earmarkWord } from '../../app/round-words.ts';
import { lessOf, sumOf } from '../../ui/amounts.ts';
import { formatMoneyWhole, signOf } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import type { Wishes } from './wishes.ts';

type Line = NonNullable<Plan['plan']>['lines'][number];
type Pool = Round['pools'][number];
type Props = { readonly data: Round; readonly lines: readonly Line[]; readonly more: Wishes['more'] };

/** What each pool holds in cash and, apart from it, expects; how much of each a plan takes, and what it may pay for. */
export function PoolBars({ data, lines, more }: Props) {
  return (
    <Section
      title={<Trans>Pools</Trans>}
      note={
        signOf(data.reserve.amount) > 0 ? (
          <Trans>
            {formatMoneyWhole(data.reserve)} of the cash is the operating reserve: kept of the loosest money, and not to
            be spent.
          </Trans>
        ) : undefined
      }
    >
      <ul className="pool-bars">
        {data.pools.map((pool) => (
          <PoolBar
            key={pool.id}
            pool={pool}
            lines={lines.filter(({ poolId }) => poolId === pool.id)}
            more={more?.poolId === pool.id ? more.amount : '0'}
          />
        ))}
      </ul>
    </Section>
  );
}

function PoolBar({
  pool,
  lines,
  more,
}: {
  readonly pool: Pool;
  readonly lines: readonly Line[];
  readonly more: string;
}) {
  const { currency } = pool.available;
  const total = (amounts: readonly Money[]) =>
    sumOf(
      amounts.map(({ amount }) => amount),
      currency,
    );
  const cash = sumOf([pool.available.amount, more], currency);
  const expected = total(pool.expected.map(({ value }) => value));
  const fromCash = total(lines.map(({ now }) => now));
  const words = pool.rules.map(({ kind, value }) => `${earmarkWord(kind)}: ${value}`).join(', ');
  return (
    <li>
      <strong>{pool.name}</strong>
      <Bar of={cash} used={fromCash} name={t`${pool.name}: what the plan takes of the cash`}>
        {(left, of) => (
          <Trans>
            cash now: <strong>{left}</strong> of {of} left
          </Trans>
        )}
      </Bar>
      {signOf(expected.amount) > 0 ? (
        <Bar
          of={expected}
          used={lessOf(total(lines.map(({ amount }) => amount)), fromCash)}
          name={t`${pool.name}: what the plan takes of what is expected`}
        >
          {(left, of) => (
            <Trans>
              expected, not yet there: <strong>{left}</strong> of {of} left
            </Trans>
          )}
        </Bar>
      ) : null}
      <p className="note">{words === '' ? t`may pay for any position` : words}</p>
    </li>
  );
}

/** How much of some money a plan takes, drawn and in words. */
function Bar({
  of,
  used,
  name,
  children,
}: {
  readonly of: Money;
  readonly used: Money;
  readonly name: string;
  readonly children: (left: string, of: string) => ReactNode;
}) {
  return (
    <>
      <span className="pool-bars__head number">
        {children(formatMoneyWhole(lessOf(of, used)), formatMoneyWhole(of))}
      </span>
      {/* Numbers for drawing only. */}
      <meter min={0} max={Math.max(1, Number(of.amount))} value={Math.max(0, Number(used.amount))} aria-label={name} />
    </>
  );
}
