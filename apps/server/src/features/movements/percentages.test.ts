import { verifyDatabase } from '@dcc/db/integrity-checks';
import { describe, expect, test } from 'vitest';
import { type Caller, newKey, openTestFund, rowCounts, violationOf } from '../../testing/test-fund.ts';

const DAY = '2026-11-20';
const fee = (base: string, change: object = {}) => ({
  idempotencyKey: newKey(),
  on: DAY,
  description: 'Agent fee',
  percent: '1.00',
  base,
  poolId: 'unearmarked',
  ...change,
});

async function agreement(caller: Caller, reference: string): Promise<string> {
  return (await caller.contributions.list({ text: reference })).rows[0]?.id ?? '';
}

const reverse = (caller: Caller, entryNumber: number | null) =>
  caller.ledger.reversal.record({
    idempotencyKey: newKey(),
    entryId: String(entryNumber),
    effectiveOn: DAY,
    reason: 'Charged twice',
  });

describe('the agent fee', () => {
  test('is a percentage of the deposits that no fee was charged on, and says of what', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    // Received 3,601,366.40 net of refunds, and 2,845,336.99 charged in the years before.
    expect((await secretariat.movements.forms({})).agentFee).toEqual({
      uncharged: { amount: '756029.41', currency: 'USD' },
      percent: '1.00',
    });
    const preview = await secretariat.movements.agentFee.preview(fee('756029.41'));
    expect(preview.charge).toEqual({ percent: '1.00', base: { amount: '756029.41', currency: 'USD' } });
    expect(preview.postings[0]?.debit).toEqual({ amount: '7560.29', currency: 'USD' });
    await secretariat.movements.agentFee.record(fee('756029.41'));
    expect((await secretariat.movements.forms({})).agentFee.uncharged.amount).toBe('0.00');
    expect(await violationOf(secretariat.movements.agentFee.record(fee('0.01', { percent: '100' })))).toMatchObject({
      kind: 'ChargeAboveBase',
      remaining: { minor: 0n },
      requested: { minor: 1n },
    });
  });

  test('counts what had come by its day, and what later fees were taken of', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const refused = (base: string, on: string) => violationOf(secretariat.movements.agentFee.record(fee(base, { on })));
    // 223,529.41 came on 12 January 2026.
    expect(await refused('223529.42', '2026-01-12')).toMatchObject({ remaining: { minor: 22_352_941n } });
    expect(await refused('0.01', '2026-01-11')).toMatchObject({ remaining: { minor: 0n } });
    // In 2023 deposits of 550,000 came before the fee of 31 December that was taken of them.
    expect(await refused('1.00', '2023-12-01')).toMatchObject({ remaining: { minor: 0n } });
  });

  test('rounds half to even, and of less than a cent there is none', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const amountOf = async (base: string) =>
      (await secretariat.movements.agentFee.preview(fee(base))).postings[0]?.debit?.amount;
    expect(await amountOf('1.50')).toBe('0.02');
    expect(await amountOf('2.50')).toBe('0.02');
    expect(await violationOf(secretariat.movements.agentFee.record(fee('0.50')))).toEqual({
      kind: 'AmountNotPositive',
    });
  });

  test('is free money, and its reversal frees what it was taken of', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    expect(await violationOf(secretariat.movements.agentFee.record(fee('756029.41', { percent: '5' })))).toMatchObject({
      kind: 'InsufficientFunds',
      available: { minor: 2_250_639n },
    });
    const { entryNumber } = await secretariat.movements.agentFee.record(fee('756029.41'));
    await reverse(secretariat, entryNumber);
    expect((await secretariat.movements.forms({})).agentFee.uncharged.amount).toBe('756029.41');
    expect(await verifyDatabase(fund.db)).toMatchObject({ findings: [] });
  });
});

