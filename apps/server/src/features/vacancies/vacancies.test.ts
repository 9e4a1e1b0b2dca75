import { ROLES } from '@dcc/domain/people/capability';
import { describe, expect, test } from 'vitest';
import { newKey, openTestFund, rowCounts, type TestFund, violationOf } from '../../testing/test-fund.ts';

const CRITERIA = {
  oldestAge: 31,
  degree: 'advanced' as const,
  experienceYears: 2,
  languages: { all: ['en'], oneOf: [], asset: [] },
  eligibilitySetId: 'g-eligible',
};
const terms = { opensOn: '2026-11-20', closesOn: '2026-12-20', criteria: CRITERIA, text: 'Write to us.' };

async function positionOf(fund: TestFund, title: string): Promise<string> {
  return (await fund.as('auditor').positions.list({ text: title })).rows[0]?.id ?? '';
}

const READERS = ROLES.filter((role) => !['contributor', 'administrator'].includes(role));

test('vacancies say what is open, what has closed and how long recruitment takes', async () => {
  const fund = await openTestFund();
  const { rows, times, without } = await fund.as('member').vacancies.list({});
  expect(rows.map(({ position, status, daysLeft, closesOn }) => [position.title, status, daysLeft, closesOn])).toEqual([
    ['Fisheries policy officer', 'open', 14, '2026-12-06'],
    ['Labour migration officer', 'closed', -9, '2026-11-13'],
    ['Women engineers officer', 'closed', -63, '2026-09-20'],
    ['Renewable energy analyst', 'closed', -114, '2026-07-31'],
  ]);
  const energy = rows.find(({ id }) => id === 'v-energy');
  // Advertised on 15 June, somebody selected on 9 November.
  expect(energy?.recruitment).toMatchObject({ advertisedOn: '2026-06-15', selectedOn: '2026-11-09', daysToFill: 147 });
  expect(times).toMatchObject({ filled: 10 });
  expect(times.stages.map(({ state }) => state)).toContain('interviews');
  expect(without.map(({ title }) => title)).toEqual(['Urban planning analyst']);
});

test('the secretariat is told every number of candidates; to the others one and two are not told', async () => {
  const fund = await openTestFund();
  const count = (stage: 'long-list' | 'short-list' | 'interviewed', number: number | null) => ({
    stage,
    count: number,
  });
  const counts = async (role: 'secretariat' | 'auditor', id: string) =>
    (await fund.as(role).vacancies.get({ id })).row.counts;
  const all = [count('long-list', 10), count('short-list', 5), count('interviewed', 4)];
  expect(await counts('secretariat', 'v-energy')).toEqual(all);
  expect(await counts('auditor', 'v-energy')).toEqual(all);
  const two = {
    idempotencyKey: newKey(),
    candidateId: 'k-engineers-1',
    from: 'short-list',
    to: 'interviewed',
  } as const;
  await fund.as('secretariat').candidates.advance({ ...two, on: '2026-11-20' });
  expect(await counts('secretariat', 'v-engineers')).toContainEqual(count('interviewed', 1));
  expect(await counts('auditor', 'v-engineers')).toContainEqual(count('interviewed', null));
  expect((await fund.as('auditor').vacancies.get({ id: 'v-fisheries' })).row.counts).toEqual([
    count('long-list', 0),
    count('short-list', 0),
    count('interviewed', 0),
  ]);
});

test('the balance of candidates tells others no number that is about one or two people', async () => {
  const fund = await openTestFund();
  const numbers = async (role: 'secretariat' | 'auditor') => {
    const { vacancies, counted, stages } = await fund.as(role).vacancies.balance({});
    return {
      vacancies,
      counted,
      stages: stages.map(({ candidates, women, groups }) => [candidates, women, ...groups.map(({ count }) => count)]),
    };
  };
  expect(await numbers('secretariat')).toEqual({
    vacancies: 3,
    counted: 3,
    stages: [
      [31, 13, 7, 18],
      [9, 4, 4, 3],
      [4, 2, 2, 1],
    ],
  });
  expect(await numbers('auditor')).toEqual({
    vacancies: 3,
    counted: 3,
    stages: [
      [31, 13, 7, 18],
      [9, 4, 4, null],
      [4, null, null, null],
    ],
  });
  const step = {
    idempotencyKey: newKey(),
    candidateId: 'k-engineers-1',
    from: 'short-list',
    to: 'interviewed',
  } as const;
  await fund.as('secretariat').candidates.advance({ ...step, on: '2026-11-20' });
  // One interview of the engineers is not told, so the whole vacancy is left out of what is told of all.
  expect(await numbers('auditor')).toMatchObject({ vacancies: 3, counted: 2 });
});

test.each(READERS)('%s reads a vacancy with what it asks for', async (role) => {
  const fund = await openTestFund();
  expect(await fund.as(role).vacancies.get({ id: 'v-fisheries' })).toMatchObject({
    row: { status: 'open', published: true, organization: { shortName: 'Oceans' }, dutyStation: { name: 'Honiara' } },
    eligibility: { name: 'Eligible countries', version: 1, inForce: true },
    criteria: { oldestAge: 31, degree: 'advanced', experienceYears: 2, languages: { all: ['en'], asset: ['fr'] } },
    revisions: 0,
  });
});

