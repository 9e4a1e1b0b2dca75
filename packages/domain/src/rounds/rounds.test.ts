import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import { checkCriteria } from './criteria.ts';
import { marksOf, mayPay, type ProposalTraits, tightness } from './earmark.ts';
import {
  checkCodes,
  type EligibilityRule,
  groupsOf,
  isEligible,
  isInForce,
  leavingGroups,
  losesEligibility,
  type Membership,
} from './eligibility.ts';
import { advanceRound, checkDoneIn, isCandidate, nextState, ROUND_STATES } from './round.ts';
import { checkScore, weightedScore } from './score.ts';

describe('criteria', () => {
  test('weigh the whole together', () => {
    const criteria = [
      { name: 'Learning', weight: 60 },
      { name: 'Supervision', weight: 40 },
    ];
    expect(checkCriteria(criteria)).toEqual({ ok: true, value: criteria });
    expect(checkCriteria(criteria.slice(1))).toEqual({ ok: false, violation: { kind: 'WeightsDoNotSum', total: 40 } });
  });

  test('go by different names', () => {
    const twice = { name: 'Learning', weight: 50 };
    expect(checkCriteria([twice, twice])).toMatchObject({ violation: { kind: 'NameTaken', name: 'Learning' } });
  });
});

describe('a round', () => {
  test('goes forward one step at a time', () => {
    for (const from of ROUND_STATES)
      for (const to of ROUND_STATES) expect(advanceRound(from, to, 0).ok).toBe(nextState(from) === to);
    expect(nextState('communicated')).toBeNull();
  });

  test('chooses among positions that ask for money or were put off', () => {
    expect((['screened', 'deferred', 'rejected', 'approved'] as const).map(isCandidate)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('is appraised once every proposal is scored', () => {
    expect(advanceRound('closed', 'appraised', 2)).toEqual({
      ok: false,
      violation: { kind: 'ProposalsNotScored', count: 2 },
    });
  });

  test('takes proposals while it is open, and scores once it is closed', () => {
    expect(checkDoneIn('propose', 'open').ok).toBe(true);
    expect(checkDoneIn('score', 'open')).toEqual({
      ok: false,
      violation: { kind: 'RoundNotIn', state: 'open', needed: 'closed' },
    });
  });
});

describe('a score', () => {
  const host = { id: 'o-1', name: 'Meridian' };
  const check = (score: number, scorerOrganizationId: string | null) =>
    checkScore({ score, scale: 10, host, scorerOrganizationId });

  test('lies within its scale', () => {
    expect(check(10, null)).toEqual({ ok: true, value: 10 });
    expect(check(11, 'o-2')).toEqual({ ok: false, violation: { kind: 'ScoreOutsideScale', score: 11, scale: 10 } });
  });

  test('is never given to a proposal of the own organization', () => {
    expect(check(1, 'o-1')).toEqual({ ok: false, violation: { kind: 'Recused', organization: 'Meridian' } });
  });

  test('weighs the mean of what people gave', () => {
    const scores = [
      { criterion: 1, personId: 'a', score: 10 },
      { criterion: 1, personId: 'b', score: 5 },
      { criterion: 2, personId: 'a', score: 4 },
    ];
    expect(weightedScore([60, 40], 10, scores)).toBe(6100);
    expect(weightedScore([60, 40], 10, scores.slice(0, 2))).toBeNull();
  });

  test('lies between nothing and a hundred points, and reaches both', () => {
    const people = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 5 });
    always(
      fc.property(people, people, fc.integer({ min: 1, max: 99 }), (first, second, weight) => {
        const give = (criterion: number, given: readonly number[]) =>
          given.map((score, index) => ({ criterion, personId: String(index), score }));
        const result = weightedScore([weight, 100 - weight], 7, [...give(1, first), ...give(2, second)]) ?? -1;
        const mean = (given: readonly number[]) => given.reduce((sum, each) => sum + each, 0) / given.length;
        const exact = ((weight * mean(first) + (100 - weight) * mean(second)) * 100) / 7;
        expect(Math.abs(result - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});

describe('eligibility', () => {
  const lists: Membership[] = [
    { country: 'NP', group: 'LDC', from: date('1971-11-18'), to: date('2026-11-23'), source: 'Test' },
    { country: 'FJ', group: 'SIDS', from: date('1994-01-01'), to: null, source: 'Test' },
    { country: 'NP', group: 'LLDC', from: date('1994-01-01'), to: null, source: 'Test' },
  ];
  const rule: EligibilityRule = {
    groups: ['LDC'],
    countries: ['FJ', 'KE'],
    excluded: ['KE'],
    validFrom: date('2026-01-01'),
    validTo: date('2026-12-31'),
  };

  test('follows the groups of the day', () => {
    expect(isEligible(rule, 'NP', date('2026-11-23'), lists)).toBe(true);
    expect(isEligible(rule, 'NP', date('2026-11-24'), lists)).toBe(false);
    expect(groupsOf('NP', date('2026-01-01'), lists)).toEqual(['LDC', 'LLDC']);
  });

  test('takes who is named, and never who is excluded', () => {
    expect(isEligible(rule, 'FJ', date('2026-06-01'), [])).toBe(true);
    expect(isEligible(rule, 'KE', date('2026-06-01'), [])).toBe(false);
  });

  test('is in force between its days', () => {
    expect(['2025-12-31', '2026-01-01', '2027-01-01'].map((on) => isInForce(rule, date(on)))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isInForce({ ...rule, validTo: null }, date('2027-01-01'))).toBe(true);
  });

  test('a country leaves a group on a known last day, unless another membership follows', () => {
    const leaving = (from: string, until: string, more: readonly Membership[] = []) =>
      leavingGroups([...lists, ...more], date(from), date(until));
    const nepal = { country: 'NP', group: 'LDC', lastDay: date('2026-11-23') };
    expect(leaving('2026-01-01', '2026-12-31')).toEqual([nepal]);
    expect(leaving('2026-11-23', '2026-11-23')).toEqual([nepal]);
    expect(leaving('2026-11-24', '2027-12-31')).toEqual([]);
    expect(leaving('2026-01-01', '2026-11-22')).toEqual([]);
    expect(leaving('1970-01-01', '2026-12-31')).toEqual([]);
    const next = { country: 'NP', group: 'LDC', from: date('2026-11-24'), to: null, source: 'Test' };
    expect(leaving('2026-01-01', '2026-12-31', [next])).toEqual([]);
    expect(losesEligibility(rule, nepal, lists)).toBe(true);
    expect(losesEligibility({ ...rule, groups: ['LDC', 'LLDC'] }, nepal, lists)).toBe(false);
    expect(losesEligibility({ ...rule, groups: [] }, nepal, lists)).toBe(false);
  });

  test('refuses codes that mean nothing', () => {
    expect(checkCodes({ groups: ['LDC'], countries: ['FJ'] }, new Set(['LDC'])).ok).toBe(true);
    expect(checkCodes({ groups: ['LCD'], countries: ['ZZ', 'ZZ'] }, new Set(['LDC']))).toEqual({
      ok: false,
      violation: { kind: 'CodesUnknown', codes: ['LCD', 'ZZ'] },
    });
  });
});

describe('an earmark', () => {
  const proposal: ProposalTraits = {
    host: 'o-1',
    country: 'FJ',
    groups: ['SIDS'],
    region: 'Pacific',
    place: 'field',
    theme: 'Oceans',
  };

  test('asks one of each kind that it names', () => {
    expect(mayPay([], proposal)).toBe(true);
    expect(mayPay([{ kind: 'group', value: 'LDC' }], proposal)).toBe(false);
    const either = [
      { kind: 'group', value: 'LDC' },
      { kind: 'group', value: 'SIDS' },
    ] as const;
    expect(mayPay(either, proposal)).toBe(true);
    expect(mayPay([...either, { kind: 'theme', value: 'oceans' }], proposal)).toBe(true);
    expect(mayPay([...either, { kind: 'host', value: 'o-2' }], proposal)).toBe(false);
  });

  test('is spent the earlier, the tighter it is and the fewer it may pay for', () => {
    expect(tightness('tightly', 300)).toBeGreaterThan(tightness('earmarked', 0));
    expect(tightness('softly', 3)).toBeGreaterThan(tightness('softly', 4));
  });

  test('and a limit call a proposal by the same names', () => {
    expect(marksOf(proposal)).toEqual([
      'host:o-1',
      'country:FJ',
      'group:SIDS',
      'region:Pacific',
      'place:field',
      'theme:Oceans',
    ]);
  });
});
