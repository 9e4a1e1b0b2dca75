import { readFileSync } from 'node:fs';
import { ROLES } from '@dcc/domain/people/capability';
import { describe, expect, test } from 'vitest';
import { codeOf, newKey, openTestFund, rowCounts, type TestFund, violationOf } from '../../testing/test-fund.ts';

const PERSON = {
  name: 'Sycamore of the Testwood',
  nationality: 'FJ',
  gender: 'female' as const,
  birthYear: 1998,
  degree: 'advanced' as const,
  experienceYears: 3,
  languages: ['en'],
};
const application = { vacancyId: 'v-fisheries', appliedOn: '2026-11-20', listedOn: '2026-11-21', ...PERSON };

const record = (fund: TestFund, change: object = {}) =>
  fund.as('secretariat').candidates.record({ ...application, idempotencyKey: newKey(), ...change });
const advance = (fund: TestFund, candidateId: string, from: string, to: string, on = '2026-11-20') =>
  fund.as('secretariat').candidates.advance({ idempotencyKey: newKey(), candidateId, from, to, on } as never);
const list = (fund: TestFund, vacancyId = 'v-fisheries', measuredOn?: string) =>
  fund.as('secretariat').candidates.list(measuredOn === undefined ? { vacancyId } : { vacancyId, measuredOn });

test('the secretariat alone sees and records candidates', async () => {
  const fund = await openTestFund();
  expect((await list(fund, 'v-labour')).rows).toHaveLength(12);
  for (const role of ROLES.filter((each) => each !== 'secretariat')) {
    const others = fund.as(role);
    expect([role, await codeOf(others.candidates.list({ vacancyId: 'v-labour' }))]).toEqual([role, 'FORBIDDEN']);
    expect([role, await codeOf(others.candidates.retention({}))]).toEqual([role, 'FORBIDDEN']);
  }
  expect(await violationOf(list(fund, 'nowhere'))).toEqual({ kind: 'NotFound', subject: 'vacancy' });
});

test('a candidate is measured on the day of application, or on the day that is asked, and told what is not met', async () => {
  const fund = await openTestFund();
  await record(fund);
  await record(fund, { birthYear: 1985, degree: 'first-level', experienceYears: 1, languages: ['fr'] });
  await record(fund, { gender: null, birthYear: null, degree: null, experienceYears: null, languages: null });
  const { rows } = await list(fund);
  expect(rows.map(({ person }) => person?.shortfalls.map(({ criterion, certain }) => [criterion, certain]))).toEqual([
    [],
    ['age', 'degree', 'experience', 'language'].map((criterion) => [criterion, true]),
    ['age', 'degree', 'experience', 'language'].map((criterion) => [criterion, false]),
  ]);
  const later = await list(fund, 'v-fisheries', '2030-12-31');
  // Her country has left its group by then.
  const nationality = { criterion: 'nationality', certain: true, ruleSet: 'Eligible countries', version: 1 };
  expect(later.rows[0]?.person?.shortfalls).toEqual([
    { ...nationality, country: 'FJ', on: '2030-12-31' },
    { criterion: 'age', certain: true, atMost: 31, from: 32, to: 32 },
  ]);
});

test('nationality is checked by the version of the rule set that the vacancy names, as of the day that is asked', async () => {
  const fund = await openTestFund();
  await record(fund, { nationality: 'BD' });
  await record(fund, { nationality: 'KE' });
  const lacking = async (measuredOn?: string) =>
    (await list(fund, 'v-fisheries', measuredOn)).rows.map(({ person }) =>
      person?.shortfalls.filter(({ criterion }) => criterion === 'nationality'),
    );
  const named = { criterion: 'nationality', ruleSet: 'Eligible countries', version: 1 };
  expect(await lacking()).toEqual([[{ ...named, certain: true, country: 'BD', on: '2026-11-20' }], []]);
  const days = { validFrom: '2026-01-01', validTo: null, source: 'Invented' };
  const rules = { name: 'Eligible countries', groups: [], countries: ['BD'], excluded: ['KE'], ...days };
  await fund.as('secretariat').eligibility.set({ ...rules, idempotencyKey: newKey() });
  expect(await lacking()).toEqual([[{ ...named, certain: true, country: 'BD', on: '2026-11-20' }], []]);
  expect(await lacking('2025-12-31')).toEqual(
    ['BD', 'KE'].map((country) => [{ ...named, certain: false, country, on: '2025-12-31' }]),
  );
});

