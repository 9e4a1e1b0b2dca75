import type { CalendarDate } from './calendar-date.ts';
import type { EntryFilter } from './ledger/entry-filter.ts';
import type { Money } from './money.ts';

/** What a figure counts: promises, signed agreements, cash, the hosts' own books, or money set aside by decision. */
export const BASES = ['pledged', 'signed', 'cash', 'spent', 'allocated'] as const;
export type Basis = (typeof BASES)[number];

/** An amount that says what it counts, as of when, and which entries it is the sum of. */
export type Figure = {
  readonly amount: Money;
  readonly basis: Basis;
  readonly asOf: CalendarDate;
  readonly entries: EntryFilter | null;
};
