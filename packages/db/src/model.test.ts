import { availableInPool, availableOverall, decideAllocation } from '@dcc/domain/allocations/allocation';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { signAgreement } from '@dcc/domain/contributions/agreement';
import { depositEntry, refundEntry } from '@dcc/domain/contributions/deposit';
import { amendPledgeEntry, pledgeEntry } from '@dcc/domain/contributions/pledge';
import { type ExchangeRate, toBookCurrency } from '@dcc/domain/exchange-rate';
import { alwaysAsync } from '@dcc/domain/laws.arbitrary';
import { ACCOUNTS, type Account } from '@dcc/domain/ledger/accounts';
import type { EntryDraft, Posting } from '@dcc/domain/ledger/entry';
import { type MovementKind, MOVEMENT_KINDS, movementEntry } from '@dcc/domain/ledger/movements';
import { reverse } from '@dcc/domain/ledger/reversal';
import { compare, money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Result } from '@dcc/domain/result';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyDatabase } from './integrity-checks.ts';
import type { Database } from './open-database.ts';
import { balancesAt } from './stores/balance-store.ts';
import {
  findContribution,
  findInstalment,
  markSigned,
  markUnsigned,
  saveContributions,
  saveInstalments,
} from './stores/contribution-store.ts';
import { entryRow, postingsOf } from './stores/ledger-reads.ts';
import { appendEntries } from './stores/ledger-store.ts';
import { poolFunds } from './stores/pool-store.ts';
import { findPosition, saveDecision } from './stores/position-store.ts';
import { rateInForce } from './stores/rate-store.ts';
import { onBothEngines } from './test-support/engines.ts';
import { AT, beginWorkedFund, currency, STAMP, usd } from './test-support/worked-fund.ts';
import { type Tx, withTransaction } from './with-transaction.ts';

const POOLS = ['e-1', 'e-2', 'unearmarked'] as const;
const CURRENCIES = ['USD', 'CHF', 'JPY'] as const;
const RESERVE = usd(50_000);

/** One thing that somebody tries; which record it meets follows from `at` and from what there is. */
type Attempt = {
  readonly do: (typeof DEEDS)[number];
  readonly at: number;
  readonly share: number;
  readonly month: number;
};
const DEEDS = [
  'pledge',
  'amend',
  'sign',
  'sign',
  'deposit',
  'deposit',
  'deposit',
  'refund',
  'movement',
  'allocate',
  'allocate',
  'reverse',
  'reverse',
] as const;

const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  do: fc.constantFrom(...DEEDS),
  at: fc.nat({ max: 9999 }),
  share: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 105 })),
  month: fc.integer({ min: 0, max: 3 }),
});

/** What the fund should hold, kept as simply as can be: every posting that was ever accepted. */
class Model {
  readonly postings: (Posting & { on: string; kind: string; recordedAt: string })[] = [];
  readonly contributions: string[] = [];
  readonly instalments: string[] = [];
  entries = 0;
  decisions = 0;

