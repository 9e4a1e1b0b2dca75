import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import { movementEntry } from '@dcc/domain/ledger/movements';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { append, beginWorkedFund, granted, STAMP, usd } from '../test-support/worked-fund.ts';
import { type Tx, withTransaction } from '../with-transaction.ts';
import {
  retentionAverages,
  retentionOutcomes,
  saveRetentionAverage,
  spendingOnPositions,
} from './performance-reads.ts';
import { saveRetention } from './review-store.ts';

const LATER = { ...STAMP, recordedAt: '2026-12-01T09:00:00.000Z' };
const NOW = { asOf: date('2026-12-31'), knownOn: null };
const BEFORE = { asOf: date('2026-12-31'), knownOn: date('2026-11-30') };

const report = (on: string, positionId: string | null, ...parts: [CostComponent, number][]) =>
  granted(
    movementEntry({
      kind: 'organization-expenditure',
      effectiveOn: date(on),
      amount: usd(parts.reduce((sum, [, cents]) => sum + cents, 0)),
      original: null,
      description: '',
      contributorId: null,
      poolId: 'unearmarked',
      organizationId: 'o-1',
      positionId,
      components: parts.map(([component, cents]) => ({ component, amount: usd(cents) })),
    }),
  );

onBothEngines('how the fund performs', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });
  const write = <T>(work: (tx: Tx) => Promise<T>) => withTransaction(db, work);

  test('spending is told by position, calendar year and component, as far as a day goes', async () => {
    await append(
      db,
      report('2025-06-30', 'p-1', ['salary', 70_00], ['insurance', 5_00]),
      report('2025-12-31', 'p-1', ['salary', 30_00]),
      report('2026-06-30', 'p-1', ['salary', 9_00]),
      report('2026-06-30', null, ['salary', 999_00]),
    );
    const at = async (asOf: CalendarDate) =>
      (await spendingOnPositions(db.read, { asOf, knownOn: null })).map((row) => Object.values(row));
    expect(await at(date('2025-12-31'))).toEqual([
      ['p-1', 'insurance', 2025, usd(5_00), '2025-06-30'],
      ['p-1', 'salary', 2025, usd(100_00), '2025-12-31'],
    ]);
    expect(await at(date('2026-12-31'))).toHaveLength(3);
    expect(await spendingOnPositions(db.read, { ...NOW, knownOn: date('2026-11-21') })).toEqual([]);
  });

  test('of several answers the last one counts, as far as it was on record', async () => {
    const answer = { months: 6, on: date('2026-11-01') } as const;
    await write((tx) => saveRetention(tx, 'p-1', { ...answer, outcome: 'not-known' }, STAMP));
    await write((tx) => saveRetention(tx, 'p-1', { ...answer, outcome: 'un-system' }, LATER));
    await write((tx) => saveRetention(tx, 'p-1', { ...answer, months: 12, outcome: 'elsewhere' }, LATER));
    expect(await retentionOutcomes(db.read, NOW)).toEqual(
      new Map([
        [
          'p-1',
          new Map([
            [6, 'un-system'],
            [12, 'elsewhere'],
          ]),
        ],
      ]),
    );
    expect(await retentionOutcomes(db.read, BEFORE)).toEqual(new Map([['p-1', new Map([[6, 'not-known']])]]));
    expect(await retentionOutcomes(db.read, { ...NOW, asOf: date('2026-10-31') })).toEqual(new Map());
  });

  test('averages of the programme stand in the order of recording, as far as they were known', async () => {
    const average = { months: 12, effectiveOn: date('2026-01-01'), percent: '47.5', source: 'A report' } as const;
    await write((tx) => saveRetentionAverage(tx, average, STAMP));
    await write((tx) => saveRetentionAverage(tx, { ...average, percent: '48' }, LATER));
    expect(await retentionAverages(db.read, NOW)).toEqual([average, { ...average, percent: '48' }]);
    expect(await retentionAverages(db.read, BEFORE)).toEqual([average]);
    await expect(write((tx) => tx.deleteFrom('retention_average').execute())).rejects.toThrow('append-only');
  });
});
