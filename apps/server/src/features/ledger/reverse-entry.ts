import { findContribution, markUnsigned } from '@dcc/db/stores/contribution-store';
import type { Reader } from '@dcc/db/open-database';
import { entryRow, postingsOf } from '@dcc/db/stores/ledger-reads';
import type { Posting } from '@dcc/domain/ledger/entry';
import type { ReverseEntry } from '@dcc/domain/ledger/inputs';
import { reverse } from '@dcc/domain/ledger/reversal';
import type { Plan, Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { assertFree } from '../../use-case/free-money.ts';
import { assertReceivedCovers, assertSentCovers } from '../../use-case/host-money.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { assertChargesRest } from '../../use-case/uncharged.ts';
import { entryNumber } from './read-ledger.ts';

/** An agreement is taken back only while everything it promised is still to come: also money given back had come in on it. */
async function undoSignature(db: Reader, postings: readonly Posting[]): Promise<Plan['save']> {
  const contributionId = postings.find(({ account }) => account === 'contribution-revenue')?.contributionId ?? null;
  const contribution = contributionId === null ? null : await findContribution(db, contributionId);
  if (contribution === null) throw new Refusal({ kind: 'NotFound', subject: 'contribution' });
  const promised = postings.reduce(
    (sum, { account, original }) => (account === 'contributions-receivable' ? sum + (original?.minor ?? 0n) : sum),
    0n,
  );
  if (contribution.received.minor !== 0n || contribution.outstanding.minor !== promised) {
    throw new Refusal({ kind: 'ReversalRefused', reason: 'deposits-follow' });
  }
  const open = postings.find(({ account }) => account === 'pledges-open');
  const pledge = open?.original == null || open.poolId === null ? null : { ...open.original, poolId: open.poolId };
  return (tx) => markUnsigned(tx, contribution.ref.id, pledge);
}

/** A deposit is taken back only while what stays received still covers what was refunded. */
async function assertStillReceived(db: Reader, postings: readonly Posting[]): Promise<void> {
  const cash = postings.find(({ account, contributionId }) => account === 'cash' && contributionId !== null);
  if (cash?.contributionId === undefined || cash.contributionId === null || cash.original === null) return;
  const contribution = await findContribution(db, cash.contributionId);
  if (contribution !== null && contribution.received.minor < cash.original.minor) {
    throw new Refusal({ kind: 'RefundAboveReceived', received: contribution.received, requested: cash.original });
  }
}

/** Corrects an entry by its mirror, which names it and says why. Money already promised to positions stays promised, and what rests on it covered. */
export const reverseEntry: Recording<ReverseEntry> = {
  action: 'entry.reverse',
  async plan(context, db, input) {
    refuseFuture(context, input.effectiveOn);
    const number = entryNumber(input.entryId);
    const stored = await entryRow(db, number);
    if (stored === null) throw new Refusal({ kind: 'NotFound', subject: 'entry' });
    const postings = (await postingsOf(db, [number])).get(number) ?? [];
    const entry = orRefuse(reverse({ ...stored, postings }, input.effectiveOn, input.reason));
    if (stored.kind === 'deposit') await assertStillReceived(db, postings);
    await assertFree(db, entry);
    await assertSentCovers(db, entry);
    await assertReceivedCovers(db, entry);
    await assertChargesRest(db, entry);
    const save = stored.kind === 'agreement' ? await undoSignature(db, postings) : () => Promise.resolve();
    return { id: input.entryId, entry, save };
  },
};
