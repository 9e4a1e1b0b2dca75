import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { expect, test } from 'vitest';
import { codeOf, openTestFund } from '../../testing/test-fund.ts';

test('the overview shows the figures that were worked out by hand', async () => {
  const overview = await (await openTestFund()).as('member').overview.get({});
  const amounts = Object.fromEntries(
    Object.entries(overview.figures).map(([name, { amount }]) => [name, amount.amount]),
  );
  expect(amounts).toEqual({
    balance: DEMO_TOTALS.balance,
    pledged: DEMO_TOTALS.pledged,
    signed: DEMO_TOTALS.signed,
    received: DEMO_TOTALS.received,
    outstanding: DEMO_TOTALS.outstanding,
    overdue: DEMO_TOTALS.overdue,
    available: DEMO_TOTALS.available,
    allocated: DEMO_TOTALS.allocated,
    transferred: DEMO_TOTALS.transferred,
    spent: DEMO_TOTALS.spent,
  });
  expect(overview).toMatchObject({
    asOf: DEMO_TOTALS.asOf,
    since: 2022,
    deliveryPercent: DEMO_TOTALS.deliveryPercent,
    positionCount: DEMO_TOTALS.sponsoredPositions,
    reserve: { amount: { amount: '100000.00', currency: 'USD' } },
    overdueCount: 1,
  });
});

/** Adds decimal strings of two decimals exactly. */
const total = (amounts: readonly { readonly amount: string }[]): string => {
  const cents = amounts.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

test('every breakdown of the overview adds up to its figure', async () => {
  const overview = await (await openTestFund()).as('auditor').overview.get({});
  expect(total(overview.contributionsByYear.map(({ signed }) => signed))).toBe(DEMO_TOTALS.signed);
  expect(total(overview.contributionsByYear.map(({ received }) => received))).toBe(DEMO_TOTALS.received);
  expect(total(overview.contributors.map(({ received }) => received))).toBe(DEMO_TOTALS.received);
  expect(total(overview.contributors.map(({ outstanding }) => outstanding))).toBe(DEMO_TOTALS.outstanding);
  expect(total(overview.contributors.map(({ pledged }) => pledged))).toBe(DEMO_TOTALS.pledged);
  expect(total(overview.hosts.map(({ allocated }) => allocated))).toBe(DEMO_TOTALS.allocated);
  expect(total(overview.hosts.map(({ transferred }) => transferred))).toBe(DEMO_TOTALS.transferred);
  expect(total(overview.hosts.map(({ spent }) => spent))).toBe(DEMO_TOTALS.spent);
  expect(total(overview.pools.map(({ cash }) => cash))).toBe(DEMO_TOTALS.balance);
  expect(total(overview.flows.received.map(({ amount }) => amount))).toBe(DEMO_TOTALS.received);
  expect(total(overview.flows.allocated.map(({ amount }) => amount))).toBe(DEMO_TOTALS.allocated);
  expect(overview.positionsByState.reduce((sum, { count }) => sum + count, 0)).toBe(DEMO_TOTALS.positions);
  expect(overview.hosts.reduce((sum, { positions }) => sum + positions, 0)).toBe(DEMO_TOTALS.sponsoredPositions);
  const today = overview.series.findLast(({ projected }) => !projected);
  expect(today?.cash.amount).toBe(DEMO_TOTALS.balance);
});

test('what needs attention names the overdue instalment, the unfunded year and the position to decide', async () => {
  const { attention } = await (await openTestFund()).as('chair').overview.get({});
  expect(attention).toContainEqual(
    expect.objectContaining({ kind: 'instalment-overdue', reference: 'BOR-2026', days: 62, dueOn: '2026-09-21' }),
  );
  expect(attention).toContainEqual(
    expect.objectContaining({
      kind: 'year-not-funded',
      title: 'Youth participation officer',
      year: 2,
      short: { amount: '70000.00', currency: 'USD' },
    }),
  );
  expect(attention).toContainEqual(
    expect.objectContaining({ kind: 'position-to-decide', title: 'Climate finance analyst' }),
  );
  expect(attention).toContainEqual(expect.objectContaining({ kind: 'instalment-due-soon', reference: 'FJO-2026' }));
});

test('an empty real fund has an overview of zeros and guesses nothing', async () => {
  const overview = await (await openTestFund('real')).as('member').overview.get({});
  expect(new Set(Object.values(overview.figures).map(({ amount }) => amount.amount))).toEqual(new Set(['0.00']));
  expect(overview).toMatchObject({
    since: null,
    termCost: null,
    fundablePositions: null,
    reserve: null,
    entryCount: 0,
  });
});

test('a contributor and an administrator may not read the overview', async () => {
  const fund = await openTestFund();
  expect(await codeOf(fund.as('contributor').overview.get({}))).toBe('FORBIDDEN');
  expect(await codeOf(fund.as('administrator').overview.get({}))).toBe('FORBIDDEN');
  expect(await codeOf(fund.as(null).overview.get({}))).toBe('UNAUTHORIZED');
});
