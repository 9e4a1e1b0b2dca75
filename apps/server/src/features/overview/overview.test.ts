import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { saveCandidate } from '@dcc/db/stores/candidate-store';
import { COMMAND_LINE } from '@dcc/db/stores/fund-store';
import { saveVacancy } from '@dcc/db/stores/vacancy-store';
import { withTransaction } from '@dcc/db/with-transaction';
import { ATTENTION, CONSEQUENCES } from '@dcc/domain/attention';
import { date } from '@dcc/domain/calendar-date';
import type { Role } from '@dcc/domain/people/capability';
import { describe, expect, test } from 'vitest';
import { codeOf, newKey, openTestFund, type TestFund, TODAY } from '../../testing/test-fund.ts';

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

describe('deadlines', () => {
  const kinds = async (fund: TestFund, role: Role = 'secretariat') => (await fund.as(role).overview.get({})).attention;

  test('name what closes, what is to be extended, and where a person works after the post', async () => {
    const attention = await kinds(await openTestFund());
    expect(attention).toContainEqual({
      kind: 'vacancy-closing',
      vacancyId: 'v-fisheries',
      title: 'Fisheries policy officer',
      organization: 'Oceans',
      closesOn: '2026-12-06',
      days: 14,
    });
    expect(attention).toContainEqual(
      expect.objectContaining({
        kind: 'vacancy-missing',
        title: 'Urban planning analyst',
        since: '2026-10-06',
        days: 47,
      }),
    );
    expect(attention).toContainEqual(
      expect.objectContaining({
        kind: 'extension-due',
        title: 'Water governance analyst',
        year: 1,
        endsOn: '2027-01-31',
      }),
    );
    expect(attention).toContainEqual(
      expect.objectContaining({ kind: 'retention-due', title: 'Climate adaptation analyst', months: 24 }),
    );
  });

  test('of candidates are for the secretariat alone', async () => {
    const fund = await openTestFund();
    fund.setTime('2028-12-01T09:00:00.000Z');
    const of = (role: Role) => kinds(fund, role).then((all) => all.filter(({ kind }) => kind.startsWith('candidate')));
    expect(await of('secretariat')).toEqual([{ kind: 'candidates-expired', count: 31 }]);
    expect([await of('auditor'), await of('chair')]).toEqual([[], []]);
    await fund.as('secretariat').candidates.eraseExpired({ idempotencyKey: newKey() });
    expect(await of('secretariat')).toEqual([]);
  });

  test('say that nobody has set how long candidates are kept', async () => {
    const fund = await openTestFund('real');
    const positionId = (await fund.as('auditor').positions.list({})).rows[0]?.id ?? '';
    const stamp = { recordedAt: '2026-11-20T09:00:00.000Z', recordedBy: COMMAND_LINE };
    const [opensOn, closesOn] = [date('2026-10-01'), date('2026-10-31')];
    const languages = { all: [], oneOf: [], asset: [] };
    const criteria = { oldestAge: null, degree: null, experienceYears: 0, languages, eligibilitySetId: null };
    const nothing = { gender: null, birthYear: null, degree: null, experienceYears: null, languages: null };
    expect(await kinds(fund)).not.toContainEqual({ kind: 'candidate-retention-unset' });
    await withTransaction(fund.db, async (tx) => {
      const terms = { opensOn, closesOn, criteria, text: '' };
      await saveVacancy(tx, { id: 'v', positionId, number: 1, terms }, stamp);
      const person = { name: 'Alder', nationality: 'FJ', ...nothing };
      const candidate = { id: 'k', vacancyId: 'v', number: 1, appliedOn: opensOn, person };
      await saveCandidate(tx, candidate, { on: closesOn, ...stamp });
    });
    expect(await kinds(fund)).toContainEqual({ kind: 'candidate-retention-unset' });
  });

  test('name terms that nobody has confirmed for a year, and windows in which silence consents', async () => {
    const fund = await openTestFund();
    const motion = {
      id: 'm-1',
      reference: 'SC-2026/3',
      title: 'A reserve',
      text: '',
      options: '',
      kind: 'other' as const,
    };
    await fund.db.write
      .insertInto('motion')
      .values({
        ...motion,
        state: 'circulated',
        meeting_id: null,
        closes_on: '2026-11-25',
        supersedes_id: null,
        criteria_set_id: null,
        recorded_at: '2026-11-20T09:00:00.000Z',
        recorded_by: 'p-secretariat',
      })
      .execute();
    expect(await kinds(fund, 'member')).toContainEqual({
      kind: 'window-closing',
      motionId: 'm-1',
      reference: 'SC-2026/3',
      title: 'A reserve',
      closesOn: '2026-11-25',
      days: 3,
    });
    const early = await fund.as('member').overview.get({ asOf: '2026-11-21' });
    expect(early.attention.map(({ kind }) => kind)).not.toContain('window-closing');
    fund.setTime('2027-09-01T09:00:00.000Z');
    expect(await kinds(fund)).toContainEqual(
      expect.objectContaining({ kind: 'terms-stale', title: 'Urban planning analyst', writtenOn: '2026-06-04' }),
    );
  });
});

