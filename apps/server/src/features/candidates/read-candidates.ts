import { candidates, retentionRules } from '@dcc/db/stores/candidate-store';
import { vacancies } from '@dcc/db/stores/vacancy-store';
import { daysBetween } from '@dcc/domain/calendar-date';
import { nextStages } from '@dcc/domain/vacancies/candidate';
import { shortfalls } from '@dcc/domain/vacancies/criteria';
import type { ListCandidates } from '@dcc/domain/vacancies/inputs';
import { keptUntil, retentionOn } from '@dcc/domain/vacancies/retention';
import { candidateBalance } from '../../read-models/balance.ts';
import { candidatesKept } from '../../read-models/candidates-kept.ts';
import { eligibilityOf } from '../../read-models/eligibility.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { standpointOf } from '../../use-case/standpoint.ts';

/**
 * The candidates of a vacancy, each measured by its criteria on the day of application, or on the day that is asked. They stand as
 * they are today: nobody asks what was known of a person on an earlier day.
 */
export async function listCandidates(context: Context, input: ListCandidates) {
  assertMay(context, 'candidate.handle');
  const db = context.shell.db.read;
  const [vacancy] = await vacancies(db, standpointOf(context.shell, {}), { id: input.vacancyId });
  if (vacancy === undefined) throw new Refusal({ kind: 'NotFound', subject: 'vacancy' });
  const { criteria, closesOn } = vacancy.terms;
  const now = today(context.shell);
  const eligibility = await eligibilityOf(db, criteria.eligibilitySetId);
  const rule = retentionOn(await retentionRules(db), now);
  const stored = await candidates(db, { vacancyId: vacancy.id });
  return {
    today: now,
    rows: stored.map((candidate) => {
      const last = candidate.steps.at(-1) ?? { to: 'long-list' as const, on: candidate.appliedOn };
      const lacking = (person: NonNullable<typeof candidate.person>) =>
        shortfalls(criteria, person, input.measuredOn ?? candidate.appliedOn, eligibility).map((each) =>
          each.criterion === 'one-language' ? { ...each, oneOf: [...each.oneOf] } : each,
        );
      return {
        id: candidate.id,
        number: candidate.number,
        appliedOn: candidate.appliedOn,
        stage: last.to,
        since: last.on,
        days: daysBetween(last.on, now),
        next: [...nextStages(last.to, candidate.steps.at(-2)?.to ?? null)],
        steps: candidate.steps.map(({ to, on }) => ({ to, on })),
        person:
          candidate.person === null
            ? null
            : {
                ...candidate.person,
                languages: candidate.person.languages === null ? null : [...candidate.person.languages],
                shortfalls: lacking(candidate.person),
              },
        erased: candidate.erased,
        keptUntil:
          rule === null || candidate.person === null ? null : keptUntil(rule, { closesOn, lastStepOn: last.on }),
      };
    }),
    retention: rule,
    balance: await candidateBalance(db, 'every-number', vacancy.id),
  };
}

/** How long candidates are kept, since when and by which paper; and how many are kept too long. */
export async function getRetention(context: Context) {
  assertMay(context, 'candidate.handle');
  const db = context.shell.db.read;
  const { rule, kept, expired } = await candidatesKept(db, today(context.shell));
  return {
    today: today(context.shell),
    rules: await retentionRules(db),
    inForce: rule,
    kept,
    expired: expired.length,
  };
}
