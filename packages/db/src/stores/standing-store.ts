import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import type { DayChange } from '@dcc/domain/ledger/standing';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { balancesAt } from './balance-store.ts';

/** What of an account is meant: everything that is given must fit. */
export type About = {
  readonly kinds?: readonly EntryKind[];
  /** A host, and what names none: that may have been anybody's. */
  readonly organizationId?: string;
  readonly positionId?: string;
  readonly poolId?: string;
};

/**
 * How a balance stands from a day on: what it is at the end of the day, then its change on each later day. US dollars, debit
 * positive. The past comes from the kept balances, so that the cost does not grow with the ledger.
 */
export async function changesFrom(
  db: Reader,
  accounts: readonly Account[],
  about: About,
  from: CalendarDate,
): Promise<DayChange[]> {
  const rows = await balancesAt(db, { asOf: from, knownOn: null }, accounts, [
    'kind',
    'organization_id',
    'position_id',
    'pool_id',
  ]);
  const opening = rows
    .filter(
      (row) =>
        (about.kinds === undefined || about.kinds.includes(row.kind)) &&
        (about.organizationId === undefined ||
          row.organization_id === '' ||
          row.organization_id === about.organizationId) &&
        (about.positionId === undefined || row.position_id === about.positionId) &&
        (about.poolId === undefined || row.pool_id === about.poolId),
    )
    .reduce((sum, { amount }) => sum + amount.minor, 0n);
  let later = db
    .selectFrom('posting')
    .select(['effective_on', sql<bigint>`cast(sum(amount) as bigint)`.as('change')])
    .where('account', 'in', accounts)
    .where('effective_on', '>', from)
    .groupBy('effective_on');
  if (about.kinds !== undefined) later = later.where('kind', 'in', about.kinds);
  const { organizationId } = about;
  if (organizationId !== undefined)
    later = later.where((eb) => eb.or([eb('organization_id', 'is', null), eb('organization_id', '=', organizationId)]));
  if (about.positionId !== undefined) later = later.where('position_id', '=', about.positionId);
  if (about.poolId !== undefined) later = later.where('pool_id', '=', about.poolId);
  const days = (await later.execute()).map((row) => ({ on: date(row.effective_on), change: row.change }));
  return [{ on: from, change: opening }, ...days];
}

/** What percentages of a kind were taken of, by day, in US dollars; a reversed one takes its base back. */
export async function basesOf(db: Reader, kind: 'agent-fee' | 'support-cost'): Promise<DayChange[]> {
  const rows = await db
    .selectFrom('journal_entry')
    .select(['effective_on', sql<bigint>`cast(sum(charge_base) as bigint)`.as('change')])
    .where('kind', '=', kind)
    .where('charge_base', 'is not', null)
    .groupBy('effective_on')
    .execute();
  return rows.map((row) => ({ on: date(row.effective_on), change: row.change }));
}

/** The percentage last charged for a kind, which a form begins with; `null` where none was. */
export async function lastPercent(db: Reader, kind: 'agent-fee' | 'operating-reserve'): Promise<string | null> {
  const row = await db
    .selectFrom('journal_entry')
    .select('charge_percent')
    .where('kind', '=', kind)
    .where('charge_percent', 'is not', null)
    .where('reverses', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.charge_percent ?? null;
}
