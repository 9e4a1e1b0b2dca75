import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { POSITION_STATES, phaseOf } from '../positions/states.ts';
import {
  isPublished,
  openVacancy,
  reviseVacancy,
  statusOn,
  takesVacancy,
  type VacancyTerms,
  waitsForVacancy,
} from './vacancy.ts';

const TERMS: VacancyTerms = {
  opensOn: date('2026-10-01'),
  closesOn: date('2026-10-31'),
  criteria: {
    oldestAge: 31,
    degree: 'advanced',
    experienceYears: 2,
    languages: { all: ['en'], oneOf: [], asset: [] },
    eligibilitySetId: null,
  },
  text: '',
};
const position = { title: 'Analyst', state: 'advertised' as const };
const eligibility = {
  name: 'Eligible countries',
  rule: { groups: [], countries: ['FJ'], excluded: [], validFrom: date('2026-01-01'), validTo: null },
};
const french = { ...TERMS.criteria, languages: { all: ['fr'], oneOf: [], asset: [] } };

test.each([
  ['2026-09-30', 'upcoming'],
  ['2026-10-01', 'open'],
  ['2026-10-31', 'open'],
  ['2026-11-01', 'closed'],
])('on %s the vacancy is %s', (on, status) => {
  expect(statusOn(TERMS, date(on))).toBe(status);
});

test('positions in recruitment take a vacancy, and the public sees it once they are advertised', () => {
  for (const state of POSITION_STATES) {
    expect(takesVacancy(state)).toBe(phaseOf(state) === 'in-recruitment');
    expect(isPublished(state)).toBe(takesVacancy(state) && state !== 'approved');
    expect(waitsForVacancy(state)).toBe(['approved', 'advertised'].includes(state));
  }
});

describe('a vacancy is opened', () => {
  test('for a position in recruitment, after its last one has closed', () => {
    const last = { opensOn: date('2026-08-01'), closesOn: date('2026-09-30') };
    expect(openVacancy({ position, last, terms: TERMS, eligibility: null })).toEqual({ ok: true, value: TERMS });
    expect(openVacancy({ position, last: null, terms: TERMS, eligibility }).ok).toBe(true);
  });

  test.each([
    [
      'before the last one closes',
      { last: { opensOn: date('2026-08-01'), closesOn: date('2026-10-01') } },
      { kind: 'VacancyOverlaps', closesOn: '2026-10-01', opensOn: '2026-10-01' },
    ],
    [
      'for a position that is not approved',
      { position: { title: 'Analyst', state: 'scored' as const } },
      { kind: 'PositionNotAdvertised', position: 'Analyst', state: 'scored' },
    ],
    [
      'that closes before it opens',
      { terms: { ...TERMS, closesOn: date('2026-09-30') } },
      { kind: 'VacancyClosesBeforeOpening', opensOn: '2026-10-01', closesOn: '2026-09-30' },
    ],
    [
      'that asks for a language that does not exist',
      { terms: { ...TERMS, criteria: { ...TERMS.criteria, languages: { all: ['qq'], oneOf: [], asset: [] } } } },
      { kind: 'LanguageUnknown', code: 'qq' },
    ],
    [
      'that goes by a rule set that does not hold when it opens',
      { eligibility: { ...eligibility, rule: { ...eligibility.rule, validTo: date('2026-09-30') } } },
      { kind: 'RuleSetNotInForce', ruleSet: 'Eligible countries', on: '2026-10-01' },
    ],
  ])('but not %s', (_what, given, violation) => {
    expect(openVacancy({ position, last: null, terms: TERMS, eligibility: null, ...given })).toEqual({
      ok: false,
      violation,
    });
  });
});

describe('other terms', () => {
  const revise = (after: Partial<VacancyTerms>, given: Partial<Parameters<typeof reviseVacancy>[0]> = {}) =>
    reviseVacancy({
      before: TERMS,
      after: { ...TERMS, ...after },
      candidates: 0,
      eligibility: null,
      next: null,
      previous: null,
      lastApplication: null,
      ...given,
    });

  test('may say anything while nobody is on record', () => {
    expect(revise({ criteria: french, opensOn: date('2026-10-05'), text: 'New' }).ok).toBe(true);
  });

  test('change the last day and the text, and nothing else, once somebody is', () => {
    const one = { candidates: 1, lastApplication: date('2026-10-20') };
    expect(revise({ closesOn: date('2026-10-20'), text: 'New' }, one).ok).toBe(true);
    const violation = { kind: 'CriteriaFixed', candidates: 1 };
    expect(revise({ criteria: french }, one)).toEqual({ ok: false, violation });
    expect(revise({ opensOn: date('2026-10-02') }, one)).toEqual({ ok: false, violation });
  });

  test('do not close before somebody applied, nor before they open', () => {
    expect(revise({ closesOn: date('2026-10-19') }, { candidates: 1, lastApplication: date('2026-10-20') })).toEqual({
      ok: false,
      violation: { kind: 'AppliedOutsideVacancy', opensOn: '2026-10-01', closesOn: '2026-10-19', on: '2026-10-20' },
    });
    expect(revise({ closesOn: date('2026-09-01') })).toMatchObject({
      violation: { kind: 'VacancyClosesBeforeOpening' },
    });
  });

  test('stay between the vacancies before and after', () => {
    const around = { previous: date('2026-09-30'), next: date('2026-11-10') };
    expect(revise({ closesOn: date('2026-11-09') }, around).ok).toBe(true);
    expect(revise({ closesOn: date('2026-11-10') }, around)).toMatchObject({ violation: { kind: 'VacancyOverlaps' } });
    expect(revise({ opensOn: date('2026-09-30') }, around)).toMatchObject({ violation: { kind: 'VacancyOverlaps' } });
  });
});
