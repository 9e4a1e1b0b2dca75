import { NEUTRAL_CHOICE } from '@dcc/domain/forecast/inputs';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { AT, beginWorkedFund, STAMP } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { findSavedForecast, removeForecast, saveForecast, savedForecasts } from './forecast-store.ts';

const SAVED = {
  id: 'f-1',
  name: 'Before the Meeting',
  choice: { ...NEUTRAL_CHOICE, scenario: ['dollar.-10_costs.5'], show: 'dollar.-10_costs.5' },
};

onBothEngines('saved forecasts', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await withTransaction(db, async (tx) => {
      await saveForecast(tx, { ...SAVED, id: 'f-2', name: 'Zephyr' }, STAMP);
      await saveForecast(tx, SAVED, STAMP);
    });
  });

  test('come back as they were saved, by name, with who and when', async () => {
    const [first, second, ...more] = await savedForecasts(db.read);
    expect(first).toEqual({ ...SAVED, recordedAt: AT, recordedBy: expect.any(String) as string });
    expect(second?.name).toBe('Zephyr');
    expect(more).toEqual([]);
  });

  test('are found by id, and by name however it is written', async () => {
    const found = { id: 'f-1', name: SAVED.name };
    expect(await findSavedForecast(db.read, { id: 'f-1' })).toEqual(found);
    expect(await findSavedForecast(db.read, { name: ' BEFORE the meeting' })).toEqual(found);
    expect(await findSavedForecast(db.read, { name: 'Nobody’s' })).toBeNull();
  });

  test('bear each a name of their own', async () => {
    await expect(
      withTransaction(db, (tx) => saveForecast(tx, { ...SAVED, id: 'f-3', name: 'before the meeting' }, STAMP)),
    ).rejects.toThrow(/unique/iu);
  });

  test('are gone once removed', async () => {
    await withTransaction(db, (tx) => removeForecast(tx, 'f-1'));
    expect((await savedForecasts(db.read)).map(({ id }) => id)).toEqual(['f-2']);
  });
});
