import { expect, test } from 'vitest';
import { date } from '@dcc/domain/calendar-date';
import { draftOf, LYCEUM, MERIDIAN, OCEANS, sit } from '../../testing/committee.ts';
import { newKey, openTestFund, TODAY, violationOf } from '../../testing/test-fund.ts';

const half = { bound: 'at-least', numerator: 1, denominator: 2 } as const;
const RULES = {
  effectiveOn: date('2026-06-01'),
  quorum: half,
  majority: { bound: 'at-least', numerator: 2, denominator: 3 },
  majorityOf: 'present',
  windowDays: 14,
  source: 'Terms of reference, annex B',
} as const;

test('a seat is filled for a term, and the committee shows who holds it', async () => {
  const fund = await openTestFund();
  const caller = fund.as('secretariat');
  const seat = (await caller.committee.get({})).seats.find(({ personId }) => personId === OCEANS);
  const ended = { idempotencyKey: newKey(), seatId: seat?.id ?? '', endsOn: date('2026-10-31'), reason: 'Moved' };
  await caller.committee.seats.end(ended);
  const filled = {
    idempotencyKey: newKey(),
    kind: 'member' as const,
    organizationId: 'o-oceans',
    personId: OCEANS,
    startsOn: date('2026-11-01'),
    endsOn: date('2028-10-31'),
  };
  await caller.committee.seats.record(filled);
  const { seats } = await caller.committee.get({});
  expect(seats.filter(({ personId }) => personId === OCEANS)).toMatchObject([
    { startsOn: '2024-01-01', endsOn: '2026-10-31', runs: false, over: true },
    { startsOn: '2026-11-01', endsOn: '2028-10-31', runs: true, over: false },
  ]);
});

test('overlapping terms are refused with whose they are', async () => {
  const fund = await openTestFund();
  const fill = (personId: string, organizationId: string) =>
    violationOf(
      fund.as('chair').committee.seats.record({
        idempotencyKey: newKey(),
        kind: 'member',
        organizationId,
        personId,
        startsOn: TODAY,
        endsOn: null,
      }),
    );
  expect(await fill(LYCEUM, 'o-lyceum')).toEqual({
    kind: 'TermsOverlap',
    person: 'Leila Ostrander',
    organization: 'Lyceum',
    from: '2024-01-01',
    until: '2027-12-31',
  });
  expect(await fill(LYCEUM, 'o-oceans')).toEqual({ kind: 'SeatOfOtherOrganization', person: 'Leila Ostrander' });
  expect(await fill('p-nobody', 'o-oceans')).toEqual({ kind: 'NotFound', subject: 'person' });
  expect(await fill('p-chair', 'o-nowhere')).toEqual({ kind: 'NotFound', subject: 'organization' });
});

test('a term that is over, or that nobody has, cannot be ended', async () => {
  const fund = await openTestFund();
  const caller = fund.as('secretariat');
  const seat = (await caller.committee.get({})).seats.find(({ personId }) => personId === MERIDIAN);
  const end = (seatId: string, endsOn: string) =>
    violationOf(caller.committee.seats.end({ idempotencyKey: newKey(), seatId, endsOn: date(endsOn), reason: 'x' }));
  expect(await end(seat?.id ?? '', '2028-01-01')).toEqual({ kind: 'TermEnded', endsOn: '2027-12-31' });
  expect(await end('nothing', '2026-01-01')).toEqual({ kind: 'NotFound', subject: 'seat' });
});

test('rules are set from a day on, with their source, and never from before the last', async () => {
  const fund = await openTestFund();
  const caller = fund.as('secretariat');
  await caller.committee.rules.set({ idempotencyKey: newKey(), ...RULES });
  const committee = await caller.committee.get({});
  expect(committee.rules).toMatchObject({ ...RULES, number: 2, setBy: 'Sena Bright' });
  expect(committee.ruleHistory.map(({ number }) => number)).toEqual([2, 1]);
  const earlier = { idempotencyKey: newKey(), ...RULES, effectiveOn: date('2026-05-31') };
  expect(await violationOf(caller.committee.rules.set(earlier))).toEqual({
    kind: 'CommitteeRulesBeforeLast',
    since: '2026-06-01',
    on: '2026-05-31',
  });
});

test('while no rules are set nothing can be decided, and the program says so', async () => {
  const fund = await openTestFund('real');
  const committee = await fund.as('auditor').committee.get({});
  expect(committee).toMatchObject({ rules: null, ruleHistory: [], seats: [] });
  await fund.db.write
    .insertInto('person')
    .values(
      ['p-secretariat', 'p-chair'].map((id) => ({
        id,
        email: id,
        name: id,
        password_hash: 'none',
        organization_id: null,
        contributor_id: null,
        last_sign_in_at: null,
        created_at: '',
      })),
    )
    .execute();
  const meetingId = await sit(fund, []);
  expect((await fund.as('auditor').meetings.get({ id: meetingId })).quorum).toBeNull();
  const { id } = await fund.as('secretariat').decisions.draft.record(draftOf({ meetingId }));
  const act = { idempotencyKey: newKey(), decisionId: id };
  for (const refused of [fund.as('chair').decisions.open(act), fund.as('chair').decisions.circulate(act)])
    expect(await violationOf(refused)).toEqual({ kind: 'CommitteeRulesNotSet', on: TODAY });
});
