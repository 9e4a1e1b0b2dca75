import { z } from 'zod';
import type { CalendarDate } from '../calendar-date.ts';
import type { Money } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { amountSchema, dateSchema, idempotencyKeySchema, idSchema, shortText } from '../wire.ts';
import { phaseOf, type Standing } from './states.ts';

/**
 * What an extension rests on beside its money: the priority is confirmed, the evaluation of the year before is satisfactory, the
 * contributor agrees, and for years three and four the host bears a share.
 * Source: the terms-of-reference template ("subject to yearly review concerning priorities, availability of funds, and
 * satisfactory performance") and the JPO programmes, where the second year needs the donor's agreement.
 */
export const FINDING_KINDS = ['priority', 'evaluation', 'agreement', 'cost-share'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The first contract year that its host has to share. */
export const FIRST_SHARED_YEAR = 3;

export type Finding = {
  readonly kind: FindingKind;
  /** The contract year that it is about: the one that would follow. */
  readonly year: number;
  readonly favourable: boolean;
  /** What the host bears of a shared year, US dollars. */
  readonly hostAmount: Money | null;
};

/** What was found last: a later finding takes the place of an earlier one. `findings` are in the order of recording. */
export function lastFinding<F extends Finding>(findings: readonly F[], year: number, kind: FindingKind): F | null {
  return findings.findLast((finding) => finding.year === year && finding.kind === kind) ?? null;
}

/** The findings that the extension into a contract year needs. */
export function neededFindings(year: number): readonly FindingKind[] {
  return year < FIRST_SHARED_YEAR ? FINDING_KINDS.filter((kind) => kind !== 'cost-share') : FINDING_KINDS;
}

const amountOrNone = z.literal('').or(amountSchema);

/** One finding of an extension review. */
export const recordFindingInput = z
  .strictObject({
    idempotencyKey: idempotencyKeySchema,
    positionId: idSchema,
    kind: z.enum(FINDING_KINDS),
    year: z.int().min(2).max(4),
    /** Whether it speaks for the extension. */
    outcome: z.enum(['for', 'against']),
    on: dateSchema,
    /** The paper in which it stands. */
    reference: shortText,
    /** Who agrees; only of an agreement. */
    contributorId: idSchema.nullable(),
    /** Of a shared year, US dollars: what the host bears, and what is left for the fund where the terms do not hold the year yet. */
    hostAmount: amountOrNone,
    fundAmount: amountOrNone,
  })
  .refine(({ kind, contributorId }) => (kind === 'agreement') === (contributorId !== null), {
    path: ['contributorId'],
    message: 'required',
  });
export type RecordFinding = z.infer<typeof recordFindingInput>;

/** A finding is recorded while somebody is in post, about the year that would follow. */
export function checkFinding(
  standing: Pick<Standing, 'state' | 'yearInPost'>,
  { kind, year }: Pick<Finding, 'kind' | 'year'>,
): Result<null, RuleViolation> {
  const { state, yearInPost } = standing;
  if (phaseOf(state) !== 'in-post' || year !== yearInPost + 1) return refused({ kind: 'ReviewNotDue', state, year });
  if (!neededFindings(year).includes(kind)) return refused({ kind: 'YearNotShared', year });
  return accepted(null);
}

/** Whether a separation on a day comes before the end of the contract year that somebody is in. */
export function endsEarly(
  years: readonly { readonly year: number; readonly endsOn: CalendarDate }[],
  yearInPost: number,
  on: CalendarDate,
): boolean {
  const current = years.find(({ year }) => year === yearInPost);
  return current !== undefined && on < current.endsOn;
}
