import { CompiledQuery, type DialectAdapter, type Insertable, type InsertObject } from 'kysely';
import type { Tables } from './tables.ts';
import type { Tx } from './with-transaction.ts';

/** Rows in one statement: enough that its text costs nothing a row, few enough that the text stays among the kept statements. */
const ROWS_AT_ONCE = 64;

/** The text of each insert, by engine, then by table, columns and number of rows. There are as many as the program has shapes of rows. */
const texts = new WeakMap<DialectAdapter, Map<string, string>>();

function textFor(tx: Tx, table: keyof Tables, columns: readonly string[], count: number): string {
  const { adapter } = tx.getExecutor();
  const known = texts.get(adapter) ?? new Map<string, string>();
  texts.set(adapter, known);
  const shape = [table, count, ...columns].join(' ');
  const found = known.get(shape);
  if (found !== undefined) return found;
  // Kysely writes it once; only which value stands where matters, and not the values.
  const row = Object.fromEntries(columns.map((column) => [column, '']));
  const rows = Array.from({ length: count }, () => row) as unknown as InsertObject<Tables, keyof Tables>[];
  const text = tx.insertInto(table).values(rows).compile().sql;
  known.set(shape, text);
  return text;
}

/**
 * Inserts many rows that all give the same columns. Does what Kysely's insert does, without building an expression for each value:
 * a hundred thousand rows are a few million values.
 */
export async function insertRows<T extends keyof Tables>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const batch = rows.slice(start, start + ROWS_AT_ONCE);
    const values: unknown[] = [];
    for (const row of batch as readonly Record<string, unknown>[]) {
      for (const column of columns) {
        const value = row[column];
        if (value === undefined) throw new Error(`A row of ${table} lacks ${column}, which the first one has`);
        values.push(value);
      }
    }
    await tx.executeQuery(CompiledQuery.raw(textFor(tx, table, columns, batch.length), values));
  }
}
