import type { CalendarDate } from './calendar-date.ts';

/**
 * Where a report stands: what took effect up to `asOf` and was on record by the end of `knownOn` (UTC); `null` knows all that
 * has been recorded. A correction recorded later leaves an earlier standpoint as it was.
 */
export type Standpoint = { readonly asOf: CalendarDate; readonly knownOn: CalendarDate | null };

/** The first instant that a standpoint no longer knows, as ISO text: what was recorded before it is known. */
export function knownBefore(knownOn: CalendarDate): string {
  // Sorts after every instant of the day and before the next day's.
  return `${knownOn}T24`;
}
