import { type CalendarDate, parseDate } from '@dcc/domain/calendar-date';
import { api, queryClient } from '../api/client.ts';
import type { Stand } from './standpoint.ts';

/** The day on which the committee last sat before the day that somebody stands on; `null` if it never did. */
export async function lastMeetingDay(asOf: string, stand: Stand): Promise<CalendarDate | null> {
  const { meetings } = await queryClient.fetchQuery(api.meetings.list.queryOptions(stand));
  const held = meetings
    .flatMap(({ openedAt }) => (openedAt === null ? [] : [openedAt.slice(0, 10)]))
    .filter((day) => day < asOf);
  return parseDate(held.toSorted().at(-1) ?? '');
}
