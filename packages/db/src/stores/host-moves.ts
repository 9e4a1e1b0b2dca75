import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import type { Ahead } from '@dcc/domain/reports/two-books';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { lastEntryOf } from './known-entries.ts';

export type HostMove = {
  readonly ahead: Ahead;
  readonly on: CalendarDate;
  readonly amount: Money;
  /** Empty where the entry names none. */
  readonly organizationId: string;
  readonly positionId: string;
};

/** Which kind of entry each record keeps of which movement, and whether a debit raises it. */
const KINDS: Record<string, { readonly ahead: Ahead; readonly sign: 1n | -1n }> = {
  transfer: { ahead: 'transfer', sign: -1n },
  refund: { ahead: 'refund-received', sign: 1n },
  'organization-received': { ahead: 'receipt', sign: 1n },
  'organization-refund': { ahead: 'refund-made', sign: -1n },
};

/** What went between the administrator and hosts after a day, by both records, newest first, as a standpoint knows it. */
export async function hostMoves(db: Reader, standpoint: Standpoint, after: CalendarDate): Promise<HostMove[]> {
  const last = await lastEntryOf(db, standpoint);
  const bound = last === null ? sql`1 = 1` : sql`entry_number <= ${BigInt(last)}`;
  const { rows } = await sql<{
    kind: string;
    effective_on: string;
    organization_id: string;
    position_id: string;
    amount: bigint;
  }>`
    select kind, effective_on, coalesce(organization_id, '') as organization_id, coalesce(position_id, '') as position_id,
      cast(sum(amount) as bigint) as amount
    from posting
    where account in ('cash', 'organization-funds') and effective_on > ${after} and effective_on <= ${standpoint.asOf}
      and kind in (${sql.join(Object.keys(KINDS).map((kind) => sql.val(kind)))}) and ${bound}
    group by entry_number, kind, effective_on, organization_id, position_id
    order by effective_on desc, entry_number desc`.execute(db);
  return rows.flatMap((row) => {
    const kind = KINDS[row.kind];
    if (kind === undefined) return [];
    return [
      {
        ahead: kind.ahead,
        on: date(row.effective_on),
        amount: money(kind.sign * row.amount, BOOK_CURRENCY),
        organizationId: row.organization_id,
        positionId: row.position_id,
      },
    ];
  });
}
