import { decideAllocation } from '@dcc/domain/allocations/allocation';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { signAgreement } from '@dcc/domain/contributions/agreement';
import { depositEntry, refundEntry } from '@dcc/domain/contributions/deposit';
import { amendPledgeEntry, pledgeEntry } from '@dcc/domain/contributions/pledge';
import { writeOffEntry } from '@dcc/domain/contributions/write-off';
import { type ExchangeRate, toBookCurrency } from '@dcc/domain/exchange-rate';
import type { EntryDraft, Posting } from '@dcc/domain/ledger/entry';
import { type MovementKind, MOVEMENT_KINDS, movementEntry } from '@dcc/domain/ledger/movements';
import { reverse } from '@dcc/domain/ledger/reversal';
import { money } from '@dcc/domain/money';
import { stepsFrom } from '@dcc/domain/positions/step-table';
import type { Result } from '@dcc/domain/result';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Database } from '../open-database.ts';
import { certifyEntries } from '../stores/certification-store.ts';
import {
  findContribution,
  findInstalment,
  markSigned,
  markUnsigned,
  saveContributions,
  saveInstalments,
} from '../stores/contribution-store.ts';
import { COMMAND_LINE } from '../stores/fund-store.ts';
import { entryRow, postingsOf } from '../stores/ledger-reads.ts';
import { appendEntries } from '../stores/ledger-store.ts';
import { savePerson } from '../stores/person-store.ts';
import { poolFunds, reserveHeld } from '../stores/pool-store.ts';
import { findPosition, movePosition, saveDecision, savePosition, saveTerms } from '../stores/position-store.ts';
import { rateInForce } from '../stores/rate-store.ts';
import { type Tx, withTransaction } from '../with-transaction.ts';
import { isCovered, isFree, sendReserved, setReserve, takePercentage } from './life-money.ts';
import { AT, beginWorkedFund, currency, STAMP, usd } from './worked-fund.ts';

export const POOLS = ['e-1', 'e-2', 'unearmarked'] as const;
const CURRENCIES = ['USD', 'CHF', 'JPY'] as const;

/** One thing that somebody tries; which record it meets follows from `at` and from what there is. */
export type Attempt = {
  readonly do: (typeof DEEDS)[number];
  readonly at: number;
  readonly share: number;
  readonly month: number;
};
const DEEDS = [
  'pledge',
  'letter',
  'amend',
  'sign',
  'sign',
  'deposit',
  'deposit',
  'deposit',
  'refund',
  'write-off',
  'movement',
  'allocate',
  'allocate',
  'transfer',
  'transfer',
  'charge',
  'reserve',
  'reverse',
  'reverse',
  'step',
  'terms',
  'certify',
] as const;

export const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  do: fc.constantFrom(...DEEDS),
  at: fc.nat({ max: 9999 }),
  share: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 105 })),
  month: fc.integer({ min: 0, max: 3 }),
});

/** What the fund should hold, kept as simply as can be: every posting that was ever accepted. */
export class Model {
  readonly postings: (Posting & { on: string; kind: string; recordedAt: string })[] = [];
  readonly contributions: string[] = [];
  readonly instalments: string[] = [];
  /** Contributions that began as letters: the day on each, and when it was recorded. */
  readonly letters = new Map<string, { readonly on: string; readonly recordedAt: string }>();
  readonly bases: { readonly kind: string; readonly minor: bigint }[] = [];
  entries = 0;
  decisions = 0;
  steps = 0;