test('a vacancy as known on an earlier day has the terms of that day, and before it was recorded is not there', async () => {
  const fund = await openTestFund();
  const revised = { ...terms, opensOn: '2026-11-02', closesOn: '2026-12-31', idempotencyKey: newKey() };
  await fund.as('secretariat').vacancies.revise({ ...revised, vacancyId: 'v-fisheries' });
  fund.setTime('2026-11-23T09:00:00.000Z');
  const read = (knownOn: string) => fund.as('auditor').vacancies.get({ id: 'v-fisheries', knownOn });
  expect((await read('2026-11-22')).row.closesOn).toBe('2026-12-31');
  expect((await read('2026-11-21')).row.closesOn).toBe('2026-12-06');
  expect(await violationOf(read('2026-11-01'))).toEqual({ kind: 'NotFound', subject: 'vacancy' });
});

describe('a vacancy is recorded', () => {
  test('once for each form, for a position in recruitment, and again after it has closed', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const positionId = await positionOf(fund, 'Urban planning');
    const input = { ...terms, positionId, idempotencyKey: newKey() };
    const first = await secretariat.vacancies.open(input);
    expect(await secretariat.vacancies.open(input)).toEqual(first);
    const later = { ...input, opensOn: '2026-12-21', closesOn: '2027-01-20', idempotencyKey: newKey() };
    const { id } = await secretariat.vacancies.open(later);
    expect((await secretariat.vacancies.get({ id })).row).toMatchObject({
      number: 2,
      status: 'upcoming',
      published: false,
    });
  });

  test.each<[string, object, object]>([
    ['closing before opening', { closesOn: '2026-11-19' }, { kind: 'VacancyClosesBeforeOpening' }],
    [
      'criteria with an unknown language code',
      { criteria: { ...CRITERIA, languages: { all: ['xx'], oneOf: [], asset: [] } } },
      { kind: 'LanguageUnknown', code: 'xx' },
    ],
    [
      'a language that is both asked for and an asset',
      { criteria: { ...CRITERIA, languages: { all: ['en'], oneOf: [], asset: ['en'] } } },
      { kind: 'LanguageTwice', code: 'en' },
    ],
    [
      'a rule set that there is not',
      { criteria: { ...CRITERIA, eligibilitySetId: 'nowhere' } },
      { kind: 'NotFound', subject: 'rule-set' },
    ],
    [
      'a rule set that does not hold on the first day',
      { opensOn: '2025-12-01' },
      { kind: 'RuleSetNotInForce', ruleSet: 'Eligible countries', on: '2025-12-01' },
    ],
    ['a position that there is not', { positionId: 'nowhere' }, { kind: 'NotFound', subject: 'position' }],
  ])('%s is refused, and nothing is written', async (_what, wrong, violation) => {
    const fund = await openTestFund();
    const input = {
      ...terms,
      positionId: await positionOf(fund, 'Urban planning'),
      idempotencyKey: newKey(),
      ...wrong,
    };
    const before = await rowCounts(fund.db);
    expect(await violationOf(fund.as('secretariat').vacancies.open(input))).toMatchObject(violation);
    expect(await rowCounts(fund.db)).toEqual(before);
  });

  test('not for a position that is not approved, nor beside a vacancy that is open', async () => {
    const fund = await openTestFund();
    const open = async (title: string) =>
      violationOf(
        fund
          .as('secretariat')
          .vacancies.open({ ...terms, positionId: await positionOf(fund, title), idempotencyKey: newKey() }),
      );
    expect(await open('Climate finance')).toMatchObject({ kind: 'PositionNotAdvertised', state: 'scored' });
    expect(await open('Fisheries')).toEqual({
      kind: 'VacancyOverlaps',
      closesOn: '2026-12-06',
      opensOn: '2026-11-20',
    });
  });
});

test('what is asked stays as it was once somebody is on record; the last day may move', async () => {
  const fund = await openTestFund();
  const { row, criteria } = await fund.as('auditor').vacancies.get({ id: 'v-labour' });
  const same = { vacancyId: 'v-labour', opensOn: row.opensOn, closesOn: '2026-11-30', criteria, text: '' };
  const revise = (change: object) =>
    fund.as('secretariat').vacancies.revise({ ...same, idempotencyKey: newKey(), ...change });
  await revise({});
  expect(await violationOf(revise({ criteria: { ...criteria, oldestAge: 35 } }))).toEqual({
    kind: 'CriteriaFixed',
    candidates: 12,
  });
  expect(await violationOf(revise({ vacancyId: 'nowhere' }))).toEqual({ kind: 'NotFound', subject: 'vacancy' });
  const audit = await fund.db.read
    .selectFrom('audit_event')
    .select(['action', 'subject', 'detail'])
    .where('action', '=', 'vacancy.record')
    .execute();
  expect(audit).toEqual([
    {
      action: 'vacancy.record',
      subject: 'v-labour',
      detail: '{"before":"2026-10-12 to 2026-11-13","after":"2026-10-12 to 2026-11-30"}',
    },
  ]);
});
