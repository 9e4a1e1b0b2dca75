import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { CandidateStep, Gender, Stage } from '@dcc/domain/vacancies/candidate';
import type { Qualifications } from '@dcc/domain/vacancies/criteria';
import type { ErasureReason } from '@dcc/domain/vacancies/inputs';
import type { RetentionRule } from '@dcc/domain/vacancies/retention';
import { sql, SqliteAdapter } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';
import { recordsBefore } from './known-entries.ts';

/** What is known of a candidate; `null` once it is erased. */
export type CandidatePerson = Qualifications & {
  readonly name: string;
  readonly gender: Gender | null;
};

export type Candidate = {
  readonly id: string;
  readonly vacancyId: string;
  /** Its number within its vacancy: what the program calls it wherever its name has no place. */
  readonly number: number;
  readonly appliedOn: CalendarDate;
  readonly person: CandidatePerson | null;
  readonly erased: { readonly on: CalendarDate; readonly reason: ErasureReason } | null;
  readonly steps: readonly CandidateStep[];
};

type Stamp = { readonly recordedAt: string; readonly recordedBy: string };
const whole = (value: bigint | null): number | null => (value === null ? null : Number(value));

/** The steps of candidates that a standpoint sees, by candidate, oldest first: no more than stages and days. */
async function stepsOf(
  db: Reader,
  standpoint: Standpoint | null,
  of: { readonly vacancyId?: string; readonly id?: string },
): Promise<Map<string, { vacancyId: string; steps: CandidateStep[] }>> {
  let query = db
    .selectFrom('candidate_step')
    .innerJoin('candidate', 'candidate.id', 'candidate_step.candidate_id')
    .select(['candidate.id', 'candidate.vacancy_id', 'to_stage', 'on_date'])
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('candidate.id')
    .orderBy('candidate_step.number');
  if (standpoint !== null) query = query.where('on_date', '<=', standpoint.asOf);
  if (of.vacancyId !== undefined) query = query.where('candidate.vacancy_id', '=', of.vacancyId);
  if (of.id !== undefined) query = query.where('candidate.id', '=', of.id);
  const found = new Map<string, { vacancyId: string; steps: CandidateStep[] }>();
  for (const row of await query.execute()) {
    const step = { to: row.to_stage, on: date(row.on_date) };
    const known = found.get(row.id);
    if (known === undefined) found.set(row.id, { vacancyId: row.vacancy_id, steps: [step] });
    else known.steps.push(step);
  }
  return found;
}

/** The steps of every candidate of each vacancy: what numbers are made of, for those who may not see the candidates. */
export async function stepsByVacancy(db: Reader, standpoint: Standpoint): Promise<Map<string, CandidateStep[][]>> {
  const found = new Map<string, CandidateStep[][]>();
  for (const { vacancyId, steps } of (await stepsOf(db, standpoint, {})).values())
    found.set(vacancyId, [...(found.get(vacancyId) ?? []), steps]);
  return found;
}

/** The candidates of a vacancy, or one of them, in the order in which they were recorded. For the secretariat alone. */
export async function candidates(
  db: Reader,
  of: { readonly vacancyId?: string; readonly id?: string } = {},
): Promise<Candidate[]> {
  let query = db.selectFrom('candidate').selectAll().orderBy('vacancy_id').orderBy('number');
  if (of.vacancyId !== undefined) query = query.where('vacancy_id', '=', of.vacancyId);
  if (of.id !== undefined) query = query.where('id', '=', of.id);
  const rows = await query.execute();
  const steps = await stepsOf(db, null, of);
  return rows.map((row) => ({
    id: row.id,
    vacancyId: row.vacancy_id,
    number: Number(row.number),
    appliedOn: date(row.applied_on),
    person:
      row.name === null
        ? null
        : {
            name: row.name,
            nationality: row.nationality ?? '',
            gender: row.gender,
            birthYear: whole(row.birth_year),
            degree: row.degree,
            experienceYears: whole(row.experience_years),
            languages: row.languages === null ? null : row.languages.split(' ').filter((code) => code !== ''),
          },
    erased:
      row.erased_on === null || row.erased_reason === null
        ? null
        : { on: date(row.erased_on), reason: row.erased_reason },
    steps: steps.get(row.id)?.steps ?? [],
  }));
}

/** What the balance of candidates is made of: no name, and nothing but gender, nationality and how far each has come. */
export async function candidatesInBalance(db: Reader): Promise<
  {
    readonly vacancyId: string;
    readonly appliedOn: CalendarDate;
    readonly gender: Gender | null;
    readonly nationality: string | null;
    readonly steps: readonly CandidateStep[];
  }[]
> {
  const rows = await db
    .selectFrom('candidate')
    .select(['id', 'vacancy_id', 'applied_on', 'gender', 'nationality'])
    .orderBy('vacancy_id')
    .orderBy('number')
    .execute();
  const steps = await stepsOf(db, null, {});
  return rows.map((row) => ({
    vacancyId: row.vacancy_id,
    appliedOn: date(row.applied_on),
    gender: row.gender,
    nationality: row.nationality,
    steps: steps.get(row.id)?.steps ?? [],
  }));
}

