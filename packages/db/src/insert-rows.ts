import { CompiledQuery, type DialectAdapter, type Insertable, type InsertObject, sql, SqliteAdapter } from 'kysely';
import { ManyRows } from './kept-statements.ts';
import type { Reader } from './open-database.ts';
import type { Tables } from './tables.ts';
import type { Tx } from './with-transaction.ts';
import { askWritten } from './written-queries.ts';

/** Rows in one statement to a server: enough that the way there and back costs little a row. */
const ROWS_AT_ONCE = 64;

/** Each statement, by engine, then by what it does and to how many rows. There are as many as the program has shapes of rows. */
const statements = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>();

/** A statement, written by Kysely once. Only which value stands where matters, and not the values. */
function statementOf(tx: Reader, shape: string, write: () => string): CompiledQuery {
  const { adapter } = tx.getExecutor();
  const known = statements.get(adapter) ?? new Map<string, CompiledQuery>();
  statements.set(adapter, known);
  const statement = known.get(shape) ?? CompiledQuery.raw(write());
  known.set(shape, statement);
  return statement;
}

/**
 * Runs a statement that takes rows of values for many of them. A file takes them one by one: the call stays in this process, and for a
 * statement of several rows SQLite would keep a copy of each page it changes, to undo it alone. A server takes many at a time.
 */
async function runForRows(
  tx: Tx,
  shape: string,
  rows: readonly (readonly unknown[])[],
  write: (count: number) => string,
): Promise<void> {
  if (rows.length === 0) return;
  if (tx.getExecutor().adapter instanceof SqliteAdapter) {
    const statement = statementOf(tx, shape, () => write(1));
    await askWritten(tx, { ...statement, parameters: ManyRows.of(rows) });
    return;
  }
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const batch = rows.slice(start, start + ROWS_AT_ONCE);
    const statement = statementOf(tx, `${batch.length} ${shape}`, () => write(batch.length));
    await askWritten(tx, { ...statement, parameters: batch.flat() });
  }
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
  const values = (rows as readonly Record<string, unknown>[]).map((row) =>
    columns.map((column) => {
      const value = row[column];
      if (value === undefined) throw new Error(`A row of ${table} lacks ${column}, which the first one has`);
      return value;
    }),
  );
  await runForRows(tx, ['insert', table, ...columns, onConflict].join(' '), values, write);
}

/**
 * Adds amounts to columns of rows that are found by their ids. A single row is named plainly: SQLite takes five times as long to find
 * it through a list of values.
 */
export async function addToRows(
  tx: Tx,
  table: 'contribution' | 'instalment',
  columns: readonly string[],
  added: ReadonlyMap<string, readonly bigint[]>,
): Promise<void> {
  const write = (count: number): string => {
    const placed = columns.map((column, index) =>
      count === 1
        ? sql`${sql.ref(column)} = ${sql.ref(column)} + ${0n}`
        : sql`${sql.ref(column)} = ${sql.ref(column)} + cast(${sql.ref(`v.column${index + 1}`)} as bigint)`,
    );
    const row = sql`(${sql.join([...columns, 'id'].map(() => ''))})`;
    const where =
      count === 1
        ? sql`where id = ${''}`
        : sql`from (values ${sql.join(Array.from({ length: count }, () => row))}) as v
            where ${sql.ref(`${table}.id`)} = ${sql.ref(`v.column${columns.length + 1}`)}`;
    return sql`update ${sql.table(table)} set ${sql.join(placed)} ${where}`.compile(tx).sql;
  };
  await runForRows(
    tx,
    `add to ${table}`,
    [...added].map(([id, amounts]) => [...amounts, id]),
    write,
  );
}
