import type { Reader } from '@dcc/db/open-database';
import { retentionFindings, type StoredFinding } from '@dcc/db/stores/review-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { date } from '@dcc/domain/calendar-date';
import { missingFor, type StepFacts } from '@dcc/domain/positions/gates';
import { RETENTION_MONTHS, retentionDueOn } from '@dcc/domain/positions/retention';
import { endsEarly, neededFindings } from '@dcc/domain/positions/review';
import { phaseOf, type PositionState, YEARS_IN_POST } from '@dcc/domain/positions/states';
import { stepsFrom } from '@dcc/domain/positions/step-table';
import type { Standpoint } from '@dcc/domain/standpoint';

/** A position as it stood at a standpoint. */
export type Life = {
  readonly id: string;
  readonly state: PositionState;
  readonly since: CalendarDate;
  readonly yearInPost: number;
  readonly years: readonly { readonly year: number; readonly endsOn: CalendarDate }[];
};

/** What may follow, and what each step waits for, apart from the reason that whoever takes it gives. */
export function nextSteps({ state, yearInPost }: Life, facts: StepFacts) {
  return stepsFrom(state, yearInPost).map((rule) => ({
    to: rule.to,
    way: rule.way,
    needsReason: rule.gates.includes('reason') || (facts.early && rule.gates.includes('early-reason')),
    missing: missingFor(rule, { ...facts, reason: 'given with the step' }),
  }));
}

/** The extension review into the year that would follow, with all that earlier reviews found. */
export function reviewOf({ state, yearInPost }: Life, findings: readonly StoredFinding[]) {
  const year = yearInPost + 1;
  const open = phaseOf(state) === 'in-post' && year <= YEARS_IN_POST.length;
  return { year, open, needed: open ? [...neededFindings(year)] : [], findings: [...findings] };
}

/** How a position that was separated ended: whether early, and who stayed. */
export async function separationOf(db: Reader, standpoint: Standpoint, life: Life) {
  if (life.state !== 'separated') return null;
  const found = await retentionFindings(db, standpoint, life.id);
  const last = life.years.find(({ year }) => year === life.yearInPost);
  return {
    on: life.since,
    early: last !== undefined && endsEarly(life.years, life.yearInPost, life.since) ? last.endsOn : null,
    retention: RETENTION_MONTHS.map((months) => {
      const dueOn = retentionDueOn(date(life.since), months);
      const said = found.find((one) => one.months === months);
      return {
        months,
        dueOn,
        due: dueOn <= standpoint.asOf,
        outcome: said?.outcome ?? null,
        on: said?.on ?? null,
        by: said?.by ?? null,
      };
    }),
  };
}
