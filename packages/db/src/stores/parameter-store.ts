import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';

/** A rule of the fund that is set by somebody on some day: its value, since when, and who says so. */
export type Parameter = { readonly value: string; readonly effectiveOn: string; readonly source: string };

/** The value in force on a date, or `null` while nobody has set one. */
export async function parameterInForce(db: Kysely<Tables>, name: string, on: CalendarDate): Promise<Parameter | null> {
  const row = await db
    .selectFrom('parameter')
    .select(['value', 'effective_on', 'source'])
    .where('name', '=', name)
    .where('effective_on', '<=', on)
    .orderBy('effective_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { value: row.value, effectiveOn: row.effective_on, source: row.source };
}

/** The operating reserve in US dollars, a decimal; set by decision, unknown until then. */
export const RESERVE = 'operating-reserve-usd';

/** Sets a parameter from a date on. What was set before stays on record. */
export async function saveParameter(tx: Tx, name: string, parameter: Parameter): Promise<void> {
  await tx
    .insertInto('parameter')
    .values({ name, value: parameter.value, effective_on: parameter.effectiveOn, source: parameter.source })
    .execute();
}
