import { CompiledQuery, type DialectAdapter, type Insertable, type InsertObject, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';
import type { Tx } from './with-transaction.ts';

/** Rows in one statement: enough that its text costs nothing a row, few enough that the text stays among the kept statements. */
const ROWS_AT_ONCE = 64;

/** The text of each statement, by engine, then by what it does and to how many rows. There are as many as the program has shapes of rows. */
const texts = new WeakMap<DialectAdapter, Map<string, string>>();

/** The text of a statement, written by Kysely once. Only which value stands where matters, and not the values. */
function textOf(tx: Tx, shape: string, write: () => string): string {
  const { adapter } = tx.getExecutor();
  const known = texts.get(adapter) ?? new Map<string, string>();
  texts.set(adapter, known);
  const text = known.get(shape) ?? write();
  known.set(shape, text);
  return text;
}

async function inBatches<T>(rows: readonly T[], work: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) await work(rows.slice(start, start + ROWS_AT_ONCE));
}

/**
 * Inserts many rows that all give the same columns. Does what Kysely's insert does, without building an expression for each value:
 * a hundred thousand rows are a few million values. `onConflict` is the SQL that follows, where a row may be there already.
 */
export async function insertRows<T extends keyof Tables>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  onConflict = '',
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const write = (count: number): string => {
    const row = Object.fromEntries(columns.map((column) => [column, '']));
    const dummies = Array.from({ length: count }, () => row) as unknown as InsertObject<Tables, keyof Tables>[];
    return `${tx.insertInto<keyof Tables>(table).values(dummies).compile().sql} ${onConflict}`;
  };
  await inBatches(rows as readonly Record<string, unknown>[], async (batch) => {
    const values: unknown[] = [];
    for (const row of batch) {
      for (const column of columns) {
        const value = row[column];
        if (value === undefined) throw new Error(`A row of ${table} lacks ${column}, which the first one has`);
        values.push(value);
      }
    }
    const shape = ['insert', table, batch.length, ...columns].join(' ');
    await tx.executeQuery(
      CompiledQuery.raw(
        textOf(tx, shape, () => write(batch.length)),
        values,
      ),
    );
  });
}

/** Runs a statement that takes rows of values, `(…), (…)`, for many of them. The name stands for its text. */
export async function withValues(
  tx: Tx,
  name: string,
  rows: readonly (readonly unknown[])[],
  statement: (values: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<void> {
  await inBatches(rows, async (batch) => {
    const write = (): string =>
      statement(sql.join(batch.map((row) => sql`(${sql.join(row.map(() => ''))})`))).compile(tx).sql;
    await tx.executeQuery(CompiledQuery.raw(textOf(tx, `${name} ${batch.length}`, write), batch.flat()));
  });
}
