import { describe, expect, test } from 'vitest';
import { demoActor, newKey, openTestFund, rowCounts, type TestFund, violationOf } from '../../testing/test-fund.ts';
import { importGroups } from '../imports/import-groups.ts';
import { ImportRefused } from '../imports/csv-table.ts';

const WHAT_IF = { run: newKey(), roundId: 'r-2027', limits: [], lockedIn: [], lockedOut: [], more: null, choice: null };

const PLENTY = { poolId: 'unearmarked', amount: '2000000.00' };

async function titles(fund: TestFund): Promise<Map<string, string>> {
  const { proposals } = await fund.as('member').rounds.get({ id: 'r-2027' });
  return new Map(proposals.map(({ title, positionId }) => [title, positionId]));
}

async function writesNothing(fund: TestFund, call: () => Promise<unknown>) {
  const before = await rowCounts(fund.db);
  const violation = await violationOf(call());
  expect(await rowCounts(fund.db)).toEqual(before);
  return violation;
}

describe('a plan', () => {
  test('pays for each chosen position to the end, from pools that may, and says why the others are out', async () => {
    const fund = await openTestFund();
    const { proposals, pools } = await fund.as('auditor').rounds.get({ id: 'r-2027' });
    const { kind, plan } = await fund.as('auditor').rounds.plan(WHAT_IF);
    expect(kind).toBe('plan');
    expect(plan).toMatchObject({ proven: true, score: plan?.bound });
    for (const id of plan?.chosen ?? []) {
      const paid = (plan?.lines ?? []).filter(({ positionId }) => positionId === id);
      const total = paid.reduce((sum, { amount }) => sum + Number(amount.amount), 0);
      expect(total).toBe(Number(proposals.find(({ positionId }) => positionId === id)?.cost.amount));
      expect(paid.every(({ poolId }) => pools.some((pool) => pool.id === poolId))).toBe(true);
    }
    expect((plan?.chosen.length ?? 0) + (plan?.leftOut.length ?? 0)).toBe(4);
    const reasons = (plan?.leftOut ?? []).map(
      ({ limits, shortfall, locked }) => locked || limits.length > 0 || shortfall !== null,
    );
    expect(reasons.every(Boolean)).toBe(true);
  });

  test('keeps limits and locks, and judges the choice of people beside the best', async () => {
    const fund = await openTestFund();
    const of = await titles(fund);
    const sports = of.get('Sports for peace officer') ?? '';
    const limit = { mark: 'region:Africa', of: 'count' as const, least: null, most: 1 };
    const answer = await fund
      .as('member')
      .rounds.plan({ ...WHAT_IF, limits: [limit], lockedIn: [sports], more: PLENTY, choice: [...of.values()] });
    expect(answer.plan?.chosen).toContain(sports);
    expect(answer.plan?.chosen).not.toContain(of.get('Digital governance analyst'));
    expect(answer.judgement?.limits).toEqual([{ mark: 'region:Africa', side: 'most', count: 1, amount: null }]);
    expect(answer.judgement?.score).toBeGreaterThan(answer.plan?.score ?? 0);
    expect(new Set(answer.judgement?.lines?.map(({ positionId }) => positionId))).toEqual(new Set(of.values()));
  });

  test('names the wishes that contradict each other, and is never empty', async () => {
    const fund = await openTestFund();
    const sports = (await titles(fund)).get('Sports for peace officer') ?? '';
    const elsewhere = { ...WHAT_IF, lockedIn: ['no-such-position'] };
    expect(await violationOf(fund.as('chair').rounds.plan(elsewhere))).toEqual({
      kind: 'NotFound',
      subject: 'position',
    });
    const locks = { ...WHAT_IF, more: PLENTY, lockedIn: [sports], lockedOut: [sports] };
    const answer = await fund.as('chair').rounds.plan(locks);
    expect(answer).toMatchObject({ kind: 'conflict', plan: null });
    expect(answer.conflict.map(({ kind, positionId }) => [kind, positionId])).toEqual([
      ['lock-in', sports],
      ['lock-out', sports],
    ]);
  });

  test('shows what one more contribution would add, and writes nothing', async () => {
    const fund = await openTestFund();
    const before = await rowCounts(fund.db);
    const now = await fund.as('member').rounds.plan(WHAT_IF);
    const then = await fund.as('member').rounds.plan({ ...WHAT_IF, more: PLENTY });
    expect(then.plan?.chosen).toHaveLength(4);
    expect(now.gain).toBeNull();
    expect(then.gain).toEqual({
      score: (then.plan?.score ?? 0) - (now.plan?.score ?? 0),
      enters: then.plan?.chosen.filter((id) => now.plan?.chosen.includes(id) === false),
      leaves: [],
    });
    expect(then.plan?.score).toBeGreaterThanOrEqual(now.plan?.score ?? 0);
    expect(await rowCounts(fund.db)).toEqual(before);
  });
});

