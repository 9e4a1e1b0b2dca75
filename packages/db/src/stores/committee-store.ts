import type { SeatKind } from '@dcc/domain/committee/kinds';
import type { CommitteeRules } from '@dcc/domain/committee/rules';
import type { Seat } from '@dcc/domain/committee/seats';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { recordsBefore } from './known-entries.ts';

/** Who recorded something, and when. */
export type Stamp = { readonly recordedAt: string; readonly recordedBy: string };
export const stampColumns = ({ recordedAt, recordedBy }: Stamp) => ({
  recorded_at: recordedAt,
  recorded_by: recordedBy,
});

/** Every term in every seat, the earliest first; a term that was ended earlier ends then. With a standpoint, what was on record. */
export async function listSeats(db: Reader, standpoint: Standpoint | null = null): Promise<Seat[]> {
  const before = recordsBefore(standpoint);
  const rows = await db
    .selectFrom('committee_seat')
    .innerJoin('person', 'person.id', 'committee_seat.person_id')
    .leftJoin('organization', 'organization.id', 'committee_seat.organization_id')
    .select((eb) => [
      'committee_seat.id',
      'committee_seat.kind',
      'committee_seat.organization_id',
      'organization.short_name',
      'committee_seat.person_id',
      'person.name',
      'committee_seat.starts_on',
      'committee_seat.ends_on',
      eb
        .selectFrom('committee_seat_end')
        .select(({ fn }) => fn.min('committee_seat_end.ends_on').as('ends_on'))
        .whereRef('committee_seat_end.seat_id', '=', 'committee_seat.id')
        .where('committee_seat_end.recorded_at', '<', before)
        .as('ended_on'),
    ])
    .where('committee_seat.recorded_at', '<', before)
    .orderBy('committee_seat.starts_on')
    .orderBy('committee_seat.id')
    .execute();
  return rows.map((row) => {
    const endsOn = row.ended_on ?? row.ends_on;
    return {
      id: row.id,
      kind: row.kind,
      organizationId: row.organization_id,
      organizationName: row.short_name,
      personId: row.person_id,
      personName: row.name,
      startsOn: date(row.starts_on),
      endsOn: endsOn === null ? null : date(endsOn),
    };
  });
}

export async function saveSeat(
  tx: Tx,
  seat: {
    readonly id: string;
    readonly kind: SeatKind;
    readonly organizationId: string | null;
    readonly personId: string;
    readonly startsOn: CalendarDate;
    readonly endsOn: CalendarDate | null;
  },
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('committee_seat')
    .values({
      id: seat.id,
      kind: seat.kind,
      organization_id: seat.organizationId,
      person_id: seat.personId,
      starts_on: seat.startsOn,
      ends_on: seat.endsOn,
      ...stampColumns(stamp),
    })
    .execute();
}

/** Ends a term earlier than it was given; the term itself stays as it was recorded. */
export async function saveSeatEnd(
  tx: Tx,
  end: { readonly seatId: string; readonly endsOn: CalendarDate; readonly reason: string },
  stamp: Stamp,
): Promise<void> {
  await tx
    .insertInto('committee_seat_end')
    .values({ seat_id: end.seatId, ends_on: end.endsOn, reason: end.reason, ...stampColumns(stamp) })
    .execute();
}

/** Rules of procedure with the number and the person they were recorded under. */
export type RecordedRules = CommitteeRules & {
  readonly number: number;
  readonly setBy: string;
  readonly setAt: string;
};

/** The rules of the committee in the order in which they were set; with a standpoint those that were on record. */
export async function listRules(db: Reader, standpoint: Standpoint | null = null): Promise<RecordedRules[]> {
  const rows = await db
    .selectFrom('committee_rules')
    .innerJoin('person', 'person.id', 'committee_rules.recorded_by')
    .selectAll('committee_rules')
    .select('person.name')
    .where('committee_rules.recorded_at', '<', recordsBefore(standpoint))
    .orderBy('committee_rules.number')
    .execute();
  return rows.map((row) => ({
    number: Number(row.number),
    effectiveOn: date(row.effective_on),
    quorum: {
      bound: row.quorum_bound,
      numerator: Number(row.quorum_numerator),
      denominator: Number(row.quorum_denominator),
    },
    majority: {
      bound: row.majority_bound,
      numerator: Number(row.majority_numerator),
      denominator: Number(row.majority_denominator),
    },
    majorityOf: row.majority_of,
    windowDays: Number(row.window_days),
    source: row.source,
    setBy: row.name,
    setAt: row.recorded_at,
  }));
}

/** Adds rules; the earlier ones stay for their days. */
export async function saveRules(tx: Tx, rules: CommitteeRules, stamp: Stamp): Promise<number> {
  const last = await tx
    .selectFrom('committee_rules')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  const number = (last?.number ?? 0n) + 1n;
  await tx
    .insertInto('committee_rules')
    .values({
      number,
      effective_on: rules.effectiveOn,
      quorum_bound: rules.quorum.bound,
      quorum_numerator: BigInt(rules.quorum.numerator),
      quorum_denominator: BigInt(rules.quorum.denominator),
      majority_bound: rules.majority.bound,
      majority_numerator: BigInt(rules.majority.numerator),
      majority_denominator: BigInt(rules.majority.denominator),
      majority_of: rules.majorityOf,
      window_days: BigInt(rules.windowDays),
      source: rules.source,
      ...stampColumns(stamp),
    })
    .execute();
  return Number(number);
}
