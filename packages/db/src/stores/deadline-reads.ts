import { type CalendarDate, date, dateOfInstant } from '@dcc/domain/calendar-date';
import type { RetentionMonths } from '@dcc/domain/positions/retention';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { runWritten } from '../written-queries.ts';
import { happenedBefore, recordsBefore } from './known-entries.ts';

/** After how many months it is known of each position where the person works. */
export async function retentionKnown(db: Reader, standpoint: Standpoint): Promise<Map<string, Set<RetentionMonths>>> {
  const values = { asOf: standpoint.asOf, before: recordsBefore(standpoint) };
  const rows = await runWritten(db, 'retention known', values, ({ asOf, before }) =>
    db
      .selectFrom('retention_finding')
      .select(['position_id', 'months'])
      .where('on_date', '<=', asOf)
      .where('recorded_at', '<', before),
  );
  const known = new Map<string, Set<RetentionMonths>>();
  for (const row of rows)
    known.set(row.position_id, (known.get(row.position_id) ?? new Set()).add(Number(row.months) as RetentionMonths));
  return known;
}

/** The day on which the terms of reference of each position were last written, in a version or with the position itself. */
export async function termsWritten(db: Reader, standpoint: Standpoint): Promise<Map<string, CalendarDate>> {
  const values = { before: recordsBefore(standpoint) };
  const rows = await runWritten(
    db,
    'terms written',
    values,
    ({ before }) => sql<{ id: string; at: string }>`
      select p.id, coalesce(
        (select max(v.recorded_at) from terms_version v where v.position_id = p.id and v.recorded_at < ${before}),
        p.terms_recorded_at) as at
      from position p where p.terms_recorded_at < ${before} and p.terms_recorded_at <> ''`,
  );
  return new Map(rows.map(({ id, at }) => [id, dateOfInstant(at)]));
}

/** Whether any membership of a country in a group, known at a standpoint, ends from its day up to another. */
export async function anyMembershipEnds(db: Reader, standpoint: Standpoint, until: CalendarDate): Promise<boolean> {
  const values = { from: standpoint.asOf, until, before: recordsBefore(standpoint) };
  const rows = await runWritten(db, 'memberships ending', values, (given) =>
    db
      .selectFrom('country_group')
      .select('country_code')
      .where('to_on', '>=', given.from)
      .where('to_on', '<=', given.until)
      .where('recorded_at', '<', given.before)
      .limit(sql.lit(1)),
  );
  return rows.length > 0;
}

/** Which positions are proposed in which rounds, as they were known and had been brought in at a standpoint. */
export async function proposedIn(
  db: Reader,
  standpoint: Standpoint,
): Promise<{ readonly roundId: string; readonly positionId: string }[]> {
  const rows = await db
    .selectFrom('round_proposal')
    .select(['round_id', 'position_id'])
    .where('recorded_at', '<', happenedBefore(standpoint))
    .execute();
  return rows.map((row) => ({ roundId: row.round_id, positionId: row.position_id }));
}

/** Draft decisions to which members may object in writing, with the last day to do so. */
export async function openWindows(
  db: Reader,
  asOf: CalendarDate,
): Promise<{ id: string; reference: string; title: string; closesOn: CalendarDate }[]> {
  const rows = await runWritten(db, 'open windows', { asOf }, (given) =>
    db
      .selectFrom('motion')
      .select(['id', 'reference', 'title', 'closes_on'])
      .where('state', '=', sql.lit('circulated'))
      .where('closes_on', '>=', given.asOf)
      .$narrowType<{ closes_on: string }>()
      .orderBy('closes_on')
      .orderBy('reference'),
  );
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    closesOn: date(row.closes_on),
  }));
}
