import type { CompiledQuery, DialectAdapter } from 'kysely';
import type { Reader } from './open-database.ts';

type Values = Readonly<Record<string, unknown>>;

/** Stands for a value while a query is written: Kysely hands values on as they are, so where it comes out the value belongs. */
class Place {
  readonly #key: string;
  readonly #index: number | null;
  constructor(key: string, index: number | null) {
    this.#key = key;
    this.#index = index;
  }
  valueIn(values: Values): unknown {
    const value = values[this.#key];
    return this.#index === null ? value : (value as readonly unknown[])[this.#index];
  }
}

function placesFor<V extends Values>(values: V): V {
  const places = Object.entries(values).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map((_, index) => new Place(key, index)) : new Place(key, null),
  ]);
  return Object.fromEntries(places) as V;
}

/** Queries by engine and by name. There are as many as the program has shapes of queries that are asked often. */
const written = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>();

/**
 * Runs a query that is asked often and whose text depends on its name alone: Kysely writes it once, which costs more than most of
 * our queries take to run. `write` sees a stand-in for each value, and must not look at it. A list's length is part of the name.
 */
export async function runWritten<V extends Values, R>(
  db: Reader,
  name: string,
  values: V,
  write: (given: V) => { compile(db: Reader): CompiledQuery<R> },
): Promise<R[]> {
  const { adapter } = db.getExecutor();
  const known = written.get(adapter) ?? new Map<string, CompiledQuery>();
  written.set(adapter, known);
  let shape = name;
  for (const value of Object.values(values)) if (Array.isArray(value)) shape += ` ${value.length}`;
  const query = known.get(shape) ?? write(placesFor(values)).compile(db);
  known.set(shape, query);
  const parameters = query.parameters.map((value) => (value instanceof Place ? value.valueIn(values) : value));
  return askWritten(db, { ...query, parameters });
}

/** Asks the connection itself: Kysely's own way there, through its plugins, of which we have none, costs as much as a short query. */
export async function askWritten<R>(db: Reader, query: CompiledQuery<R>): Promise<R[]> {
  return (await db.getExecutor().provideConnection((connection) => connection.executeQuery<R>(query))).rows;
}
