import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always, anyRate, currency, ratio, usd } from '../laws.arbitrary.ts';
import { exposedPart, GRADES, impactOf, likelihoodOf, movedTenths, RISK_KINDS, risksOf, type Sign } from './risks.ts';

const CASH = usd(1_000_00);
const sign = (kind: Sign['kind'], cents: number, measure: number): Sign => ({ kind, amount: usd(cents), measure });

test('a risk is what all its signs have at stake, and as likely as the worst of them', () => {
  const signs = [
    sign('instalment-overdue', 40_00, 10),
    sign('instalment-overdue', 20_00, 95),
    sign('year-not-funded', 300_00, -200),
    sign('currency', 0, 500),
  ];
  expect(risksOf(signs, CASH)).toEqual([
    { kind: 'year-not-funded', signs: 1, atStake: usd(300_00), measure: -200, likelihood: 'medium', impact: 'high' },
    { kind: 'instalment-overdue', signs: 2, atStake: usd(60_00), measure: 95, likelihood: 'high', impact: 'medium' },
  ]);
  expect(risksOf([], CASH)).toEqual([]);
});

test('a year without money is the likelier to hurt the nearer it is, and likeliest once it has begun', () => {
  expect([-300, -270, -121, -120, 5].map((days) => likelihoodOf('year-not-funded', days))).toEqual([
    'low',
    'medium',
    'medium',
    'high',
    'high',
  ]);
});

test('what is at stake weighs by its share of the cash, and all of it where there is none', () => {
  expect([49_99, 50_00, 199_99, 200_00].map((cents) => impactOf(usd(cents), CASH))).toEqual([
    'low',
    'medium',
    'medium',
    'high',
  ]);
  expect(impactOf(usd(1), usd(0))).toBe('high');
  expect(impactOf(usd(1), usd(-5))).toBe('high');
});

test('a currency that costs 0.80 for a dollar after 0.90 is worth 12.5 percent more, and the way back 11.1 less', () => {
  const rate = (units: bigint) => ratio(currency('CHF'), units, 100n);
  expect(movedTenths(rate(90n), rate(80n))).toBe(125);
  expect(movedTenths(rate(80n), rate(90n))).toBe(111);
  expect(exposedPart(usd(1_005))).toEqual(usd(100));
  always(
    fc.property(anyRate(currency('CHF')), (same) => {
      expect(movedTenths(same, same)).toBe(0);
    }),
  );
});

test('more at stake and further gone is never graded lower, and no sign is lost', () => {
  const anySign = fc.record({
    kind: fc.constantFrom(...RISK_KINDS),
    amount: fc.bigInt(1n, 10n ** 9n).map(usd),
    measure: fc.integer({ min: -500, max: 500 }),
  });
  const anyCash = fc.bigInt(-(10n ** 9n), 10n ** 10n).map(usd);
  always(
    fc.property(fc.array(anySign, { maxLength: 8 }), anySign, anyCash, (signs, one, cash) => {
      const find = (given: readonly Sign[]) => risksOf(given, cash).find(({ kind }) => kind === one.kind);
      const [before, after] = [find(signs), find([...signs, one])];
      expect(risksOf(signs, cash).reduce((sum, risk) => sum + risk.signs, 0)).toBe(signs.length);
      for (const grade of ['likelihood', 'impact'] as const)
        expect(GRADES.indexOf(after?.[grade] ?? 'low')).toBeGreaterThanOrEqual(
          GRADES.indexOf(before?.[grade] ?? 'low'),
        );
    }),
  );
});