describe('scoring', () => {
  const score = (positionId: string, criterion: number, given: number) => ({
    idempotencyKey: newKey(),
    roundId: 'r-2027',
    positionId,
    scores: [{ criterion, score: given }],
    note: '',
  });

  test('counts the last score of each person', async () => {
    const fund = await openTestFund();
    const id = (await titles(fund)).get('Digital governance analyst') ?? '';
    await fund.as('member').rounds.score(score(id, 1, 3));
    await fund.as('member').rounds.score(score(id, 1, 9));
    const own = (await fund.as('member').rounds.get({ id: 'r-2027' })).proposals.find((each) => each.positionId === id);
    // (9 + 7) ÷ 2 of 10 at 40 %, 8 at 35 %, 8 at 25 %.
    expect(own).toMatchObject({ own: [9, null, null], scorers: 2, score: 8000 });
  });

  test('refuses a score outside the scale, the own organization, and a round that is not closed', async () => {
    const fund = await openTestFund();
    const of = await titles(fund);
    const digital = of.get('Digital governance analyst') ?? '';
    const finance = of.get('Climate finance analyst') ?? '';
    const member = fund.as('member').rounds;
    expect(await writesNothing(fund, () => member.score(score(digital, 1, 11)))).toEqual({
      kind: 'ScoreOutsideScale',
      score: 11,
      scale: 10,
    });
    expect(await writesNothing(fund, () => member.score(score(finance, 1, 5)))).toEqual({
      kind: 'Recused',
      organization: 'Meridian Development Programme',
    });
    expect(await writesNothing(fund, () => member.score(score(digital, 4, 5)))).toMatchObject({ subject: 'criterion' });
    const open = { ...score(digital, 1, 5), roundId: 'r-reserve' };
    expect(await writesNothing(fund, () => member.score(open))).toMatchObject({ kind: 'RoundNotIn', needed: 'closed' });
  });
});

describe('a round', () => {
  test('goes from plan to communicated, and a step that somebody else took is told', async () => {
    const fund = await openTestFund();
    const { rounds } = fund.as('secretariat');
    const step = (from: 'closed' | 'appraised' | 'open', to: 'appraised' | 'decided') =>
      rounds.advance({ idempotencyKey: newKey(), roundId: 'r-2027', from, to });
    await step('closed', 'appraised');
    expect(await violationOf(step('closed', 'appraised'))).toEqual({
      kind: 'RoundChanged',
      expected: 'closed',
      actual: 'appraised',
    });
    await step('appraised', 'decided');
    expect((await rounds.get({ id: 'r-2027' })).round).toMatchObject({ state: 'decided', next: 'communicated' });
  });

  test('takes only positions in countries that are eligible today, each once', async () => {
    const fund = await openTestFund();
    const { rounds, positions } = fund.as('secretariat');
    const propose = async (text: string) => {
      const positionId = (await positions.list({ text })).rows[0]?.id ?? '';
      const where = { theme: 'Test', region: 'Test', place: 'field' as const };
      return rounds.propose({ idempotencyKey: newKey(), roundId: 'r-reserve', positionId, ...where });
    };
    const askable = async () => (await rounds.get({ id: 'r-reserve' })).askable.map(({ title }) => title);
    expect(await askable()).toContain('Climate finance analyst');
    await propose('Climate finance');
    expect(await askable()).not.toContain('Climate finance analyst');
    expect(await violationOf(propose('Climate finance'))).toMatchObject({ kind: 'AlreadyInRound' });
    const station = { idempotencyKey: newKey(), name: 'Test City', countryCode: 'NO' };
    const { id } = await fund.as('secretariat').reference.createDutyStation(station);
    await positions.propose({
      idempotencyKey: newKey(),
      title: 'Fjord officer',
      organizationId: 'o-lyceum',
      dutyStationId: id,
      startsOn: '2027-01-01',
      yearlyCosts: ['10.00'],
      description: '',
    });
    expect(await writesNothing(fund, () => propose('Fjord officer'))).toMatchObject({
      kind: 'NotEligible',
      country: 'Norway',
    });
  });
});