/** A candidate that something is known of, by its id, and the two days from which its time of keeping counts. */
export type KeptCandidate = {
  readonly id: string;
  readonly closesOn: CalendarDate;
  readonly lastStepOn: CalendarDate;
};

/** Every candidate that something is known of, without reading what that is. */
export async function keptCandidates(db: Reader): Promise<KeptCandidate[]> {
  const rows = await runWritten(
    db,
    'kept candidates',
    {},
    () => sql<{ id: string; closes_on: string; last_step_on: string }>`
      select c.id,
        (select closes_on from vacancy_terms t where t.vacancy_id = c.vacancy_id order by t.number desc limit 1) as closes_on,
        (select on_date from candidate_step s where s.candidate_id = c.id order by s.number desc limit 1) as last_step_on
      from candidate c where c.erased_on is null order by c.vacancy_id, c.number`,
  );
  return rows.map((row) => ({ id: row.id, closesOn: date(row.closes_on), lastStepOn: date(row.last_step_on) }));
}

/**
 * Runs what writes candidates so that SQLite overwrites what stands on a page no longer: a row that was emptied, and rows that moved
 * to another page. It costs other writing too much to be done always.
 */
async function overwriting(tx: Tx, write: () => Promise<unknown>): Promise<void> {
  if (!(tx.getExecutor().adapter instanceof SqliteAdapter)) {
    await write();
    return;
  }
  await sql`pragma secure_delete = on`.execute(tx);
  try {
    await write();
  } finally {
    await sql`pragma secure_delete = off`.execute(tx);
  }
}

/** Saves a candidate on the long list. */
export async function saveCandidate(
  tx: Tx,
  candidate: Pick<Candidate, 'id' | 'vacancyId' | 'number' | 'appliedOn'> & { readonly person: CandidatePerson },
  step: { readonly on: CalendarDate } & Stamp,
): Promise<void> {
  const { name, nationality, gender, birthYear, degree, experienceYears, languages } = candidate.person;
  const row = tx.insertInto('candidate').values({
    id: candidate.id,
    vacancy_id: candidate.vacancyId,
    number: BigInt(candidate.number),
    applied_on: candidate.appliedOn,
    name,
    nationality,
    gender,
    birth_year: birthYear === null ? null : BigInt(birthYear),
    degree,
    experience_years: experienceYears === null ? null : BigInt(experienceYears),
    languages: languages === null ? null : languages.join(' '),
    erased_on: null,
    erased_reason: null,
  });
  await overwriting(tx, () => row.execute());
  await saveCandidateStep(tx, { candidateId: candidate.id, number: 1, to: 'long-list', ...step });
}

export async function saveCandidateStep(
  tx: Tx,
  step: {
    readonly candidateId: string;
    readonly number: number;
    readonly to: Stage;
    readonly on: CalendarDate;
  } & Stamp,
): Promise<void> {
  await tx
    .insertInto('candidate_step')
    .values({
      candidate_id: step.candidateId,
      number: BigInt(step.number),
      to_stage: step.to,
      on_date: step.on,
      recorded_at: step.recordedAt,
      recorded_by: step.recordedBy,
    })
    .execute();
}

/** Empties everything personal of some candidates, on the disk too. Their steps stay, so that what was counted stays counted. */
export async function eraseCandidates(
  tx: Tx,
  ids: readonly string[],
  erased: { readonly on: CalendarDate; readonly reason: ErasureReason },
): Promise<void> {
  if (ids.length === 0) return;
  const emptied = tx
    .updateTable('candidate')
    .set({
      name: null,
      nationality: null,
      gender: null,
      birth_year: null,
      degree: null,
      experience_years: null,
      languages: null,
      erased_on: erased.on,
      erased_reason: erased.reason,
    })
    .where('id', 'in', ids);
  await overwriting(tx, () => emptied.execute());
}

/** How long candidates are kept, rule by rule as they were recorded. */
export async function retentionRules(db: Reader, standpoint: Standpoint | null = null): Promise<RetentionRule[]> {
  const rows = await runWritten(db, 'retention rules', { before: recordsBefore(standpoint) }, (given) =>
    db.selectFrom('candidate_retention').selectAll().where('recorded_at', '<', given.before).orderBy('number'),
  );
  return rows.map((row) => ({
    effectiveOn: date(row.effective_on),
    months: Number(row.months),
    source: row.source,
  }));
}

/** Adds a rule; the earlier ones stay for their days. */
export async function saveRetention(tx: Tx, number: number, rule: RetentionRule, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('candidate_retention')
    .values({
      number: BigInt(number),
      effective_on: rule.effectiveOn,
      months: BigInt(rule.months),
      source: rule.source,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}
