import { verifyDatabase } from '@dcc/db/integrity-checks';
import { expect, test } from 'vitest';
import { demoActor, newKey, openTestFund, rowCounts, type TestFund, violationOf } from '../../testing/test-fund.ts';

const close = (fund: TestFund, year: number, note = '') =>
  fund.as('secretariat').years.close({ idempotencyKey: newKey(), year, note });
const reopen = (fund: TestFund, year: number, changes: object = {}) =>
  fund.as('chair').years.reopen({
    idempotencyKey: newKey(),
    year,
    reference: 'SC-2026/3',
    title: 'Late report of Meridian',
    decidedOn: '2026-11-20',
    text: 'The year is opened again for one late report.',
    ...changes,
  });
const charge = (fund: TestFund, effectiveOn: string) =>
  fund.as('secretariat').ledger.reversal.record({
    idempotencyKey: newKey(),
    entryId: '11',
    effectiveOn,
    reason: 'Charged twice',
  });

test('each year shows what came in, what went out and what was left, and the years follow on each other', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const { years, next, lastClosed } = await auditor.years.list({});
  const told = years.map(({ year, state, opening, sources, uses, closing, expenditure, pending }) => [
    year,
    state,
    ...[opening, sources, uses, closing, expenditure].map(({ amount }) => amount.amount),
    pending,
  ]);
  // Worked out by hand from the steps of the demonstration fund.
  expect(told.slice(-2)).toEqual([
    [2023, 'closed', '20210.40', '556310.25', '439545.50', '136975.15', '319900.00', 0],
    [2022, 'closed', '0.00', '301250.40', '281040.00', '20210.40', '77000.00', 0],
  ]);
  expect(told.map(([year, state]) => [year, state])).toEqual([
    [2026, 'open'],
    [2025, 'open'],
    [2024, 'closed'],
    [2023, 'closed'],
    [2022, 'closed'],
  ]);
  for (const [index, { opening }] of years.entries())
    expect(opening.amount.amount).toBe(years[index + 1]?.closing.amount.amount ?? '0.00');
  expect(years[0]?.closing.amount.amount).toBe('1882843.38');
  expect(years[0]?.pending).toBe(4);
  expect(years[3]?.changed).toMatchObject({ by: 'Sena Bright', at: '2024-05-16T09:00:00.000Z', decision: null });
  expect({ next: next?.year, lastClosed }).toEqual({ next: 2025, lastClosed: 2024 });
  const figures = years.flatMap(({ opening, sources, uses, closing, expenditure }) => [
    opening,
    sources,
    uses,
    closing,
    expenditure,
  ]);
  for (const { amount, entries } of figures) {
    const { total } = await auditor.ledger.list({ filter: entries ?? {} });
    expect(total?.amount.replace('-', '')).toBe(amount.amount);
  }
});

test('the checklist of the next year names who has reported, what was charged and where the books differ', async () => {
  const { next } = await (await openTestFund()).as('auditor').years.list({});
  expect(next).toMatchObject({
    year: 2025,
    pending: 0,
    reported: [{ shortName: 'Lyceum' }, { shortName: 'Meridian' }],
    missing: [],
    refunds: { amount: { amount: '9400.00' } },
    interest: { amount: { amount: '16386.10' } },
    agentFee: { amount: { amount: '6500.00' } },
    deposits: { amount: { amount: '650000.00' } },
    supportCost: { amount: { amount: '0.00' } },
    differences: [],
  });
});

test('a host that held money and reported nothing is missing; money under way is a difference', async () => {
  const fund = await openTestFund();
  fund.setTime('2027-02-01T09:00:00.000Z');
  await close(fund, 2025);
  const { next } = await fund.as('auditor').years.list({});
  expect(next).toMatchObject({
    year: 2026,
    pending: 4,
    missing: [],
    differences: [{ organization: { shortName: 'Fair Work' }, amount: { amount: '140000.00' } }],
  });
  const before = await fund.as('auditor').years.list({ asOf: '2026-05-01', knownOn: '2026-05-01' });
  expect(before.next).toMatchObject({ year: 2025 });
});