test('weights that do not sum, and rules with unknown codes, are refused and nothing is written', async () => {
  const fund = await openTestFund();
  const { criteria, eligibility } = fund.as('secretariat');
  const set = {
    idempotencyKey: newKey(),
    name: 'Criteria of 2027',
    decision: 'SC-2026/9',
    decidedOn: '2026-11-20',
    scale: 5,
    priorities: [],
    criteria: [{ name: 'Learning', weight: 90 }],
  };
  expect(await writesNothing(fund, () => criteria.set(set))).toEqual({ kind: 'WeightsDoNotSum', total: 90 });
  const rules = {
    idempotencyKey: newKey(),
    name: 'Eligible countries',
    groups: ['DEMO-LCD'],
    countries: ['ZZ'],
    excluded: [],
    validFrom: '2027-01-01',
    validTo: null,
    source: 'SC-2026/9',
  };
  expect(await writesNothing(fund, () => eligibility.set(rules))).toEqual({
    kind: 'CodesUnknown',
    codes: ['DEMO-LCD', 'ZZ'],
  });
  await eligibility.set({ ...rules, idempotencyKey: newKey(), groups: ['DEMO-LDC'], countries: [] });
  const { sets } = await fund.as('member').eligibility.get({ asOf: '2027-01-01' });
  expect(sets.map(({ version, inForce }) => [version, inForce])).toEqual([
    [2, true],
    [1, true],
  ]);
});

test('country groups are imported with their days and their source, all rows or none', async () => {
  const fund = await openTestFund();
  const context = { shell: fund.shell, actor: demoActor('secretariat') };
  const heading = 'country,group,from,to,source\n';
  const options = { dryRun: false, onProgress: () => undefined };
  const bad = `${heading}ZZ,LDC,2026-01-01,,Test\nNP,L DC,2026-02-30,2026-01-01,Test\n`;
  const before = await rowCounts(fund.db);
  await expect(importGroups(context, bad, options)).rejects.toThrow(ImportRefused);
  expect(await rowCounts(fund.db)).toEqual(before);
  await importGroups(context, `${heading}NP,LDC,1971-11-18,2026-11-23,Test\n`, options);
  const groups = async (asOf: string) =>
    (await fund.as('member').eligibility.get({ asOf })).groups.find(({ code }) => code === 'LDC')?.countries;
  expect(await groups('2026-11-23')).toEqual(['Nepal']);
  expect(await groups('2026-11-24')).toEqual([]);
});

test('whoever asked for a plan is told how far it is, and nobody else', async () => {
  const fund = await openTestFund();
  const run = newKey();
  const asked = fund.as('member').rounds.plan({ ...WHAT_IF, run });
  await expect.poll(() => fund.as('member').rounds.progress({ run }), { interval: 5 }).not.toBeNull();
  expect(await fund.as('auditor').rounds.progress({ run })).toBeNull();
  await asked;
  expect(await fund.as('member').rounds.progress({ run })).toBeNull();
});
