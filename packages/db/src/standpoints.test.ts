import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { alwaysAsync } from '@dcc/domain/laws.arbitrary';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { Standpoint } from '@dcc/domain/standpoint';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database, Reader } from './open-database.ts';
import { pendingCount } from './stores/certification-store.ts';
import { contributionDetail } from './stores/contribution-detail.ts';
import {
  contributionRows,
  contributionTotals,
  openInstalments,
  totalsByContributor,
} from './stores/contribution-reads.ts';
import { listContributors, listPools } from './stores/contribution-store.ts';
import { contributionsByYear } from './stores/contribution-years.ts';
import { entryCountAt } from './stores/known-entries.ts';
import { poolFunds, reserveHeld } from './stores/pool-store.ts';
import {
  countByState,
  decisionsOfPosition,
  lastDecision,
  positionRows,
  positionStory,
  positionTotals,
} from './stores/position-reads.ts';
import { yearsAt } from './stores/positions-at.ts';
import { listOrganizations } from './stores/reference-store.ts';
import { onBothEngines } from './test-support/engines.ts';
import { anyAttempt, beginLife, carryOut, inTime, Model, onMonth, recordedAt } from './test-support/life.ts';

const WHOLE = { direction: 'asc', limit: 1000, offset: 0 } as const;
const POSITIONS = ['p-1', 'p-2', 'p-3'];
const EVER = date('2199-12-31');

/** Everything that lists, pages and totals are made of, from one standpoint. */
async function everything(db: Reader, at: Standpoint) {
  const contributions = await contributionRows(db, at, { ...WHOLE, sort: 'date' });
  const details = [];
  for (const { id } of contributions) details.push([id, await contributionDetail(db, at, id)]);
  const stories = [];
  for (const id of POSITIONS)
    stories.push([id, await positionStory(db, at, id), await decisionsOfPosition(db, at, id)]);
  return {
    contributions,
    details,
    late: await contributionRows(db, at, { ...WHOLE, sort: 'outstanding', stage: 'overdue' }),
    ofOne: await contributionTotals(db, at, { contributorId: 'c-2' }),
    totals: await contributionTotals(db, at, {}),
    byContributor: await totalsByContributor(db, at),
    open: await openInstalments(db, at),
    years: await contributionsByYear(db, at, null),
    positions: await positionRows(db, at, { ...WHOLE, sort: 'state' }),
    ofHost: await positionTotals(db, at, { organizationId: 'o-2' }),
    states: await countByState(db, at),
    contractYears: await yearsAt(db, at, POSITIONS),
    stories,
    decision: await lastDecision(db, at),
    waiting: await pendingCount(db, at),
    entries: await entryCountAt(db, at),
    pools: await poolFunds(db, at),
    reserve: await reserveHeld(db, at),
    records: [await listContributors(db, at), await listPools(db, at), await listOrganizations(db, at)],
  };
}

/** What one looked at on a day, and what one saw. */
type Look = { readonly asOf: CalendarDate; readonly on: CalendarDate; readonly seen: object };

const anyLife = fc.record({
  attempts: fc.array(anyAttempt, { minLength: 100, maxLength: 180, size: 'max' }),
  // After which attempts somebody looks, and as of which month.
  looks: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 38 })), {
    minLength: 3,
    maxLength: 6,
  }),
});

const dayOf = (index: number): CalendarDate => date(recordedAt(index).slice(0, 10));

async function live(
  db: Database,
  { attempts, looks }: { attempts: readonly Parameters<typeof carryOut>[2][]; looks: readonly [number, number][] },
): Promise<{ model: Model; seen: Look[] }> {
  await beginLife(db);
  const model = new Model();
  const seen: Look[] = [];
  for (const [index, attempt] of attempts.entries()) {
    await carryOut(db, model, inTime(attempt, index, attempts.length), index);
    for (const [share, month] of looks) {
      if (Math.floor(share * (attempts.length - 1)) !== index) continue;
      // The last month stands for a day after everything.
      const asOf = month === 38 ? EVER : onMonth(month);
      seen.push({ asOf, on: dayOf(index), seen: await everything(db.read, { asOf, knownOn: null }) });
    }
  }
  return { model, seen };
}

/** The amounts of each contribution, added up from nothing but what was ever posted. */
function addedUp(model: Model, { asOf, knownOn }: Standpoint): Map<string, object> {
  const isSeen = ({ on, recordedAt: at }: { readonly on: string; readonly recordedAt: string }): boolean =>
    on <= asOf && (knownOn === null || at.slice(0, 10) <= knownOn);
  const seen = model.postings.filter(isSeen);
  const letters = [...model.letters].filter(([, letter]) => isSeen(letter)).map(([id]) => id);
  const ids = new Set([...letters, ...seen.map(({ contributionId }) => contributionId ?? '')]);
  ids.delete('');
  const total = (id: string, account: Account): bigint =>
    seen
      .filter((posting) => posting.contributionId === id && posting.account === account)
      .reduce((sum, { amount }) => sum + amount.minor, 0n);
  return new Map(
    [...ids].toSorted().map((id) => [
      id,
      {
        pledged: total(id, 'pledges-open'),
        signed: -total(id, 'contribution-revenue'),
        received: total(id, 'cash'),
        outstanding: total(id, 'contributions-receivable'),
        writtenOff: total(id, 'contributions-written-off'),
        exchangeDifference: -total(id, 'exchange-difference'),
      },
    ]),
  );
}

async function readBack(db: Reader, at: Standpoint): Promise<Map<string, object>> {
  const rows = await contributionRows(db, at, { ...WHOLE, sort: 'reference' });
  const read: [string, object][] = [];
  for (const { id, pledged, signed, received, outstanding } of rows) {
    const detail = await contributionDetail(db, at, id);
    const [writtenOff, exchangeDifference] = [detail?.writtenOff.minor, detail?.exchangeDifference.minor];
    const amounts = { pledged: pledged.minor, signed: signed.minor, received: received.minor };
    read.push([id, { ...amounts, outstanding: outstanding.minor, writtenOff, exchangeDifference }]);
    // What came is what was signed, less what is still to come and what was given up, and what the rates made of it.
    expect(received.minor).toBe(signed.minor - outstanding.minor - (writtenOff ?? 0n) + (exchangeDifference ?? 0n));
  }
  return new Map(read.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

onBothEngines('standpoints', (bench) => {
  const share = bench.engine === 'sqlite' ? 0.01 : 0.001;

  test(
    'what was seen on a day is seen again as known on that day, whatever was recorded since',
    { timeout: 3_600_000 },
    () =>
      alwaysAsync(
        fc.asyncProperty(anyLife, async (life) => {
          const db = await bench.fresh();
          const { seen } = await live(db, life);
          for (const look of seen)
            expect(await everything(db.read, { asOf: look.asOf, knownOn: look.on })).toEqual(look.seen);
        }),
        share,
      ),
  );

  test('what is kept and what the postings add up to are the same, today and at any day', { timeout: 3_600_000 }, () =>
    alwaysAsync(
      fc.asyncProperty(anyLife, async (life) => {
        const db = await bench.fresh();
        const { model, seen } = await live(db, life);
        // One who knows everything until the end of time does not take what is kept for granted.
        expect(await everything(db.read, { asOf: EVER, knownOn: EVER })).toEqual(
          await everything(db.read, { asOf: EVER, knownOn: null }),
        );
        for (const { asOf, on } of seen) {
          for (const knownOn of [null, on])
            expect(await readBack(db.read, { asOf, knownOn })).toEqual(addedUp(model, { asOf, knownOn }));
        }
      }),
      share,
    ),
  );
});
