import { expect, test } from 'vitest';
import { openVacancyInput, recordCandidateInput } from './inputs.ts';

const idempotencyKey = '0198c0de-0000-7000-8000-000000000000';
const candidate = {
  idempotencyKey,
  vacancyId: 'v-1',
  appliedOn: '2026-10-10',
  listedOn: '2026-11-02',
  name: 'Invented Person',
  nationality: 'FJ',
  gender: null,
  birthYear: 1998,
  degree: 'advanced',
  experienceYears: 3,
  languages: ['en'],
};

test('of a candidate nothing is taken but what is asked for', () => {
  expect(recordCandidateInput.safeParse(candidate).success).toBe(true);
  for (const more of [{ email: 'a@b.invalid' }, { birthDate: '1998-01-01' }, { note: '' }])
    expect(recordCandidateInput.safeParse({ ...candidate, ...more }).success).toBe(false);
});

test('a vacancy has two days, and criteria that can be met', () => {
  const languages = { all: [], oneOf: [], asset: [] };
  const criteria = { oldestAge: 31, degree: null, experienceYears: 0, languages, eligibilitySetId: null };
  const vacancy = {
    idempotencyKey,
    positionId: 'p-1',
    opensOn: '2026-10-01',
    closesOn: '2026-10-31',
    criteria,
    text: '',
  };
  expect(openVacancyInput.safeParse(vacancy).success).toBe(true);
  for (const wrong of [{ oldestAge: 3 }, { experienceYears: 1.5 }, { degree: 'some' }])
    expect(openVacancyInput.safeParse({ ...vacancy, criteria: { ...criteria, ...wrong } }).success).toBe(false);
});
