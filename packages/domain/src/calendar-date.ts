declare const calendarDateBrand: unique symbol;

/** A day of the Gregorian calendar as `YYYY-MM-DD`, without a time or a zone. Dates compare as text. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Reads `YYYY-MM-DD` between 1900 and 2199; a day that does not exist (31 February) gives `null`. */
export function parseDate(text: string): CalendarDate | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > daysInMonth(year, month)) return null;
  return text as CalendarDate;
}

/** Reads a date that the program itself wrote; a malformed one is a fault, so it throws. */
export function date(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (parsed === null) throw new Error(`Not a calendar date: ${text}`);
  return parsed;
}

function parts(on: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) };
}

/** A day that its month has. A year outside the calendar of the program is a fault, so it throws. */
function compose(year: number, month: number, day: number): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new Error(`Not a calendar date: ${text}`);
  return text as CalendarDate;
}

/** The month of a date as `YYYY-MM`. */
export function monthOf(on: CalendarDate): string {
  return on.slice(0, 7);
}

export function yearOf(on: CalendarDate): number {
  return parts(on).year;
}

/** The same day `count` months later; the last day of the month where that day does not exist. */
export function addMonths(on: CalendarDate, count: number): CalendarDate {
  const { year, month, day } = parts(on);
  const index = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return compose(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Days since 1 January 1900: a whole number that differences of dates are taken from. */
export function dayNumber(on: CalendarDate): number {
  const { year, month, day } = parts(on);
  const before = year - 1;
  const yearDays = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = yearDays - 693_595 + day - 1;
  for (let index = 1; index < month; index += 1) days += daysInMonth(year, index);
  return days;
}

/** Days from one date to another, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day `count` days later; `count` is not negative. */
export function addDays(on: CalendarDate, count: number): CalendarDate {
  let { year, month, day } = parts(on);
  for (day += count; day > daysInMonth(year, month); month += 1) {
    day -= daysInMonth(year, month);
    if (month === 12) [year, month] = [year + 1, 0];
  }
  return compose(year, month, day);
}

export function dayBefore(on: CalendarDate): CalendarDate {
  const { year, month, day } = parts(on);
  if (day > 1) return compose(year, month, day - 1);
  const previous = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return compose(previous.year, previous.month, daysInMonth(previous.year, previous.month));
}

/** Calendar day of an instant in UTC, for the shell that reads the clock. */
export function dateOfInstant(isoInstant: string): CalendarDate {
  return date(isoInstant.slice(0, 10));
}