describe('what the fund as a whole waits for', () => {
  const of = async (fund: TestFund, asOf?: string) =>
    (await fund.as('chair').overview.get(asOf === undefined ? {} : { asOf })).attention;

  test('is a reserve below its percentage of what the coming twelve months are planned to cost', async () => {
    const fund = await openTestFund();
    const { reserve } = await fund.as('secretariat').movements.forms({});
    const below = (await of(fund)).find((item) => item.kind === 'reserve-below-mark');
    const mark = (BigInt(reserve.planned.amount.replace('.', '')) + 2n) / 4n;
    expect(below).toMatchObject({ percent: '25.00', held: { amount: '100000.00' } });
    expect(BigInt(below?.mark.amount.replace('.', '') ?? '0')).toBe(mark);
    const set = { on: TODAY, percent: '100.00', base: reserve.planned.amount, decision: 'SC-2026/9' };
    await fund.as('secretariat').movements.reserve.record({ idempotencyKey: newKey(), ...set });
    const after = (await of(fund)).map(({ kind }) => kind);
    expect(after).not.toContain('reserve-below-mark');
    // So much is not free: what is promised would have to be paid from the reserve.
    expect(after).toContain('reserve-not-covered');
    expect((await of(fund, '2026-11-21')).map(({ kind }) => kind)).not.toContain('reserve-not-covered');
  });

  test('is a country about to leave its group, with what that touches', async () => {
    const fund = await openTestFund();
    const leaving = (all: Awaited<ReturnType<typeof of>>) => all.filter((item) => item.kind === 'group-leaving');
    expect(leaving(await of(fund))).toEqual([
      {
        kind: 'group-leaving',
        country: 'Fiji',
        group: 'DEMO-ISLANDS',
        lastDay: '2027-06-30',
        days: 220,
        proposals: [expect.objectContaining({ title: 'Climate finance analyst' })],
        vacancies: [expect.objectContaining({ title: 'Fisheries policy officer' })],
        pools: [{ id: 'e-islands', title: expect.any(String) }],
      },
    ]);
    expect(leaving(await of(fund, '2026-06-29'))).toEqual([]);
    expect(leaving(await of(fund, '2026-06-30'))).toMatchObject([
      { proposals: [], vacancies: [{ title: 'Renewable energy analyst' }], days: 365 },
    ]);
  });

  test('stands in the order of what happens if nobody acts', async () => {
    const ranks = (await of(await openTestFund())).map(({ kind }) => CONSEQUENCES.indexOf(ATTENTION[kind].consequence));
    expect(new Set(ranks).size).toBe(5);
    expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
  });
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

test('money to come back, money still reserved for what is over, and what meetings asked for wait for somebody', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { rows } = await secretariat.positions.list({ text: 'Coastal resilience analyst' });
  const { row } = await secretariat.positions.get({ id: rows[0]?.id ?? '' });
  const step = { idempotencyKey: newKey(), positionId: row.id, from: row.state, on: TODAY, note: 'Left' };
  await secretariat.positions.advance({ ...step, to: 'separated' });
  const { claim } = await secretariat.positions.get({ id: row.id });
  const { meetings } = await secretariat.meetings.list({});
  const point = {
    idempotencyKey: newKey(),
    meetingId: meetings[0]?.id ?? '',
    text: 'Write to the host',
    owner: 'Chair',
  };
  await secretariat.meetings.addActionPoint({ ...point, dueOn: '2026-11-25' });
  const { attention } = await secretariat.overview.get({});
  expect(attention).toContainEqual(
    expect.objectContaining({
      kind: 'host-claim',
      positionId: row.id,
      amount: claim,
      organizationId: row.organization.id,
    }),
  );
  expect(attention).toContainEqual(
    expect.objectContaining({
      kind: 'action-point-due',
      text: 'Write to the host',
      days: 3,
      meetingId: point.meetingId,
    }),
  );
  // Taken back, a transfer is reserved money again, of a post that is over.
  const { transfers } = await secretariat.positions.get({ id: row.id });
  const reversal = { idempotencyKey: newKey(), entryId: transfers[0]?.entryId ?? '', effectiveOn: TODAY, reason: 'x' };
  await secretariat.ledger.reversal.record(reversal);
  expect((await secretariat.overview.get({})).attention.map(({ kind }) => kind)).toContain('reserved-after-end');
});
