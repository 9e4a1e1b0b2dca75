/** Most bound values in one statement: SQLite allows 32,766, PostgreSQL 65,535. */
const MOST_VALUES = 30_000;

/** Cuts rows into batches that fit one statement of `columns` values a row. */
export function batches<T>(rows: readonly T[], columns: number): T[][] {
  const size = Math.max(1, Math.floor(MOST_VALUES / columns));
  const result: T[][] = [];
  for (let start = 0; start < rows.length; start += size) result.push(rows.slice(start, start + size));
  return result;
}
