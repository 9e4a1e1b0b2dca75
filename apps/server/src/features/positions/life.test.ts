import { TERMS_FIELDS } from '@dcc/domain/positions/terms';
import { expect, test } from 'vitest';
import {
  type Caller,
  codeOf,
  newKey,
  openTestFund,
  rowCounts,
  type TestFund,
  violationOf,
} from '../../testing/test-fund.ts';

const TODAY = '2026-11-22';
const FULL = Object.fromEntries(
  TERMS_FIELDS.map((field) => [field, field === 'nonFamily' ? 'no' : field === 'duration' ? '24' : `The ${field}`]),
);

async function positionOf(fund: TestFund, title: string) {
  const member = fund.as('member');
  const { rows } = await member.positions.list({ text: title });
  return member.positions.get({ id: rows[0]?.id ?? '' });
}

const step = (caller: Caller, positionId: string, from: string, to: string, change: object = {}) =>
  caller.positions.advance({ idempotencyKey: newKey(), positionId, from, to, on: TODAY, note: '', ...change } as never);

const write = (caller: Caller, positionId: string, version: number, change: object = {}) =>
  caller.positions.terms.record({ idempotencyKey: newKey(), positionId, version, ...FULL, ...change } as never);

const find = (caller: Caller, positionId: string, kind: string, change: object = {}) =>
  caller.positions.review.record({
    idempotencyKey: newKey(),
    positionId,
    kind,
    year: 2,
    outcome: 'for',
    on: TODAY,
    reference: 'Letter of 20 November',
    contributorId: null,
    hostAmount: '',
    fundAmount: '',
    ...change,
  } as never);

/** Runs what must be refused, and holds that nothing of it was written. */
async function refusedWithoutTrace(fund: TestFund, attempt: () => Promise<unknown>) {
  const before = await rowCounts(fund.db);
  const violation = await violationOf(attempt());
  expect(await rowCounts(fund.db)).toEqual(before);
  return violation;
}

test('nothing is submitted before its terms of reference are whole, and every empty field is named', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { id } = await secretariat.positions.propose({
    idempotencyKey: newKey(),
    title: 'Seed bank officer',
    organizationId: 'o-lyceum',
    dutyStationId: 's-praia',
    startsOn: '2027-09-01',
    yearlyCosts: ['20000.00'],
    description: '',
  });
  const empty = await refusedWithoutTrace(fund, () => step(secretariat, id, 'draft', 'submitted'));
  expect(empty).toEqual({
    kind: 'GateClosed',
    to: 'submitted',
    missing: [{ what: 'terms', fields: [...TERMS_FIELDS] }],
  });
  await write(secretariat, id, 0, { sector: '', duties: '' });
  expect(await violationOf(step(secretariat, id, 'draft', 'submitted'))).toMatchObject({
    missing: [{ what: 'terms', fields: ['sector', 'duties'] }],
  });
  await write(secretariat, id, 1);
  await step(secretariat, id, 'draft', 'submitted');
  // What was submitted stays whole; versions are kept, and nobody writes over what they have not seen.
  expect(await refusedWithoutTrace(fund, () => write(secretariat, id, 2, { code: '' }))).toEqual({
    kind: 'TermsIncomplete',
    state: 'submitted',
    fields: ['code'],
  });
  expect(await refusedWithoutTrace(fund, () => write(secretariat, id, 1))).toEqual({
    kind: 'TermsChanged',
    version: 2,
  });
  await write(secretariat, id, 2, { office: 'Another office' });
  const { terms } = await positionOf(fund, 'Seed bank officer');
  expect(terms.versions.map(({ number, terms: { office } }) => [number, office])).toEqual([
    [1, 'The office'],
    [2, 'The office'],
    [3, 'Another office'],
  ]);
  expect(terms.empty).toEqual([]);
  expect(await codeOf(write(fund.as('chair'), id, 3))).toBe('FORBIDDEN');
  expect(await violationOf(write(secretariat, 'none', 0))).toEqual({ kind: 'NotFound', subject: 'position' });
});

test('an extension waits for priority, evaluation, agreement and money, and the refusal names each that lacks', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { row } = await positionOf(fund, 'Coastal resilience analyst');
  await step(secretariat, row.id, 'in-post-year-1', 'extension-review');
  const extend = () => step(secretariat, row.id, 'extension-review', 'in-post-year-2');
  const found = (finding: string, how = 'nothing') => ({ what: 'finding', finding, year: 2, found: how });
  expect(await refusedWithoutTrace(fund, extend)).toMatchObject({
    kind: 'GateClosed',
    missing: [found('priority'), found('evaluation'), found('agreement')],
  });
  await find(secretariat, row.id, 'priority');
  await find(secretariat, row.id, 'evaluation', { outcome: 'against' });
  expect(await violationOf(extend())).toMatchObject({
    missing: [found('evaluation', 'unfavourable'), found('agreement')],
  });
  await find(secretariat, row.id, 'evaluation');
  expect(
    await refusedWithoutTrace(fund, () => find(secretariat, row.id, 'agreement', { contributorId: 'none' })),
  ).toEqual({
    kind: 'NotFound',
    subject: 'contributor',
  });
  const { review } = await positionOf(fund, 'Coastal resilience analyst');
  expect(review).toMatchObject({ year: 2, open: true, needed: ['priority', 'evaluation', 'agreement'] });
  expect(review.findings.map(({ kind, favourable }) => [kind, favourable])).toEqual([
    ['priority', true],
    ['evaluation', false],
    ['evaluation', true],
  ]);
});

