import type { Reader } from '@dcc/db/open-database';
import { keptCandidates, retentionRules } from '@dcc/db/stores/candidate-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { keptUntil, type RetentionRule, retentionOn } from '@dcc/domain/vacancies/retention';

/** How many candidates something is known of, and which of them longer than the period in force allows. Tells no more than ids. */
export async function candidatesKept(
  db: Reader,
  today: CalendarDate,
): Promise<{ rule: RetentionRule | null; kept: number; expired: string[] }> {
  const rule = retentionOn(await retentionRules(db), today);
  const kept = await keptCandidates(db);
  const expired = rule === null ? [] : kept.filter((candidate) => keptUntil(rule, candidate) < today);
  return { rule, kept: kept.length, expired: expired.map(({ id }) => id) };
}
