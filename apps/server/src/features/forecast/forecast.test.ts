import { onBothEngines } from '@dcc/db/test-support/engines';
import { expect, test } from 'vitest';
import { DEMO_FORECAST } from '@dcc/demo-fund/forecast';
import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { NEUTRAL_CHOICE } from '@dcc/domain/forecast/inputs';
import { beginDemonstrationFund } from '../../setup/demonstration-fund.ts';
import { codeOf, newKey, openTestFund, testFund, violationOf } from '../../testing/test-fund.ts';

const CHOICE = { ...NEUTRAL_CHOICE, scenario: ['costs.5', 'leaves.c-borealis'], seed: 7 };

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

onBothEngines('a forecast', (bench) => {
  test('rests on the same facts, and keeps what is saved', async () => {
    const fund = testFund(await bench.fresh(), '');
    await beginDemonstrationFund(fund.shell);
    const { pools, receipts, positions } = await fund.as('member').forecast.facts({});
    expect([pools.length, receipts.length, positions.length]).toEqual([4, 5, 12]);
    expect(sum(pools.map(({ cash }) => cash))).toBe(cents({ amount: DEMO_TOTALS.balance }));
    const knownBefore = await fund.as('member').forecast.facts({ asOf: '2026-08-31', knownOn: '2026-08-31' });
    expect(knownBefore.positions.length).toBeGreaterThan(0);
    await fund.as('chair').forecast.save({ idempotencyKey: newKey(), name: 'Chair’s', choice: CHOICE });
    const { saved } = await fund.as('auditor').forecast.saved({});
    expect(saved.map(({ name }) => name)).toEqual(['Chair’s', DEMO_FORECAST.name]);
  });
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

test('what somebody saves everybody finds under its name, with who and when', async () => {
  const fund = await openTestFund();
  await fund.as('member').forecast.save({ idempotencyKey: newKey(), name: 'Before the meeting', choice: CHOICE });
  const { saved } = await fund.as('auditor').forecast.saved({});
  expect(saved.map(({ name }) => name)).toEqual(['Before the meeting', DEMO_FORECAST.name]);
  expect(saved[0]).toMatchObject({
    choice: CHOICE,
    recordedAt: `${DEMO_TOTALS.asOf}T12:00:00.000Z`,
    recordedBy: 'Mira Halden',
  });
});

test('a name is taken once; removed, it is free again', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat').forecast;
  const name = ' for the MARCH meeting ';
  expect(await violationOf(secretariat.save({ idempotencyKey: newKey(), name, choice: CHOICE }))).toEqual({
    kind: 'NameTaken',
    subject: 'forecast',
    name: name.trim(),
  });
  await secretariat.remove({ idempotencyKey: newKey(), id: DEMO_FORECAST.id });
  expect(await violationOf(secretariat.remove({ idempotencyKey: newKey(), id: DEMO_FORECAST.id }))).toEqual({
    kind: 'NotFound',
    subject: 'forecast',
  });
  await secretariat.save({ idempotencyKey: newKey(), name, choice: CHOICE });
  expect((await secretariat.saved({})).saved.map((each) => each.name)).toEqual([name.trim()]);
});

test('the same key saves once', async () => {
  const fund = await openTestFund();
  const input = { idempotencyKey: newKey(), name: 'Once', choice: CHOICE };
  const first = await fund.as('chair').forecast.save(input);
  expect(await fund.as('chair').forecast.save(input)).toEqual(first);
});

test('nothing that is no scenario and no assumption is saved', async () => {
  const fund = await openTestFund();
  const wrong = [{ scenario: ['costs.500'] }, { scenario: [''] }, { show: 'x' }, { signed: 101 }, { futures: 5 }];
  for (const change of wrong)
    expect(
      await codeOf(
        fund
          .as('member')
          .forecast.save({ idempotencyKey: newKey(), name: 'Wrong', choice: { ...CHOICE, ...change } as never }),
      ),
    ).toBe('BAD_REQUEST');
});

test('an auditor and a certifier save nothing', async () => {
  const fund = await openTestFund();
  for (const role of ['auditor', 'certifier'] as const)
    expect(await codeOf(fund.as(role).forecast.save({ idempotencyKey: newKey(), name: 'Mine', choice: CHOICE }))).toBe(
      'FORBIDDEN',
    );
});
