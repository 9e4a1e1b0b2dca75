import { date } from '@dcc/domain/calendar-date';
import { ACCOUNTS } from '@dcc/domain/ledger/accounts';
import { movementEntry, type MovementKind } from '@dcc/domain/ledger/movements';
import type { Standpoint } from '@dcc/domain/standpoint';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { beginWorkedFund, enterSome, granted, STAMP, usd } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { balancesAt, firstDay, pendingAt } from './balance-store.ts';
import { certifyEntries } from './certification-store.ts';
import { hostMoves } from './host-moves.ts';
import { appendEntries } from './ledger-store.ts';
import { savePerson } from './person-store.ts';
import { positionNames } from './position-reads.ts';

const move = (kind: MovementKind, on: string, cents: number, positionId: string | null = 'p-1') =>
  granted(
    movementEntry({
      kind,
      effectiveOn: date(on),
      amount: usd(cents),
      original: null,
      description: '',
      contributorId: null,
      organizationId: 'o-1',
      positionId,
      poolId: 'e-1',
    }),
  );

onBothEngines('what waits, and what went between the books', (bench) => {
  let db: Database;
  beforeAll(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await enterSome(db);
    await withTransaction(db, async (tx) => {
      await savePerson(tx, {
        id: 'p-9',
        email: 'p-9@example.org',
        name: 'Certifier',
        roles: ['certifier'],
        organizationId: null,
        contributorId: null,
        passwordHash: 'none',
        at: STAMP.recordedAt,
      });
      // Entries 7 to 10.
      await appendEntries(tx, { ...STAMP, recordedAt: '2026-11-25T09:00:00.000Z' }, [
        move('organization-received', '2025-10-05', 900_000),
        move('organization-expenditure', '2025-12-31', 400_000),
        move('organization-refund', '2026-01-10', 7_000, null),
        move('refund', '2026-01-12', 7_000, null),
      ]);
      await certifyEntries(tx, { at: '2026-11-27T09:00:00.000Z', by: 'p-9' }, [1, 2, 6, 8]);
    });
  });

  const standpoints: Standpoint[] = ['2025-12-30', '2026-12-31'].flatMap((asOf) =>
    ['2026-11-22', '2026-11-26', '2026-11-28', null].map((known) => ({
      asOf: date(asOf),
      knownOn: known === null ? null : date(known),
    })),
  );

  test.each(standpoints)('all less what waits is what is certified, $asOf known on $knownOn', async (standpoint) => {
    const keys = ['account', 'kind', 'year', 'organization_id', 'position_id'] as const;
    const told = (rows: readonly Awaited<ReturnType<typeof balancesAt<(typeof keys)[number]>>>[number][], sign = 1n) =>
      rows.map((row): [string, bigint] => [keys.map((key) => row[key]).join(' '), sign * row.amount.minor]);
    const sums = new Map<string, bigint>();
    const all = await balancesAt(db.read, standpoint, ACCOUNTS, keys);
    const pending = await pendingAt(db.read, standpoint, ACCOUNTS, keys);
    for (const [key, minor] of [...told(all), ...told(pending, -1n)]) sums.set(key, (sums.get(key) ?? 0n) + minor);
    const certified = await balancesAt(db.read, standpoint, ACCOUNTS, keys, { certifiedOnly: true });
    const stated = (entries: Iterable<[string, bigint]>) => new Map([...entries].filter(([, minor]) => minor !== 0n));
    expect(stated(sums)).toEqual(stated(told(certified)));
  });

  test('what waits is counted by entry, as a day knew it', async () => {
    const counted = async (knownOn: string | null) => {
      const standpoint = { asOf: date('2026-12-31'), knownOn: knownOn === null ? null : date(knownOn) };
      const rows = await pendingAt(db.read, standpoint, ['organization-funds', 'cash'], ['account']);
      return Object.fromEntries(rows.map(({ account, count }) => [account, count]));
    };
    expect(await counted('2026-11-22')).toEqual({ cash: 3 });
    expect(await counted('2026-11-26')).toEqual({ cash: 4, 'organization-funds': 3 });
    expect(await counted(null)).toEqual({ cash: 2, 'organization-funds': 2 });
  });

  test('both records tell what went between them, newest first, always with a positive amount', async () => {
    const moves = await hostMoves(db.read, { asOf: date('2026-12-31'), knownOn: null });
    expect(moves.map(({ ahead, on, amount, positionId }) => [ahead, on, amount.minor, positionId])).toEqual([
      ['refund-received', '2026-01-12', 7_000n, ''],
      ['refund-made', '2026-01-10', 7_000n, ''],
      ['receipt', '2025-10-05', 900_000n, 'p-1'],
      ['transfer', '2025-10-01', 1_000_000n, 'p-1'],
    ]);
    const known = { asOf: date('2026-12-31'), knownOn: date('2026-11-22') };
    expect((await hostMoves(db.read, known)).map(({ ahead }) => ahead)).toEqual(['transfer']);
    const cut = { asOf: date('2025-10-05'), knownOn: null };
    expect((await hostMoves(db.read, cut)).map(({ ahead }) => ahead)).toEqual(['receipt', 'transfer']);
  });

  test('the first day of an account is known without its postings', async () => {
    expect(await firstDay(db.read, ['cash', 'organization-funds'])).toBe('2025-06-01');
    expect(await firstDay(db.read, ['bank-charges'])).toBeNull();
  });

  test('a position is called by its title, with its host', async () => {
    expect((await positionNames(db.read)).get('p-2')).toEqual({
      title: 'Analyst 2',
      organization: 'Lyceum',
      organizationId: 'o-2',
    });
  });
});