test('a year closes once: after that nothing takes effect in it or before it, and the other one is told', async () => {
  const fund = await openTestFund();
  await charge(fund, '2025-12-31');
  const waiting = await fund.as('auditor').ledger.list({ filter: { certification: 'pending', to: '2025-12-31' } });
  expect(await violationOf(close(fund, 2025))).toEqual({ kind: 'YearHasPending', year: 2025, count: 1 });
  await fund
    .as('certifier')
    .ledger.certify({ idempotencyKey: newKey(), entryNumbers: waiting.rows.map(({ number }) => number) });
  const both = await Promise.allSettled([close(fund, 2025, 'All reports are in.'), close(fund, 2025)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await violationOf(close(fund, 2025))).toEqual({ kind: 'YearStateUnchanged', year: 2025, state: 'closed' });
  const before = await rowCounts(fund.db);
  const late = (effectiveOn: string) =>
    fund.as('secretariat').ledger.reversal.record({
      idempotencyKey: newKey(),
      entryId: '22',
      effectiveOn,
      reason: 'Late',
    });
  expect(await violationOf(late('2025-12-31'))).toMatchObject({ kind: 'PeriodClosed', year: 2025 });
  expect(await rowCounts(fund.db)).toEqual(before);
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('a year that has not ended, or follows an open one, does not close', async () => {
  const fund = await openTestFund();
  expect(await violationOf(close(fund, 2026))).toEqual({ kind: 'YearNotEnded', year: 2026 });
  expect(await violationOf(close(fund, 2030))).toEqual({ kind: 'NotFound', subject: 'financial-year' });
  fund.setTime('2027-02-01T09:00:00.000Z');
  expect(await violationOf(close(fund, 2026))).toEqual({ kind: 'EarlierYearOpen', year: 2025 });
});

test('only a decision opens a year again, and it is recorded with it or not at all', async () => {
  const fund = await openTestFund();
  const before = await rowCounts(fund.db);
  expect(await violationOf(reopen(fund, 2023))).toEqual({ kind: 'LaterYearClosed', year: 2024 });
  expect(await violationOf(reopen(fund, 2025))).toEqual({ kind: 'YearStateUnchanged', year: 2025, state: 'open' });
  expect(await violationOf(reopen(fund, 2024, { reference: 'SC-2024/1' }))).toEqual({
    kind: 'ReferenceTaken',
    reference: 'SC-2024/1',
  });
  expect(await violationOf(reopen(fund, 2024, { decidedOn: '2026-11-23' }))).toMatchObject({ kind: 'DateInFuture' });
  expect(await rowCounts(fund.db)).toEqual(before);
  expect(await violationOf(charge(fund, '2024-12-31'))).toMatchObject({ kind: 'PeriodClosed', year: 2024 });
  await reopen(fund, 2024);
  const { years, events } = await fund.as('auditor').years.list({});
  expect(years.find(({ year }) => year === 2024)).toMatchObject({
    state: 'open',
    changed: { by: 'Chidi Okonwe', decision: { reference: 'SC-2026/3', title: 'Late report of Meridian' } },
  });
  expect(events[0]).toMatchObject({ year: 2024, state: 'open', entryCount: 99 });
  await charge(fund, '2024-12-31');
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('the statement by year and the two books mark a year that is closed, as it was known', async () => {
  const fund = await openTestFund();
  const marked = async (stand: { knownOn?: string }) => {
    const { columns } = await fund.as('auditor').statement.get({ by: 'year', ...stand });
    const { years } = await fund.as('auditor').books.get(stand);
    return [
      columns.filter(({ closed }) => closed).map(({ name }) => name),
      years.filter(({ closed }) => closed).map(({ year }) => String(year)),
    ];
  };
  expect(await marked({})).toEqual([
    ['2022', '2023', '2024'],
    ['2022', '2023', '2024'],
  ]);
  expect(await marked({ knownOn: '2024-12-31' })).toEqual([
    ['2022', '2023'],
    ['2022', '2023'],
  ]);
  await reopen(fund, 2024);
  expect((await marked({}))[0]).toEqual(['2022', '2023']);
  expect((await marked({ knownOn: '2026-11-21' }))[0]).toEqual(['2022', '2023', '2024']);
});

test('the overview counts on from the last decision about money, not from one that only opens a year again', async () => {
  const fund = await openTestFund();
  const since = async () => (await fund.as('auditor').overview.get({})).sinceDecision;
  const before = await since();
  await reopen(fund, 2024);
  expect(await since()).toEqual(before);
});

test('who looks at what was known on an earlier day sees the years as they stood then', async () => {
  const fund = await openTestFund();
  const stood = async (knownOn: string) =>
    (await fund.as('auditor').years.list({ asOf: knownOn, knownOn })).years.map(({ year, state }) => [year, state]);
  expect(await stood('2024-05-15')).toEqual([
    [2024, 'open'],
    [2023, 'open'],
    [2022, 'closed'],
  ]);
  expect(await stood('2024-05-16')).toEqual([
    [2024, 'open'],
    [2023, 'closed'],
    [2022, 'closed'],
  ]);
  expect(await stood('2021-12-31')).toEqual([]);
});

test('the same key closes once and gives the first answer again', async () => {
  const fund = await openTestFund();
  const input = { idempotencyKey: newKey(), year: 2025, note: '' };
  const first = await fund.as('secretariat').years.close(input);
  expect(await fund.as('secretariat').years.close(input)).toEqual(first);
  expect(await violationOf(fund.as('secretariat').years.close({ ...input, note: 'Other' }))).toEqual({
    kind: 'KeyReused',
  });
});

test('books that begin in the first year of the calendar have a beginning', async () => {
  const fund = await openTestFund('real');
  const secretariat = fund.as({ ...demoActor('secretariat'), personId: 'command-line' });
  const first = { idempotencyKey: newKey(), kind: 'interest-fund', on: '1900-01-01', description: '' } as const;
  await secretariat.movements.fund.record({ ...first, currency: 'USD', amount: '1.00', poolId: 'unearmarked' });
  const { years } = await secretariat.years.list({ asOf: '1900-12-31' });
  expect(years.map(({ year, opening, closing }) => [year, opening.amount.amount, closing.amount.amount])).toEqual([
    [1900, '0.00', '1.00'],
  ]);
});
