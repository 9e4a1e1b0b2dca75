import type { Reader } from '@dcc/db/open-database';
import { type Candidate, candidates, retentionRules } from '@dcc/db/stores/candidate-store';
import { vacancies } from '@dcc/db/stores/vacancy-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import { keptUntil, type RetentionRule, retentionOn } from '@dcc/domain/vacancies/retention';

/** The last day on which something may be known of a candidate; `null` while there is no rule, or nothing to keep. */
export function lastDayOf(
  candidate: Candidate,
  closesOn: CalendarDate,
  rule: RetentionRule | null,
): CalendarDate | null {
  if (rule === null || candidate.person === null) return null;
  return keptUntil(rule, { closesOn, lastStepOn: candidate.steps.at(-1)?.on ?? candidate.appliedOn });
}

/** How many candidates something is known of, and which of them longer than the period in force allows. Tells no more than ids. */
export async function candidatesKept(
  db: Reader,
  standpoint: Standpoint,
): Promise<{ rule: RetentionRule | null; kept: number; expired: string[] }> {
  const rule = retentionOn(await retentionRules(db), standpoint.asOf);
  const closing = new Map((await vacancies(db, standpoint)).map(({ id, terms }) => [id, terms.closesOn]));
  const kept = (await candidates(db)).filter(({ person }) => person !== null);
  const expired = kept.filter((candidate) => {
    const until = lastDayOf(candidate, closing.get(candidate.vacancyId) ?? candidate.appliedOn, rule);
    return until !== null && until < standpoint.asOf;
  });
  return { rule, kept: kept.length, expired: expired.map(({ id }) => id) };
}
