import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { expect, test } from 'vitest';
import { type Caller, codeOf, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

const propose = (caller: Caller, change: object = {}) =>
  caller.positions.propose({
    idempotencyKey: newKey(),
    title: 'Soil chemistry analyst',
    organizationId: 'o-lyceum',
    dutyStationId: 's-praia',
    startsOn: '2027-02-28',
    yearlyCosts: ['140000.00', '144000.00'],
    description: 'Looks at soil.',
    ...change,
  });

async function byTitle(caller: Caller, title: string) {
  const { rows } = await caller.positions.list({ text: title });
  return caller.positions.get({ id: rows[0]?.id ?? '' });
}

test('a proposed position is a draft, with years of twelve months and no money', async () => {
  const fund = await openTestFund();
  const { id } = await propose(fund.as('secretariat'));
  const { row, takesAllocation, steps } = await fund.as('member').positions.get({ id });
  expect(row).toMatchObject({ number: 23, state: 'draft', phase: 'proposed', cost: { amount: '284000.00' } });
  expect(row.years.map(({ startsOn, endsOn, state }) => [startsOn, endsOn, state])).toEqual([
    ['2027-02-28', '2028-02-27', 'unfunded'],
    ['2028-02-28', '2029-02-27', 'unfunded'],
  ]);
  expect(takesAllocation).toBe(false);
  expect(steps.map(({ to }) => to)).toEqual(['submitted', 'withdrawn']);
});

test.each([
  [{ organizationId: 'none' }, { kind: 'NotFound', subject: 'organization' }],
  [{ dutyStationId: 'none' }, { kind: 'NotFound', subject: 'duty-station' }],
  [{ yearlyCosts: ['140000.00', '0'] }, { kind: 'AmountNotPositive' }],
  [{ yearlyCosts: ['-1'] }, { kind: 'AmountNotPositive' }],
  [{ yearlyCosts: ['1.234'] }, { kind: 'AmountTooPrecise' }],
])('a proposal with %j is refused', async (change, violation) => {
  const fund = await openTestFund();
  expect(await violationOf(propose(fund.as('secretariat'), change))).toMatchObject(violation);
  expect(await codeOf(propose(fund.as('chair'), change))).toBe('FORBIDDEN');
});

test.each([
  { startsOn: '2027-02-29' },
  { startsOn: '2199-12-31' },
  { yearlyCosts: [] },
  { yearlyCosts: ['1', '1', '1', '1', '1'] },
  { title: '' },
])('a proposal that cannot be read, %j, is refused before its rules', async (change) => {
  const fund = await openTestFund();
  expect(await codeOf(propose(fund.as('secretariat'), change))).toBe('BAD_REQUEST');
});

test('a position goes on step by step, and only from where it stands', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { row } = await byTitle(secretariat, 'Urban planning analyst');
  const step = (from: string, to: string, on = '2026-11-22') =>
    secretariat.positions.advance({ idempotencyKey: newKey(), positionId: row.id, from, to, on, note: '' } as never);
  await step('approved', 'advertised');
  expect(await violationOf(step('approved', 'advertised'))).toEqual({
    kind: 'StateChanged',
    expected: 'approved',
    actual: 'advertised',
  });
  expect(await violationOf(step('advertised', 'offered'))).toMatchObject({ kind: 'StepNotAllowed' });
  expect(await violationOf(step('advertised', 'approved'))).toMatchObject({ kind: 'StepNotAllowed' });
  expect(await violationOf(step('advertised', 'long-list', '2026-11-23'))).toMatchObject({ kind: 'DateInFuture' });
  const { story } = await byTitle(secretariat, 'Urban planning analyst');
  expect(story.at(-1)).toMatchObject({ from: 'approved', to: 'advertised', by: 'Sena Bright' });
});

test('no offer before the first year is reserved, no second year before the second is', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const youth = await byTitle(secretariat, 'Youth participation officer');
  const extend = secretariat.positions.advance({
    idempotencyKey: newKey(),
    positionId: youth.row.id,
    from: 'extension-review',
    to: 'in-post-year-2',
    on: '2026-11-22',
    note: '',
  });
  expect(await violationOf(extend)).toMatchObject({
    kind: 'GateClosed',
    missing: [
      { what: 'finding', finding: 'agreement', year: 2, found: 'nothing' },
      { what: 'year-not-reserved', year: 2, cost: { minor: 14_000_000n }, allocated: { minor: 7_000_000n } },
    ],
  });
  expect(youth.steps[0]).toMatchObject({
    to: 'in-post-year-2',
    missing: [{ what: 'finding' }, { what: 'year-not-reserved' }],
  });
  // Part of a first year is not the whole of it.
  const chair = fund.as('chair');
  const { row } = await byTitle(chair, 'Climate finance analyst');
  await chair.positions.allocation.record({
    idempotencyKey: newKey(),
    reference: 'SC-2026/9',
    title: 'A part',
    decidedOn: '2026-11-22',
    text: '',
    lines: [{ positionId: row.id, year: 1, poolId: 'e-islands', amount: '144999.99' }],
  });
  const states = ['approved', 'advertised', 'long-list', 'short-list', 'interviews', 'selected', 'clearances'] as const;
  const step = (from: (typeof states)[number], to: (typeof states)[number] | 'offered') =>
    secretariat.positions.advance({
      idempotencyKey: newKey(),
      positionId: row.id,
      from,
      to,
      on: '2026-11-22',
      note: '',
    });
  for (const [index, from] of states.slice(0, -1).entries()) await step(from, states[index + 1] ?? 'clearances');
  expect(await violationOf(step('clearances', 'offered'))).toMatchObject({
    kind: 'GateClosed',
    missing: [{ what: 'year-not-reserved', year: 1 }],
  });
});