  take(draft: EntryDraft, recordedAt: string): void {
    this.entries += 1;
    if (draft.charge !== null) this.bases.push({ kind: draft.kind, minor: draft.charge.base.minor });
    for (const posting of draft.postings)
      this.postings.push({ ...posting, on: draft.effectiveOn, kind: draft.kind, recordedAt });
  }
  charged(kind: string): bigint {
    return this.bases.filter((base) => base.kind === kind).reduce((total, { minor }) => total + minor, 0n);
  }
  sum(matches: (posting: Posting & { on: string; kind: string }) => boolean): bigint {
    return this.postings.filter(matches).reduce((total, { amount }) => total + amount.minor, 0n);
  }
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
/** The fifteenth of a month, counted from January 2024. */
export const onMonth = (month: number): CalendarDate =>
  date(`${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`);

async function rateOf(tx: Tx, code: string, on: CalendarDate): Promise<ExchangeRate> {
  const rate = await rateInForce(tx, currency(code), on);
  if (rate === null) throw new Error(`No rate of ${code} on ${on}`);
  return rate;
}

/** What an attempt comes to: an entry, something else to save, or both; `null` where it is refused. */
type Deed = { readonly entry: EntryDraft | null; readonly save?: () => Promise<void> } | null;
const deed = (entry: Result<EntryDraft, unknown>, save?: () => Promise<void>): Deed =>
  entry.ok ? { entry: entry.value, ...(save === undefined ? {} : { save }) } : null;
const asDeed = (entry: Result<EntryDraft, unknown> | null): Deed => (entry === null ? null : deed(entry));
const dated = ({ at, share, month }: Attempt) => ({ at, share, on: onMonth(month) });
const without = (save: () => Promise<void>): Deed => ({ entry: null, save });

async function announce(tx: Tx, model: Model, now: string, { at, share, month }: Attempt): Promise<Deed> {
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
    description: id,
  });
  return deed(entry, async () => {
    await saveContributions(tx, now, [
      { ref, currency: rate.currency, stage: 'pledged', on, supportCostPercent: null, rateId: null, description: id },
    ]);
    model.contributions.push(id);
  });
}

/** A letter of agreement of which nobody knows the terms yet. */
async function writeLetter(tx: Tx, model: Model, now: string, { at, month }: Attempt): Promise<Deed> {
  const id = `k-${model.contributions.length}`;
  const ref = { id, contributorId: `c-${(at % 2) + 1}`, poolId: pick(POOLS, at) ?? 'e-1', reference: id };
  const terms = { currency: currency('USD'), supportCostPercent: null, rateId: null, description: 'Not published' };
  return without(async () => {
    await saveContributions(tx, now, [{ ref, stage: 'signed', on: onMonth(month), ...terms }]);
    model.contributions.push(id);
    model.letters.set(id, { on: onMonth(month), recordedAt: now });
  });
}

async function amend(tx: Tx, model: Model, _now: string, { at, share, month }: Attempt): Promise<Deed> {
  const found = await findContribution(tx, pick(model.contributions, at) ?? '');
  if (found?.pledge == null) return null;
  const rate = await rateOf(tx, found.currency, onMonth(month));
  const amount = money(BigInt(share) * 997n, found.currency);
  return deed(amendPledgeEntry({ pledge: found.pledge, amendedOn: onMonth(month), amount, rate, reason: 'Changed' }));
}

async function sign(tx: Tx, model: Model, _now: string, { at, share, month }: Attempt): Promise<Deed> {
  const found = await findContribution(tx, pick(model.contributions, at) ?? '');
  if (found === null || found.hasInstalments) return null;
  // The signature may earmark otherwise than the pledge did.
  const ref = { ...found.ref, poolId: pick(POOLS, at + share) ?? found.ref.poolId };
  const description = `Signed with ${share}`;
  const on = onMonth(month);
  const rate = await rateOf(tx, pick(CURRENCIES, at + share) ?? 'USD', on);
  const instalments = Array.from({ length: (share % 3) + 1 }, (_, index) => ({
    id: `i-${model.instalments.length + index}`,
    contributionId: found.ref.id,
    dueOn: on,
    amount: money(BigInt(share) * 1_009n + BigInt(index), rate.currency),
  }));
  const signed = signAgreement({
    contribution: ref,
    pledge: found.pledge,
    signedOn: on,
    currency: rate.currency,
    instalments,
    rate,
    value: null,
    description,
  });
  if (!signed.ok) return null;
  return deed({ ok: true, value: signed.value.entry }, async () => {
    await markSigned(tx, ref, {
      signedOn: on,
      currency: rate.currency,
      supportCostPercent: null,
      rateId: rate.id,
      description,
    });
    await saveInstalments(tx, instalments);
    model.instalments.push(...instalments.map(({ id }) => id));
  });
}

