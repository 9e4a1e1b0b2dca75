import { expect, test } from 'vitest';
import { type Caller, codeOf, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

const terms = {
  signedOn: '2026-11-20',
  currency: 'CHF',
  instalments: [
    { dueOn: '2026-12-01', amount: '33333.33' },
    { dueOn: '2027-12-01', amount: '33333.34' },
    { dueOn: '2028-12-01', amount: '33333.33' },
  ],
  supportCostPercent: '7.5',
  description: '',
};
const fresh = { origin: 'new', contributorId: 'c-borealis', poolId: 'e-women', reference: 'BOR-2027' } as const;
const sign = (caller: Caller, change: object = {}) =>
  caller.contributions.agreement.record({ idempotencyKey: newKey(), ...fresh, ...terms, ...change });

async function idOf(caller: Caller, reference: string): Promise<string> {
  const { rows } = await caller.contributions.list({ text: reference });
  return rows[0]?.id ?? '';
}

test('an agreement is revenue at the rate of its signature, and its instalments add up to it', async () => {
  const fund = await openTestFund();
  const { id } = await sign(fund.as('secretariat'));
  const contribution = await fund.as('secretariat').contributions.get({ id });
  expect(contribution).toMatchObject({
    signedOn: '2026-11-20',
    supportCostPercent: '7.5',
    signedRate: { unitsPerDollar: '0.80', effectiveOn: '2026-01-01' },
    row: { stage: 'signed', signed: { amount: '125000.00' }, outstanding: { amount: '125000.00' } },
  });
  expect(contribution.instalments.map(({ number, state, amount }) => [number, state, amount.amount])).toEqual([
    [1, 'expected', '33333.33'],
    [2, 'expected', '33333.34'],
    [3, 'expected', '33333.33'],
  ]);
  expect((await fund.as('member').overview.get({})).figures.outstanding.amount.amount).toBe('712500.00');
});

test('an agreement replaces the pledge it rests on, in another currency too', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const contributionId = await idOf(member, 'AUR-2027');
  const input = {
    idempotencyKey: newKey(),
    origin: 'pledge' as const,
    contributionId,
    ...terms,
    instalments: [{ dueOn: '2027-03-01', amount: '300000.00' }],
  };
  await member.contributions.agreement.record(input);
  const { figures } = await member.overview.get({});
  expect(figures.pledged.amount.amount).toBe('100000.00');
  expect(figures.signed.amount.amount).toBe('4545000.00');
  const again = member.contributions.agreement.record({ ...input, idempotencyKey: newKey() });
  expect(await violationOf(again)).toEqual({ kind: 'NotAPledge' });
});

test.each([
  [{ contributorId: 'c-nobody' }, { kind: 'NotFound', subject: 'contributor' }],
  [{ poolId: 'none' }, { kind: 'NotFound', subject: 'pool' }],
  [{ reference: 'BOR-2026' }, { kind: 'ReferenceTaken' }],
  [{ signedOn: '2026-11-23' }, { kind: 'DateInFuture' }],
  [{ currency: 'BRL' }, { kind: 'NoRateInForce' }],
  [{ instalments: [{ dueOn: '2027-01-01', amount: '0' }] }, { kind: 'AmountNotPositive' }],
  [
    {
      instalments: [
        { dueOn: '2027-01-01', amount: '10' },
        { dueOn: '2027-02-01', amount: '-1' },
      ],
    },
    { kind: 'AmountNotPositive' },
  ],
  [{ instalments: [{ dueOn: '2027-01-01', amount: '1.234' }] }, { kind: 'AmountTooPrecise' }],
])('an agreement with %j is refused', async (change, violation) => {
  const fund = await openTestFund();
  expect(await violationOf(sign(fund.as('member'), change))).toMatchObject(violation);
});

test.each([{ instalments: [] }, { supportCostPercent: '100.01' }, { supportCostPercent: '7.555' }])(
  'an agreement that cannot be read, %j, is refused before its rules',
  async (change) => {
    const fund = await openTestFund();
    expect(await codeOf(sign(fund.as('member'), change))).toBe('BAD_REQUEST');
  },
);

test('a signature before its pledge is refused and names both days', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const signed = member.contributions.agreement.record({
    idempotencyKey: newKey(),
    origin: 'pledge',
    contributionId: await idOf(member, 'AUR-2027'),
    ...terms,
    signedOn: '2026-09-19',
  });
  expect(await violationOf(signed)).toEqual({
    kind: 'SignatureBeforePledge',
    pledgedOn: '2026-09-20',
    signedOn: '2026-09-19',
  });
});