test('the list counts phases, totals all pages and narrows', async () => {
  const member = (await openTestFund()).as('member');
  const all = await member.positions.list({});
  expect(all.rowCount).toBe(DEMO_TOTALS.positions);
  expect(all.totals.allocated.amount).toBe(DEMO_TOTALS.allocated);
  expect(Object.fromEntries(all.byPhase.map(({ phase, count }) => [phase, count]))).toEqual({
    proposed: 4,
    'in-recruitment': 8,
    'in-post': 4,
    completed: 3,
    'not-approved': 3,
  });
  expect((await member.positions.list({ whole: true, page: 9 })).rows).toHaveLength(DEMO_TOTALS.positions);
  const inPost = await member.positions.list({ phase: 'in-post', organizationId: 'o-oceans' });
  expect(inPost.rows.map(({ title }) => title)).toEqual(['Coastal resilience analyst']);
  expect((await member.positions.list({ text: '%' })).rowCount).toBe(0);
  expect(await violationOf(member.positions.get({ id: 'none' }))).toEqual({ kind: 'NotFound', subject: 'position' });
});

test('transfers pay the years of a position in their order', async () => {
  const { row, transfers, figures } = await byTitle((await openTestFund()).as('auditor'), 'Gender programme analyst');
  expect(row.years.map(({ state, transferred }) => [state, transferred.amount])).toEqual([
    ['transferred', '142000.00'],
    ['transferred', '146000.00'],
  ]);
  expect(transfers.map(({ on, amount }) => [on, amount.amount])).toEqual([
    ['2025-01-15', '142000.00'],
    ['2026-01-22', '146000.00'],
  ]);
  expect(figures.spent.amount.amount).toBe('198500.00');
});

test('no step is recorded on a day before the last one, and no decision approves on one', async () => {
  const fund = await openTestFund();
  const { row } = await byTitle(fund.as('member'), 'Climate finance analyst');
  const back = {
    idempotencyKey: newKey(),
    positionId: row.id,
    from: 'scored' as const,
    to: 'withdrawn' as const,
    note: 'The host found other money.',
  };
  expect(await violationOf(fund.as('secretariat').positions.advance({ ...back, on: '2026-11-04' }))).toEqual({
    kind: 'StepBeforeLast',
    since: '2026-11-05',
    on: '2026-11-04',
  });
  const decision = {
    idempotencyKey: newKey(),
    reference: 'SC-2026/3',
    title: 'Too early',
    decidedOn: '2026-11-04',
    text: '',
    lines: [{ positionId: row.id, year: 1, poolId: 'e-islands', amount: '145000.00' }],
  };
  expect(await violationOf(fund.as('chair').positions.allocation.record(decision))).toMatchObject({
    kind: 'StepBeforeLast',
  });
});

test('money that a host sent back does not make a year unpaid', async () => {
  const { row } = await byTitle((await openTestFund()).as('auditor'), 'Decent work officer');
  expect(row.years.map(({ state, transferred }) => [state, transferred.amount])).toEqual([
    ['transferred', '138000.00'],
    ['transferred', '142000.00'],
  ]);
});

test('a position is proposed on the day its host asked, and on no day to come', async () => {
  const fund = await openTestFund();
  const { id } = await propose(fund.as('secretariat'), { proposedOn: '2026-10-01' });
  expect((await fund.as('member').positions.get({ id })).story).toMatchObject([{ on: '2026-10-01', to: 'draft' }]);
  expect(await violationOf(propose(fund.as('secretariat'), { proposedOn: '2026-11-23' }))).toMatchObject({
    kind: 'DateInFuture',
  });
});

test('the story of a position tells in its order who wrote, proposed, decided, advertised, paid and found what', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const storyOf = async (title: string, standpoint: object = {}) => {
    const id = (await member.positions.list({ text: title })).rows[0]?.id ?? '';
    return (await member.positions.get({ id, ...standpoint })).story;
  };
  const story = await storyOf('Gender programme analyst');
  expect(story.map(({ on }) => on)).toEqual(story.map(({ on }) => on).toSorted());
  expect(new Set(story.map(({ what }) => what))).toEqual(new Set(['terms', 'step', 'money', 'finding']));
  const sums = (kind: string) =>
    story.flatMap((each) => (each.what === 'money' && each.kind === kind ? [each.amount.amount] : []));
  expect(sums('allocation')).toEqual(['142000.00', '146000.00']);
  expect(sums('transfer')).toEqual(['142000.00', '146000.00']);
  expect(sums('organization-received')).toEqual(['142000.00', '146000.00']);
  expect((await storyOf('Labour migration')).filter(({ what }) => what === 'vacancy')).toMatchObject([
    { day: 'opens', on: '2026-10-12' },
    { day: 'closes', on: '2026-11-13' },
  ]);
  expect(await storyOf('Climate finance')).toContainEqual(expect.objectContaining({ what: 'round' }));
  const early = await storyOf('Gender programme analyst', { asOf: '2025-01-31' });
  expect(early.length).toBeLessThan(story.length);
  expect(early.every(({ on }) => on <= '2025-01-31')).toBe(true);
});
