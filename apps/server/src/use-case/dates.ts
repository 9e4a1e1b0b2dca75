import type { CalendarDate } from '@dcc/domain/calendar-date';
import { closedThrough } from '@dcc/db/stores/year-store';
import type { Reader } from '@dcc/db/open-database';
import { yearOf } from '@dcc/domain/calendar-date';
import { type Context, today } from './context.ts';
import { Refusal } from './refusal.ts';

/** Nothing is recorded on a day that has not come. */
export function refuseFuture(context: Context, on: CalendarDate): void {
  const now = today(context.shell);
  if (on > now) throw new Refusal({ kind: 'DateInFuture', date: on, today: now });
}

/** Nothing takes effect in a financial year that is closed, or before one: it would change what was reported. */
export async function refuseClosed(db: Reader, on: CalendarDate): Promise<void> {
  const year = yearOf(on);
  if (year <= (await closedThrough(db))) throw new Refusal({ kind: 'PeriodClosed', year, date: on });
}
