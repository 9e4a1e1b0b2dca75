import { z } from 'zod';
import { addMonths, type CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { dateSchema, idempotencyKeySchema, idSchema } from '../wire.ts';
import type { Standing } from './states.ts';

/** Months after separation at which it is asked whether the person stayed in the United Nations system. */
export const RETENTION_MONTHS = [0, 6, 12, 24] as const;
export type RetentionMonths = (typeof RETENTION_MONTHS)[number];

/** Where somebody works then; nothing more is kept of the person. */
export const RETENTION_OUTCOMES = ['same-organization', 'un-system', 'elsewhere', 'not-known'] as const;
export type RetentionOutcome = (typeof RETENTION_OUTCOMES)[number];

export const recordRetentionInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  positionId: idSchema,
  months: z.literal([...RETENTION_MONTHS]),
  outcome: z.enum(RETENTION_OUTCOMES),
  on: dateSchema,
});
export type RecordRetention = z.infer<typeof recordRetentionInput>;

/** The day from which it can be said: so many months after the separation. */
export function retentionDueOn(separatedOn: CalendarDate, months: RetentionMonths): CalendarDate {
  return addMonths(separatedOn, months);
}

/** It is said of a position that is over, and not before its time. A later answer takes the place of an earlier one. */
export function checkRetention(
  { state, since }: Pick<Standing, 'state' | 'since'>,
  { months, on }: { readonly months: RetentionMonths; readonly on: CalendarDate },
): Result<null, RuleViolation> {
  if (state !== 'separated') return refused({ kind: 'NotSeparated', state });
  const dueOn = retentionDueOn(since, months);
  return on < dueOn ? refused({ kind: 'RetentionNotDue', months, dueOn }) : accepted(null);
}
