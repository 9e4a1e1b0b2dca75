import { expect, test } from 'vitest';
import { type Caller, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

async function contributionOf(caller: Caller, reference: string) {
  const { rows } = await caller.contributions.list({ text: reference });
  return caller.contributions.get({ id: rows[0]?.id ?? '' });
}

async function openInstalment(caller: Caller, reference: string): Promise<string> {
  const { instalments } = await contributionOf(caller, reference);
  return instalments.find(({ state }) => state !== 'received')?.id ?? '';
}

const deposit = (caller: Caller, instalmentId: string, amount: string, receivedOn = '2026-11-22') =>
  caller.contributions.deposit.record({ idempotencyKey: newKey(), instalmentId, receivedOn, amount, description: '' });

test('a deposit settles its instalment at the rate of the signature and posts the exchange difference', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const instalmentId = await openInstalment(secretariat, 'BOR-2026');
  await deposit(secretariat, instalmentId, '50000.00');
  const part = await contributionOf(secretariat, 'BOR-2026');
  expect(part.instalments[1]).toMatchObject({
    state: 'overdue',
    outstanding: { amount: '100000.00', currency: 'CHF' },
  });
  await deposit(secretariat, instalmentId, '100000.00');
  const whole = await contributionOf(secretariat, 'BOR-2026');
  expect(whole.row).toMatchObject({
    outstanding: { amount: '0.00' },
    received: { amount: '375000.00' },
    overdue: null,
  });
  const { figures } = await secretariat.overview.get({});
  expect(figures.overdue.amount.amount).toBe('0.00');
  expect(figures.received.amount.amount).toBe('3788866.40');
});

test('a deposit above its instalment is refused and says what is still expected', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const instalmentId = await openInstalment(member, 'BOR-2026');
  expect(await violationOf(deposit(member, instalmentId, '150000.01'))).toMatchObject({
    kind: 'DepositAboveInstalment',
    outstanding: { minor: 15_000_000n, currency: 'CHF' },
    deposited: { minor: 15_000_001n, currency: 'CHF' },
  });
});

test('a deposit before its signature, in the future, of nothing or on nothing is refused', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const instalmentId = await openInstalment(member, 'BOR-2026');
  expect(await violationOf(deposit(member, instalmentId, '1.00', '2026-03-09'))).toEqual({
    kind: 'DepositBeforeSignature',
    signedOn: '2026-03-10',
    receivedOn: '2026-03-09',
  });
  expect(await violationOf(deposit(member, instalmentId, '1.00', '2026-11-23'))).toMatchObject({
    kind: 'DateInFuture',
  });
  expect(await violationOf(deposit(member, instalmentId, '0.00'))).toEqual({ kind: 'AmountNotPositive' });
  expect(await violationOf(deposit(member, instalmentId, '-1.00'))).toEqual({ kind: 'AmountNotPositive' });
  expect(await violationOf(deposit(member, instalmentId, '1.005'))).toMatchObject({ kind: 'AmountTooPrecise' });
  expect(await violationOf(deposit(member, 'none', '1.00'))).toEqual({ kind: 'NotFound', subject: 'instalment' });
});

const refund = async (caller: Caller, reference: string, amount: string, refundedOn = '2026-11-22') => {
  const { row } = await contributionOf(caller, reference);
  return caller.contributions.refund.record({
    idempotencyKey: newKey(),
    contributionId: row.id,
    refundedOn,
    amount,
    reason: 'The contributor asked for it',
  });
};

test('a refund takes cash and revenue back, at the rate in force', async () => {
  const fund = await openTestFund();
  await refund(fund.as('secretariat'), 'FJO-2025', '100000.00');
  const { row } = await contributionOf(fund.as('secretariat'), 'FJO-2025');
  expect(row).toMatchObject({ received: { amount: '90000.00' }, signed: { amount: '90000.00' } });
  const { figures } = await fund.as('member').overview.get({});
  expect(figures.balance.amount.amount).toBe('1872843.38');
});

test('a refund never exceeds what was received, nor what is free of promises', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  expect(await violationOf(refund(secretariat, 'FJO-2025', '1050000.01'))).toMatchObject({
    kind: 'RefundAboveReceived',
    received: { minor: 105_000_000n, currency: 'NOK' },
  });
  // 900,000 dollars were received; nothing like it is free.
  expect(await violationOf(refund(secretariat, 'AUR-2022', '900000.00'))).toMatchObject({ kind: 'InsufficientFunds' });
  expect(await violationOf(refund(secretariat, 'FJO-2025', '0'))).toEqual({ kind: 'AmountNotPositive' });
  expect(await violationOf(refund(secretariat, 'FJO-2025', '1', '2026-11-23'))).toMatchObject({ kind: 'DateInFuture' });
});

test('only the secretariat refunds', async () => {
  const fund = await openTestFund();
  expect(await violationOf(refund(fund.as('member'), 'FJO-2025', '1.00'))).toMatchObject({ kind: 'NotPermitted' });
});

test('a refund is refused on a day before the money came', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { row } = await contributionOf(secretariat, 'AUR-2025');
  const asked = { idempotencyKey: newKey(), contributionId: row.id, amount: '1.00', reason: 'Asked back' };
  expect(
    await violationOf(secretariat.contributions.refund.preview({ ...asked, refundedOn: '2025-04-02' })),
  ).toMatchObject({ kind: 'RefundAboveReceived', received: { minor: 0n } });
  const whole = { ...asked, refundedOn: '2025-04-03', amount: '300000.01' };
  expect(await violationOf(secretariat.contributions.refund.preview(whole))).toMatchObject({
    kind: 'RefundAboveReceived',
    received: { minor: 30_000_000n },
  });
});
