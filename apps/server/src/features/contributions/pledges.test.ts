import { expect, test } from 'vitest';
import { type Caller, codeOf, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

const pledge = {
  contributorId: 'c-aurelia',
  poolId: 'e-ldc',
  reference: 'AUR-2028',
  pledgedOn: '2026-11-20',
  currency: 'CHF',
  amount: '80000.00',
  description: 'Announced at the donor round table',
};
const record = (caller: Caller, change: Partial<typeof pledge> = {}) =>
  caller.contributions.pledge.record({ idempotencyKey: newKey(), ...pledge, ...change });

test('a pledge stands in the commitments book at the rate in force and in no total of money', async () => {
  const fund = await openTestFund();
  const before = await fund.as('member').overview.get({});
  const preview = await fund.as('member').contributions.pledge.preview({ idempotencyKey: newKey(), ...pledge });
  expect(preview.postings.map(({ account, debit, credit }) => [account, debit?.amount, credit?.amount])).toEqual([
    ['pledges-open', '100000.00', undefined],
    ['pledges-control', undefined, '100000.00'],
  ]);
  expect(preview.rate).toMatchObject({ currency: 'CHF', unitsPerDollar: '0.80', effectiveOn: '2026-01-01' });
  const recorded = await record(fund.as('member'));
  const after = await fund.as('member').overview.get({});
  expect(after.figures.pledged.amount.amount).toBe('600000.00');
  expect({ ...after.figures, pledged: null }).toEqual({ ...before.figures, pledged: null });
  const contribution = await fund.as('member').contributions.get({ id: recorded.id });
  expect(contribution.row).toMatchObject({ stage: 'pledged', original: { amount: '80000.00', currency: 'CHF' } });
  expect(contribution.history).toMatchObject([{ kind: 'pledge', entryNumber: recorded.entryNumber }]);
});

test.each([
  [{ contributorId: 'c-nobody' }, { kind: 'NotFound', subject: 'contributor' }],
  [{ poolId: 'e-nothing' }, { kind: 'NotFound', subject: 'pool' }],
  [{ reference: 'AUR-2027' }, { kind: 'ReferenceTaken', reference: 'AUR-2027' }],
  [{ pledgedOn: '2026-11-23' }, { kind: 'DateInFuture', date: '2026-11-23', today: '2026-11-22' }],
  [{ amount: '0' }, { kind: 'AmountNotPositive' }],
  [{ amount: '-5' }, { kind: 'AmountNotPositive' }],
  [{ amount: '5.001' }, { kind: 'AmountTooPrecise', decimals: 2 }],
  [
    { currency: 'JPY', amount: '5.5' },
    { kind: 'AmountTooPrecise', decimals: 0 },
  ],
  [{ amount: '99999999999999999999' }, { kind: 'AmountTooLarge' }],
  [{ currency: 'BRL' }, { kind: 'NoRateInForce', currency: 'BRL', on: '2026-11-20' }],
  [
    { currency: 'EUR', pledgedOn: '2023-12-31' },
    { kind: 'NoRateInForce', currency: 'EUR', on: '2023-12-31' },
  ],
])('a pledge with %j is refused', async (change, violation) => {
  const fund = await openTestFund();
  expect(await violationOf(record(fund.as('member'), change))).toMatchObject(violation);
  const preview = fund.as('member').contributions.pledge.preview({ idempotencyKey: newKey(), ...pledge, ...change });
  expect(await violationOf(preview)).toMatchObject(violation);
  expect(await violationOf(record(fund.as('auditor'), change)).catch(() => 'forbidden')).toEqual({
    kind: 'NotPermitted',
    action: 'pledge.record',
  });
});

test.each([
  { pledgedOn: '2026-02-31' },
  { currency: 'XXZ' },
  { amount: '1e3' },
  { amount: '1,000' },
  { reference: ' ' },
])('a pledge that cannot be read, %j, is refused before its rules', async (change) => {
  const fund = await openTestFund();
  expect(await codeOf(record(fund.as('member'), change))).toBe('BAD_REQUEST');
});

async function pledgeOf(caller: Caller, reference: string): Promise<string> {
  const { rows } = await caller.contributions.list({ text: reference });
  return rows[0]?.id ?? '';
}

test('an amended pledge replaces the amount; zero withdraws it', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const contributionId = await pledgeOf(member, 'AUR-2027');
  const amend = (amount: string, amendedOn = '2026-11-21') =>
    member.contributions.amendPledge.record({
      idempotencyKey: newKey(),
      contributionId,
      amendedOn,
      amount,
      reason: 'The parliament decided',
    });
  await amend('350000.00');
  expect((await member.overview.get({})).figures.pledged.amount.amount).toBe('450000.00');
  const { history } = await member.contributions.get({ id: contributionId });
  expect(history.at(-1)).toMatchObject({ kind: 'pledge-amendment', amount: { amount: '-50000.00' } });
  expect(await violationOf(amend('350000.00'))).toEqual({ kind: 'AmountUnchanged' });
  expect(await violationOf(amend('1', '2026-09-19'))).toEqual({
    kind: 'AmendmentBeforePledge',
    pledgedOn: '2026-11-21',
    amendedOn: '2026-09-19',
  });
  expect(await violationOf(amend('-1'))).toEqual({ kind: 'AmountNotPositive' });
  expect(await violationOf(amend('1', '2026-11-23'))).toMatchObject({ kind: 'DateInFuture' });
  await amend('0');
  expect((await member.overview.get({})).figures.pledged.amount.amount).toBe('100000.00');
});

test('what is signed, or not there, cannot be amended as a pledge', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const amend = (contributionId: string) =>
    member.contributions.amendPledge.record({
      idempotencyKey: newKey(),
      contributionId,
      amendedOn: '2026-11-21',
      amount: '1.00',
      reason: 'A mistake',
    });
  expect(await violationOf(amend(await pledgeOf(member, 'AUR-2022')))).toEqual({ kind: 'NotAPledge' });
  expect(await violationOf(amend('none'))).toEqual({ kind: 'NotFound', subject: 'contribution' });
});

test('the same form sent twice posts once; the same key with another amount is refused', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const input = { idempotencyKey: newKey(), ...pledge };
  const first = await member.contributions.pledge.record(input);
  expect(await member.contributions.pledge.record(input)).toEqual(first);
  expect(await violationOf(member.contributions.pledge.record({ ...input, amount: '80000.01' }))).toEqual({
    kind: 'KeyReused',
  });
  const { rowCount } = await member.contributions.list({ text: 'AUR-2028' });
  expect(rowCount).toBe(1);
});
