import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { expect, test } from 'vitest';
import { type Caller, codeOf, demoActor, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

async function positionId(caller: Caller, title: string): Promise<string> {
  const { rows } = await caller.positions.list({ text: title });
  return rows[0]?.id ?? '';
}

type Line = readonly [title: string, year: number, poolId: string, amount: string];

async function decision(caller: Caller, lines: readonly Line[], change: object = {}) {
  return {
    idempotencyKey: newKey(),
    reference: 'SC-2026/3',
    title: 'A decision of the test',
    decidedOn: '2026-11-22',
    text: '',
    lines: await Promise.all(
      lines.map(async ([title, year, poolId, amount]) => ({
        positionId: await positionId(caller, title),
        year,
        poolId,
        amount,
      })),
    ),
    ...change,
  };
}

const decide = async (caller: Caller, ...lines: readonly Line[]) =>
  caller.positions.allocation.record(await decision(caller, lines));

test('a decision reserves the money and approves the scored position it pays for', async () => {
  const fund = await openTestFund();
  const chair = fund.as('chair');
  const { entryNumber } = await decide(chair, ['Climate finance analyst', 1, 'e-islands', '100000.00']);
  const position = await chair.positions.get({ id: await positionId(chair, 'Climate finance analyst') });
  expect(position.row).toMatchObject({ state: 'approved', allocated: { amount: '100000.00' } });
  expect(position.row.years[0]).toMatchObject({ state: 'part-allocated', short: { amount: '45000.00' } });
  const [taken] = position.decisions;
  expect(position.story.slice(-2)).toMatchObject([
    {
      what: 'step',
      from: 'scored',
      to: 'approved',
      note: 'SC-2026/3',
      decision: { id: taken?.id, reference: 'SC-2026/3', supersededBy: null },
    },
    { what: 'money', kind: 'allocation', entryNumber, amount: { amount: '100000.00' }, decisionId: taken?.id },
  ]);
  expect(position.decisions).toMatchObject([{ reference: 'SC-2026/3', entryNumber }]);
  const { figures } = await chair.overview.get({});
  expect(figures.available.amount.amount).toBe('192843.38');
  expect(figures.balance.amount.amount).toBe(DEMO_TOTALS.balance);
});

test('all that is available can be allocated, and not a cent more', async () => {
  const fund = await openTestFund();
  const chair = fund.as('chair');
  const { pools } = await chair.overview.get({});
  const free = (id: string) => pools.find(({ pool }) => pool.id === id)?.available.amount ?? '';
  const more = (text: string): string => {
    const cents = (BigInt(text.replace('.', '')) + 1n).toString();
    return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
  };
  const above = decide(chair, ['Climate finance analyst', 1, 'e-women', more(free('e-women'))]);
  expect(await violationOf(above)).toMatchObject({ kind: 'InsufficientFunds', pool: 'Women in science' });
  await decide(chair, ['Climate finance analyst', 1, 'e-women', free('e-women')]);
});

test('the reserve is kept free although the pools hold it', async () => {
  const fund = await openTestFund();
  const chair = fund.as('chair');
  // 392,843.38 is free in the pools; 100,000.00 of it is the reserve.
  const { pools } = await chair.overview.get({});
  const free = pools.map(({ available }) => Number(available.amount)).reduce((sum, amount) => sum + amount, 0);
  expect(free.toFixed(2)).toBe('392843.38');
  const lines: Line[] = [
    ['Climate finance analyst', 1, 'e-islands', '145000.00'],
    ['Climate finance analyst', 2, 'e-islands', '130000.00'],
    ['Climate finance analyst', 2, 'e-ldc', '17843.39'],
  ];
  const refused = await violationOf(decide(chair, ...lines));
  expect(refused).toMatchObject({ kind: 'InsufficientFunds', pool: null, available: { minor: 29_284_338n } });
});

test.each<[string, Line[], object, object]>([
  ['nothing', [['Climate finance analyst', 1, 'unearmarked', '0']], {}, { kind: 'AmountNotPositive' }],
  ['a negative amount', [['Climate finance analyst', 1, 'unearmarked', '-1']], {}, { kind: 'AmountNotPositive' }],
  [
    'more than the year costs',
    [['Climate finance analyst', 1, 'unearmarked', '145000.01']],
    {},
    { kind: 'AllocationAboveCost', year: 1, remaining: { minor: 14_500_000n } },
  ],
  [
    'more than the year costs in two lines',
    [
      ['Climate finance analyst', 1, 'unearmarked', '145000.00'],
      ['Climate finance analyst', 1, 'e-ldc', '0.01'],
    ],
    {},
    { kind: 'AllocationAboveCost' },
  ],
  [
    'a third year',
    [['Climate finance analyst', 3, 'unearmarked', '1']],
    {},
    { kind: 'NotFound', subject: 'position-year' },
  ],
  ['no pool', [['Climate finance analyst', 1, 'none', '1']], {}, { kind: 'NotFound', subject: 'pool' }],
  ['no position', [['Nothing of that name', 1, 'unearmarked', '1']], {}, { kind: 'NotFound', subject: 'position' }],
  [
    'a position that was not scored',
    [['Trade statistics officer', 1, 'unearmarked', '1']],
    {},
    { kind: 'StateTakesNoAllocation', state: 'submitted' },
  ],
  [
    'a position that ended',
    [['Decent work officer', 1, 'unearmarked', '1']],
    {},
    { kind: 'StateTakesNoAllocation', state: 'separated' },
  ],
  ['too precise an amount', [['Climate finance analyst', 1, 'unearmarked', '1.001']], {}, { kind: 'AmountTooPrecise' }],
  [
    'a taken reference',
    [['Climate finance analyst', 1, 'unearmarked', '1']],
    { reference: 'SC-2026/2' },
    { kind: 'ReferenceTaken' },
  ],
  [
    'the future',
    [['Climate finance analyst', 1, 'unearmarked', '1']],
    { decidedOn: '2026-11-23' },
    { kind: 'DateInFuture' },
  ],
])('a decision on %s is refused', async (_name, lines, change, violation) => {
  const fund = await openTestFund();
  const chair = fund.as('chair');
  const input = await decision(chair, lines, change);
  const repaired = input.lines.map((line) => ({
    ...line,
    positionId: line.positionId === '' ? 'none' : line.positionId,
  }));
  const refused = await violationOf(chair.positions.allocation.record({ ...input, lines: repaired }));
  expect(refused).toMatchObject(violation);
  expect((await chair.overview.get({})).figures.allocated.amount.amount).toBe(DEMO_TOTALS.allocated);
});

test('a chair does not decide for the organization it comes from', async () => {
  const fund = await openTestFund();
  const chair = fund.as({ ...demoActor('chair'), organizationId: 'o-meridian' });
  const refused = decide(chair, ['Climate finance analyst', 1, 'unearmarked', '1.00']);
  expect(await violationOf(refused)).toEqual({ kind: 'Recused', organization: 'Meridian Development Programme' });
});

test('nobody but a chair decides', async () => {
  const fund = await openTestFund();
  for (const role of ['member', 'secretariat', 'certifier', 'auditor'] as const) {
    expect(await codeOf(decide(fund.as(role), ['Climate finance analyst', 1, 'unearmarked', '1.00']))).toBe(
      'FORBIDDEN',
    );
  }
});

test('the preview shows exactly what is then posted', async () => {
  const fund = await openTestFund();
  const chair = fund.as('chair');
  const input = await decision(chair, [['Climate finance analyst', 1, 'unearmarked', '12345.67']]);
  const preview = await chair.positions.allocation.preview(input);
  const { entryNumber } = await chair.positions.allocation.record(input);
  const entry = await chair.ledger.get({ id: String(entryNumber) });
  expect(entry.postings).toEqual(preview.postings);
  expect(entry.decision).toMatchObject({ reference: 'SC-2026/3', title: 'A decision of the test' });
  expect(entry.reversible).toBe(false);
});
