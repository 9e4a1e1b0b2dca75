import { COLUMN_KINDS } from '@dcc/domain/reports/statement-columns';
import { dateSchema } from '@dcc/domain/wire';
import { z } from 'zod';

/** State of the statement page in its address, beside the standpoint. What it does not know it leaves out. */
export const statementSearch = z.object({
  /** First day of the period; left out: since the fund began. */
  from: dateSchema.optional().catch(undefined),
  by: z.enum(COLUMN_KINDS).optional().catch(undefined),
  certified: z.literal('only').optional().catch(undefined),
});

/** The calendar year that a period is, as far as it has passed; `null` for any other period. */
export function yearOfPeriod(from: string | null, asOf: string, today: string): number | null {
  if (from === null || !from.endsWith('-01-01')) return null;
  const year = from.slice(0, 4);
  return asOf === `${year}-12-31` || (asOf === today && today.startsWith(year)) ? Number(year) : null;
}
