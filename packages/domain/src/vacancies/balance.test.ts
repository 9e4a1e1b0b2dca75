import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import { balanceOf, type BalancedCandidate, withoutSmallParts } from './balance.ts';
import type { Gender } from './candidate.ts';
import { COUNTED_STAGES } from './recruitment.ts';

const GROUPS = ['LDC', 'SIDS'];

/** Somebody who came as far as a stage, 1 to 3. */
function candidate(
  far: number,
  gender: Gender | null,
  country: string | null,
  groups: string[] = [],
): BalancedCandidate {
  return {
    steps: COUNTED_STAGES.slice(0, far).map((to) => ({ to, on: date('2026-06-30') })),
    gender,
    nationality: country === null ? null : { country, groups },
  };
}
const times = (count: number, one: BalancedCandidate): BalancedCandidate[] => Array.from({ length: count }, () => one);

test('the balance counts women among those who stated their gender, nationalities and country groups, at each stage', () => {
  const list = [
    candidate(3, 'female', 'FJ', ['SIDS']),
    candidate(2, 'male', 'FJ', ['SIDS']),
    candidate(2, 'female', 'SB', ['LDC', 'SIDS']),
    candidate(1, null, 'KE'),
    candidate(1, null, null),
  ];
  const groups = (ldc: number, sids: number) => [
    { group: 'LDC', count: ldc },
    { group: 'SIDS', count: sids },
  ];
  expect(balanceOf(list, GROUPS)).toEqual([
    { stage: 'long-list', candidates: 5, stated: 3, women: 2, known: 4, nationalities: 3, groups: groups(1, 3) },
    { stage: 'short-list', candidates: 3, stated: 3, women: 2, known: 3, nationalities: 2, groups: groups(1, 3) },
    { stage: 'interviewed', candidates: 1, stated: 1, women: 1, known: 1, nationalities: 1, groups: groups(0, 1) },
  ]);
});

test('to others nothing is told that is about one or two people, nor what they could be worked out from', () => {
  const told = (list: BalancedCandidate[]) => withoutSmallParts(balanceOf(list, GROUPS))[0];
  expect(told([...times(5, candidate(1, 'female', 'FJ')), ...times(4, candidate(1, 'male', 'KE'))])).toMatchObject({
    candidates: 9,
    stated: 9,
    women: 5,
    known: 9,
    nationalities: 2,
  });
  // Two men among seven are the two who are no women.
  expect(told([...times(5, candidate(1, 'female', 'FJ')), ...times(2, candidate(1, 'male', 'KE'))])).toMatchObject({
    women: null,
  });
  expect(told(times(2, candidate(1, 'female', 'FJ')))).toMatchObject({
    candidates: null,
    stated: null,
    women: null,
    known: null,
    nationalities: null,
  });
});

test('the women who fell out between two stages are not one or two either', () => {
  const list = [
    ...times(4, candidate(2, 'female', 'FJ')),
    ...times(4, candidate(2, 'male', 'FJ')),
    candidate(1, 'female', 'KE'),
    ...times(3, candidate(1, 'male', 'KE')),
  ];
  expect(withoutSmallParts(balanceOf(list, [])).map(({ women }) => women)).toEqual([5, null, 0]);
});

test('of two groups that differ by one or two people one is told', () => {
  const list = [
    ...times(4, candidate(1, null, 'SB', GROUPS)),
    candidate(1, null, 'FJ', ['SIDS']),
    ...times(5, candidate(1, null, 'KE')),
  ];
  expect(withoutSmallParts(balanceOf(list, GROUPS))[0]?.groups).toEqual([
    { group: 'LDC', count: 4 },
    { group: 'SIDS', count: null },
  ]);
});

test('a number that is told is the true one, and leaves nobody alone on either side of it', () => {
  const anyone = fc
    .record({
      far: fc.integer({ min: 1, max: 3 }),
      gender: fc.constantFrom<Gender | null>('female', 'male', 'other', null),
      country: fc.constantFrom('FJ', 'SB', 'KE', null),
      groups: fc.subarray(GROUPS),
    })
    .map(({ far, gender, country, groups }) => candidate(far, gender, country, groups));
  const alone = (count: number): boolean => count === 1 || count === 2;
  always(
    fc.property(fc.array(anyone, { maxLength: 40 }), (list) => {
      const every = balanceOf(list, GROUPS);
      const told = withoutSmallParts(every);
      for (const [index, { groups }] of told.entries())
        for (const [place, { count }] of groups.entries())
          expect(count === null || count === every[index]?.groups[place]?.count).toBe(true);
      const women = every.flatMap(({ women: count, stated }, index) => {
        const said = told[index]?.women ?? null;
        return said === null ? [] : [{ said, count, others: stated - count }];
      });
      for (const [index, { said, count, others }] of women.entries()) {
        const before = women[index - 1] ?? { count, others };
        expect(said).toBe(count);
        expect([count, others, before.count - count, before.others - others].some(alone)).toBe(false);
      }
    }),
  );
});
