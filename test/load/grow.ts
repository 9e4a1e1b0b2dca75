import type { Database } from '@dcc/db/open-database';
import { certifyEntries } from '@dcc/db/stores/certification-store';
import { appendEntries } from '@dcc/db/stores/ledger-store';
import { saveDecision } from '@dcc/db/stores/position-store';
import { withTransaction } from '@dcc/db/with-transaction';
import { decideAllocation } from '@dcc/domain/allocations/allocation';
import { addMonths, type CalendarDate, date } from '@dcc/domain/calendar-date';
import { unscheduledDepositEntry } from '@dcc/domain/contributions/deposit';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { movementEntry, type MovementKind } from '@dcc/domain/ledger/movements';
import { type Money, money } from '@dcc/domain/money';
import type { Result } from '@dcc/domain/result';
import { chance } from '../server-process.ts';
import { CERTIFIER, contributionRef, firstMonth, positionOf, SECRETARIAT, WORLD } from './world.ts';

/** Days of a month on which somebody sits down and records. */
const RECORDING_DAYS = ['07', '14', '21', '28'] as const;
const DECISION_DAY = '14';
/** One entry in ten took effect in the month before it was recorded. */
const LATE = 0.1;
const IN_ONE_TRANSACTION = 5000;

/** How often each movement occurs, in a hundred entries. */
const MIX: readonly (readonly [MovementKind, number])[] = [
  ['deposit', 30],
  ['transfer', 20],
  ['organization-received', 12],
  ['organization-expenditure', 18],
  ['interest-fund', 4],
  ['bank-charge', 4],
  ['direct-cost', 4],
  ['agent-fee', 4],
  ['refund', 2],
  ['organization-refund', 2],
];

const usd = (minor: bigint): Money => money(minor, BOOK_CURRENCY);

function granted<T>(result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Error(`Refused: ${result.violation.kind}`);
  return result.value;
}

/** Makes entries by chance of one seed, always the same. */
class Maker {
  readonly #random: () => number;
  constructor(seed: number) {
    this.#random = chance(seed);
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #kind(): MovementKind {
    let left = this.#below(100);
    for (const [kind, share] of MIX) {
      if (left < share) return kind;
      left -= share;
    }
    return 'deposit';
  }

  /** A position that is employed in a month of the ledger: each for two years, a new one every quarter. */
  #position(month: number): ReturnType<typeof positionOf> {
    const last = Math.min(WORLD.positions - 1, Math.floor(month / 3));
    const first = Math.min(last, Math.max(0, Math.floor((month - 24) / 3) + 1));
    return positionOf(first + this.#below(last - first + 1));
  }