test('the balance of a vacancy is told to the secretariat with every number', async () => {
  const fund = await openTestFund();
  const { balance } = await list(fund, 'v-energy');
  expect(balance).toMatchObject({ vacancies: 1, counted: 1 });
  expect(
    balance.stages.map(({ candidates, stated, women, nationalities }) => [candidates, stated, women, nationalities]),
  ).toEqual([
    [10, 8, 4, 10],
    [5, 4, 2, 5],
    [4, 4, 2, 4],
  ]);
  expect(balance.stages[0]?.groups).toEqual([
    { group: 'DEMO-ISLANDS', count: 2 },
    { group: 'DEMO-LDC', count: 6 },
  ]);
});

test('a candidate goes from stage to stage, and each step stays on record', async () => {
  const fund = await openTestFund();
  await advance(fund, 'k-labour-1', 'long-list', 'short-list');
  await advance(fund, 'k-labour-1', 'short-list', 'interviewed', '2026-11-21');
  await advance(fund, 'k-labour-1', 'interviewed', 'selected', '2026-11-22');
  const [first] = (await list(fund, 'v-labour')).rows;
  expect(first).toMatchObject({ stage: 'selected', since: '2026-11-22', days: 0, next: ['declined', 'not-selected'] });
  expect(first?.steps.map(({ to }) => to)).toEqual(['long-list', 'short-list', 'interviewed', 'selected']);
  for (const [from, to] of [
    ['long-list', 'short-list'],
    ['short-list', 'interviewed'],
  ] as const)
    await advance(fund, 'k-labour-2', from, to);
  expect(await violationOf(advance(fund, 'k-labour-2', 'interviewed', 'selected'))).toEqual({
    kind: 'AnotherSelected',
    number: 1,
  });
  await advance(fund, 'k-labour-1', 'selected', 'declined', '2026-11-22');
  await advance(fund, 'k-labour-2', 'interviewed', 'selected', '2026-11-22');
});

describe('refused with what is wrong, and nothing written', () => {
  test.each<[string, object, object]>([
    ['an application before the vacancy opens', { appliedOn: '2026-11-01' }, { kind: 'AppliedOutsideVacancy' }],
    ['an application of a day to come', { appliedOn: '2026-11-30' }, { kind: 'DateInFuture' }],
    ['a long list before the application', { listedOn: '2026-11-19' }, { kind: 'StageBeforeLast' }],
    ['a language that does not exist', { languages: ['en', 'zz'] }, { kind: 'LanguageUnknown', code: 'zz' }],
    ['a country that does not exist', { nationality: 'ZZ' }, { kind: 'CountryUnknown', code: 'ZZ' }],
    ['a vacancy that does not exist', { vacancyId: 'nowhere' }, { kind: 'NotFound', subject: 'vacancy' }],
  ])('%s', async (_what, wrong, violation) => {
    const fund = await openTestFund();
    const before = await rowCounts(fund.db);
    expect(await violationOf(record(fund, wrong))).toMatchObject(violation);
    expect(await rowCounts(fund.db)).toEqual(before);
  });

  test('a candidate of a position that is not advertised', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const positionId = (await secretariat.positions.list({ text: 'Urban planning' })).rows[0]?.id ?? '';
    const { row, criteria, text } = await secretariat.vacancies.get({ id: 'v-fisheries' });
    const days = { opensOn: row.opensOn, closesOn: row.closesOn };
    const vacancy = { positionId, ...days, criteria, text, idempotencyKey: newKey() };
    const { id: vacancyId } = await secretariat.vacancies.open(vacancy);
    expect(await violationOf(record(fund, { vacancyId }))).toEqual({
      kind: 'PositionNotAdvertised',
      position: 'Urban planning analyst',
      state: 'approved',
    });
    expect((await list(fund, vacancyId)).rows).toEqual([]);
  });

  test.each<[string, [string, string, string?], object]>([
    ['a stage that skips', ['long-list', 'interviewed'], { kind: 'StageNotAllowed', from: 'long-list' }],
    [
      'a stage that somebody else changed',
      ['short-list', 'interviewed'],
      { kind: 'StageChanged', actual: 'long-list' },
    ],
    ['a step before the last one', ['long-list', 'short-list', '2026-11-15'], { kind: 'StageBeforeLast' }],
    ['a step on a day to come', ['long-list', 'short-list', '2026-11-23'], { kind: 'DateInFuture' }],
  ])('%s', async (_what, [from, to, on], violation) => {
    const fund = await openTestFund();
    const before = await rowCounts(fund.db);
    expect(await violationOf(advance(fund, 'k-labour-1', from, to, on))).toMatchObject(violation);
    expect(await rowCounts(fund.db)).toEqual(before);
  });
});

