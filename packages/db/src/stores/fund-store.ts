import type { Database, Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { GENESIS_HASH } from './ledger-store.ts';

export type Fund = { readonly name: string; readonly demonstration: boolean; readonly entryCount: number };

/** The fund this database keeps, or `null` for an empty database. */
export async function findFund(db: Reader): Promise<Fund | null> {
  const row = await db.selectFrom('fund').select(['name', 'demonstration', 'entry_count']).executeTakeFirst();
  return row === undefined
    ? null
    : { name: row.name, demonstration: row.demonstration === 1n, entryCount: Number(row.entry_count) };
}

/** The person in whose name the command line and the first set-up record. Nobody can sign in as it. */
export const COMMAND_LINE = 'command-line';
export const UNEARMARKED = 'unearmarked';

/** Begins a fund: its row, the unearmarked pool and the command line's own person. */
export async function beginFund(
  tx: Tx,
  fund: { readonly name: string; readonly demonstration: boolean; readonly at: string },
): Promise<void> {
  await tx
    .insertInto('fund')
    .values({
      id: 1n,
      name: fund.name,
      demonstration: fund.demonstration ? 1n : 0n,
      created_at: fund.at,
      last_hash: GENESIS_HASH,
    })
    .execute();
  await tx
    .insertInto('pool')
    .values({
      id: UNEARMARKED,
      name: 'Unearmarked',
      name_key: 'unearmarked',
      earmarking: 'unearmarked',
      description: 'May pay for any position.',
      recorded_at: fund.at,
    })
    .execute();
  await tx
    .insertInto('person')
    .values({
      id: COMMAND_LINE,
      email: COMMAND_LINE,
      name: 'Command line',
      password_hash: null,
      organization_id: null,
      contributor_id: null,
      last_sign_in_at: null,
      created_at: fund.at,
    })
    .execute();
}

/** Whether the database answers. */
export async function ping(db: Database): Promise<void> {
  await db.read.selectFrom('fund').select('id').execute();
}
