import { type Kysely, sql } from 'kysely';

// Frozen: a migration that has run anywhere is never edited, and imports nothing of the program.

/** A vacancy names the version of a rule set by which the nationality of its candidates is checked. Earlier vacancies name none. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw('ALTER TABLE vacancy_terms ADD COLUMN eligibility_set_id TEXT REFERENCES eligibility_set (id)')
    .execute(db);
}
