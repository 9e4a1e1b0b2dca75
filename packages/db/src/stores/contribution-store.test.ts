import { addMonths, date } from '@dcc/domain/calendar-date';
import { amendPledgeEntry } from '@dcc/domain/contributions/pledge';
import { refundEntry } from '@dcc/domain/contributions/deposit';
import { money } from '@dcc/domain/money';
import { movementEntry } from '@dcc/domain/ledger/movements';
import { reverse } from '@dcc/domain/ledger/reversal';
import { identityRate } from '@dcc/domain/exchange-rate';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyDatabase } from '../integrity-checks.ts';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import {
  AT,
  append,
  beginWorkedFund,
  currency,
  deposit,
  granted,
  mustFind,
  pledge,
  sign,
  usd,
} from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import {
  contributionRows,
  contributionTotals,
  openInstalmentIds,
  openInstalments,
  totalsByContributor,
} from './contribution-reads.ts';
import {
  contributorNamed,
  findContribution,
  findInstalment,
  listContributors,
  listPools,
  markSigned,
  markUnsigned,
  nameKey,
  newContributionFits,
  poolExists,
  poolNamed,
  leastReceivedFrom,
  saveContributors,
  saveInstalments,
  savePool,
  takenReferences,
} from './contribution-store.ts';
import { contributionDetail } from './contribution-detail.ts';
import { contributionsByYear, givenByYear } from './contribution-years.ts';
import { entryRow, postingsOf } from './ledger-reads.ts';

const [CHF, USD] = [currency('CHF'), currency('USD')];
const ASOF = date('2026-06-02');
const TODAY = { asOf: ASOF, knownOn: null };
const all = { sort: 'reference', direction: 'asc', limit: 50, offset: 0 } as const;

/** Two agreements and a pledge: in dollars partly paid, in francs not at all, the pledge open. */
async function threeContributions(db: Database): Promise<void> {
  await sign(db, { id: 'k-1', on: date('2024-01-10'), currency: USD }, 40_000n, 60_000n);
  await deposit(db, 'k-1-1', date('2025-06-05'), 30_000n);
  await sign(db, { id: 'k-2', on: date('2024-02-10'), currency: CHF, from: 'c-2', pool: 'e-2' }, 90_000n);
  await pledge(db, { id: 'k-3', on: date('2026-01-10'), currency: USD, from: 'c-2' }, 7_000n);
}

