import { type Expression, sql, type SqlBool } from 'kysely';

/** Whether any of the columns holds the text, case aside; the wildcards of LIKE are taken literally. */
export function anyContains(columns: readonly string[], text: string): Expression<SqlBool> {
  const literal = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[!%_]/gu, (mark) => `!${mark}`);
  const tests = columns.map((column) => sql`lower(${sql.ref(column)}) like ${`%${literal}%`} escape '!'`);
  return sql<SqlBool>`(${sql.join(tests, sql` or `)})`;
}
