import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { Charge } from '@dcc/domain/ledger/charge';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { type Money, money } from '@dcc/domain/money';
import { knownBefore, type Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import { lastEntryOf } from './known-entries.ts';

/** One line of the journal, with the names of what it is about. */
export type JournalLine = {
  readonly line: number;
  readonly account: Account;
  readonly amount: Money;
  readonly original: Money | null;
  readonly costComponent: CostComponent | null;
  readonly contributor: string | null;
  readonly contribution: string | null;
  readonly instalment: number | null;
  readonly pool: string | null;
  readonly organization: string | null;
  readonly position: number | null;
};

/** One entry of the journal as files carry it: people, decisions and rates by what others know them by. */
export type JournalEntry = {
  readonly number: number;
  readonly kind: EntryKind;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly description: string;
  readonly reference: string | null;
  readonly decision: string | null;
  readonly reverses: number | null;
  /** Units of the original currency for one US dollar. */
  readonly exchangeRate: string | null;
  /** Of a percentage: what it is of. */
  readonly charge: Charge | null;
  /** Who certified it and when; `null` while nobody else has. */
  readonly certified: { readonly at: string; readonly by: string } | null;
  readonly hash: string;
  readonly lines: readonly JournalLine[];
};

/** Entries read at once: what the program holds of a ledger of any size. */
const PAGE = 500;

/** What of the ledger a standpoint sees: entries up to a number that took effect up to a day, and what happened to them before an instant. */
type Bounds = { readonly asOf: CalendarDate; readonly last: bigint; readonly before: string | null };

async function boundsOf(db: Reader, standpoint: Standpoint): Promise<Bounds> {
  const { asOf, knownOn } = standpoint;
  // What a running server records meanwhile is not part of the report.
  const last =
    (await lastEntryOf(db, standpoint)) ??
    (await db.selectFrom('fund').select('entry_count').executeTakeFirst())?.entry_count;
  return { asOf, last: BigInt(last ?? 0), before: knownOn === null ? null : knownBefore(knownOn) };
}

/** Whether somebody else had certified an entry by the end of the day that the standpoint knows. */
function certifiedIn({ before }: Bounds, at: string | null, by: string | null): JournalEntry['certified'] {
  return at === null || by === null || (before !== null && at >= before) ? null : { at, by };
}

function entriesAfter(db: Reader, { asOf, last }: Bounds, after: bigint) {
  return db
    .selectFrom('journal_entry as e')
    .innerJoin('person', 'person.id', 'e.recorded_by')
    .leftJoin('exchange_rate', 'exchange_rate.id', 'e.rate_id')
    .leftJoin('decision', 'decision.id', 'e.decision_id')
    .leftJoin('certification', 'certification.entry_number', 'e.number')
    .leftJoin('person as certifier', 'certifier.id', 'certification.certified_by')
    .selectAll('e')
    .select([
      'person.name',
      'certification.certified_at',
      'certifier.name as certifier',
      'exchange_rate.units_per_dollar',
      'decision.reference as decision',
    ])
    .where('e.number', '>', after)
    .where('e.number', '<=', last)
    .where('e.effective_on', '<=', asOf)
    .orderBy('e.number')
    .limit(PAGE)
    .execute();
}

async function linesBetween(db: Reader, first: bigint, last: bigint): Promise<Map<bigint, JournalLine[]>> {
  const rows = await db
    .selectFrom('posting')
    .leftJoin('contributor', 'contributor.id', 'posting.contributor_id')
    .leftJoin('contribution', 'contribution.id', 'posting.contribution_id')
    .leftJoin('instalment', 'instalment.id', 'posting.instalment_id')
    .leftJoin('pool', 'pool.id', 'posting.pool_id')
    .leftJoin('organization', 'organization.id', 'posting.organization_id')
    .leftJoin('position', 'position.id', 'posting.position_id')
    .select([
      'posting.entry_number',
      'posting.line',
      'posting.account',
      'posting.amount',
      'posting.currency',
      'posting.original_amount',
      'posting.original_currency',
      'posting.cost_component',
      'contributor.name as contributor',
      'contribution.reference as contribution',
      'instalment.number as instalment',
      'pool.name as pool',
      'organization.name as organization',
      'position.number as position',
    ])
    .where('posting.entry_number', '>=', first)
    .where('posting.entry_number', '<=', last)
    .orderBy('posting.entry_number')
    .orderBy('posting.line')
    .execute();
  const lines = new Map<bigint, JournalLine[]>();
  for (const row of rows) {
    const line = {
      line: Number(row.line),
      account: row.account,
      amount: money(row.amount, row.currency as Currency),
      original: row.original_amount === null ? null : money(row.original_amount, row.original_currency as Currency),
      costComponent: row.cost_component,
      contributor: row.contributor,
      contribution: row.contribution,
      instalment: row.instalment === null ? null : Number(row.instalment),
      pool: row.pool,
      organization: row.organization,
      position: row.position === null ? null : Number(row.position),
    };
    const known = lines.get(row.entry_number);
    if (known === undefined) lines.set(row.entry_number, [line]);
    else known.push(line);
  }
  return lines;
}

/** The journal from a standpoint, in the order of recording and page by page: memory does not grow with the ledger. */
export async function* journalPages(db: Reader, standpoint: Standpoint): AsyncGenerator<JournalEntry[]> {
  const bounds = await boundsOf(db, standpoint);
  let after = 0n;
  for (;;) {
    const rows = await entriesAfter(db, bounds, after);
    const [first, last] = [rows.at(0), rows.at(-1)];
    if (first === undefined || last === undefined) return;
    const lines = await linesBetween(db, first.number, last.number);
    yield rows.map((row) => ({
      number: Number(row.number),
      kind: row.kind,
      effectiveOn: date(row.effective_on),
      recordedAt: row.recorded_at,
      recordedBy: row.name,
      description: row.description,
      reference: row.reference,
      decision: row.decision,
      reverses: row.reverses === null ? null : Number(row.reverses),
      exchangeRate: row.units_per_dollar,
      charge:
        row.charge_percent === null || row.charge_base === null
          ? null
          : { percent: row.charge_percent, base: money(row.charge_base, BOOK_CURRENCY) },
      certified: certifiedIn(bounds, row.certified_at, row.certifier),
      hash: row.hash,
      lines: lines.get(row.number) ?? [],
    }));
    after = last.number;
  }
}

/** Currencies in which something was promised or paid up to a standpoint, by their code. */
export async function journalCurrencies(db: Reader, standpoint: Standpoint): Promise<Currency[]> {
  const { asOf, last } = await boundsOf(db, standpoint);
  const rows = await db
    .selectFrom('posting')
    .select('original_currency')
    .distinct()
    .where('original_currency', 'is not', null)
    .where('entry_number', '<=', last)
    .where('effective_on', '<=', asOf)
    .orderBy('original_currency')
    .execute();
  return rows.map((row) => row.original_currency as Currency);
}