test('a finding is recorded only of the year that would follow, and never before its day', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { row } = await positionOf(fund, 'Coastal resilience analyst');
  const refusal = (kind: string, change: object) =>
    refusedWithoutTrace(fund, () => find(secretariat, row.id, kind, change));
  expect(await refusal('priority', { year: 3 })).toMatchObject({ kind: 'ReviewNotDue', year: 3 });
  expect(await refusal('cost-share', { hostAmount: '1.00', fundAmount: '' })).toEqual({
    kind: 'YearNotShared',
    year: 2,
  });
  expect(await refusal('priority', { on: '2026-11-23' })).toMatchObject({ kind: 'DateInFuture' });
  expect(await codeOf(find(fund.as('chair'), row.id, 'priority'))).toBe('FORBIDDEN');
});

test('year three comes on record with what the host bears of it, and its cost is known from then on', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const before = await positionOf(fund, 'Gender programme analyst');
  const { id } = before.row;
  const share = (change: object = {}) =>
    find(secretariat, id, 'cost-share', { year: 3, hostAmount: '75000.00', fundAmount: '75000.00', ...change });
  const refusal = (change: object) => refusedWithoutTrace(fund, () => share(change));
  expect(await refusal({ fundAmount: '' })).toEqual({ kind: 'AmountNotPositive' });
  expect(await refusal({ hostAmount: '0' })).toEqual({ kind: 'AmountNotPositive' });
  await share({ outcome: 'against', hostAmount: '', fundAmount: '' });
  fund.setTime('2026-11-24T10:00:00.000Z');
  await share();
  await share({ hostAmount: '80000.00', fundAmount: '' });
  const after = await positionOf(fund, 'Gender programme analyst');
  expect(after.row.years.map(({ number, startsOn, endsOn, cost }) => [number, startsOn, endsOn, cost.amount])).toEqual([
    [1, '2025-02-01', '2026-01-31', '142000.00'],
    [2, '2026-02-01', '2027-01-31', '146000.00'],
    [3, '2027-02-01', '2028-01-31', '75000.00'],
  ]);
  expect(after.row).toMatchObject({ endsOn: '2028-01-31', cost: { amount: '363000.00' } });
  const known = await fund.as('member').positions.get({ id, knownOn: '2026-11-23' });
  expect(known.row).toEqual(before.row);
});

test('who leaves early leaves a reason, and the money that the host holds is asked back', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { row } = await positionOf(fund, 'Coastal resilience analyst');
  const leave = (change: object) => step(secretariat, row.id, 'in-post-year-1', 'separated', change);
  expect(await refusedWithoutTrace(fund, () => leave({}))).toMatchObject({ missing: [{ what: 'reason' }] });
  await leave({ note: 'Took a post elsewhere.' });
  const { separation, claim, figures } = await positionOf(fund, 'Coastal resilience analyst');
  expect(separation).toMatchObject({ on: TODAY, early: '2027-04-30' });
  expect(claim?.amount).toBe(
    (Number(figures.transferred.amount.amount) - Number(figures.spent.amount.amount)).toFixed(2),
  );
  expect(separation?.retention.map(({ months, due }) => [months, due])).toEqual([
    [0, true],
    [6, false],
    [12, false],
    [24, false],
  ]);
});

test('it is said at 0, 6, 12 and 24 months who stayed, and a later answer takes the place of an earlier one', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { row, separation } = await positionOf(fund, 'Data and statistics associate');
  expect(separation).toMatchObject({ on: '2025-08-31', early: null });
  const say = (months: number, outcome: string, change: object = {}) =>
    secretariat.positions.retention.record({
      idempotencyKey: newKey(),
      positionId: row.id,
      months,
      outcome,
      on: TODAY,
      ...change,
    } as never);
  await say(0, 'not-known');
  await say(0, 'un-system');
  await say(12, 'same-organization');
  expect(await refusedWithoutTrace(fund, () => say(24, 'elsewhere'))).toEqual({
    kind: 'RetentionNotDue',
    months: 24,
    dueOn: '2027-08-31',
  });
  const after = await positionOf(fund, 'Data and statistics associate');
  expect(after.separation?.retention.map(({ months, outcome }) => [months, outcome])).toEqual([
    [0, 'un-system'],
    [6, null],
    [12, 'same-organization'],
    [24, null],
  ]);
  expect(await violationOf(say(0, 'elsewhere', { positionId: 'none' }))).toMatchObject({ kind: 'NotFound' });
});