onBothEngines('contributions', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });

  test('names are one name however they are written', async () => {
    expect(nameKey('  Ａurelia\u00a0 Fund ')).toBe('aurelia fund');
    expect((await contributorNamed(db.read, ' AURELIA '))?.id).toBe('c-1');
    expect((await poolNamed(db.read, 'isLands'))?.id).toBe('e-1');
    expect(await contributorNamed(db.read, 'Nobody')).toBeNull();
    expect(await poolNamed(db.read, 'Nothing')).toBeNull();
    const again = { id: 'c-9', name: 'aurelia', type: 'ngo', countryCode: null } as const;
    await expect(withTransaction(db, (tx) => saveContributors(tx, AT, [again]))).rejects.toThrow(/unique/iu);
    const pool = { id: 'e-9', name: ' ISLANDS', earmarking: 'softly', description: '' } as const;
    await expect(withTransaction(db, (tx) => savePool(tx, AT, pool))).rejects.toThrow(/unique/iu);
  });

  test('what is on record is found, and what is not is not', async () => {
    await threeContributions(db);
    const fits = (contributorId: string, poolId: string, reference: string) =>
      newContributionFits(db.read, { contributorId, poolId, reference });
    expect(await fits('c-1', 'e-1', 'REF-x')).toEqual({ contributor: true, pool: true, referenceFree: true });
    expect(await fits('x', 'x', 'REF-k-1')).toEqual({ contributor: false, pool: false, referenceFree: false });
    expect([await poolExists(db.read, 'e-1'), await poolExists(db.read, 'x')]).toEqual([true, false]);
    expect((await listContributors(db.read)).map(({ id }) => id)).toEqual(['c-1', 'c-2']);
    expect((await listPools(db.read)).map(({ name }) => name)).toEqual(['Islands', 'Unearmarked', 'Women']);
    expect(await takenReferences(db.read, ['REF-k-1', 'REF-x'])).toEqual(new Set(['REF-k-1']));
    expect(await takenReferences(db.read, [])).toEqual(new Set());
    expect(await findContribution(db.read, 'x')).toBeNull();
    expect(await findInstalment(db.read, 'x')).toBeNull();
    expect(await contributionDetail(db.read, TODAY, 'x')).toBeNull();
  });

  test('a contribution is as its entries left it', async () => {
    await threeContributions(db);
    expect(await mustFind(db, 'k-1')).toMatchObject({
      stage: 'signed',
      signedOn: '2024-01-10',
      pledge: null,
      received: usd(30_000),
      hasInstalments: true,
    });
    expect(await mustFind(db, 'k-3')).toMatchObject({
      stage: 'pledged',
      hasInstalments: false,
      pledge: { pledgedOn: '2026-01-10', original: usd(7_000), value: usd(7_000) },
    });
    const [one, two, three] = await contributionRows(db.read, TODAY, all);
    expect(one).toMatchObject({
      signed: usd(100_000),
      received: usd(30_000),
      outstanding: usd(70_000),
      overdue: usd(70_000),
      nextDueOn: '2025-06-01',
    });
    expect(two).toMatchObject({
      original: money(90_000n, CHF),
      signed: usd(100_000),
      currency: 'CHF',
      contributor: { id: 'c-2' },
      pool: { id: 'e-2' },
    });
    expect(three).toMatchObject({
      stage: 'pledged',
      original: usd(7_000),
      pledged: usd(7_000),
      overdue: null,
      nextDueOn: null,
    });
    expect(await contributionDetail(db.read, TODAY, 'k-2')).toMatchObject({
      signedRate: { unitsPerDollar: '0.90', effectiveOn: '2023-01-01' },
      supportCostPercent: '8',
      instalments: [{ number: 1, dueOn: '2025-06-01', outstanding: money(90_000n, CHF) }],
    });
    expect(await contributionDetail(db.read, TODAY, 'k-1')).toMatchObject({ signedRate: null });
    expect((await openInstalments(db.read, TODAY)).map(({ reference, dueOn }) => [reference, dueOn])).toEqual(
      expect.arrayContaining([
        ['REF-k-1', '2025-06-01'],
        ['REF-k-1', '2026-06-01'],
        ['REF-k-2', '2025-06-01'],
      ]),
    );
    expect(await openInstalmentIds(db.read, 'k-1')).toEqual(
      new Map([
        ['1', 'k-1-1'],
        ['2', 'k-1-2'],
      ]),
    );
  });

  test('finds names in letters beyond ASCII, as written and in small letters', async () => {
    const name = 'Ökumenisches Émile-Šafařík-Werk';
    await withTransaction(db, (tx) => saveContributors(tx, AT, [{ id: 'c-3', name, type: 'ngo', countryCode: null }]));
    await sign(db, { id: 'k-4', on: date('2024-01-10'), currency: USD, from: 'c-3' }, 1n);
    for (const text of ['Ökumenisches', 'ökumenisches', 'ÉMILE-Šafařík', name, name.normalize('NFD')])
      expect((await contributionRows(db.read, TODAY, { ...all, text })).map(({ id }) => id)).toEqual(['k-4']);
  });

  test('the least received from a day on counts what went back later', async () => {
    await threeContributions(db);
    const contribution = await mustFind(db, 'k-1');
    const { ref } = contribution;
    expect(await leastReceivedFrom(db.read, contribution, date('2025-06-04'))).toEqual(usd(0));
    expect(await leastReceivedFrom(db.read, contribution, date('2025-06-05'))).toEqual(usd(30_000));
    const gone = { contribution: ref, received: usd(30_000), refundedOn: date('2025-07-01'), amount: usd(10_000) };
    await append(db, granted(refundEntry({ ...gone, rate: identityRate(gone.refundedOn), reason: 'Asked back' })));
    expect(await leastReceivedFrom(db.read, contribution, date('2025-06-05'))).toEqual(usd(20_000));
  });

  test('years go without gaps, net of refunds, and only to the day asked', async () => {
    await threeContributions(db);
    const { ref, received } = await mustFind(db, 'k-1');
    const refundedOn = date('2026-03-01');
    await append(
      db,
      granted(
        refundEntry({
          contribution: ref,
          received,
          refundedOn,
          amount: usd(5_000),
          rate: identityRate(refundedOn),
          reason: 'Back',
        }),
      ),
    );
    expect(await contributionsByYear(db.read, { asOf: ASOF, knownOn: null }, null)).toEqual([
      { year: 2024, signed: usd(200_000), received: usd(0) },
      { year: 2025, signed: usd(0), received: usd(30_000) },
      { year: 2026, signed: usd(-5_000), received: usd(-5_000) },
    ]);
    expect(await contributionsByYear(db.read, { asOf: date('2026-02-28'), knownOn: null }, 'c-2')).toEqual([
      { year: 2024, signed: usd(100_000), received: usd(0) },
    ]);
    expect(await contributionsByYear(db.read, { asOf: date('2023-12-31'), knownOn: null }, null)).toEqual([]);
    const given = await givenByYear(db.read, { asOf: ASOF, knownOn: null });
    const inUse = given.map(({ contributorId, year, step, value }) => [contributorId, year, step, value.minor]);
    expect(inUse).toContainEqual(['c-2', 2024, 'signed', 100_000n]);
    expect(inUse).toContainEqual(['c-1', 2026, 'received', -5_000n]);
    expect(
      given
        .filter(({ step }) => step !== 'pledged')
        .every(({ value, original }) => value.currency === 'USD' && original.minor !== 0n),
    ).toBe(true);
    expect(await givenByYear(db.read, { asOf: date('2023-12-31'), knownOn: null })).toEqual([]);
    const movement = {
      kind: 'deposit',
      effectiveOn: date('2019-05-01'),
      amount: usd(9),
      original: null,
      description: '',
    } as const;
    const about = { contributorId: 'c-1', organizationId: null, positionId: null, poolId: 'e-1' };
    await append(
      db,
      granted(movementEntry({ ...movement, ...about })),
      granted(movementEntry({ ...movement, ...about, kind: 'bank-charge' })),
    );
    const gap = { signed: usd(0), received: usd(0) };
    expect((await contributionsByYear(db.read, { asOf: ASOF, knownOn: null }, null)).slice(0, 3)).toEqual([
      { year: 2019, signed: usd(9), received: usd(9) },
      { year: 2020, ...gap },
      { year: 2021, ...gap },
    ]);
  });

  test('a pledge is never changed on a day before its last change', async () => {
    await pledge(db, { id: 'k-5', on: date('2026-01-10'), currency: USD }, 7_000n);
    const amend = async (on: string, cents: number) => {
      const { pledge: open } = await mustFind(db, 'k-5');
      const entry = amendPledgeEntry({
        pledge: open!,
        amendedOn: date(on),
        amount: usd(cents),
        rate: identityRate(date(on)),
        reason: 'More',
      });
      if (entry.ok) await append(db, entry.value);
      return entry.ok ? 'accepted' : entry.violation.kind;
    };
    expect(await amend('2026-03-10', 9_000)).toBe('accepted');
    expect(await amend('2026-02-10', 8_000)).toBe('AmendmentBeforePledge');
    expect(await amend('2026-03-10', 8_000)).toBe('accepted');
    expect((await mustFind(db, 'k-5')).pledge).toMatchObject({
      pledgedOn: '2026-03-10',
      original: usd(8_000),
      value: usd(8_000),
    });
    expect((await mustFind(db, 'k-5')).pledgedOn).toBe('2026-01-10');
  });

  test('a signature taken back makes the pledge a pledge again and ends its instalments', async () => {
    await sign(db, { id: 'k-6', on: date('2026-01-10'), currency: CHF }, 500n);
    const stored = await entryRow(db.read, 1);
    const postings = (await postingsOf(db.read, [1])).get(1)!;
    await append(db, granted(reverse({ ...stored!, postings }, date('2026-02-01'), 'Not signed')));
    await withTransaction(db, (tx) => markUnsigned(tx, 'k-6', { currency: USD, poolId: 'e-2' }));
    expect(await mustFind(db, 'k-6')).toMatchObject({
      stage: 'pledged',
      currency: 'USD',
      signedOn: null,
      pledge: null,
    });
    expect(await findInstalment(db.read, 'k-6-1')).toBeNull();
    expect(await openInstalmentIds(db.read, 'k-6')).toEqual(new Map());
    expect((await verifyDatabase(db)).findings).toEqual([]);

    const terms = {
      signedOn: date('2026-02-01'),
      currency: CHF,
      supportCostPercent: null,
      rateId: null,
      description: 'Again',
    };
    const { ref } = await mustFind(db, 'k-6');
    await withTransaction(db, async (tx) => {
      await markSigned(tx, ref, terms);
      const dueOn = addMonths(terms.signedOn, 1);
      await saveInstalments(tx, [{ id: 'again', contributionId: 'k-6', dueOn, amount: money(5n, CHF) }]);
    });
    expect(await openInstalmentIds(db.read, 'k-6')).toEqual(new Map([['2', 'again']]));
    await withTransaction(db, (tx) => markUnsigned(tx, 'k-6', null));
    // Never pledged: it stays a letter of its day, whose terms are to be entered anew.
    expect(await mustFind(db, 'k-6')).toMatchObject({
      stage: 'signed',
      signedOn: terms.signedOn,
      hasInstalments: false,
    });
    expect(await findInstalment(db.read, 'again')).toBeNull();
  });

  test('an instalment of what is not signed takes no money', async () => {
    await pledge(db, { id: 'k-7', on: date('2026-01-10'), currency: USD }, 7_000n);
    const stray = { id: 'i-7', contributionId: 'k-7', dueOn: date('2026-02-01'), amount: usd(5) };
    await withTransaction(db, (tx) => saveInstalments(tx, [stray]));
    expect(await findInstalment(db.read, 'i-7')).toBeNull();
  });

  test('instalments of several contributions are numbered each from one', async () => {
    await threeContributions(db);
    await pledge(db, { id: 'k-8', on: date('2026-01-10'), currency: USD }, 7_000n);
    const row = (id: string, contributionId: string) => ({ id, contributionId, dueOn: ASOF, amount: usd(5) });
    await withTransaction(db, (tx) => saveInstalments(tx, [row('a', 'k-3'), row('b', 'k-8'), row('c', 'k-8')]));
    expect([...(await openInstalmentIds(db.read, 'k-8'))]).toEqual([
      ['1', 'b'],
      ['2', 'c'],
    ]);
    await withTransaction(db, (tx) => saveInstalments(tx, []));
  });
});

