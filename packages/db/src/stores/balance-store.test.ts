import { date } from '@dcc/domain/calendar-date';
import { balance, credit, debit } from '@dcc/domain/ledger/entry';
import { expect, test } from 'vitest';
import { onBothEngines } from '../test-support/engines.ts';
import { beginWorkedFund, granted, STAMP, usd } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { balancesAt } from './balance-store.ts';
import { appendEntries } from './ledger-store.ts';

const income = (cents: number) =>
  granted(
    balance({
      kind: 'other-income',
      effectiveOn: date('2026-02-01'),
      description: '',
      postings: [debit('cash', usd(cents), { poolId: 'e-1' }), credit('other-income', usd(cents), { poolId: 'e-1' })],
    }),
  );

onBothEngines('a balance', (bench) => {
  test('of nothing is no row, so that a later correction does not show in an earlier report', async () => {
    const db = await bench.fresh();
    await beginWorkedFund(db);
    const post = (cents: number, day: string) =>
      withTransaction(db, (tx) =>
        appendEntries(tx, { ...STAMP, recordedAt: `2026-12-${day}T09:00:00.000Z` }, [income(cents)]),
      );
    const seen = (knownOn: string | null) =>
      balancesAt(
        db.read,
        { asOf: date('2026-12-31'), knownOn: knownOn === null ? null : date(knownOn) },
        ['cash'],
        ['kind', 'pool_id'],
      );
    await post(500, '02');
    expect(await seen('2026-12-01')).toEqual([]);
    await post(-500, '04');
    expect(await seen('2026-12-01')).toEqual([]);
    expect(await seen('2026-12-03')).toEqual([{ kind: 'other-income', pool_id: 'e-1', amount: usd(500) }]);
    expect(await seen(null)).toEqual([]);
  });
});