describe('programme support cost', () => {
  const charge = (contributionId: string, base: string, on = DAY) => ({
    idempotencyKey: newKey(),
    on,
    description: 'Support cost',
    contributionId,
    base,
  });

  test('is the rate of the agreement in force on the day, of expenditure not charged on yet', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const id = await agreement(secretariat, 'BOR-2026');
    const { supportCost } = await secretariat.movements.forms({});
    expect(supportCost).toMatchObject({
      uncharged: { amount: '1150100.00' },
      agreements: [{ id, reference: 'BOR-2026', contributor: 'Borealis', percent: '7.00' }],
    });
    const preview = await secretariat.movements.supportCost.preview(charge(id, '201300.00'));
    expect(preview.charge).toEqual({ percent: '7.00', base: { amount: '201300.00', currency: 'USD' } });
    expect(preview.postings).toMatchObject([
      { account: 'support-cost', debit: { amount: '14091.00' }, contributor: 'Borealis' },
      { account: 'cash', credit: { amount: '14091.00' } },
    ]);
    await secretariat.movements.supportCost.record(charge(id, '201300.00'));
    expect((await secretariat.movements.forms({})).supportCost.uncharged.amount).toBe('948800.00');
    expect(await violationOf(secretariat.movements.supportCost.record(charge(id, '948800.01')))).toMatchObject({
      kind: 'ChargeAboveBase',
      remaining: { minor: 94_880_000n },
    });
    // It is neither a gift nor a refund: what was received of the agreement stays what it was.
    expect((await secretariat.contributions.get({ id })).row.received.amount).toBe('187500.00');
  });

  test('takes a rate of its day: a later one leaves what was charged as it was', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const id = await agreement(secretariat, 'BOR-2026');
    const rate = { idempotencyKey: newKey(), contributionId: id, percent: '8.5', source: 'Amendment 1' };
    await secretariat.movements.setSupportCostRate({ ...rate, effectiveOn: '2026-10-01' });
    const percentOn = async (on: string) =>
      (await secretariat.movements.supportCost.preview(charge(id, '100.00', on))).charge?.percent;
    expect(await percentOn('2026-09-30')).toBe('7.00');
    expect(await percentOn('2026-10-01')).toBe('8.5');
    expect(await violationOf(secretariat.movements.supportCost.preview(charge(id, '1.00', '2026-03-09')))).toEqual({
      kind: 'NoSupportCostRate',
      reference: 'BOR-2026',
      on: '2026-03-09',
    });
    const without = await agreement(secretariat, 'FJO-2026');
    expect(await violationOf(secretariat.movements.supportCost.preview(charge(without, '1.00')))).toMatchObject({
      kind: 'NoSupportCostRate',
    });
    expect(await violationOf(secretariat.movements.supportCost.preview(charge('none', '1.00')))).toEqual({
      kind: 'NotFound',
      subject: 'contribution',
    });
  });

  test('rests on its expenditure: that is not reversed before it', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const id = await agreement(secretariat, 'BOR-2026');
    const spent = await secretariat.ledger.list({ filter: { kinds: ['organization-expenditure'] } });
    const last = spent.rows[0]?.number ?? 0;
    await secretariat.movements.setSupportCostRate({
      idempotencyKey: newKey(),
      contributionId: id,
      percent: '0.01',
      source: 'Amendment 1',
      effectiveOn: DAY,
    });
    const { entryNumber } = await secretariat.movements.supportCost.record(charge(id, '1150100.00'));
    expect(await violationOf(reverse(secretariat, last))).toEqual({
      kind: 'ReversalRefused',
      reason: 'charge-follows',
    });
    await reverse(secretariat, entryNumber);
    await reverse(secretariat, last);
    expect(await verifyDatabase(fund.db)).toMatchObject({ findings: [] });
  });
});

describe('a support-cost rate', () => {
  const set = (caller: Caller, contributionId: string, effectiveOn: string, percent = '8') =>
    caller.movements.setSupportCostRate({
      idempotencyKey: newKey(),
      contributionId,
      effectiveOn,
      percent,
      source: 'Amendment 1',
    });

  test('is never set before the signature or the last one, nor on what is not signed', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const before = await rowCounts(fund.db);
    const signed = await agreement(secretariat, 'FJO-2026');
    expect(await violationOf(set(secretariat, signed, '2026-09-30'))).toEqual({
      kind: 'SupportCostRateBeforeLast',
      since: '2026-10-01',
      on: '2026-09-30',
    });
    expect(await violationOf(set(secretariat, await agreement(secretariat, 'AUR-2027'), DAY))).toEqual({
      kind: 'AgreementNotSigned',
      reference: 'AUR-2027',
    });
    expect(await violationOf(set(secretariat, 'none', DAY))).toEqual({ kind: 'NotFound', subject: 'contribution' });
    expect(await rowCounts(fund.db)).toEqual(before);
    await set(secretariat, signed, '2026-11-01');
    expect(await violationOf(set(secretariat, signed, '2026-10-31'))).toMatchObject({ since: '2026-11-01' });
    // The same day again mends it; a day to come is known beforehand.
    await set(secretariat, signed, '2026-11-01', '9');
    await set(secretariat, signed, '2027-01-01', '10');
    const { supportCost } = await secretariat.movements.forms({});
    expect(supportCost.agreements.find(({ id }) => id === signed)?.percent).toBe('9');
  });

  test('begins with the percentage of the agreement, and anew with each signature', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const sign = (origin: object, supportCostPercent: string | null) =>
      secretariat.contributions.agreement.record({
        idempotencyKey: newKey(),
        signedOn: '2026-11-01',
        currency: 'USD',
        instalments: [{ dueOn: '2027-01-01', amount: '100.00' }],
        supportCostPercent,
        description: '',
        ...origin,
      } as Parameters<typeof secretariat.contributions.agreement.record>[0]);
    const { id, entryNumber } = await sign(
      { origin: 'pledge', contributionId: await agreement(secretariat, 'AUR-2027') },
      '13',
    );
    const percent = async () =>
      (await secretariat.movements.forms({})).supportCost.agreements.find((one) => one.id === id)?.percent;
    expect(await percent()).toBe('13');
    await reverse(secretariat, entryNumber);
    expect(await percent()).toBeUndefined();
    await sign({ origin: 'pledge', contributionId: id }, null);
    expect(await percent()).toBe('0');
  });

  test('is the secretariat’s to set', async () => {
    const fund = await openTestFund();
    const signed = await agreement(fund.as('secretariat'), 'FJO-2026');
    for (const role of ['member', 'chair', 'certifier', 'auditor', 'contributor'] as const)
      expect(await violationOf(set(fund.as(role), signed, DAY))).toMatchObject({ kind: 'NotPermitted' });
  });
});
