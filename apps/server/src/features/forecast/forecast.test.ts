import { expect, test } from 'vitest';
import { codeOf, openTestFund } from '../../testing/test-fund.ts';
import { DEMO_TOTALS } from '@dcc/demo-fund/fund';

/** Cents of an amount of the wire, and their sum. */
const cents = ({ amount }: { readonly amount: string }): bigint => BigInt(amount.replace('.', ''));
const sum = (amounts: readonly { readonly amount: string }[]): bigint =>
  amounts.reduce((total, amount) => total + cents(amount), 0n);

test('what a forecast rests on is what the books say', async () => {
  const fund = await openTestFund();
  const facts = await fund.as('member').forecast.facts({});
  const overview = await fund.as('member').overview.get({});
  expect([facts.asOf, facts.knownOn, facts.entryCount]).toEqual([DEMO_TOTALS.asOf, null, overview.entryCount]);
  expect(sum(facts.pools.map(({ cash }) => cash))).toBe(cents({ amount: DEMO_TOTALS.balance }));
  expect(sum(facts.pools.map(({ cash }) => cash)) - sum(facts.pools.map(({ reserved }) => reserved))).toBe(
    cents({ amount: DEMO_TOTALS.available }) + cents(facts.reserve),
  );
  const { receipts, positions } = facts;
  expect(receipts.map(({ kind, reference, dueOn, contributor }) => [kind, reference, dueOn, contributor.name])).toEqual(
    [
      ['instalment', 'BOR-2026', '2026-09-21', 'Borealis'],
      ['instalment', 'FJO-2026', '2026-12-15', 'Fjord Shipping'],
      ['instalment', 'DDB-2026', '2027-02-01', 'Delta Development Bank'],
      ['pledge', 'AUR-2027', null, 'Aurelia'],
      ['pledge', 'CAL-2026', null, 'Caldera Foundation'],
    ],
  );
  const ofOverview = overview.positions.filter(({ phase }) => phase !== 'completed');
  expect(positions.map(({ id }) => id)).toEqual(ofOverview.map(({ id }) => id));
  expect(positions.map(({ years }) => years.length)).toEqual(ofOverview.map(({ years }) => years.length));
});

test('what is due in another currency is valued at the rate in force, else at the rate of its signature', async () => {
  const fund = await openTestFund();
  const { receipts } = await fund.as('auditor').forecast.facts({});
  const [borealis] = receipts;
  expect(borealis).toMatchObject({
    original: { amount: '150000.00', currency: 'CHF' },
    value: { amount: '187500.00', currency: 'USD' },
  });
});

test('a pool that a decision has paid a position from may pay it again', async () => {
  const fund = await openTestFund();
  const { positions, pools } = await fund.as('auditor').forecast.facts({});
  const named = new Map(pools.map(({ pool }) => [pool.id, pool.name]));
  for (const { id, paidFrom } of positions) {
    const lines = (await fund.as('auditor').positions.get({ id })).decisions.flatMap((decision) => decision.lines);
    expect(new Set(paidFrom.map((pool) => named.get(pool)))).toEqual(new Set(lines.map(({ pool }) => pool)));
  }
});

test('from an earlier day it rests on what stood then', async () => {
  const fund = await openTestFund();
  const early = await fund.as('auditor').forecast.facts({ asOf: '2021-12-31' });
  expect([early.receipts, early.positions, early.entryCount]).toEqual([[], [], 0]);
  const later = await fund.as('auditor').forecast.facts({ asOf: '2026-08-31' });
  expect(later.asOf).toBe('2026-08-31');
});

test('a contributor and an administrator do not see it', async () => {
  const fund = await openTestFund();
  expect(await codeOf(fund.as('contributor').forecast.facts({}))).toBe('FORBIDDEN');
  expect(await codeOf(fund.as('administrator').forecast.facts({}))).toBe('FORBIDDEN');
});
