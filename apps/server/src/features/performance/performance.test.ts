import { expect, test } from 'vitest';
import { codeOf, newKey, openTestFund, type TestFund } from '../../testing/test-fund.ts';

const KEY = 'Climate adaptation analyst';
const read = async (fund: TestFund, at: { asOf?: string; knownOn?: string } = {}) =>
  fund.as('member').performance.get(at);

test('every position stands in one state, and time to fill is of those that were filled', async () => {
  const { positions, pipeline } = await read(await openTestFund());
  expect(positions).toBe(22);
  expect(pipeline.states.reduce((sum, { standing }) => sum + standing, 0)).toBe(22);
  expect(pipeline.states.find(({ state }) => state === 'advertised')).toMatchObject({ reached: 14, passed: 13 });
  expect(pipeline.toFill).toMatchObject({ filled: 10, longestDays: 147 });
});

test('the first day of the calendar is a day like any other', async () => {
  expect(await read(await openTestFund(), { asOf: '1900-01-01' })).toMatchObject({ positions: 0 });
});

test('what a host reports stands beside the estimate of the days it reports on', async () => {
  const { costs } = await read(await openTestFund());
  // From 1 September 2022 for two years at US$ 140,000 and 144,000; reported for 2022, 2023 and 2024.
  // 2022: 122 of 365 days · 140,000 = 46,794.52; 2023: 93,205.48 + 122/366 · 144,000 = 48,000.00; 2024: the other 96,000.00.
  expect(costs.posts.find(({ title }) => title === KEY)).toMatchObject({
    reportedThrough: '2024-12-31',
    estimated: { amount: '284000.00' },
    spent: { amount: '278700.00' },
    difference: { amount: '-5300.00' },
    percent: '-1.9',
    years: [
      { year: 2022, estimated: { amount: '46794.52' }, spent: { amount: '44000.00' } },
      { year: 2023, estimated: { amount: '141205.48' }, spent: { amount: '138500.00' } },
      { year: 2024, estimated: { amount: '96000.00' }, spent: { amount: '96200.00' } },
    ],
  });
  expect(costs.total).toMatchObject({ spent: { amount: '1150100.00' }, percent: '-3.0' });
});

test('posts add up to the whole, years to their post, and components to what their hosts reported', async () => {
  const { costs } = await read(await openTestFund());
  const cents = ({ amount }: { readonly amount: string }): bigint => BigInt(amount.replace('.', ''));
  const sum = (amounts: readonly { readonly amount: string }[]) => amounts.map(cents).reduce((a, b) => a + b, 0n);
  for (const key of ['estimated', 'spent', 'difference', 'interim'] as const) {
    expect(sum(costs.posts.map((post) => post[key]))).toBe(cents(costs.total[key]));
    for (const post of costs.posts) expect(sum(post.years.map((year) => year[key]))).toBe(cents(post[key]));
  }
  const { components } = costs;
  expect(components).toMatchObject({ table: { version: 'Invented 2022' }, posts: 1 });
  expect(sum(components.rows.map(({ spent }) => spent)) + cents(components.unsplit)).toBe(cents(costs.total.spent));
});

test('what nobody else has certified is interim, as it was known then', async () => {
  const { costs } = await read(await openTestFund(), { knownOn: '2026-06-30' });
  expect(costs.total.interim.amount).toBe('201300.00');
});

