import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyDatabase } from '../integrity-checks.ts';
import { openDatabase } from '../open-database.ts';
import { openSqlite } from '../sqlite-dialect.ts';
import { date } from '@dcc/domain/calendar-date';
import { balancesAt } from '../stores/balance-store.ts';
import { beginWorkedFund, enterSome, usd } from '../test-support/worked-fund.ts';
import * as begin from './0001-begin.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fund-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A fund as the first version kept it, with entries: the columns that it had, and its balances by month. */
async function fundOfFirstVersion(): Promise<string> {
  const [today, old] = [join(folder, 'today.db'), join(folder, 'old.db')];
  const written = await openDatabase(`file:${today}`);
  await beginWorkedFund(written);
  await enterSome(written);
  await written.close();
  const { dialect, raw } = openSqlite(old, 'write');
  const db = new Kysely<never>({ dialect });
  await begin.up(db, 'sqlite');
  raw.pragma('foreign_keys = OFF');
  raw.exec(`attach '${today}' as today`);
  const tables = raw.prepare(`select name from main.sqlite_master where type = 'table'`).pluck().all() as string[];
  for (const table of tables.filter((name) => name !== 'monthly_balance')) {
    const columns = raw.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[];
    const list = columns.join(', ');
    raw.exec(`insert into main.${table} (${list}) select ${list} from today.${table}`);
  }
  raw.exec(`
    insert into monthly_balance select substr(effective_on, 1, 7), account, kind, coalesce(contributor_id, ''), coalesce(pool_id, ''),
      coalesce(organization_id, ''), coalesce(position_id, ''), sum(amount) from main.posting group by 1, 2, 3, 4, 5, 6, 7;
    update contribution set support_cost_percent = '13.00' where signed_on is not null;
    create table kysely_migration as select * from today.kysely_migration where name = '0001-begin';
    create table kysely_migration_lock as select * from today.kysely_migration_lock`);
  await db.destroy();
  raw.close();
  return `file:${old}`;
}

test('a fund of the first version keeps every entry, waits for certification and answers as of a day', async () => {
  const db = await openDatabase(await fundOfFirstVersion());
  expect(await verifyDatabase(db)).toMatchObject({ entries: 6, findings: [] });
  const standpoint = { asOf: date('2025-10-31'), knownOn: null };
  const { rows } = await sql<{ cash: bigint }>`
    select sum(amount) as cash from posting where account = 'cash' and effective_on <= ${standpoint.asOf}`.execute(
    db.read,
  );
  expect(await balancesAt(db.read, standpoint, ['cash'], ['account'])).toEqual([
    { account: 'cash', amount: usd(rows[0]?.cash ?? 0n) },
  ]);
  const count = async (table: string) =>
    (await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(db.read)).rows[0]?.n;
  expect(await count('pending_certification')).toBe(6n);
  expect(await count('support_cost_rate')).toBe(1n);
  await db.close();
});