  /** The next entry, recorded on a day of a month of the ledger. */
  entry(recordedOn: CalendarDate, month: number): EntryDraft {
    const late = month > 0 && this.#random() < LATE;
    const inMonth = late ? addMonths(recordedOn, -1) : recordedOn;
    const effectiveOn = date(
      `${inMonth.slice(0, 8)}${String(Number(inMonth.slice(8)) - this.#below(7)).padStart(2, '0')}`,
    );
    const kind = this.#kind();
    const amount = usd(BigInt(kind === 'deposit' ? 1_000_000 + this.#below(9_000_000) : 1000 + this.#below(2_000_000)));
    const description = `Movement ${this.#below(1_000_000)}`;
    const contributor = this.#below(WORLD.contributors);
    if (kind === 'deposit') {
      const contribution = contributionRef(contributor, Math.floor(month / 12));
      const received = { contribution, receivedOn: effectiveOn, amount, value: amount, rate: null, description };
      return granted(unscheduledDepositEntry(received));
    }
    const position = this.#position(month);
    const ofPosition = ['transfer', 'refund'].includes(kind) || kind.startsWith('organization-');
    return granted(
      movementEntry({
        kind,
        effectiveOn,
        amount,
        original: null,
        description,
        contributorId: kind === 'agent-fee' ? `c-${contributor}` : null,
        organizationId: ofPosition ? position.organizationId : null,
        positionId: ofPosition ? position.positionId : null,
        poolId: ofPosition ? position.poolId : 'unearmarked',
      }),
    );
  }
}

const MILLION = usd(100_000_000n);
const POOLS = Array.from({ length: WORLD.pools }, (_, n) => ({ id: `e-${n}`, name: `Pool ${n}` }));

/** The first entries: cash for every pool. */
async function depositFirst(db: Database, on: CalendarDate): Promise<number> {
  const amount = money(MILLION.minor * 10n, BOOK_CURRENCY);
  const drafts = POOLS.map((_, n) =>
    granted(
      unscheduledDepositEntry({
        contribution: contributionRef(n, 0),
        receivedOn: on,
        amount,
        value: amount,
        rate: null,
        description: 'Opening deposit',
      }),
    ),
  );
  const stamp = { recordedAt: `${on}T01:00:00.000Z`, recordedBy: SECRETARIAT };
  await withTransaction(db, (tx) => appendEntries(tx, stamp, drafts));
  return drafts.length * 2;
}

/** A decision that reserves one year of every position; returns how many postings it made. */
async function decide(db: Database, on: CalendarDate, year: number): Promise<number> {
  const stamp = { recordedAt: `${on}T11:00:00.000Z`, recordedBy: SECRETARIAT };
  const lines = Array.from({ length: WORLD.positions }, (_, n) => ({
    ...positionOf(n),
    year,
    amount: usd(17_500_000n),
  }));
  const decision = { decidedOn: on, reference: `LOAD-${year}`, title: `Year ${year} of every position` };
  const reserved = granted(
    decideAllocation({
      ...decision,
      decisionId: `d-${year}`,
      deciderOrganizationId: null,
      pools: POOLS.map((pool) => ({ ...pool, cash: MILLION, allocated: usd(0n) })),
      reserve: usd(0n),
      lines: lines.map(({ poolId, amount, ...target }) => ({
        poolId,
        amount,
        target: {
          ...target,
          positionTitle: target.positionId,
          organizationName: target.organizationId,
          state: 'approved',
          cost: amount,
          allocated: usd(0n),
        },
      })),
    }),
  );
  await withTransaction(db, async (tx) => {
    await saveDecision(tx, { ...decision, id: `d-${year}`, text: '', ...stamp, lines });
    await appendEntries(tx, stamp, [reserved]);
  });
  return reserved.postings.length;
}

/** Days on which the ledger was written, each with the month of the ledger it lies in. */
function recordingDays(today: CalendarDate): { readonly day: CalendarDate; readonly month: number }[] {
  const begin = firstMonth(today);
  return Array.from({ length: WORLD.months }, (_, month) => month).flatMap((month) =>
    RECORDING_DAYS.map((day) => ({ day: date(`${addMonths(begin, month).slice(0, 8)}${day}`), month })).filter(
      ({ day }) => day <= today,
    ),
  );
}

/** Grows an empty ledger to at least so many postings, spread evenly over five years, in the program's own way. */
export async function growLedger(
  db: Database,
  given: { readonly today: CalendarDate; readonly postings: number; readonly seed: number },
  onProgress: (done: number) => void,
): Promise<void> {
  const maker = new Maker(given.seed);
  const begin = firstMonth(given.today);
  let done = (await depositFirst(db, begin)) + (await decide(db, begin, 1));
  const days = recordingDays(given.today);
  const waiting: number[] = [];
  for (const [index, { day, month }] of days.entries()) {
    // The committee met again this spring or autumn, in the middle of a month.
    if (month === WORLD.months - 4 && day.endsWith(DECISION_DAY)) done += await decide(db, day, 2);
    const goal = Math.ceil((given.postings * (index + 1)) / days.length);
    while (done < goal) {
      const drafts: EntryDraft[] = [];
      while (done < goal && drafts.length < IN_ONE_TRANSACTION) {
        const draft = maker.entry(day, month);
        drafts.push(draft);
        done += draft.postings.length;
      }
      const stamp = { recordedAt: `${day}T12:00:00.000Z`, recordedBy: SECRETARIAT };
      await withTransaction(db, async (tx) => {
        waiting.push(...(await appendEntries(tx, stamp, drafts)));
        // Somebody else is never far behind.
        const seen = waiting.splice(0, Math.max(0, waiting.length - WORLD.waiting));
        if (seen.length > 0) await certifyEntries(tx, { at: `${day}T15:00:00.000Z`, by: CERTIFIER }, seen);
      });
      onProgress(done);
    }
  }
}
