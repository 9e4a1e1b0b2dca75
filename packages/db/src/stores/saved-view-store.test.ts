import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { AT, beginWorkedFund, STAMP } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { findSavedView, removeView, renameView, savedViews, saveView } from './saved-view-store.ts';

const ME = STAMP.recordedBy;
const MINE = { personId: ME, at: AT };
const VIEW = { id: 'w-1', name: 'End of 2025', path: '/positions?asOf=2025-12-31' };

onBothEngines('saved views', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await withTransaction(db, async (tx) => {
      await saveView(tx, { ...VIEW, id: 'w-2', name: 'Zephyr' }, MINE);
      await saveView(tx, VIEW, MINE);
    });
  });

  test('come back as they were saved, by name, to whoever saved them', async () => {
    expect(await savedViews(db.read, ME)).toEqual([VIEW, { ...VIEW, id: 'w-2', name: 'Zephyr' }]);
    expect(await savedViews(db.read, 'somebody-else')).toEqual([]);
  });

  test('are found by id, and by name however it is written, by whoever saved them', async () => {
    expect(await findSavedView(db.read, ME, { id: 'w-1' })).toEqual(VIEW);
    expect(await findSavedView(db.read, ME, { name: ' END of 2025' })).toEqual(VIEW);
    expect(await findSavedView(db.read, ME, { name: 'Nowhere' })).toBeNull();
    expect(await findSavedView(db.read, 'somebody-else', { id: 'w-1' })).toBeNull();
  });

  test('bear each a name of their own', async () => {
    await expect(
      withTransaction(db, (tx) => saveView(tx, { ...VIEW, id: 'w-3', name: 'end of 2025' }, MINE)),
    ).rejects.toThrow(/unique/iu);
  });

  test('take another name, and are gone once removed', async () => {
    await withTransaction(db, async (tx) => {
      await renameView(tx, 'w-1', 'Zz');
      await removeView(tx, 'w-2');
    });
    expect(await savedViews(db.read, ME)).toEqual([{ ...VIEW, name: 'Zz' }]);
    expect(await findSavedView(db.read, ME, { name: 'ZZ' })).toMatchObject({ id: 'w-1' });
  });
});
