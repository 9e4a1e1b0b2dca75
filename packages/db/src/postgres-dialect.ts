import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

const INT8 = 20;
const NUMERIC = 1700;

/** Opens a pool on PostgreSQL. Every whole number, sums included, arrives as bigint. */
export function openPostgres(url: string, connections: number): Dialect {
  const types: pg.CustomTypesConfig = {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
      if (oid === INT8 || oid === NUMERIC) return (text: string) => BigInt(text);
      return format === undefined ? pg.types.getTypeParser(oid) : pg.types.getTypeParser(oid, format);
    }) as pg.CustomTypesConfig['getTypeParser'],
  };
  const pool = new pg.Pool({ connectionString: url, max: connections, types });
  // An idle connection that the server closes must not end the program: the next query opens another.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}
