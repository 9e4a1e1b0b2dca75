import { COLUMN_KINDS } from '@dcc/domain/reports/statement-columns';
import { type CalendarDate, parseDate } from '@dcc/domain/calendar-date';
import { dateSchema } from '@dcc/domain/wire';
import { z } from 'zod';
import { type StandpointSearch, earlierOf } from '../../app/standpoint.ts';

/** State of the statement page in its address, beside the standpoint. What it does not know it leaves out. */
export const statementSearch = z.object({
  /** First day of the period; left out: since the fund began. */
  from: dateSchema.optional().catch(undefined),
  by: z.enum(COLUMN_KINDS).optional().catch(undefined),
  certified: z.literal('only').optional().catch(undefined),
});

type StatementAddress = z.output<typeof statementSearch> & StandpointSearch;

/** What to ask the server for an address. */
export function statementQuery({ from, by, certified, asOf, knownOn }: StatementAddress) {
  return { asOf, knownOn, from, by, certified };
}

/** The same question for the day that the statement is compared with; the same question altogether without one. */
export function statementEarlier(search: StatementAddress) {
  const { from, compareWith } = search;
  const begins = from === undefined || compareWith === undefined ? from : periodBefore(from, compareWith);
  return { ...statementQuery(search), ...earlierOf(search), from: begins };
}

/** The first day of the period that is compared: the same day of the year, the last one that is no later than the end. */
export function periodBefore(from: CalendarDate, compareWith: CalendarDate): CalendarDate {
  const day = from.slice(4) === '-02-29' ? '-02-28' : from.slice(4);
  const year = Number(compareWith.slice(0, 4)) - (day > compareWith.slice(4) ? 1 : 0);
  return parseDate(`${year}${day}`) ?? from;
}

/** The calendar year that a period is, as far as it has passed; `null` for any other period. */
export function yearOfPeriod(from: string | null, asOf: string, today: string): number | null {
  if (from === null || !from.endsWith('-01-01')) return null;
  const year = from.slice(0, 4);
  return asOf === `${year}-12-31` || (asOf === today && today.startsWith(year)) ? Number(year) : null;
}
