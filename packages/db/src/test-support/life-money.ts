import { availableInPool, availableOverall } from '@dcc/domain/allocations/allocation';
import { drawOnReservations } from '@dcc/domain/allocations/reservations';
import { reserveEntry } from '@dcc/domain/allocations/reserve';
import { transferReserved } from '@dcc/domain/allocations/transfer';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Account } from '@dcc/domain/ledger/accounts';
import { chargedAmount, checkBase } from '@dcc/domain/ledger/charge';
import type { EntryDraft, Posting } from '@dcc/domain/ledger/entry';
import { movementEntry } from '@dcc/domain/ledger/movements';
import { compare } from '@dcc/domain/money';
import type { Result } from '@dcc/domain/result';
import { openReservations } from '../stores/open-amounts.ts';
import { poolFunds, reserveHeld } from '../stores/pool-store.ts';
import { findPosition } from '../stores/position-store.ts';
import type { Tx } from '../with-transaction.ts';
import { usd } from './worked-fund.ts';

// What a life does with money beside its contributions, and what the server asks before any of it.

/** An attempt with its day. */
type Dated = { readonly at: number; readonly share: number; readonly on: CalendarDate };

/** What was recorded so far, added up. */
type Sums = {
  sum(matches: (posting: Posting & { on: string; kind: string }) => boolean): bigint;
  /** What percentages of a kind were taken of. */
  charged(kind: string): bigint;
};

type Made = Result<EntryDraft, unknown> | null;

/** Sends a host part of what is reserved for a position, from one pool or from several. */
export async function sendReserved(tx: Tx, { at, share, on }: Dated): Promise<Made> {
  const position = await findPosition(tx, `p-${(at % 2) + 1}`);
  const reserved = position === null ? [] : ((await openReservations(tx)).get(position.id) ?? []);
  if (position === null || reserved.length === 0) return null;
  const open = reserved.reduce((total, each) => total + each.open.minor, 0n);
  const drawn = drawOnReservations(reserved, usd((open * BigInt(share)) / 100n), null);
  if (!drawn.ok) return null;
  const funds = await poolFunds(tx);
  return transferReserved({
    effectiveOn: on,
    description: '',
    organizationId: position.organizationId,
    positionId: position.id,
    draws: drawn.value,
    pools: reserved.map((each) => ({ ...each, cash: funds.find(({ id }) => id === each.poolId)?.cash ?? usd(0) })),
  });
}

/** A percentage of what none was taken of yet: deposits, or reported expenditure. */
export function takePercentage(sums: Sums, poolId: string, { at, share, on }: Dated): Made {
  const kind = at % 2 === 0 ? ('agent-fee' as const) : ('support-cost' as const);
  const ground =
    kind === 'agent-fee'
      ? sums.sum((line) => line.account === 'cash' && ['deposit', 'contributor-refund'].includes(line.kind))
      : sums.sum(({ account }) => account === 'organization-expenditure');
  const left = ground - sums.charged(kind);
  const charge = checkBase({ percent: String(share % 14), base: usd((left * BigInt(share)) / 100n) }, usd(left));
  if (!charge.ok) return null;
  return movementEntry({
    kind,
    effectiveOn: on,
    amount: chargedAmount(charge.value),
    original: null,
    description: '',
    contributorId: null,
    organizationId: null,
    positionId: null,
    poolId,
    charge: charge.value,
  });
}

export async function setReserve(tx: Tx, { at, share, on }: Dated): Promise<Made> {
  return reserveEntry({
    reserve: await reserveHeld(tx),
    charge: { percent: String(share % 30), base: usd(at * 10) },
    effectiveOn: on,
    description: 'Decided',
  });
}

/** Cash that decisions have promised is not given away: what the server asks before money leaves. A transfer takes its promise along. */
export async function isFree(tx: Tx, { postings }: EntryDraft): Promise<boolean> {
  const pools = await poolFunds(tx);
  let total = 0n;
  for (const pool of pools) {
    const change = (account: Account): bigint =>
      postings
        .filter((posting) => posting.account === account && posting.poolId === pool.id)
        .reduce((sum, { amount }) => sum + amount.minor, 0n);
    const taken = change('allocations-open') - change('cash');
    total += taken;
    if (taken > 0n && compare(usd(taken), availableInPool(pool)) > 0) return false;
  }
  return total <= 0n || compare(usd(total), availableOverall(pools, (await reserveHeld(tx)).held)) <= 0;
}

/** No host sends back more than it was sent, or says so; and support cost rests on expenditure: what the server asks as well. */
export function isCovered(sums: Sums, { postings }: EntryDraft): boolean {
  const after = (accounts: readonly Account[], host: string | null): bigint => {
    const counts = (line: Posting): boolean =>
      accounts.includes(line.account) && (host === null || line.organizationId === host);
    return postings.filter(counts).reduce((sum, { amount }) => sum + amount.minor, sums.sum(counts));
  };
  const hosts = ['o-1', 'o-2'];
  return (
    hosts.every((host) => after(['transfers'], host) >= 0n) &&
    hosts.every((host) => after(['organization-receipts', 'organization-refunds'], host) <= 0n) &&
    after(['organization-expenditure'], null) >= sums.charged('support-cost')
  );
}
