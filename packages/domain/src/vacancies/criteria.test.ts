import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, anyDate } from '../laws.arbitrary.ts';
import { allLanguages, isLanguage, UN_LANGUAGES } from '../reference/languages.ts';
import { checkLanguages, type Criteria, DEGREES, type Qualifications, sameCriteria, shortfalls } from './criteria.ts';

const ON = date('2026-06-30');
const NOTHING: Criteria = {
  oldestAge: null,
  degree: null,
  experienceYears: 0,
  languages: { all: [], oneOf: [], asset: [] },
  eligibilitySetId: null,
};
const UNKNOWN: Qualifications = {
  nationality: 'FJ',
  birthYear: null,
  degree: null,
  experienceYears: null,
  languages: null,
};
const asked = (criteria: Partial<Criteria>): Criteria => ({ ...NOTHING, ...criteria });
const known = (candidate: Partial<Qualifications>): Qualifications => ({ ...UNKNOWN, ...candidate });
const languages = (lists: Partial<Criteria['languages']>) => asked({ languages: { ...NOTHING.languages, ...lists } });

describe('what a candidate lacks', () => {
  test('is nothing where nothing is asked', () => {
    expect(shortfalls(NOTHING, UNKNOWN, ON, null)).toEqual([]);
  });

  test.each([
    ['2026-06-30', 1995, []],
    ['2026-06-30', 1994, [{ criterion: 'age', certain: false, atMost: 31, from: 31, to: 32 }]],
    ['2026-12-31', 1994, [{ criterion: 'age', certain: true, atMost: 31, from: 32, to: 32 }]],
    ['2026-06-30', 1993, [{ criterion: 'age', certain: true, atMost: 31, from: 32, to: 33 }]],
    ['2025-06-30', 1993, [{ criterion: 'age', certain: false, atMost: 31, from: 31, to: 32 }]],
    ['2026-06-30', null, [{ criterion: 'age', certain: false, atMost: 31, from: null, to: null }]],
  ])('on %s of a person born in %s, by the age on that day', (on, birthYear, lacking) => {
    expect(shortfalls(asked({ oldestAge: 31 }), known({ birthYear }), date(on), null)).toEqual(lacking);
  });

  test('is a degree below the one asked, never one above', () => {
    for (const held of DEGREES) {
      const lacking = shortfalls(asked({ degree: 'advanced' }), known({ degree: held }), ON, null);
      const below = { criterion: 'degree', certain: true, asked: 'advanced', held };
      expect(lacking).toEqual(held === 'first-level' ? [below] : []);
    }
    expect(shortfalls(asked({ degree: 'advanced' }), UNKNOWN, ON, null)).toMatchObject([
      { certain: false, held: null },
    ]);
  });

  test('is years of experience that are missing, or not known', () => {
    const two = asked({ experienceYears: 2 });
    expect(shortfalls(two, known({ experienceYears: 2 }), ON, null)).toEqual([]);
    expect(shortfalls(two, known({ experienceYears: 1 }), ON, null)).toEqual([
      { criterion: 'experience', certain: true, asked: 2, held: 1 },
    ]);
    expect(shortfalls(two, UNKNOWN, ON, null)).toEqual([
      { criterion: 'experience', certain: false, asked: 2, held: null },
    ]);
  });

  test('is each language that is asked, and one of several where none is spoken; never an asset', () => {
    const both = languages({ all: ['en', 'pt'], oneOf: ['fr', 'es'], asset: ['ar'] });
    expect(shortfalls(both, known({ languages: ['en', 'pt', 'es'] }), ON, null)).toEqual([]);
    expect(shortfalls(both, known({ languages: ['en', 'ar'] }), ON, null)).toEqual([
      { criterion: 'language', certain: true, missing: 'pt' },
      { criterion: 'one-language', certain: true, oneOf: ['fr', 'es'] },
    ]);
    expect(shortfalls(languages({ all: ['en'] }), UNKNOWN, ON, null)).toEqual([
      { criterion: 'language', certain: false, missing: 'en' },
    ]);
  });

  test('is a nationality that the named version does not make eligible on that day, and not certain where it does not hold', () => {
    const rule = { groups: ['LDC'], countries: ['FJ'], excluded: ['NP'], validFrom: date('2026-01-01'), validTo: null };
    const member = (country: string, from: string, to: string | null) => ({
      country,
      group: 'LDC',
      from: date(from),
      to: to === null ? null : date(to),
      source: 'Invented',
    });
    const memberships = [member('NP', '2020-01-01', null), member('LA', '2020-01-01', '2026-11-23')];
    const eligibility = { name: 'Eligible countries', version: 2, rule, memberships };
    const lacking = (nationality: string, on: string) =>
      shortfalls(NOTHING, known({ nationality }), date(on), eligibility);
    const words = { criterion: 'nationality', ruleSet: 'Eligible countries', version: 2 };
    expect(lacking('FJ', '2026-06-30')).toEqual([]);
    expect(lacking('LA', '2026-11-23')).toEqual([]);
    expect(lacking('LA', '2026-11-24')).toEqual([{ ...words, certain: true, country: 'LA', on: '2026-11-24' }]);
    expect(lacking('NP', '2026-06-30')).toEqual([{ ...words, certain: true, country: 'NP', on: '2026-06-30' }]);
    expect(lacking('FJ', '2025-12-31')).toEqual([{ ...words, certain: false, country: 'FJ', on: '2025-12-31' }]);
  });

  test('grows with the years: who is too old on a day is too old ever after', () => {
    always(
      fc.property(
        fc.integer({ min: 18, max: 99 }),
        fc.integer({ min: 1900, max: 2199 }),
        anyDate,
        anyDate,
        (...given) => {
          const [oldestAge, birthYear, one, other] = given;
          const [before, after] = one < other ? [one, other] : [other, one];
          const tooOld = (on: typeof one): boolean =>
            shortfalls(asked({ oldestAge }), known({ birthYear }), on, null).some(({ certain }) => certain);
          expect(tooOld(before) && !tooOld(after)).toBe(false);
        },
      ),
    );
  });
});

describe('languages', () => {
  test('are those of ISO 639-1, the official ones of the United Nations among them', () => {
    expect(allLanguages()).toHaveLength(183);
    expect(UN_LANGUAGES.every(isLanguage)).toBe(true);
  });

  test('that do not exist, or are named twice, are refused by their code', () => {
    expect(checkLanguages(['en', 'fr'])).toEqual({ ok: true, value: ['en', 'fr'] });
    expect(checkLanguages(['en', 'xx'])).toEqual({ ok: false, violation: { kind: 'LanguageUnknown', code: 'xx' } });
    expect(checkLanguages(['en', 'fr', 'en'])).toEqual({ ok: false, violation: { kind: 'LanguageTwice', code: 'en' } });
  });
});

test('criteria are the same whatever the order of their languages', () => {
  expect(sameCriteria(languages({ all: ['en', 'fr'] }), languages({ all: ['fr', 'en'] }))).toBe(true);
  const others = [
    asked({ oldestAge: 30 }),
    asked({ degree: 'advanced' }),
    asked({ experienceYears: 1 }),
    asked({ eligibilitySetId: 'g-1' }),
    languages({ all: ['en'] }),
    languages({ oneOf: ['en'] }),
    languages({ asset: ['en'] }),
  ];
  for (const other of others) expect(sameCriteria(NOTHING, other)).toBe(false);
});
