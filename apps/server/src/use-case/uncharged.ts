import { basesOf, changesFrom } from '@dcc/db/stores/standing-store';
import type { Reader } from '@dcc/db/open-database';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { type DayChange, leastFrom } from '@dcc/domain/ledger/standing';
import { type Money, money } from '@dcc/domain/money';
import { Refusal } from './refusal.ts';

const negated = (changes: readonly DayChange[]): DayChange[] =>
  changes.map(({ on, change }) => ({ on, change: -change }));

function left(ground: readonly DayChange[], bases: readonly DayChange[], on: CalendarDate): Money {
  const least = leastFrom([...ground, ...negated(bases)], on);
  return money(least < 0n ? 0n : least, BOOK_CURRENCY);
}

/** Deposits, less what went back to contributors, that no agent fee was charged on by a day, nor by a fee of a later one. */
export async function unchargedDeposits(db: Reader, on: CalendarDate): Promise<Money> {
  const deposits = await changesFrom(db, ['cash'], { kinds: ['deposit', 'contributor-refund'] }, on);
  return left(deposits, await basesOf(db, 'agent-fee'), on);
}

/** Expenditure that hosts reported and no support cost was charged on by a day, nor by a charge of a later one. */
export async function unchargedExpenditure(db: Reader, on: CalendarDate): Promise<Money> {
  const spent = await changesFrom(db, ['organization-expenditure'], {}, on);
  return left(spent, await basesOf(db, 'support-cost'), on);
}

/** Refuses to take back expenditure on which a support cost rests. */
export async function assertChargesRest(db: Reader, entry: EntryDraft): Promise<void> {
  const less = entry.postings.reduce(
    (sum, { account, amount }) => (account === 'organization-expenditure' ? sum - amount.minor : sum),
    0n,
  );
  if (less > 0n && (await unchargedExpenditure(db, entry.effectiveOn)).minor < less)
    throw new Refusal({ kind: 'ReversalRefused', reason: 'charge-follows' });
}