test('who stayed stands beside the average of the programme that was in force', async () => {
  const fund = await openTestFund();
  expect((await read(fund)).retention.map(({ due, notAsked, percent }) => [due, notAsked, percent])).toEqual([
    [3, 3, null],
    [3, 3, null],
    [3, 3, null],
    [2, 2, null],
  ]);
  const secretariat = fund.as('secretariat');
  const { posts } = (await read(fund)).costs;
  for (const [index, outcome] of (['un-system', 'same-organization', 'elsewhere'] as const).entries())
    await secretariat.positions.retention.record({
      idempotencyKey: newKey(),
      positionId: posts[index]?.id ?? '',
      months: 12,
      outcome,
      on: '2026-11-22',
    });
  const average = { months: 12, effectiveOn: '2026-01-01', percent: '47.5', source: 'Annual report' } as const;
  await secretariat.performance.setRetentionAverage({ idempotencyKey: newKey(), ...average, months: '12' });
  expect((await read(fund)).retention[2]).toEqual({
    months: 12,
    due: 3,
    stayed: 2,
    elsewhere: 1,
    notKnown: 0,
    notAsked: 0,
    percent: '66.7',
    average,
  });
  expect((await read(fund, { asOf: '2025-12-31' })).retention[2]).toMatchObject({ stayed: 0, average: null });
});

test('duty stations of sponsored positions are told with what is reserved for them, and no other', async () => {
  const { places } = await read(await openTestFund());
  expect(places.reduce((sum, { positions }) => sum + positions, 0)).toBe(15);
  const cents = places.map(({ allocated }) => BigInt(allocated.amount.replace('.', '')));
  expect(cents.reduce((sum, amount) => sum + amount, 0n)).toBe(3_178_000_00n);
});

test('nationalities of candidates are told to others without what is about one or two people', async () => {
  const fund = await openTestFund();
  const every = await fund.as('secretariat').performance.nationalities({});
  const told = await fund.as('auditor').performance.nationalities({});
  const { stages } = await fund.as('secretariat').vacancies.balance({});
  expect(every).toMatchObject({ known: stages[0]?.known, rest: 0 });
  expect(every.countries.reduce((sum, { count }) => sum + count, 0)).toBe(every.known);
  expect(every.countries).toEqual(expect.arrayContaining(told.countries));
  expect(told.countries.every(({ count }) => count > 2)).toBe(true);
  expect(told.countries.reduce((sum, { count }) => sum + count, told.rest ?? 0)).toBe(told.known);
  expect(told.countries.length).toBeLessThan(every.countries.length);
});

test('risks are what the records point to, each with what is at stake against the cash', async () => {
  const { risks } = await read(await openTestFund());
  expect(risks.cash.amount).toBe('1882843.38');
  // BOR-2026, due on 21 September 2026: 62 days; 187,500 of 1,882,843.38 are 10.0 percent.
  expect(risks.found.find(({ kind }) => kind === 'instalment-overdue')).toEqual({
    kind: 'instalment-overdue',
    signs: 1,
    atStake: { amount: '187500.00', currency: 'USD' },
    measure: 62,
    likelihood: 'medium',
    impact: 'medium',
  });
  // Aurelia has pledged most, 400,000, and none of its instalments is late.
  expect(risks.found.find(({ kind }) => kind === 'one-contributor')).toMatchObject({
    atStake: { amount: '400000.00' },
    likelihood: 'low',
    impact: 'high',
  });
  expect(risks.found.map(({ kind }) => kind)).not.toContain('report-missing');
});

test('before anything was recorded there is nothing to measure', async () => {
  const { positions, pipeline, costs, places } = await read(await openTestFund(), { asOf: '2020-01-01' });
  expect([positions, pipeline.states, costs.posts, places]).toEqual([0, [], [], []]);
});

test('how the fund performs is not for a contributor or an administrator, and only the secretariat sets averages', async () => {
  const fund = await openTestFund();
  for (const role of ['contributor', 'administrator'] as const)
    expect(await codeOf(fund.as(role).performance.get({}))).toBe('FORBIDDEN');
  const average = { months: '6', effectiveOn: '2026-01-01', percent: '1', source: 'x' } as const;
  for (const role of ['member', 'chair', 'auditor'] as const)
    expect(await codeOf(fund.as(role).performance.setRetentionAverage({ idempotencyKey: newKey(), ...average }))).toBe(
      'FORBIDDEN',
    );
});
