import type { CalendarDate } from '../calendar-date.ts';
import { divideHalfEven } from '../money.ts';
import {
  RETENTION_MONTHS,
  type RetentionMonths,
  type RetentionOutcome,
  retentionDueOn,
} from '../positions/retention.ts';

/** A post that is over: since when, and where the person worked so many months later, as far as somebody has said so. */
export type EndedPost = {
  readonly separatedOn: CalendarDate;
  readonly outcomes: ReadonlyMap<RetentionMonths, RetentionOutcome>;
};

/** What the whole programme's average was said to be, from a day on, and which paper says so. Percent with at most two decimals. */
export type RetentionAverage = {
  readonly months: RetentionMonths;
  readonly effectiveOn: CalendarDate;
  readonly percent: string;
  readonly source: string;
};

/** Who stayed in the United Nations system so many months after separation, of all for whom that day has come. */
export type Stayed = {
  readonly months: RetentionMonths;
  /** = stayed + elsewhere + notKnown + notAsked */
  readonly due: number;
  readonly stayed: number;
  readonly elsewhere: number;
  /** Asked, and nobody knows; and not asked yet. */
  readonly notKnown: number;
  readonly notAsked: number;
  /** Those who stayed, of those of whom it is known, in percent with one decimal; `null` while it is known of nobody. */
  readonly percent: string | null;
  readonly average: RetentionAverage | null;
};

/** The average in force on a day: the newest that had taken effect, and of one day the last that was recorded. */
export function averageOn(
  averages: readonly RetentionAverage[],
  months: RetentionMonths,
  on: CalendarDate,
): RetentionAverage | null {
  return averages
    .filter((each) => each.months === months && each.effectiveOn <= on)
    .reduce<RetentionAverage | null>(
      (best, each) => (best === null || each.effectiveOn >= best.effectiveOn ? each : best),
      null,
    );
}

/** A share of people in percent with one decimal; `null` of nobody. */
function share(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const tenths = divideHalfEven(BigInt(part) * 1000n, BigInt(whole));
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** Who stayed at 0, 6, 12 and 24 months, beside the programme's average. */
export function stayedAt(
  posts: readonly EndedPost[],
  averages: readonly RetentionAverage[],
  asOf: CalendarDate,
): Stayed[] {
  return RETENTION_MONTHS.map((months) => {
    const due = posts.filter(({ separatedOn }) => retentionDueOn(separatedOn, months) <= asOf);
    const count = (...outcomes: (RetentionOutcome | undefined)[]) =>
      due.filter((post) => outcomes.includes(post.outcomes.get(months))).length;
    const [stayed, elsewhere] = [count('same-organization', 'un-system'), count('elsewhere')];
    return {
      months,
      due: due.length,
      stayed,
      elsewhere,
      notKnown: count('not-known'),
      notAsked: count(undefined),
      percent: share(stayed, stayed + elsewhere),
      average: averageOn(averages, months, asOf),
    };
  });
}
