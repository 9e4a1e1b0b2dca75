import type SqliteDatabase from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { SelectQueryNode } from 'kysely';

type Statement = SqliteDatabase.Statement;

/** Most statements kept, and the longest text of one, in characters: together a few megabytes at most. */
const MOST_KEPT = 256;
const LONGEST_KEPT = 16_384;

/** What reads or writes rows, or begins and ends a transaction. A pragma may act when it is prepared: it is never kept. */
const MAY_BE_KEPT = /^\s*(?:select|with|insert|update|delete|begin|commit|rollback)\b/iu;

/**
 * Prepared statements by their text, those used last. Preparing costs more than most of our queries take to run. SQLite prepares a
 * kept statement again by itself when the schema has changed.
 */
class KeptStatements {
  readonly #database: SqliteDatabase.Database;
  /** In order of use: a Map remembers in which order its keys came. */
  readonly #kept = new Map<string, Statement>();

  constructor(database: SqliteDatabase.Database) {
    this.#database = database;
  }

  of(text: string): Statement {
    const known = this.#kept.get(text);
    const statement = known ?? this.#database.prepare(text);
    if (known !== undefined) this.#kept.delete(text);
    else if (text.length > LONGEST_KEPT || !MAY_BE_KEPT.test(text)) return statement;
    this.#kept.set(text, statement);
    if (this.#kept.size > MOST_KEPT) {
      const [oldest = ''] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
    return statement;
  }
}

/** Parameters of a statement that is to run once for each of many rows. */
export class ManyRows {
  readonly rows: readonly (readonly unknown[])[];
  private constructor(rows: readonly (readonly unknown[])[]) {
    this.rows = rows;
  }

  /** As the one parameter of a query: Kysely hands parameters on as they are. */
  static of(rows: readonly (readonly unknown[])[]): [ManyRows] {
    return [new ManyRows(rows)];
  }
}

/** A connection to a file as Kysely has it, except that it prepares a text once and not each time it is asked. */
export class KeepingConnection implements DatabaseConnection {
  readonly #database: SqliteDatabase.Database;
  readonly #statements: KeptStatements;

  constructor(database: SqliteDatabase.Database) {
    this.#database = database;
    this.#statements = new KeptStatements(database);
  }

  // Asynchronous so that what SQLite throws is a promise refused.
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#statements.of(sql);
    const [first] = parameters;
    if (first instanceof ManyRows) {
      for (const row of first.rows) statement.run(row);
      return { rows: [] };
    }
    if (statement.reader) return { rows: statement.all(parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
  }

  /** A statement of its own: one that is being walked cannot answer anybody else. */
  async *streamQuery<R>({ sql, parameters, query }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    if (!SelectQueryNode.is(query)) throw new Error('Only a select can be read row by row');
    for (const row of this.#database.prepare<unknown[], R>(sql).iterate(parameters)) yield { rows: [row] };
  }
}
