import { type CalendarDate, parseDate, yearOf } from '@dcc/domain/calendar-date';
import { type Currency, parseCurrency } from '@dcc/domain/currency';
import { type Money, parseMoney } from '@dcc/domain/money';
import { longText, shortText } from '@dcc/domain/wire';
import type { CsvRow, Problem } from './csv-table.ts';

/** The days on which something may take effect: up to today, and after the last closed financial year. */
export type OpenDays = { readonly today: CalendarDate; readonly closedThrough: number };

/** Reads the cells of one row and notes every one that does not do. */
export class RowReader<C extends string> {
  readonly #row: Record<C, string>;
  readonly #number: number;
  readonly #problems: Problem[];

  constructor({ row, cells }: CsvRow<C>, problems: Problem[]) {
    this.#row = cells;
    this.#number = row;
    this.#problems = problems;
  }

  /** The row's number in the file. */
  get number(): number {
    return this.#number;
  }

  /** How many problems of the file are noted so far. */
  get problemCount(): number {
    return this.#problems.length;
  }

  problem(field: C, reason: string): null {
    this.#problems.push({ row: this.#number, field, reason });
    return null;
  }

  text(field: C): string {
    return this.#row[field];
  }

  line(field: C): string | null {
    const value = this.#row[field];
    if (value === '') return this.problem(field, 'is empty');
    return shortText.safeParse(value).success
      ? value
      : this.problem(field, 'is longer than 200 characters or holds control characters');
  }

  /** A note of any lines, possibly none. */
  note(field: C): string | null {
    const value = this.#row[field];
    return longText.safeParse(value).success
      ? value
      : this.problem(field, 'is longer than 4000 characters or holds control characters');
  }

  choice<T extends string>(field: C, options: readonly T[]): T | null {
    const value = this.#row[field] as T;
    return options.includes(value) ? value : this.problem(field, `“${value}” is none of ${options.join(', ')}`);
  }

  /** A day that has come, in a financial year that is open. */
  pastDate(field: C, { today, closedThrough }: OpenDays): CalendarDate | null {
    const value = this.#row[field];
    const parsed = parseDate(value);
    if (parsed === null) return this.problem(field, `“${value}” is not a date of the calendar (YYYY-MM-DD)`);
    if (parsed > today) return this.problem(field, `${value} has not come yet (today is ${today})`);
    return yearOf(parsed) <= closedThrough
      ? this.problem(field, `the financial year ${yearOf(parsed)} is closed`)
      : parsed;
  }

  currency(field: C): Currency | null {
    const value = this.#row[field];
    return parseCurrency(value) ?? this.problem(field, `“${value}” is not a currency code of ISO 4217`);
  }

  positiveAmount(field: C, currency: Currency): Money | null {
    const value = this.#row[field];
    const parsed = parseMoney(value, currency);
    if (!parsed.ok) {
      const { violation } = parsed;
      if (violation.kind === 'AmountTooPrecise')
        return this.problem(
          field,
          `“${value}” is more precise than ${currency}, which has ${violation.decimals} decimals`,
        );
      if (violation.kind === 'AmountTooLarge')
        return this.problem(field, `“${value}” is larger than any amount the books hold`);
      return this.problem(field, `“${value}” is not a plain decimal such as 1234.50`);
    }
    return parsed.value.minor > 0n ? parsed.value : this.problem(field, `“${value}” is not above zero`);
  }
}
