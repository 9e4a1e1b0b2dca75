import { addMonths, type CalendarDate } from '../calendar-date.ts';

/** How long what is known of candidates is kept: whole months from a day on, and which paper says so. */
export type RetentionRule = { readonly effectiveOn: CalendarDate; readonly months: number; readonly source: string };

/** The rule in force on a day: the newest that had taken effect; `null` while nobody has set one. */
export function retentionOn(rules: readonly RetentionRule[], on: CalendarDate): RetentionRule | null {
  const inForce = rules.filter(({ effectiveOn }) => effectiveOn <= on);
  return inForce.toSorted((left, right) => (left.effectiveOn < right.effectiveOn ? -1 : 1)).at(-1) ?? null;
}

/** The last day on which a candidate's data may be kept, counted from the last that happened: the vacancy's end, or a step. */
export function keptUntil(
  rule: RetentionRule,
  candidate: { readonly closesOn: CalendarDate; readonly lastStepOn: CalendarDate },
): CalendarDate {
  const { closesOn, lastStepOn } = candidate;
  return addMonths(lastStepOn > closesOn ? lastStepOn : closesOn, rule.months);
}
