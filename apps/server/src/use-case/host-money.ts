import { changesFrom } from '@dcc/db/stores/standing-store';
import type { Reader } from '@dcc/db/open-database';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { leastFrom } from '@dcc/domain/ledger/standing';
import { type Money, money } from '@dcc/domain/money';
import type { RuleViolation } from '@dcc/domain/rule-violation';
import { Refusal } from './refusal.ts';

type Group = {
  readonly organizationId: string;
  readonly poolId?: string;
  readonly positionId?: string;
};

/** What an entry takes from a host's balance: of the host in all, of each pool's money with it, and of each position's. */
function taken(
  entry: EntryDraft,
  accounts: readonly Account[],
  sign: 1n | -1n,
): { readonly group: Group; readonly taken: bigint }[] {
  const sums = new Map<string, { group: Group; taken: bigint }>();
  const add = (group: Group, amount: bigint): void => {
    const key = JSON.stringify(group);
    const known = sums.get(key);
    if (known === undefined) sums.set(key, { group, taken: amount });
    else known.taken += amount;
  };
  for (const { account, organizationId, poolId, positionId, amount } of entry.postings) {
    // Older books may not say which host it was; then there is nothing to hold it against.
    if (organizationId === null || !accounts.includes(account)) continue;
    const less = -sign * amount.minor;
    add({ organizationId }, less);
    if (poolId !== null) add({ organizationId, poolId }, less);
    if (positionId !== null) add({ organizationId, positionId }, less);
  }
  return [...sums.values()].filter((sum) => sum.taken > 0n);
}

/** Refuses an entry that takes more from a host's balance than stands in it on the entry's day and ever after. */
async function assertCovers(
  db: Reader,
  entry: EntryDraft,
  accounts: readonly Account[],
  sign: 1n | -1n,
  violation: (held: Money, requested: Money) => RuleViolation,
): Promise<void> {
  for (const { group, taken: requested } of taken(entry, accounts, sign)) {
    const changes = await changesFrom(db, accounts, group, entry.effectiveOn);
    const held = leastFrom(
      changes.map(({ on, change }) => ({ on, change: sign * change })),
      entry.effectiveOn,
    );
    if (requested > held)
      throw new Refusal(violation(money(held < 0n ? 0n : held, BOOK_CURRENCY), money(requested, BOOK_CURRENCY)));
  }
}

/**
 * Refuses an entry after which a host would have sent back more than it was sent: a refund, or the reversal of a transfer. It holds
 * for the host in all, for each pool's money with it and for each position.
 */
export function assertSentCovers(db: Reader, entry: EntryDraft): Promise<void> {
  return assertCovers(db, entry, ['transfers'], 1n, (transferred, requested) => ({
    kind: 'RefundAboveTransferred',
    transferred,
    requested,
  }));
}

/** The same in the host's own books: what it says it sent back never exceeds what it says it received. */
export function assertReceivedCovers(db: Reader, entry: EntryDraft): Promise<void> {
  return assertCovers(db, entry, ['organization-receipts', 'organization-refunds'], -1n, (received, requested) => ({
    kind: 'HostRefundAboveReceived',
    received,
    requested,
  }));
}
