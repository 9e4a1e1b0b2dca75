import { date } from '@dcc/domain/calendar-date';
import { reverse } from '@dcc/domain/ledger/reversal';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { append, beginWorkedFund, enterSome, granted, usd } from '../test-support/worked-fund.ts';
import { boundsOf, type EntryOrder, entryTotals, placeOf } from './ledger-list.ts';
import {
  decisionOfEntry,
  dimensionNames,
  entryPage,
  entryRow,
  entryRows,
  postingsOf,
  rateOfEntry,
} from './ledger-reads.ts';
import { decisionsOfPosition, lastDecision, positionRows } from './position-reads.ts';
import { decisionReferenceTaken } from './position-store.ts';
import { findRecords } from './find-store.ts';

const TODAY = { asOf: date('2026-11-22'), knownOn: null };
const WHOLE = { fund: true, contributorId: null, people: false };
const newest = { beside: null, toward: 'older', limit: 50 } as const;

onBothEngines('reading the ledger', (bench) => {
  let db: Database;
  beforeAll(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await enterSome(db);
    // Entry 7 undoes the second deposit, entry 3.
    const stored = (await entryRow(db.read, 3))!;
    const postings = (await postingsOf(db.read, [3])).get(3)!;
    await append(db, granted(reverse({ ...stored, postings }, date('2025-11-01'), 'Typed 100 % twice')));
  });

  const numbers = async (filter: object): Promise<number[]> =>
    (await entryRows(db.read, filter, null, newest)).map(({ number }) => number);

  test.each([
    [{}, [7, 6, 5, 4, 3, 2, 1]],
    [{ account: 'cash' }, [7, 6, 3, 2]],
    [{ kinds: ['deposit'] }, [7, 3, 2]],
    [{ kinds: ['deposit', 'pledge'] }, [7, 4, 3, 2]],
    [{ kinds: [] }, [7, 6, 5, 4, 3, 2, 1]],
    [{ contributorId: 'c-1' }, [7, 4, 3, 2, 1]],
    [{ contributorId: 'c-2' }, []],
    [{ contributionId: 'k-2' }, [4]],
    [{ poolId: 'e-1', account: 'transfers' }, [6]],
    [{ organizationId: 'o-1' }, [6, 5]],
    [{ positionId: 'p-1' }, [6, 5]],
    [{ account: 'cash', without: ['contributor'] }, [6]],
    [{ account: 'cash', without: ['organization', 'position'] }, [7, 3, 2]],
    [{ from: '2025-07-01', to: '2025-09-01' }, [5, 4, 3]],
    [{ text: 'received' }, [3, 2]],
    [{ text: 'ref-K-2' }, [4]],
    [{ text: '100 %' }, [7]],
    [{ text: '%' }, [7]],
    [{ text: 'received', account: 'cash', to: '2025-06-30' }, [2]],
  ])('%o selects entries %o', async (filter, expected) => {
    expect(await numbers(filter)).toEqual(expected);
    expect((await entryTotals(db.read, filter as never, null)).rowCount).toBe(expected.length);
  });

  test('what a filter of one account adds up to is the sum of its postings', async () => {
    const cash = await entryTotals(db.read, { account: 'cash' }, null);
    expect(cash).toEqual({ rowCount: 4, total: usd(102_272_727 - 1_000_000) });
    expect(await entryTotals(db.read, { account: 'cash', contributorId: 'c-2' }, null)).toEqual({
      rowCount: 0,
      total: usd(0),
    });
    expect((await entryTotals(db.read, { account: 'cash', text: 'a' }, null)).total).toBeNull();
    expect((await entryTotals(db.read, {}, null)).total).toBeNull();
  });

  test('a page goes on beside the last, either way', async () => {
    const page = async (beside: number | null, toward: 'older' | 'newer') =>
      (await entryRows(db.read, {}, null, { beside, toward, limit: 3 })).map(({ number }) => number);
    expect(await page(null, 'older')).toEqual([7, 6, 5]);
    expect(await page(5, 'older')).toEqual([4, 3, 2]);
    expect(await page(2, 'older')).toEqual([1]);
    expect(await page(4, 'newer')).toEqual([7, 6, 5]);
    expect(await page(null, 'newer')).toEqual([3, 2, 1]);
    expect(await page(7, 'newer')).toEqual([]);
  });

  test.each<[object, Partial<typeof TODAY>]>([
    [{}, {}],
    [{}, { asOf: date('2025-08-15') }],
    [{ account: 'cash' }, {}],
    [{ account: 'cash', kinds: ['deposit', 'transfer'] }, { asOf: date('2025-10-15') }],
    [{ contributorId: 'c-1' }, {}],
    [{ from: '2025-06-01', certification: 'pending' }, {}],
    [{ poolId: 'e-1', text: 're' }, {}],
    [{ certification: 'certified' }, {}],
  ])('%o at %o: every order, page by page and by each entry, is one list', async (filter, stand) => {
    const standpoint = { ...TODAY, ...stand };
    const bounds = await boundsOf(db.read, standpoint);
    const { rowCount } = await entryTotals(db.read, filter, standpoint);
    for (const order of (['number', 'date'] as const).flatMap((by) =>
      (['asc', 'desc'] as const).map((direction): EntryOrder => ({ by, direction })),
    )) {
      const read = async (window: Parameters<typeof entryPage>[4]) =>
        (await entryPage(db.read, filter, standpoint, order, window)).map(({ number }) => number);
      const whole = await read({ offset: 0, limit: 50 });
      const places = (await entryRows(db.read, filter, standpoint, newest)).map(({ number, effectiveOn }) => ({
        number,
        key: order.by === 'date' ? `${effectiveOn} ${number}` : String(number),
      }));
      places.sort((a, b) => (a.key < b.key ? -1 : 1));
      if (order.direction === 'desc') places.reverse();
      expect(whole).toEqual(places.map(({ number }) => number));
      expect(whole).toHaveLength(rowCount);
      for (const [place, number] of whole.entries()) {
        expect(await read({ offset: place, limit: 2 })).toEqual(whole.slice(place, place + 2));
        expect(await read({ beside: number, toward: 'next', limit: 2 })).toEqual(whole.slice(place + 1, place + 3));
        expect(await read({ beside: number, toward: 'previous', limit: 2 })).toEqual(
          whole.slice(Math.max(0, place - 2), place),
        );
        expect(await placeOf(db.read, filter, bounds, order, number)).toBe(place);
      }
    }
  });

  test('by date, an entry that is not there has nothing beside it', async () => {
    const order = { by: 'date', direction: 'asc' } as const;
    expect(await entryPage(db.read, {}, TODAY, order, { beside: 99, toward: 'next', limit: 2 })).toEqual([]);
  });

  test('an entry says who recorded it, what it undoes and what undid it', async () => {
    expect(await entryRow(db.read, 7)).toMatchObject({
      kind: 'deposit',
      reverses: 3,
      reversedBy: null,
      recordedBy: 'Command line',
    });
    expect(await entryRow(db.read, 3)).toMatchObject({ reverses: null, reversedBy: 7, rateId: 'r-CHF-2024-07-01' });
    expect(await entryRow(db.read, 8)).toBeNull();
    expect(await entryRow(db.read, 0)).toBeNull();
    expect(await postingsOf(db.read, [])).toEqual(new Map());
  });

  test('a rate and a decision of an entry are told by their names', async () => {
    expect(await rateOfEntry(db.read, 'r-CHF-2024-07-01')).toEqual({
      currency: 'CHF',
      unitsPerDollar: '0.88',
      effectiveOn: '2024-07-01',
      source: 'A test',
    });
    expect(await rateOfEntry(db.read, 'x')).toBeNull();
    expect(await decisionOfEntry(db.read, 'd-1')).toEqual({ id: 'd-1', reference: 'SC-1', title: 'One position' });
    expect(await decisionOfEntry(db.read, 'x')).toBeNull();
  });

  test('postings are told by the names of what they are about', async () => {
    const postings = [...(await postingsOf(db.read, [1, 2, 3, 4, 5, 6])).values()].flat();
    expect(await dimensionNames(db.read, postings)).toEqual(
      new Map([
        ['c-1', 'Aurelia'],
        ['e-1', 'Islands'],
        ['o-1', 'Meridian'],
        ['p-1', 'Analyst 1'],
        ['k-1', 'REF-k-1'],
        ['k-2', 'REF-k-2'],
      ]),
    );
    expect(await dimensionNames(db.read, [])).toEqual(new Map());
  });

  test('a position tells its decisions with their lines', async () => {
    expect(await decisionsOfPosition(db.read, TODAY, 'p-1')).toEqual([
      {
        id: 'd-1',
        reference: 'SC-1',
        title: 'One position',
        decidedOn: '2025-09-01',
        text: '',
        recordedBy: 'Command line',
        entryNumber: 5,
        lines: [
          { year: 1, pool: 'Islands', amount: usd(1_000_000) },
          { year: 2, pool: 'Islands', amount: usd(1_100_000) },
        ],
      },
    ]);
    expect(await decisionsOfPosition(db.read, TODAY, 'p-2')).toEqual([]);
    expect(await decisionReferenceTaken(db.read, 'SC-1')).toBe(true);
    const query = { sort: 'allocated', direction: 'desc', limit: 1, offset: 0 } as const;
    expect(await positionRows(db.read, TODAY, query)).toMatchObject([
      { id: 'p-1', state: 'approved', allocated: usd(2_100_000) },
    ]);
  });

  test('the last decision is the latest one up to a day', async () => {
    expect(await lastDecision(db.read, { asOf: date('2025-09-01'), knownOn: null })).toEqual({
      reference: 'SC-1',
      decidedOn: '2025-09-01',
    });
    expect(await lastDecision(db.read, { asOf: date('2025-08-31'), knownOn: null })).toBeNull();
  });

  test('a search finds a decision by its reference and by its title', async () => {
    const found = [{ kind: 'decision', id: 'd-1', label: 'SC-1', detail: 'One position' }];
    expect(await findRecords(db.read, 'sc-1', WHOLE)).toEqual(found);
    expect(await findRecords(db.read, 'ONE POSITION', WHOLE)).toEqual(found);
  });
});