describe('erasure', () => {
  const erase = (fund: TestFund, candidateId: string) =>
    fund.as('secretariat').candidates.erase({ idempotencyKey: newKey(), candidateId, reason: 'request' });

  test('empties what is personal and leaves every count as it was', async () => {
    const fund = await openTestFund();
    const counts = async () => (await fund.as('secretariat').vacancies.list({})).rows.map((row) => row.counts);
    const before = await counts();
    await erase(fund, 'k-energy-1');
    const [erased] = (await list(fund, 'v-energy')).rows;
    expect(erased).toMatchObject({
      number: 1,
      stage: 'selected',
      person: null,
      erased: { on: '2026-11-22', reason: 'request' },
      keptUntil: null,
    });
    expect(await counts()).toEqual(before);
    expect(await violationOf(erase(fund, 'k-energy-1'))).toEqual({ kind: 'CandidateErased', on: '2026-11-22' });
    expect(await violationOf(advance(fund, 'k-energy-1', 'selected', 'declined'))).toMatchObject({
      kind: 'CandidateErased',
    });
    expect(await violationOf(erase(fund, 'nobody'))).toEqual({ kind: 'NotFound', subject: 'candidate' });
  });

  test('leaves nothing of the person in any table, nor in the file', async () => {
    const fund = await openTestFund();
    const { id } = await record(fund);
    const bytes = (): string => ['', '-wal'].map((end) => readFileSync(`${fund.file}${end}`, 'latin1')).join('');
    expect(bytes().includes(PERSON.name)).toBe(true);
    await erase(fund, id);
    for (const { name } of await fund.db.read.introspection.getTables()) {
      const rows = await fund.db.read
        .selectFrom(name as 'candidate')
        .selectAll()
        .execute();
      const text = JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      expect([name, text.includes(PERSON.name)]).toEqual([name, false]);
    }
    expect(bytes().includes(PERSON.name)).toBe(false);
  });

  test('of a whole vacancy at its fullest leaves no name in the file', async () => {
    const fund = await openTestFund();
    const names = Array.from({ length: 200 }, (_, index) => `Banyan ${index + 100} of the Testwood`);
    for (const name of names) await record(fund, { name });
    expect(await violationOf(record(fund))).toEqual({ kind: 'TooManyCandidates', limit: 200 });
    const secretariat = fund.as('secretariat');
    const rule = { effectiveOn: '2026-11-22', months: 1, source: 'Rule of a test' };
    await secretariat.candidates.setRetention({ idempotencyKey: newKey(), ...rule });
    fund.setTime('2027-01-31T09:00:00.000Z');
    await secretariat.candidates.eraseExpired({ idempotencyKey: newKey() });
    const bytes = ['', '-wal'].map((end) => readFileSync(`${fund.file}${end}`, 'latin1')).join('');
    expect(names.filter((name) => bytes.includes(name))).toEqual([]);
  });

  test('comes due by the period in force, which has a day and a source', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const set = (effectiveOn: string, months: number) =>
      secretariat.candidates.setRetention({ idempotencyKey: newKey(), effectiveOn, months, source: 'Rule of a test' });
    expect(await secretariat.candidates.retention({})).toMatchObject({
      inForce: { months: 24 },
      kept: 31,
      expired: 0,
    });
    expect((await list(fund, 'v-labour')).rows[0]?.keptUntil).toBe('2028-11-16');
    await set('2026-11-22', 1);
    expect(await violationOf(set('2026-11-21', 12))).toEqual({
      kind: 'RetentionBeforeLast',
      since: '2026-11-22',
      on: '2026-11-21',
    });
    fund.setTime('2026-12-17T09:00:00.000Z');
    // The long list of 16 November may be kept until 16 December.
    expect(await secretariat.candidates.retention({})).toMatchObject({ inForce: { months: 1 }, expired: 31 });
    await secretariat.candidates.eraseExpired({ idempotencyKey: newKey() });
    expect(await secretariat.candidates.retention({})).toMatchObject({ kept: 0, expired: 0 });
    expect((await list(fund, 'v-labour')).rows[0]).toMatchObject({ person: null, erased: { reason: 'retention' } });
  });

  test('of all that are past their time needs a period that somebody has set', async () => {
    const fund = await openTestFund('real');
    await fund.db.write
      .insertInto('person')
      .values({
        id: 'p-secretariat',
        email: 'a@example.org',
        name: 'A',
        created_at: '',
      })
      .execute();
    expect(await violationOf(fund.as('secretariat').candidates.eraseExpired({ idempotencyKey: newKey() }))).toEqual({
      kind: 'RetentionNotSet',
    });
  });
});
