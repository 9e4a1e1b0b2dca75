import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import { anyShare, RULES, share } from './committee.arbitrary.ts';
import { needed, requireRules, rulesOn, setRules } from './rules.ts';

test.each([
  ['at least half', share('at-least', 1, 2), [0, 1, 1, 2, 2, 3]],
  ['more than half', share('more-than', 1, 2), [1, 1, 2, 2, 3, 3]],
  ['at least two thirds', share('at-least', 2, 3), [0, 1, 2, 2, 3, 4]],
  ['all', share('at-least', 1, 1), [0, 1, 2, 3, 4, 5]],
  ['any', share('more-than', 0, 1), [1, 1, 1, 1, 1, 1]],
])('%s of nobody, one, two, three, four, five', (_words, of, counts) => {
  expect([0, 1, 2, 3, 4, 5].map((count) => needed(of, count))).toEqual(counts);
});

test('what a share needs is the smallest number that reaches it', () => {
  const reaches = ({ bound, numerator, denominator }: typeof RULES.quorum, count: number, of: number): boolean =>
    bound === 'at-least' ? count * denominator >= numerator * of : count * denominator > numerator * of;
  always(
    fc.property(anyShare, fc.integer({ min: 1, max: 200 }), (of, count) => {
      const least = needed(of, count);
      expect(reaches(of, least, count)).toBe(true);
      expect(reaches(of, least - 1, count)).toBe(false);
      expect(least).toBeLessThanOrEqual(count);
    }),
  );
});

describe('rules of procedure', () => {
  const later = { ...RULES, effectiveOn: date('2026-06-01') };

  test('hold from their day on until the next ones', () => {
    expect(rulesOn([RULES, later], date('2025-12-31'))).toBeNull();
    expect(rulesOn([RULES, later], date('2026-05-31'))).toBe(RULES);
    expect(rulesOn([RULES, later], date('2026-06-01'))).toBe(later);
  });

  test('that nobody has set are said to be missing', () => {
    expect(requireRules(null, date('2026-01-01'))).toEqual({
      ok: false,
      violation: { kind: 'CommitteeRulesNotSet', on: '2026-01-01' },
    });
    expect(requireRules(RULES, date('2026-01-01'))).toEqual({ ok: true, value: RULES });
  });

  test('never begin before the last ones, and are mended on their own day', () => {
    expect(setRules([], date('2020-01-01')).ok).toBe(true);
    expect(setRules([RULES, later], later.effectiveOn).ok).toBe(true);
    expect(setRules([RULES, later], date('2026-05-31'))).toEqual({
      ok: false,
      violation: { kind: 'CommitteeRulesBeforeLast', since: '2026-06-01', on: '2026-05-31' },
    });
  });
});
