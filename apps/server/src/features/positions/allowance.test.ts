import { expect, test } from 'vitest';
import { codeOf, newKey, openTestFund, rowCounts, type TestFund, violationOf } from '../../testing/test-fund.ts';

async function positionOf(fund: TestFund, title: string, change: object = {}) {
  const member = fund.as('member');
  const { rows } = await member.positions.list({ text: title });
  return member.positions.get({ id: rows[0]?.id ?? '', ...change });
}

const use = (fund: TestFund, positionId: string, amount: string, change: object = {}) =>
  fund.as('secretariat').positions.allowance.record({
    idempotencyKey: newKey(),
    positionId,
    way: 'used',
    on: '2026-11-20',
    amount,
    purpose: 'A course in negotiation',
    ...change,
  } as never);

const setRate = (fund: TestFund, effectiveOn: string, amount: string, change: object = {}) =>
  fund.as('secretariat').positions.allowance.rate({
    idempotencyKey: newKey(),
    effectiveOn,
    amount,
    source: 'A circular',
    ...change,
  });

test('the allowance of two begun years carries over, is used and given back, and never goes below nothing', async () => {
  const fund = await openTestFund();
  const { row, allowance } = await positionOf(fund, 'Gender programme analyst');
  expect(allowance).toMatchObject({
    rate: { source: 'Invented for the demonstration', amount: { amount: '2000.00' } },
    granted: { amount: '4000.00' },
    left: { amount: '4000.00' },
    lastDay: '2026-12-31',
  });
  await use(fund, row.id, '3500.00');
  const before = await rowCounts(fund.db);
  expect(await violationOf(use(fund, row.id, '500.01'))).toMatchObject({
    kind: 'AllowanceAboveLeft',
    left: { minor: 50_000n },
  });
  expect(await violationOf(use(fund, row.id, '3500.01', { way: 'given-back' }))).toMatchObject({
    kind: 'AllowanceBackAboveUsed',
  });
  expect(await violationOf(use(fund, row.id, '0'))).toEqual({ kind: 'AmountNotPositive' });
  expect(await violationOf(use(fund, row.id, '1.00', { on: '2025-01-31' }))).toMatchObject({
    kind: 'AllowanceNotBegun',
  });
  expect(await violationOf(use(fund, row.id, '1.00', { on: '2026-11-23' }))).toMatchObject({ kind: 'DateInFuture' });
  expect(await violationOf(use(fund, 'none', '1.00'))).toMatchObject({ kind: 'NotFound' });
  expect(await rowCounts(fund.db)).toEqual(before);
  await use(fund, row.id, '100.00', { way: 'given-back' });
  const after = await positionOf(fund, 'Gender programme analyst');
  expect(after.allowance).toMatchObject({ used: { amount: '3400.00' }, left: { amount: '600.00' } });
  expect(after.allowance.uses.map(({ amount }) => amount.amount)).toEqual(['3500.00', '-100.00']);
  const past = await positionOf(fund, 'Gender programme analyst', { asOf: '2025-12-31' });
  expect(past.allowance).toMatchObject({ granted: { amount: '2000.00' }, used: { amount: '0.00' } });
});

test('who left early is granted the part of the year that was served', async () => {
  const fund = await openTestFund();
  const { row } = await positionOf(fund, 'Coastal resilience analyst');
  const leave = {
    positionId: row.id,
    from: 'in-post-year-1',
    to: 'separated',
    on: '2026-11-22',
    note: 'Left.',
  } as const;
  await fund.as('secretariat').positions.advance({ idempotencyKey: newKey(), ...leave });
  const { allowance } = await positionOf(fund, 'Coastal resilience analyst');
  // 206 of 365 days.
  expect(allowance).toMatchObject({ granted: { amount: '1128.77' }, lastDay: '2026-10-22' });
});

test('the yearly amount is set once for a day, with its source', async () => {
  const fund = await openTestFund();
  await setRate(fund, '2026-01-01', '3000.00');
  expect(await violationOf(setRate(fund, '2026-01-01', '1.00'))).toEqual({
    kind: 'AllowanceRateTaken',
    on: '2026-01-01',
  });
  expect(await violationOf(setRate(fund, '2026-02-01', '-1.00'))).toEqual({ kind: 'AmountNotPositive' });
  expect(await codeOf(setRate(fund, '2026-02-01', '1.00', { source: '' }))).toBe('BAD_REQUEST');
  const { allowance } = await positionOf(fund, 'Gender programme analyst');
  expect(allowance.grants.map(({ amount }) => amount.amount)).toEqual(['2000.00', '3000.00']);
  expect(allowance.rate?.source).toBe('A circular');
});

test('the estimate leaves out the pension that the agreement with the host does not cover, from its day on', async () => {
  const fund = await openTestFund();
  const post = (await fund.as('auditor').positions.list({ text: 'Coastal resilience analyst' })).rows[0];
  const cost = async (of: object = {}) => (await fund.as('auditor').positions.get({ id: post?.id ?? '', ...of })).cost;
  const pension = (given: Awaited<ReturnType<typeof cost>>) =>
    given.components.find(({ component }) => component === 'pension')?.yearly.amount ?? '0.00';
  const before = await cost();
  expect(before.pension).toBeNull();
  expect(Number(pension(before))).toBeGreaterThan(0);
  const set = (covered: 'yes' | 'no', organizationId = post?.organization.id ?? '') =>
    fund.as('secretariat').positions.pension.set({
      idempotencyKey: newKey(),
      organizationId,
      effectiveOn: '2026-11-22',
      covered,
      source: 'Exchange of letters',
    });
  await set('no');
  const after = await cost();
  expect(after.pension).toEqual({ effectiveOn: '2026-11-22', covered: false, source: 'Exchange of letters' });
  expect([pension(after), Number(after.total.term.amount) < Number(before.total.term.amount)]).toEqual(['0.00', true]);
  expect(pension(await cost({ asOf: '2026-11-21' }))).toBe(pension(before));
  await set('yes');
  expect((await cost()).total).toEqual(before.total);
  expect(await violationOf(set('no', 'none'))).toEqual({ kind: 'NotFound', subject: 'organization' });
});
