import { availableInPool } from '@dcc/domain/allocations/allocation';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { alwaysAsync } from '@dcc/domain/laws.arbitrary';
import { ACCOUNTS, type Account } from '@dcc/domain/ledger/accounts';
import type { Standpoint } from '@dcc/domain/standpoint';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyDatabase } from './integrity-checks.ts';
import type { Database, Reader } from './open-database.ts';
import { balancesAt, movedAfter, readingOnce } from './stores/balance-store.ts';
import { findContribution } from './stores/contribution-store.ts';
import { poolFunds, reserveHeld } from './stores/pool-store.ts';
import { onBothEngines } from './test-support/engines.ts';
import { anyAttempt, beginLife, carryOut, inTime, Model, onMonth, recordedAt } from './test-support/life.ts';

const FINE = ['account', 'kind', 'pool_id', 'contributor_id', 'organization_id', 'year'] as const;
const BY_MONTH = [...FINE, 'month'] as const;
type Key = (typeof BY_MONTH)[number];

async function agree(
  db: Database,
  model: Model,
  { asOf, knownOn }: Standpoint,
  accounts: readonly Account[],
  keys: readonly Key[] = BY_MONTH,
): Promise<void> {
  const rows = await balancesAt(db.read, { asOf, knownOn }, accounts, keys);
  const expected = new Map<string, bigint>();
  for (const { account, kind, poolId, contributorId, organizationId, on, amount, recordedAt: at } of model.postings) {
    if (on > asOf || !accounts.includes(account) || (knownOn !== null && at.slice(0, 10) > knownOn)) continue;
    const named: Record<Key, string | null> = {
      account,
      kind,
      pool_id: poolId,
      contributor_id: contributorId,
      organization_id: organizationId,
      year: on.slice(0, 4),
      month: on.slice(0, 7),
    };
    const key = keys.map((name) => named[name] ?? '').join(' ');
    expected.set(key, (expected.get(key) ?? 0n) + amount.minor);
  }
  // A sum that something and its correction left at nothing may be said or left out.
  const told = (sums: Iterable<[string, bigint]>) => new Map([...sums].filter(([, minor]) => minor !== 0n));
  expect(told(rows.map((row): [string, bigint] => [keys.map((key) => row[key]).join(' '), row.amount.minor]))).toEqual(
    told(expected),
  );
}

/** What moved after a day is what stands less what stood on that day. */
async function movedAgrees(db: Database, model: Model, after: CalendarDate, standpoint: Standpoint): Promise<void> {
  const { asOf, knownOn } = standpoint;
  for (const account of ACCOUNTS) {
    const rows = await movedAfter(db.read, after, standpoint, [account]);
    const moved = model.postings.filter(
      (posting) =>
        posting.account === account &&
        posting.on > after &&
        posting.on <= asOf &&
        (knownOn === null || posting.recordedAt.slice(0, 10) <= knownOn),
    );
    expect(rows.reduce((total, { amount }) => total + amount.minor, 0n)).toBe(
      moved.reduce((total, { amount }) => total + amount.minor, 0n),
    );
  }
}

/** What was read once adds up to what is read each time. */
async function agreesReadOnce(db: Database, standpoint: Standpoint, accounts: readonly Account[]): Promise<void> {
  const once = await readingOnce(db.read, standpoint, accounts);
  for (const keys of [
    ['account'],
    ['kind', 'pool_id'],
    ['contributor_id', 'account'],
    ['position_id', 'organization_id', 'kind'],
    ['account', 'year', 'organization_id'],
  ] as const) {
    const sums = async (reader: Reader) => {
      const rows = await balancesAt(reader, standpoint, accounts, keys);
      return rows.map(({ amount, ...row }) => `${Object.values(row).toSorted().join(' ')} ${amount.minor}`).toSorted();
    };
    expect(await sums(once)).toEqual(await sums(db.read));
  }
}

async function holds(db: Database, model: Model): Promise<void> {
  const pools = await poolFunds(db.read);
  for (const pool of pools) {
    expect(pool.cash.minor).toBe(model.sum(({ account, poolId }) => account === 'cash' && poolId === pool.id));
    expect(pool.allocated.minor).toBe(
      model.sum(({ account, poolId }) => account === 'allocations-open' && poolId === pool.id),
    );
    expect(pool.allocated.minor === 0n || availableInPool(pool).minor >= 0n).toBe(true);
  }
  expect((await reserveHeld(db.read)).held.minor).toBe(model.sum(({ account }) => account === 'reserve-held'));
  for (const id of model.contributions) {
    const found = await findContribution(db.read, id);
    const cash = model.postings.filter(({ account, contributionId }) => account === 'cash' && contributionId === id);
    expect(found?.received.minor).toBe(cash.reduce((total, { original }) => total + (original?.minor ?? 0n), 0n));
    const pledged = model.sum(({ account, contributionId }) => account === 'pledges-open' && contributionId === id);
    expect(found?.pledge?.value.minor ?? 0n).toBe(pledged);
  }
  expect(await verifyDatabase(db)).toMatchObject({ entries: model.entries, findings: [] });
}

onBothEngines('whatever happens', (bench) => {
  test(
    'the database says what the postings say, promises no money twice, and verifies',
    { timeout: 3_600_000 },
    async () => {
      const life = fc.tuple(
        fc.array(anyAttempt, { minLength: 150, maxLength: 300, size: 'max' }),
        fc.integer({ min: 0, max: 23 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 }),
      );
      let [tried, done] = [0, 0];
      await alwaysAsync(
        fc.asyncProperty(life, async ([attempts, month, known]) => {
          const db = await bench.fresh();
          await beginLife(db);
          const model = new Model();
          for (const [index, attempt] of attempts.entries()) {
            tried += 1;
            if (await carryOut(db, model, inTime(attempt, index, attempts.length), index)) done += 1;
          }
          await holds(db, model);
          const ever = date('2199-12-31');
          const then = { asOf: onMonth(month), knownOn: null };
          for (const keys of [BY_MONTH, FINE, ['account', 'kind'], ['account', 'month']] as const)
            await agree(db, model, then, ACCOUNTS, keys);
          for (const back of [0, 1, 5]) {
            await movedAgrees(db, model, onMonth(Math.max(0, month - back)), then);
            await movedAgrees(db, model, onMonth(Math.max(0, month - back)), { asOf: ever, knownOn: null });
          }
          await agree(db, model, { asOf: ever, knownOn: null }, ['cash', 'allocations-open']);
          await agreesReadOnce(db, { asOf: ever, knownOn: null }, ['cash', 'allocations-open']);
          for (const share of known) {
            const knownOn = date(recordedAt(Math.floor(share * attempts.length)).slice(0, 10));
            await agree(db, model, { asOf: onMonth(month), knownOn }, ACCOUNTS, FINE);
            await movedAgrees(db, model, onMonth(Math.max(0, month - 2)), { asOf: onMonth(month), knownOn });
            await agree(db, model, { asOf: ever, knownOn }, ['cash', 'transfers']);
            await agreesReadOnce(db, { asOf: onMonth(month), knownOn }, ACCOUNTS);
          }
        }),
        bench.engine === 'sqlite' ? 0.008 : 0.003,
      );
      expect(done).toBeGreaterThan(tried / 3);
    },
  );
});
