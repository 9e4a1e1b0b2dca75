import { date } from '@dcc/domain/calendar-date';
import { type Counted, entriesOf, givenEntries } from '@dcc/domain/counted';
import { alwaysAsync } from '@dcc/domain/laws.arbitrary';
import type { Money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reader } from './open-database.ts';
import { contributionRows, contributionTotals, totalsByContributor } from './stores/contribution-reads.ts';
import { givenByYear } from './stores/contribution-years.ts';
import { entryTotals } from './stores/ledger-list.ts';
import { poolFunds, reserveHeld } from './stores/pool-store.ts';
import { positionRows } from './stores/position-reads.ts';
import { onBothEngines } from './test-support/engines.ts';
import { anyAttempt, beginLife, carryOut, inTime, Model, onMonth, recordedAt } from './test-support/life.ts';

const PROMISED = ['pledged', 'signed', 'received', 'outstanding'] as const;

/** A figure as a screen shows it, and what the entries that it opens are about. */
type Shown = {
  readonly what: Counted;
  readonly about: NonNullable<Parameters<typeof entriesOf>[1]>;
  readonly amount: Money;
};

/** Every figure of the lists, the pools and the years, from one standpoint. */
async function shownFigures(db: Reader, at: Standpoint): Promise<Shown[]> {
  const whole = { direction: 'asc', limit: 1000, offset: 0 } as const;
  const rows = await contributionRows(db, at, { ...whole, sort: 'reference' });
  const of = (amounts: Record<(typeof PROMISED)[number], Money>, about: Shown['about']): Shown[] =>
    PROMISED.map((what) => ({ what, about, amount: amounts[what] }));
  const oneGiver = await contributionTotals(db, at, { contributorId: 'c-2' });
  const onePool = await contributionTotals(db, at, { poolId: 'e-1' });
  const outstanding = [...(await totalsByContributor(db, at))].map(([contributorId, row]) => ({
    what: 'outstanding' as const,
    about: { contributorId },
    amount: row.outstanding,
  }));
  const positions = await positionRows(db, at, { ...whole, sort: 'number' });
  const pools = await poolFunds(db, at);
  const { held } = await reserveHeld(db, at);
  return [
    ...rows.flatMap((row) => of(row, { contributionId: row.id })),
    ...of(oneGiver, { contributorId: 'c-2' }),
    ...of(onePool, { poolId: 'e-1' }),
    ...outstanding,
    ...positions.map(({ id, allocated }) => ({
      what: 'allocated' as const,
      about: { positionId: id },
      amount: allocated,
    })),
    ...pools.flatMap(({ id: poolId, cash, allocated }) => [
      { what: 'cash' as const, about: { poolId }, amount: cash },
      { what: 'promised' as const, about: { poolId }, amount: allocated },
    ]),
    { what: 'reserve', about: {}, amount: held },
  ];
}

const size = (amount: bigint | undefined): bigint => (amount === undefined ? -1n : amount < 0n ? -amount : amount);

onBothEngines('figures that open entries', (bench) => {
  const share = bench.engine === 'sqlite' ? 0.01 : 0.001;

  test('what entries add up to is what is shown, over any life and from any standpoint', { timeout: 3_600_000 }, () =>
    alwaysAsync(
      fc.asyncProperty(
        fc.array(anyAttempt, { minLength: 60, maxLength: 120, size: 'max' }),
        fc.integer({ min: 0, max: 37 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        async (attempts, month, known) => {
          const db = await bench.fresh();
          await beginLife(db);
          const model = new Model();
          for (const [index, attempt] of attempts.entries())
            await carryOut(db, model, inTime(attempt, index, attempts.length), index);
          const last = known === null ? null : Math.floor(known * (attempts.length - 1));
          const knownOn = last === null ? null : date(recordedAt(last).slice(0, 10));
          const at = { asOf: onMonth(month), knownOn };
          for (const { what, about, amount } of await shownFigures(db.read, at)) {
            const { total } = await entryTotals(db.read, entriesOf(what, about), at);
            // The sign is a matter of the account.
            expect([what, about, size(total?.minor)]).toEqual([what, about, size(amount.minor)]);
          }
          for (const rows of Map.groupBy(
            await givenByYear(db.read, at),
            ({ contributorId, year, step }) => `${contributorId} ${year} ${step}`,
          ).values()) {
            const [{ step, year, contributorId }] = rows as [(typeof rows)[number]];
            const { total } = await entryTotals(db.read, givenEntries(step, year, { contributorId }), at);
            const sum = rows.reduce((all, { value }) => all + value.minor, 0n);
            const key = `${contributorId} ${year} ${step}`;
            expect([key, size(total?.minor)]).toEqual([key, size(sum)]);
          }
        },
      ),
      share,
    ),
  );
});
