import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import type { Ahead } from '@dcc/domain/reports/two-books';
import type { Standpoint } from '@dcc/domain/standpoint';
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

/** So many postings of each account are looked at: years of most funds, and the latest of any. */
const LATEST = 1_000;

type MoveRow = {
  readonly entry_number: bigint;
  readonly kind: string;
  readonly effective_on: string;
  readonly organization_id: string | null;
  readonly position_id: string | null;
  readonly amount: bigint;
};

/** The latest postings of an account that are moves, along its index of days; days of which not all were read are left out. */
async function latestOf(db: Reader, account: 'cash' | 'organization-funds', asOf: CalendarDate, last: number | null) {
  let query = db
    .selectFrom('posting')
    .select(['entry_number', 'kind', 'effective_on', 'organization_id', 'position_id', 'amount'])
    .where('account', '=', account)
    .where('effective_on', '<=', asOf)
    .where('kind', 'in', ['transfer', 'refund', 'organization-received', 'organization-refund'])
    .orderBy('effective_on', 'desc')
    .limit(LATEST);
  if (last !== null) query = query.where('entry_number', '<=', BigInt(last));
  const rows: MoveRow[] = await query.execute();
  const cut = rows.length < LATEST ? '' : (rows.at(-1)?.effective_on ?? '');
  return rows.filter((row) => row.effective_on > cut);
}

/** What went between the administrator and hosts lately, by both records, newest first, as a standpoint knows it. */
export async function hostMoves(db: Reader, standpoint: Standpoint): Promise<HostMove[]> {
  const last = await lastEntryOf(db, standpoint);
  const rows = [
    ...(await latestOf(db, 'cash', standpoint.asOf, last)),
    ...(await latestOf(db, 'organization-funds', standpoint.asOf, last)),
  ];
  // A transfer out of several pools is one move.
  const moves = Map.groupBy(rows, (row) => `${row.entry_number} ${row.organization_id ?? ''} ${row.position_id ?? ''}`);
  return [...moves.values()]
    .flatMap((lines) => {
      const [first] = lines;
      const kind = first === undefined ? undefined : KINDS[first.kind];
      if (first === undefined || kind === undefined) return [];
      const amount = lines.reduce((sum, line) => sum + line.amount, 0n);
      const move: HostMove = {
        ahead: kind.ahead,
        on: date(first.effective_on),
        amount: money(kind.sign * amount, BOOK_CURRENCY),
        organizationId: first.organization_id ?? '',
        positionId: first.position_id ?? '',
      };
      return [{ move, number: first.entry_number }];
    })
    .toSorted((left, right) =>
      left.move.on === right.move.on ? Number(right.number - left.number) : left.move.on < right.move.on ? 1 : -1,
    )
    .map(({ move }) => move);
}