async function receive(tx: Tx, model: Model, _now: string, { at, share, month }: Attempt): Promise<Deed> {
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

async function writeOff(tx: Tx, model: Model, _now: string, { at, share, month }: Attempt): Promise<Deed> {
  const found = await findInstalment(tx, pick(model.instalments, at) ?? '');
  if (found === null) return null;
  const { contribution, instalment, signedOn } = found;
  const amount = money((instalment.outstanding.minor * BigInt(share)) / 200n, contribution.currency);
  const about = { contribution: contribution.ref, signedOn, instalment };
  return deed(writeOffEntry({ ...about, writtenOffOn: onMonth(month), amount, reason: 'Given up' }));
}

async function refund(tx: Tx, model: Model, _now: string, { at, share, month }: Attempt): Promise<Deed> {
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

async function allocate(tx: Tx, model: Model, now: string, { at, share, month }: Attempt): Promise<Deed> {
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
    reserve: (await reserveHeld(tx)).held,
  });
  return deed(entry, async () => {
    const lines = [{ positionId: position.id, year: year.year, poolId: line.poolId, amount: line.amount }];
    await saveDecision(tx, { ...made, id, text: '', ...STAMP, recordedAt: now, lines });
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

const SETTLING: ReadonlySet<string> = new Set(['cash', 'contributions-written-off']);

/** As the server does: no signature that money came in on, or was given up of, is taken back, and no deposit that was refunded. */
async function undo(tx: Tx, model: Model, _now: string, { at, month }: Attempt): Promise<Deed> {
  const stored = await entryRow(tx, (at % Math.max(1, model.entries)) + 1);
  if (stored === null) return null;
  const postings = (await postingsOf(tx, [stored.number])).get(stored.number) ?? [];
  const entry = reverse({ ...stored, postings }, onMonth(month), 'Undone');
  const about = aboutOf(postings);
  const contribution = about === null ? null : await findContribution(tx, about);
  if (stored.kind === 'deposit' && contribution !== null && contribution.received.minor < paidBy(postings)) return null;
  if (stored.kind !== 'agreement' || contribution === null) return deed(entry);
  const moved = model.postings.some(({ contributionId, account }) => contributionId === about && SETTLING.has(account));
  if (moved) return null;
  const open = postings.find(({ account }) => account === 'pledges-open');
  const pledge = open?.original == null || open.poolId === null ? null : { ...open.original, poolId: open.poolId };
  return deed(entry, () => markUnsigned(tx, contribution.ref.id, pledge));
}

/** A position goes on to the next state. */
async function step(tx: Tx, model: Model, now: string, { at, month }: Attempt): Promise<Deed> {
  const position = await findPosition(tx, `p-${(at % 3) + 1}`);
  const to = position === null ? undefined : pick(stepsFrom(position.state, position.yearInPost), at)?.to;
  const on = onMonth(24 + Math.floor(month / 2));
  if (position === null || to === undefined || to === 'withdrawn' || on < position.since) return null;
  return without(async () => {
    model.steps += 1;
    const made = { id: `step-of-life-${model.steps}`, on, note: 'On', recordedAt: now, recordedBy: COMMAND_LINE };
    await movePosition(tx, position.id, position.state, to, made);
  });
}

/** The terms of the third position, of which only the existence was known. */
async function enterTerms(tx: Tx, now: string): Promise<Deed> {
  const position = await findPosition(tx, 'p-3');
  if (position === null || position.years.length > 0) return null;
  const span = { startsOn: date('2027-01-01'), endsOn: date('2027-12-31') };
  const years = [{ year: 1, ...span, cost: usd(900_000) }];
  const terms = { title: 'Analyst 3', organizationId: 'o-2', dutyStationId: 's-1', description: 'Known now', ...span };
  return without(() => saveTerms(tx, now, 'p-3', { ...terms, years }));
}

/** Somebody else looks at an entry that waits. */
async function certify(tx: Tx, model: Model, now: string, { at }: Attempt): Promise<Deed> {
  const number = (at % Math.max(1, model.entries)) + 1;
  const stored = await entryRow(tx, number);
  if (stored === null || stored.certified !== null) return null;
  return without(() => certifyEntries(tx, { at: now, by: CERTIFIER }, [number]));
}

type Way = (tx: Tx, model: Model, now: string, attempt: Attempt) => Promise<Deed> | Deed;

const WAYS: Record<Attempt['do'], Way> = {
  pledge: announce,
  letter: writeLetter,
  amend,
  sign,
  deposit: receive,
  refund,
  'write-off': writeOff,
  movement: (_tx, _model, _now, attempt) => move(attempt),
  allocate,
  transfer: async (tx, _model, _now, attempt) => asDeed(await sendReserved(tx, dated(attempt))),
  charge: (_tx, model, _now, attempt) =>
    asDeed(takePercentage(model, pick(POOLS, attempt.at) ?? 'e-1', dated(attempt))),
  reserve: async (tx, _model, _now, attempt) => asDeed(await setReserve(tx, dated(attempt))),
  reverse: undo,
  step,
  terms: (tx, _model, now) => enterTerms(tx, now),
  certify,
};

/** The secretariat records something every fifth day or so. */
export const recordedAt = (index: number): string => new Date(Date.parse(AT) + index * 5 * 86_400_000).toISOString();

/** Tries something, as the secretariat does on its day; says whether it was accepted. */
export async function carryOut(db: Database, model: Model, attempt: Attempt, index: number): Promise<boolean> {
  return withTransaction(db, async (tx) => {
    const stamp = { ...STAMP, recordedAt: recordedAt(index) };
    const planned = await WAYS[attempt.do](tx, model, stamp.recordedAt, attempt);
    if (planned === null) return false;
    const { entry } = planned;
    if (entry !== null && !((await isFree(tx, entry)) && isCovered(model, entry))) return false;
    await planned.save?.();
    if (entry === null) return true;
    expect(await appendEntries(tx, stamp, [entry])).toEqual([model.entries + 1]);
    model.take(entry, stamp.recordedAt);
    return true;
  });
}

const CERTIFIER = 'p-certifier';

/** The worked fund with somebody who certifies, and a third position of which only the existence is known. */
export async function beginLife(db: Database): Promise<void> {
  await beginWorkedFund(db);
  await withTransaction(db, async (tx) => {
    const person = { name: 'Certifier', roles: ['certifier'], organizationId: null, contributorId: null } as const;
    await savePerson(tx, { id: CERTIFIER, email: 'c@example.org', passwordHash: 'none', at: AT, ...person });
    const known = { title: 'Not published', organizationId: 'o-1', dutyStationId: 's-1', description: 'Not published' };
    const sketch = { id: 'p-3', state: 'approved', startsOn: null, endsOn: null, years: [], ...known } as const;
    await savePosition(tx, sketch, { id: 'step-of-p-3', on: date('2026-01-01'), note: '', ...STAMP });
  });
}

/** Life goes on, though a paper may come a few months late: the month of an attempt of so many. */
export function inTime(attempt: Attempt, index: number, count: number): Attempt {
  return { ...attempt, month: Math.floor((index / count) * 21) + attempt.month };
}
