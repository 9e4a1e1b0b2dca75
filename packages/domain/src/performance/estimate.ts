import { type CalendarDate, date, dayBefore, daysBetween, yearOf } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { COST_COMPONENTS, type CostComponent } from '../ledger/cost-component.ts';
import { divideHalfEven, type Money, money, percentOf, subtract, sum, zero } from '../money.ts';
import type { ComponentEstimate } from '../positions/cost-table.ts';

/** A contract year and what it is estimated to cost, US dollars. */
export type EstimatedYear = { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate; readonly cost: Money };

/** What a host reports as spent on a post in one calendar year, and how much of it nobody else has certified yet. */
export type ReportedYear = { readonly year: number; readonly spent: Money; readonly interim: Money };

/** A post as far as its host has reported on it. */
export type ReportedPost = {
  readonly years: readonly EstimatedYear[];
  readonly reports: readonly ReportedYear[];
  /** The day of the host's last report: up to it the estimate counts. */
  readonly reportedThrough: CalendarDate;
  /** The last day of a post that is over, which may have ended early; `null` while it is not. */
  readonly endedOn: CalendarDate | null;
};

/** An estimate beside what was spent. `difference` = spent − estimated; `percent` is of the estimate, `null` of an estimate of nothing. */
export type Outcome = {
  readonly estimated: Money;
  readonly spent: Money;
  readonly interim: Money;
  readonly difference: Money;
  readonly percent: string | null;
};

const NOTHING = zero(BOOK_CURRENCY);
const total = (amounts: readonly Money[]): Money => sum(amounts, BOOK_CURRENCY);
const earlier = (on: CalendarDate, other: CalendarDate | null): CalendarDate =>
  other !== null && other < on ? other : on;

function outcomeOf(estimated: Money, spent: Money, interim: Money): Outcome {
  const difference = subtract(spent, estimated);
  return { estimated, spent, interim, difference, percent: percentOf(difference, estimated) };
}

/** What contract years are estimated to cost up to the end of a day: each by its days, rounded half to even. */
export function estimateThrough(years: readonly EstimatedYear[], through: CalendarDate): Money {
  return sum(
    years.map(({ startsOn, endsOn, cost }) => {
      const days = daysBetween(startsOn, endsOn) + 1;
      const passed = Math.min(Math.max(daysBetween(startsOn, through) + 1, 0), days);
      return money(divideHalfEven(cost.minor * BigInt(passed), BigInt(days)), BOOK_CURRENCY);
    }),
    BOOK_CURRENCY,
  );
}

/** The calendar years that contract years or reports fall in, up to a day, oldest first. */
function calendarYears({ years, reports, reportedThrough }: ReportedPost): number[] {
  const begun = years.filter(({ startsOn }) => startsOn <= reportedThrough);
  const first = Math.min(...begun.map(({ startsOn }) => yearOf(startsOn)), ...reports.map(({ year }) => year));
  const last = yearOf(reportedThrough);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * What a post was estimated to cost, by its days up to the host's last report, beside what the host reports as spent: in all and
 * in each calendar year, as hosts report. The years add up to the whole.
 */
export function estimateAgainstReport(
  post: ReportedPost,
): Outcome & { readonly years: readonly (Outcome & { readonly year: number })[] } {
  const years = calendarYears(post).flatMap((year) => {
    const ends = date(`${year}-12-31`);
    const through = (on: CalendarDate) => estimateThrough(post.years, earlier(on, post.endedOn));
    const estimated = subtract(through(earlier(ends, post.reportedThrough)), through(dayBefore(date(`${year}-01-01`))));
    const own = post.reports.filter((report) => report.year === year);
    const [spent, interim] = [total(own.map((each) => each.spent)), total(own.map((each) => each.interim))];
    return estimated.minor === 0n && spent.minor === 0n ? [] : [{ year, ...outcomeOf(estimated, spent, interim) }];
  });
  return { ...totalOutcome(years), years };
}

/** Outcomes added up: the percentage is of the sums. */
export function totalOutcome(outcomes: readonly Pick<Outcome, 'estimated' | 'spent' | 'interim'>[]): Outcome {
  return outcomeOf(
    total(outcomes.map(({ estimated }) => estimated)),
    total(outcomes.map(({ spent }) => spent)),
    total(outcomes.map(({ interim }) => interim)),
  );
}

/** A post whose host says what its spending was for, with its estimate by the cost table in force. */
export type SplitPost = {
  readonly years: readonly Omit<EstimatedYear, 'cost'>[];
  readonly reportedThrough: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly estimate: readonly ComponentEstimate[];
  readonly spent: ReadonlyMap<CostComponent, Money>;
};

/** What comes once comes with the beginning, but for the grant that comes at the end of a post. */
function onceThrough({ component, once }: ComponentEstimate, { years, reportedThrough, endedOn }: SplitPost): Money {
  const begins = years.some(({ startsOn }) => startsOn <= reportedThrough);
  const ended = endedOn !== null || years.every(({ endsOn }) => endsOn <= reportedThrough);
  return (component === 'repatriation-grant' ? ended : begins) ? once : NOTHING;
}

/** What one component of a post is estimated to cost up to its host's last report: by its days, and once. */
function estimatesOf(post: SplitPost, component: CostComponent): Money[] {
  const line = post.estimate.find((each) => each.component === component);
  if (line === undefined) return [];
  const years = post.years.map((year) => ({ ...year, cost: line.yearly }));
  return [estimateThrough(years, earlier(post.reportedThrough, post.endedOn)), onceThrough(line, post)];
}

export type ComponentAgainstReport = Omit<Outcome, 'interim'> & { readonly component: CostComponent };

/** The estimates of posts by component, up to their hosts' last reports, beside what was spent; what neither has is left out. */
export function componentsAgainstReport(posts: readonly SplitPost[]): ComponentAgainstReport[] {
  return COST_COMPONENTS.flatMap((component) => {
    const estimated = total(posts.flatMap((post) => estimatesOf(post, component)));
    const spent = total(posts.map((post) => post.spent.get(component) ?? NOTHING));
    if (estimated.minor === 0n && spent.minor === 0n) return [];
    const { interim: _interim, ...outcome } = outcomeOf(estimated, spent, NOTHING);
    return [{ component, ...outcome }];
  });
}