  take(draft: EntryDraft, recordedAt: string): void {
    this.entries += 1;
    for (const posting of draft.postings)
      this.postings.push({ ...posting, on: draft.effectiveOn, kind: draft.kind, recordedAt });
  }
  sum(matches: (posting: Posting & { on: string; kind: string }) => boolean): bigint {
    return this.postings.filter(matches).reduce((total, { amount }) => total + amount.minor, 0n);
  }
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const onMonth = (month: number): CalendarDate =>
  date(`${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`);

async function rateOf(tx: Tx, code: string, on: CalendarDate): Promise<ExchangeRate> {
  const rate = await rateInForce(tx, currency(code), on);
  if (rate === null) throw new Error(`No rate of ${code} on ${on}`);
  return rate;
}

type Deed = { readonly entry: EntryDraft; readonly save?: () => Promise<void> } | null;
const deed = (entry: Result<EntryDraft, unknown>, save?: () => Promise<void>): Deed =>
  entry.ok ? { entry: entry.value, ...(save === undefined ? {} : { save }) } : null;

async function announce(tx: Tx, model: Model, { at, share, month }: Attempt): Promise<Deed> {
  const [id, on, code] = [`k-${model.contributions.length}`, onMonth(month), pick(CURRENCIES, at) ?? 'USD'];
  const ref = { id, contributorId: `c-${(at % 2) + 1}`, poolId: pick(POOLS, at) ?? 'e-1', reference: id };
  const rate = await rateOf(tx, code, on);
  const amount = money(BigInt(share) * 1_003n, rate.currency);
  const entry = pledgeEntry({
    contribution: ref,
    pledgedOn: on,
    amount,
    value: toBookCurrency(amount, rate),
    rate: rate.id === null ? null : rate,
    description: '',
  });
  return deed(entry, async () => {
    await saveContributions(tx, AT, [
      { ref, currency: rate.currency, stage: 'pledged', on, supportCostPercent: null, rateId: null, description: '' },
    ]);
    model.contributions.push(id);
  });
}

async function amend(tx: Tx, model: Model, { at, share, month }: Attempt): Promise<Deed> {
  const found = await findContribution(tx, pick(model.contributions, at) ?? '');
  if (found?.pledge == null) return null;
  const rate = await rateOf(tx, found.currency, onMonth(month));
  const amount = money(BigInt(share) * 997n, found.currency);
  return deed(amendPledgeEntry({ pledge: found.pledge, amendedOn: onMonth(month), amount, rate, reason: 'Changed' }));
}

async function sign(tx: Tx, model: Model, { at, share, month }: Attempt): Promise<Deed> {
  const found = await findContribution(tx, pick(model.contributions, at) ?? '');
  if (found?.stage !== 'pledged') return null;
  const on = onMonth(month);
  const rate = await rateOf(tx, pick(CURRENCIES, at + share) ?? 'USD', on);
  const instalments = Array.from({ length: (share % 3) + 1 }, (_, index) => ({
    id: `i-${model.instalments.length + index}`,
    contributionId: found.ref.id,
    dueOn: on,
    amount: money(BigInt(share) * 1_009n + BigInt(index), rate.currency),
  }));
  const signed = signAgreement({
    contribution: found.ref,
    pledge: found.pledge,
    signedOn: on,
    currency: rate.currency,
    instalments,
    rate,
    value: null,
    description: '',
  });
  if (!signed.ok) return null;
  return deed({ ok: true, value: signed.value.entry }, async () => {
    await markSigned(tx, found.ref, {
      signedOn: on,
      currency: rate.currency,
      supportCostPercent: null,
      rateId: rate.id,
      description: '',
    });
    await saveInstalments(tx, instalments);
    model.instalments.push(...instalments.map(({ id }) => id));
  });
}

async function receive(tx: Tx, model: Model, { at, share, month }: Attempt): Promise<Deed> {
  const found = await findInstalment(tx, pick(model.instalments, at) ?? '');
  if (found === null) return null;
  const { contribution, instalment, signedOn } = found;
  // Above a hundred per cent is refused; a hundred settles to the cent.
  const amount = money((instalment.outstanding.minor * BigInt(share)) / 100n, contribution.currency);
  const rate = await rateOf(tx, contribution.currency, onMonth(month));
  return deed(
    depositEntry({
      contribution: contribution.ref,
      signedOn,
      instalment,
      receivedOn: onMonth(month),
      amount,
      rate,
      description: '',
    }),
  );
}

async function refund(tx: Tx, model: Model, { at, share, month }: Attempt): Promise<Deed> {
  const found = await findContribution(tx, pick(model.contributions, at) ?? '');
  if (found === null) return null;
  const rate = await rateOf(tx, found.currency, onMonth(month));
  const amount = money((found.received.minor * BigInt(share)) / 100n, found.currency);
  return deed(
    refundEntry({
      contribution: found.ref,
      received: found.received,
      refundedOn: onMonth(month),
      amount,
      rate,
      reason: 'Back',
    }),
  );
}

function move({ at, share, month }: Attempt): Deed {
  const kind: MovementKind = pick(MOVEMENT_KINDS, at) ?? 'deposit';
  const about = {
    contributorId: null,
    organizationId: `o-${(at % 2) + 1}`,
    positionId: null,
    poolId: pick(POOLS, at) ?? 'e-1',
  };
  return deed(
    movementEntry({
      kind,
      effectiveOn: onMonth(month),
      amount: usd(share * 501),
      original: null,
      description: '',
      ...about,
    }),
  );
}

async function allocate(tx: Tx, model: Model, { at, share, month }: Attempt): Promise<Deed> {
  const position = await findPosition(tx, `p-${(at % 2) + 1}`);
  const year = pick(position?.years ?? [], at);
  if (position === null || year === undefined) return null;
  const { organizationId, organizationName, state, title } = position;
  const target = { positionId: position.id, positionTitle: title, organizationId, organizationName, state, ...year };
  const line = { target, poolId: pick(POOLS, at) ?? 'e-1', amount: usd(share * 700) };
  const [id, decidedOn] = [`d-${model.decisions}`, onMonth(month)];
  const made = { reference: id, title: 'Decision', decidedOn };
  const pools = await poolFunds(tx);
  const entry = decideAllocation({
    ...made,
    decisionId: id,
    deciderOrganizationId: null,
    lines: [line],
    pools,
    reserve: RESERVE,
  });
  return deed(entry, async () => {
    const lines = [{ positionId: position.id, year: year.year, poolId: line.poolId, amount: line.amount }];
    await saveDecision(tx, { ...made, id, text: '', ...STAMP, lines });
    model.decisions += 1;
  });
}

/** What an entry brought in, in the contributor's currency. */
function paidBy(postings: readonly Posting[]): bigint {
  return postings.find(({ account }) => account === 'cash')?.original?.minor ?? 0n;
}

function aboutOf(postings: readonly Posting[]): string | null {
  return postings.find(({ contributionId }) => contributionId !== null)?.contributionId ?? null;
}

/** As the server does: no signature that money came in on is taken back, and no deposit that was refunded. */
async function undo(tx: Tx, model: Model, { at, month }: Attempt): Promise<Deed> {
  const stored = await entryRow(tx, (at % Math.max(1, model.entries)) + 1);
  if (stored === null) return null;
  const postings = (await postingsOf(tx, [stored.number])).get(stored.number) ?? [];
  const entry = reverse({ ...stored, postings }, onMonth(month), 'Undone');
  const about = aboutOf(postings);
  const contribution = about === null ? null : await findContribution(tx, about);
  if (stored.kind === 'deposit' && contribution !== null && contribution.received.minor < paidBy(postings)) return null;
  if (stored.kind !== 'agreement' || contribution === null) return deed(entry);
  const moved = model.postings.some(({ contributionId, account }) => contributionId === about && account === 'cash');
  if (moved) return null;
  const open = postings.find(({ account }) => account === 'pledges-open');
  const pledge = open?.original == null || open.poolId === null ? null : { ...open.original, poolId: open.poolId };
  return deed(entry, () => markUnsigned(tx, contribution.ref.id, pledge));
}

/** Cash that decisions have promised is not given away: what the server asks before money leaves. */
async function isFree(tx: Tx, { postings }: EntryDraft): Promise<boolean> {
  const pools = await poolFunds(tx);
  let total = 0n;
  for (const pool of pools) {
    const taken = postings
      .filter(({ account, poolId }) => account === 'cash' && poolId === pool.id)
      .reduce((sum, { amount }) => sum - amount.minor, 0n);
    total += taken;
    if (taken > 0n && compare(usd(taken), availableInPool(pool)) > 0) return false;
  }
  return total <= 0n || compare(usd(total), availableOverall(pools, RESERVE)) <= 0;
}

function plan(tx: Tx, model: Model, attempt: Attempt): Promise<Deed> | Deed {
  switch (attempt.do) {
    case 'pledge':
      return announce(tx, model, attempt);
    case 'amend':
      return amend(tx, model, attempt);
    case 'sign':
      return sign(tx, model, attempt);
    case 'deposit':
      return receive(tx, model, attempt);
    case 'refund':
      return refund(tx, model, attempt);
    case 'movement':
      return move(attempt);
    case 'allocate':
      return allocate(tx, model, attempt);
    case 'reverse':
      return undo(tx, model, attempt);
  }
}

/** The secretariat records something every fifth day or so. */
const recordedAt = (index: number): string => new Date(Date.parse(AT) + index * 5 * 86_400_000).toISOString();

async function carryOut(db: Database, model: Model, attempt: Attempt, index: number): Promise<boolean> {
  return withTransaction(db, async (tx) => {
    const planned = await plan(tx, model, attempt);
    if (planned === null || !(await isFree(tx, planned.entry))) return false;
    await planned.save?.();
    const stamp = { ...STAMP, recordedAt: recordedAt(index) };
    expect(await appendEntries(tx, stamp, [planned.entry])).toEqual([model.entries + 1]);
    model.take(planned.entry, stamp.recordedAt);
    return true;
  });
}

async function agree(
  db: Database,
  model: Model,
  standpoint: Standpoint,
  accounts: readonly Account[],
  byMonth = true,
): Promise<void> {
  const { asOf, knownOn } = standpoint;
  const keys = [
    'account',
    'kind',
    'pool_id',
    'contributor_id',
    'organization_id',
    'year',
    ...(byMonth ? (['month'] as const) : []),
  ] as const;
  const rows = await balancesAt(db.read, standpoint, accounts, keys);
  const expected = new Map<string, bigint>();
  for (const { account, kind, poolId, contributorId, organizationId, on, amount, recordedAt: at } of model.postings) {
    if (on > asOf || !accounts.includes(account) || (knownOn !== null && at.slice(0, 10) > knownOn)) continue;
    const key = [
      account,
      kind,
      poolId,
      contributorId,
      organizationId,
      on.slice(0, 4),
      ...(byMonth ? [on.slice(0, 7)] : []),
    ]
      .map((part) => part ?? '')
      .join(' ');
    expected.set(key, (expected.get(key) ?? 0n) + amount.minor);
  }
  // A sum that something and its correction left at nothing may be said or left out.
  const told = (sums: Iterable<[string, bigint]>) => new Map([...sums].filter(([, minor]) => minor !== 0n));
  expect(told(rows.map((row): [string, bigint] => [keys.map((key) => row[key]).join(' '), row.amount.minor]))).toEqual(
    told(expected),
  );
}

async function holds(db: Database, model: Model): Promise<void> {
  const pools = await poolFunds(db.read);
  for (const pool of pools) {
    expect(pool.cash.minor).toBe(model.sum(({ account, poolId }) => account === 'cash' && poolId === pool.id));
    expect(pool.allocated.minor).toBe(
      model.sum(({ account, poolId }) => account === 'allocations-open' && poolId === pool.id),
    );
    expect(pool.allocated.minor === 0n || availableInPool(pool).minor >= 0n).toBe(true);
  }
  for (const id of model.contributions) {
    const found = await findContribution(db.read, id);
    const cash = model.postings.filter(({ account, contributionId }) => account === 'cash' && contributionId === id);
    expect(found?.received.minor).toBe(cash.reduce((total, { original }) => total + (original?.minor ?? 0n), 0n));
    const pledged = model.sum(({ account, contributionId }) => account === 'pledges-open' && contributionId === id);
    expect(found?.pledge?.value.minor ?? 0n).toBe(pledged);
  }
  expect(await verifyDatabase(db)).toMatchObject({ entries: model.entries, findings: [] });
}

onBothEngines('whatever happens', (bench) => {
  test(
    'the database says what the postings say, promises no money twice, and verifies',
    { timeout: 3_600_000 },
    async () => {
      const life = fc.tuple(
        fc.array(anyAttempt, { minLength: 150, maxLength: 300, size: 'max' }),
        fc.integer({ min: 0, max: 23 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 }),
      );
      let [tried, done] = [0, 0];
      await alwaysAsync(
        fc.asyncProperty(life, async ([attempts, month, known]) => {
          const db = await bench.fresh();
          await beginWorkedFund(db);
          const model = new Model();
          for (const [index, attempt] of attempts.entries()) {
            // Life goes on, though a paper may come a few months late.
            const late = Math.floor((index / attempts.length) * 21) + attempt.month;
            tried += 1;
            if (await carryOut(db, model, { ...attempt, month: late }, index)) done += 1;
          }
          await holds(db, model);
          const ever = date('2199-12-31');
          await agree(db, model, { asOf: onMonth(month), knownOn: null }, ACCOUNTS);
          await agree(db, model, { asOf: ever, knownOn: null }, ['cash', 'allocations-open']);
          for (const share of known) {
            const knownOn = date(recordedAt(Math.floor(share * attempts.length)).slice(0, 10));
            await agree(db, model, { asOf: onMonth(month), knownOn }, ACCOUNTS, false);
            await agree(db, model, { asOf: ever, knownOn }, ['cash', 'transfers']);
          }
        }),
        bench.engine === 'sqlite' ? 0.008 : 0.003,
      );
      expect(done).toBeGreaterThan(tried / 3);
    },
  );
});
