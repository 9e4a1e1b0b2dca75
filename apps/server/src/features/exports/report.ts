import type { Reader } from '@dcc/db/open-database';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';

/** What a report is of. */
export type ReportRequest = {
  readonly db: Reader;
  readonly fundName: string;
  readonly standpoint: Standpoint;
  /** The day of the report as its text says it: the day its standpoint knows, or today. */
  readonly knownOn: CalendarDate;
};

/** A report as text, piece by piece: whoever writes it holds a piece at a time. */
export type ReportText = AsyncIterable<string>;

/** A report as a file that is not text. */
export type ReportBytes = AsyncIterable<Uint8Array>;

/** A report in any format. */
export type Report = AsyncIterable<string | Uint8Array>;
