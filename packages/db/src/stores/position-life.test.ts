import { date } from '@dcc/domain/calendar-date';
import { movementEntry } from '@dcc/domain/ledger/movements';
import { NO_TERMS } from '@dcc/domain/positions/terms';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { append, AT, beginWorkedFund, STAMP, usd } from '../test-support/worked-fund.ts';
import { type Tx, withTransaction } from '../with-transaction.ts';
import { allowanceRates, allowanceUses, saveAllowanceRate, saveAllowanceUse } from './allowance-store.ts';
import { costLines, costTables, saveCostTable, spentByComponent } from './cost-store.ts';
import { hostPension, saveHostPension } from './pension-store.ts';
import { findPosition, movePosition } from './position-store.ts';
import { positionRows } from './position-reads.ts';
import { positionsBySteps, yearsAt } from './positions-at.ts';
import { addYear, retentionFindings, reviewFindings, saveFinding, saveRetention } from './review-store.ts';
import { saveTermsVersion, servedByPosition, termsVersions } from './terms-store.ts';

const LATER = { ...STAMP, recordedAt: '2026-12-01T09:00:00.000Z' };
const NOW = { asOf: date('2026-12-31'), knownOn: null };
const BEFORE = { asOf: date('2026-12-31'), knownOn: date('2026-11-30') };

