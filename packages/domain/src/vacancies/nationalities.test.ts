import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import { balanceOf, type BalancedCandidate, withoutSmallParts } from './balance.ts';
import { nationalitiesOf, withoutSmallNationalities } from './nationalities.ts';

const GROUPS = ['LDC', 'SIDS'];
const listed = (country: string | null, groups: string[] = []): BalancedCandidate => ({
  steps: [{ to: 'long-list', on: date('2026-06-30') }],
  gender: null,
  nationality: country === null ? null : { country, groups },
});
const times = (count: number, one: BalancedCandidate): BalancedCandidate[] => Array.from({ length: count }, () => one);
const told = (candidates: BalancedCandidate[]) => {
  const [first] = withoutSmallParts(balanceOf(candidates, GROUPS));
  return withoutSmallNationalities(candidates, first ?? { groups: [] });
};

test('every nationality is counted where it is known, the most first', () => {
  const candidates = [listed('KE'), listed('FJ'), listed('FJ'), listed('AO'), listed(null)];
  expect(nationalitiesOf([...candidates, { ...listed('KE'), steps: [] }])).toEqual({
    known: 4,
    countries: [
      { country: 'FJ', count: 2 },
      { country: 'AO', count: 1 },
      { country: 'KE', count: 1 },
    ],
    rest: 0,
  });
});

test('to others a nationality of one or two is not told, and neither is the one that it would be what is left of', () => {
  expect(told([...times(5, listed('KE')), ...times(4, listed('FJ')), ...times(3, listed('AO'))])).toMatchObject({
    countries: [{ country: 'KE' }, { country: 'FJ' }, { country: 'AO' }],
    rest: 0,
  });
  // Two Angolans would be what is left of eleven: the four Fijians are left out with them.
  expect(told([...times(5, listed('KE')), ...times(4, listed('FJ')), ...times(2, listed('AO'))])).toEqual({
    known: 11,
    countries: [{ country: 'KE', count: 5 }],
    rest: 6,
  });
  expect(told(times(2, listed('KE')))).toEqual({ known: null, countries: [], rest: null });
  expect(told([])).toEqual({ known: 0, countries: [], rest: 0 });
});

test('what is left of a country group names nobody either', () => {
  const candidates = [
    ...times(6, listed('SB', ['LDC'])),
    ...times(2, listed('KI', ['LDC'])),
    ...times(5, listed('KE')),
    ...times(3, listed('GH')),
    ...times(2, listed('PE')),
  ];
  // Eight are of the least developed countries: without the six of the Solomon Islands two would be left.
  expect(told(candidates)).toEqual({ known: 18, countries: [], rest: 18 });
  expect(told([...candidates, listed('KI', ['LDC'])]).countries).toEqual([
    { country: 'SB', count: 6 },
    { country: 'KE', count: 5 },
  ]);
});

test('no number of the balance less the nationalities that are told is one or two', () => {
  const anyone = fc
    .record({ country: fc.constantFrom('FJ', 'SB', 'KE', 'GH', null), groups: fc.subarray(GROUPS) })
    .map(({ country, groups }) => listed(country, groups));
  const many = fc.tuple(anyone, fc.integer({ min: 1, max: 9 })).map(([one, count]) => times(count, one));
  always(
    fc.property(
      fc.array(many, { maxLength: 9 }).map((lists) => lists.flat()),
      (candidates) => {
        const [balance] = withoutSmallParts(balanceOf(candidates, GROUPS));
        const { known, countries, rest } = told(candidates);
        const every = new Map(nationalitiesOf(candidates).countries.map(({ country, count }) => [country, count]));
        for (const { country, count } of countries) {
          expect(count).toBe(every.get(country));
          expect(count).toBeGreaterThan(2);
        }
        expect(countries.reduce((sum, { count }) => sum + count, rest ?? 0)).toBe(known ?? 0);
        if (countries.length === 0) return;
        const names = new Set(countries.map(({ country }) => country));
        const groups = (balance?.groups ?? []).flatMap(({ group, count }) => (count === null ? [] : [group]));
        const hidden = candidates.flatMap(({ nationality }) =>
          nationality === null || names.has(nationality.country) ? [] : [nationality],
        );
        const left = groups.map((group) => hidden.filter((each) => each.groups.includes(group)).length);
        for (const number of [hidden.length, ...left, ...left.map((count) => hidden.length - count)])
          expect([1, 2]).not.toContain(number);
      },
    ),
  );
});
