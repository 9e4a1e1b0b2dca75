import type { CalendarDate } from '@dcc/domain/calendar-date';
import { type Context, today } from './context.ts';
import { Refusal } from './refusal.ts';

/** Nothing is recorded on a day that has not come. */
export function refuseFuture(context: Context, on: CalendarDate): void {
  const now = today(context.shell);
  if (on > now) throw new Refusal({ kind: 'DateInFuture', date: on, today: now });
}