onBothEngines('the life of a position', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });
  const write = <T>(work: (tx: Tx) => Promise<T>) => withTransaction(db, work);

  test('terms of reference are kept by version, and the empty fields of each', async () => {
    await write((tx) => saveTermsVersion(tx, 'p-1', 1, NO_TERMS, STAMP));
    await write((tx) => saveTermsVersion(tx, 'p-1', 2, { ...NO_TERMS, code: 'A-1', duties: 'Two\nlines' }, LATER));
    const versions = await termsVersions(db.read, NOW, 'p-1');
    expect(versions.map(({ number, terms: { code, duties } }) => [number, code, duties])).toEqual([
      [1, '', ''],
      [2, 'A-1', 'Two\nlines'],
    ]);
    expect(await termsVersions(db.read, BEFORE, 'p-1')).toHaveLength(1);
    expect(await termsVersions(db.read, NOW, 'p-2')).toEqual([]);
  });

  test('what a position serves stands in the last version of its terms that is known', async () => {
    await write((tx) => saveTermsVersion(tx, 'p-1', 1, { ...NO_TERMS, goals: '5, 13', code: 'A-1' }, STAMP));
    await write((tx) => saveTermsVersion(tx, 'p-1', 2, { ...NO_TERMS, goals: '4', themes: 'Climate' }, LATER));
    await write((tx) => saveTermsVersion(tx, 'p-2', 1, { ...NO_TERMS, code: 'A-2' }, STAMP));
    expect([...(await servedByPosition(db.read, NOW))]).toEqual([['p-1', { goals: ['4'], themes: ['Climate'] }]]);
    expect([...(await servedByPosition(db.read, BEFORE))]).toEqual([['p-1', { goals: ['5', '13'], themes: [] }]]);
  });

  test('findings stand in the order of recording, as far as a standpoint sees them', async () => {
    const finding = { kind: 'agreement', year: 2, favourable: true, hostAmount: null, contributorId: 'c-1' } as const;
    const paper = { on: date('2026-05-01'), reference: 'Letter' };
    await write((tx) => saveFinding(tx, 'p-1', { id: 'f-1', ...finding, ...paper }, STAMP));
    const share = { ...finding, kind: 'cost-share', year: 3, hostAmount: usd(500), contributorId: null } as const;
    await write((tx) => saveFinding(tx, 'p-1', { id: 'f-2', ...share, ...paper }, LATER));
    await write((tx) => saveFinding(tx, 'p-1', { id: 'f-3', ...finding, favourable: false, ...paper }, LATER));
    const seen = await reviewFindings(db.read, NOW, 'p-1');
    expect(seen.map(({ kind, favourable, hostAmount }) => [kind, favourable, hostAmount])).toEqual([
      ['agreement', true, null],
      ['cost-share', true, usd(500)],
      ['agreement', false, null],
    ]);
    expect(await reviewFindings(db.read, BEFORE, 'p-1')).toHaveLength(1);
    expect(await reviewFindings(db.read, { ...NOW, asOf: date('2026-04-30') }, 'p-1')).toEqual([]);
    await expect(
      write((tx) => saveFinding(tx, 'p-1', { id: 'f-4', ...finding, ...paper, contributorId: null }, STAMP)),
    ).rejects.toThrow(/check/iu);
  });

  test('a year that came later costs from its recording on, however the position is read', async () => {
    const year = { year: 3, startsOn: date('2028-01-01'), endsOn: date('2028-12-31'), cost: usd(700) };
    const query = { id: 'p-1', sort: 'number', direction: 'asc', limit: 1, offset: 0 } as const;
    const [before] = await positionRows(db.read, NOW, query);
    await write((tx) => addYear(tx, 'p-1', year, LATER.recordedAt));
    const [after] = await positionRows(db.read, NOW, query);
    expect(after).toMatchObject({ endsOn: '2028-12-31', cost: usd((before?.cost.minor ?? 0n) + 700n) });
    const [known] = await positionRows(db.read, BEFORE, query);
    expect(known).toEqual(before);
    expect((await yearsAt(db.read, BEFORE, ['p-1'])).get('p-1')).toHaveLength(2);
    expect((await yearsAt(db.read, NOW, ['p-1'])).get('p-1')).toHaveLength(3);
    const steps = await positionsBySteps(db.read, NOW);
    const { rows } = await sql<{ cost: bigint }>`select cost from ${steps} p where id = 'p-1'`.execute(db.read);
    expect(rows[0]?.cost).toBe(after?.cost.minor);
  });

  test('the last contract year that was begun is known through a review', async () => {
    const step = (id: string) => ({ id, on: date('2026-11-01'), note: '', ...STAMP });
    expect((await findPosition(db.read, 'p-1'))?.yearInPost).toBe(0);
    await write((tx) => movePosition(tx, 'p-1', 'offered', 'in-post-year-1', step('x-1')));
    await write((tx) => movePosition(tx, 'p-1', 'in-post-year-1', 'extension-review', step('x-2')));
    expect((await findPosition(db.read, 'p-1'))?.yearInPost).toBe(1);
  });

  test('who stayed is what was said last, at each time', async () => {
    const say = (months: 0 | 12, outcome: 'not-known' | 'un-system', stamp = STAMP) =>
      write((tx) => saveRetention(tx, 'p-1', { months, outcome, on: date('2026-05-01') }, stamp));
    await say(0, 'not-known');
    await say(12, 'not-known');
    await say(0, 'un-system', LATER);
    const said = async (standpoint: typeof NOW | typeof BEFORE) =>
      (await retentionFindings(db.read, standpoint, 'p-1')).map(({ months, outcome }) => [months, outcome]);
    expect(await said(NOW)).toEqual([
      [0, 'un-system'],
      [12, 'not-known'],
    ]);
    expect(await said(BEFORE)).toEqual([
      [0, 'not-known'],
      [12, 'not-known'],
    ]);
  });

  test('a cost table gives back its lines as they were, and stays as it is', async () => {
    const table = {
      id: 't-1',
      version: 'V1',
      effectiveOn: date('2026-01-01'),
      source: 'A circular',
      publishedOn: date('2025-12-01'),
    };
    const lines = [
      { dutyStationId: null, component: 'salary', frequency: 'yearly', cost: { amount: usd(100) } },
      { dutyStationId: 's-1', component: 'pension', frequency: 'once', cost: { percent: '20.00', of: 'salary' } },
    ] as const;
    await write((tx) => saveCostTable(tx, { ...table, lines }, STAMP));
    await write((tx) => saveCostTable(tx, { ...table, id: 't-2', version: 'V2', lines: [] }, LATER));
    expect(await costLines(db.read, 't-1')).toEqual(lines);
    expect((await costTables(db.read, NOW)).map(({ version }) => version)).toEqual(['V2', 'V1']);
    expect(await costTables(db.read, BEFORE)).toEqual([table]);
    await expect(write((tx) => saveCostTable(tx, { ...table, id: 't-3', lines: [] }, STAMP))).rejects.toThrow(
      /unique/iu,
    );
    await expect(write((tx) => sql`delete from cost_line`.execute(tx))).rejects.toThrow('append-only');
  });

  test('what a host spent stands by component, and what names none is other', async () => {
    const spent = { kind: 'organization-expenditure', effectiveOn: date('2026-10-01'), description: '' } as const;
    const dimensions = { organizationId: 'o-1', positionId: 'p-1' };
    const about = { ...spent, ...dimensions, original: null, contributorId: null, poolId: 'unearmarked' };
    for (const components of [[{ component: 'salary' as const, amount: usd(300) }], []]) {
      const entry = movementEntry({ ...about, amount: usd(300), components });
      if (!entry.ok) throw new Error(entry.violation.kind);
      await append(db, entry.value);
    }
    expect(await spentByComponent(db.read, NOW, 'p-1')).toEqual(
      new Map([
        ['salary', usd(300)],
        ['other', usd(300)],
      ]),
    );
    expect(await spentByComponent(db.read, { ...NOW, asOf: date('2026-09-30') }, 'p-1')).toEqual(new Map());
    expect(AT < LATER.recordedAt).toBe(true);
  });

  test('the allowance keeps its yearly amounts and its uses by their days', async () => {
    const rate = (on: string, cents: number) => ({ effectiveOn: date(on), amount: usd(cents), source: 'A circular' });
    await write((tx) => saveAllowanceRate(tx, rate('2027-01-01', 400), LATER));
    await write((tx) => saveAllowanceRate(tx, rate('2026-01-01', 300), STAMP));
    expect((await allowanceRates(db.read, NOW)).map(({ amount }) => amount)).toEqual([usd(300), usd(400)]);
    expect(await allowanceRates(db.read, BEFORE)).toHaveLength(1);
    const use = (id: string, on: string, cents: number, stamp = STAMP) =>
      write((tx) =>
        saveAllowanceUse(tx, { id, positionId: 'p-1', on: date(on), amount: usd(cents), purpose: 'Course' }, stamp),
      );
    await use('u-1', '2026-06-01', 50);
    await use('u-2', '2026-05-01', -20, LATER);
    expect((await allowanceUses(db.read, NOW, 'p-1')).map(({ amount }) => amount)).toEqual([usd(-20), usd(50)]);
    expect(await allowanceUses(db.read, BEFORE, 'p-1')).toHaveLength(1);
  });

  test('the pension of a host is the newest that had taken effect, and of one day what was recorded last', async () => {
    const say = (on: string, covered: boolean, stamp = STAMP) =>
      write((tx) => saveHostPension(tx, 'o-1', { effectiveOn: date(on), covered, source: 'A letter' }, stamp));
    expect(await hostPension(db.read, NOW, 'o-1')).toBeNull();
    await say('2026-01-01', true);
    await say('2026-01-01', false, LATER);
    await say('2199-01-01', true);
    expect(await hostPension(db.read, NOW, 'o-1')).toEqual({
      effectiveOn: '2026-01-01',
      covered: false,
      source: 'A letter',
    });
    expect((await hostPension(db.read, BEFORE, 'o-1'))?.covered).toBe(true);
    await expect(sql`delete from host_pension`.execute(db.write)).rejects.toThrow('append-only');
  });
});
