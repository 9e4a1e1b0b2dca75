import type { Reader } from '../open-database.ts';

/** The financial years in which nothing may take effect any more. */
export async function closedYears(db: Reader): Promise<Set<number>> {
  const rows = await db.selectFrom('financial_year').select('year').where('state', '=', 'closed').execute();
  return new Set(rows.map(({ year }) => Number(year)));
}
