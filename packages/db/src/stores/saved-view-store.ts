import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { nameKey } from './contribution-store.ts';
import { columnOf, type IdOrName } from './id-or-name.ts';

/** An address of the program that a person keeps under a name; nobody else sees it. */
export type SavedView = { readonly id: string; readonly name: string; readonly path: string };

/** What one person keeps, by name. */
export async function savedViews(db: Reader, personId: string): Promise<SavedView[]> {
  return db
    .selectFrom('saved_view')
    .select(['id', 'name', 'path'])
    .where('person_id', '=', personId)
    .orderBy('name_key')
    .execute();
}

/** One of what this person keeps; of what somebody else keeps nothing is found. */
export async function findSavedView(db: Reader, personId: string, by: IdOrName): Promise<SavedView | null> {
  const [column, value] = columnOf(by);
  const row = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'path'])
    .where('person_id', '=', personId)
    .where(column, '=', value)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps an address under a name that no other of this person bears. */
export async function saveView(
  tx: Tx,
  { id, name, path }: SavedView,
  { personId, at }: { readonly personId: string; readonly at: string },
): Promise<void> {
  await tx
    .insertInto('saved_view')
    .values({ id, person_id: personId, name, name_key: nameKey(name), path, recorded_at: at })
    .execute();
}

export async function renameView(tx: Tx, id: string, name: string): Promise<void> {
  await tx
    .updateTable('saved_view')
    .set({ name, name_key: nameKey(name) })
    .where('id', '=', id)
    .execute();
}

export async function removeView(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('saved_view').where('id', '=', id).execute();
}