onBothEngines('a list of contributions', (bench) => {
  let db: Database;
  beforeAll(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });

  test('of none has totals of nothing', async () => {
    expect(await contributionTotals(db.read, TODAY, {})).toEqual({
      pledged: usd(0),
      signed: usd(0),
      received: usd(0),
      outstanding: usd(0),
      overdue: usd(0),
      rowCount: 0,
    });
    await threeContributions(db);
  });

  const ids = async (selection: object) =>
    (await contributionRows(db.read, TODAY, { ...all, ...selection })).map(({ id }) => id);

  test('selects by contributor, pool, stage, what is overdue, and text', async () => {
    expect(await ids({ contributorId: 'c-2' })).toEqual(['k-2', 'k-3']);
    expect(await ids({ poolId: 'e-1' })).toEqual(['k-1', 'k-3']);
    expect(await ids({ stage: 'pledged' })).toEqual(['k-3']);
    expect(await ids({ stage: 'overdue' })).toEqual(['k-1', 'k-2']);
    expect(await ids({ text: 'ref-K-3' })).toEqual(['k-3']);
    expect(await ids({ id: 'k-2' })).toEqual(['k-2']);
    expect(
      await contributionRows(db.read, { asOf: date('2025-06-01'), knownOn: null }, { ...all, stage: 'overdue' }),
    ).toEqual([]);
  });

  test.each([
    ['%', ['k-2', 'k-3']],
    ['_', ['k-2', 'k-3']],
    ['!', ['k-2', 'k-3']],
    ['100 % _fund!', ['k-2', 'k-3']],
    ['%aurelia', []],
    ['a_relia', []],
    ["' or 1=1 --", []],
    ['\\', []],
  ])('takes “%s” as it stands', async (text, found) => {
    expect(await ids({ text })).toEqual(found);
  });

  test.each(['date', 'contributor', 'reference', 'signed', 'received', 'outstanding'] as const)(
    'goes by %s, up and down, a page at a time',
    async (sort) => {
      const up = await ids({ sort });
      expect(await ids({ sort, direction: 'desc' })).toEqual(up.toReversed());
      expect(up.toSorted()).toEqual(['k-1', 'k-2', 'k-3']);
      expect([...(await ids({ sort, limit: 2 })), ...(await ids({ sort, limit: 2, offset: 2 }))]).toEqual(up);
    },
  );

  test('has totals, of all and of each contributor', async () => {
    const totals = {
      pledged: usd(7_000),
      signed: usd(200_000),
      received: usd(30_000),
      outstanding: usd(170_000),
      overdue: usd(170_000),
    };
    expect(await contributionTotals(db.read, TODAY, {})).toEqual({ ...totals, rowCount: 3 });
    const by = await totalsByContributor(db.read, TODAY);
    expect(by.get('c-1')).toEqual({
      ...totals,
      pledged: usd(0),
      signed: usd(100_000),
      outstanding: usd(70_000),
      overdue: usd(70_000),
      count: 1,
    });
    expect(by.get('c-2')).toMatchObject({ pledged: usd(7_000), signed: usd(100_000), received: usd(0), count: 2 });
  });
});
