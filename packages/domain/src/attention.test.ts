import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTENTION, type AttentionKind, byConsequence, CONSEQUENCES, waitsFor, type Weight } from './attention.ts';
import { date } from './calendar-date.ts';
import { always, anyDate } from './laws.arbitrary.ts';

const of = (kind: AttentionKind, on: string | null = null, minor = 0n): Weight => ({
  kind,
  on: on === null ? null : date(on),
  minor,
});
const KINDS = Object.keys(ATTENTION) as [AttentionKind, ...AttentionKind[]];
const anyWeight = fc.record({
  kind: fc.constantFrom(...KINDS),
  on: fc.option(anyDate),
  minor: fc.bigInt(0n, 5n),
});

describe('what waits is in order of what happens if nobody acts', () => {
  test('a promise that breaks goes before money that is missing, whatever its day and amount', () => {
    expect(
      byConsequence(of('year-not-funded', '2027-01-01', 1n), of('instalment-overdue', '2020-01-01', 900n)),
    ).toBeLessThan(0);
  });

  test('of one consequence the earlier day goes first, and what has no day last', () => {
    const late = of('vacancy-closing', '2026-12-01');
    expect(byConsequence(of('window-closing', '2026-11-30'), late)).toBeLessThan(0);
    expect(byConsequence(late, of('window-closing', '2026-11-30'))).toBeGreaterThan(0);
    expect(byConsequence(of('certification-pending'), of('expenditure-due', '2026-04-30'))).toBeGreaterThan(0);
    expect(byConsequence(of('expenditure-due', '2026-04-30'), of('certification-pending'))).toBeLessThan(0);
  });

  test('of one day the larger amount goes first', () => {
    const on = '2026-09-21';
    expect(byConsequence(of('instalment-overdue', on, 2n), of('host-claim', on, 1n))).toBeLessThan(0);
    expect(byConsequence(of('instalment-overdue', on, 1n), of('host-claim', on, 2n))).toBeGreaterThan(0);
    expect(byConsequence(of('instalment-overdue', on, 1n), of('host-claim', on, 1n))).toBe(0);
  });

  test('any list has one order: what comes first is never the milder thing', () => {
    always(
      fc.property(fc.array(anyWeight, { maxLength: 12 }), (weights) => {
        const sorted = weights.toSorted(byConsequence);
        const ranks = sorted.map(({ kind }) => CONSEQUENCES.indexOf(ATTENTION[kind].consequence));
        expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
        for (const [index, left] of sorted.entries())
          for (const right of sorted.slice(index)) expect(byConsequence(left, right)).toBeLessThanOrEqual(0);
        expect(weights.toReversed().toSorted(byConsequence).map(weigh)).toEqual(sorted.map(weigh));
      }),
      0.3,
    );
  });
});

/** All of a weight that the order looks at. */
const weigh = ({ kind, on, minor }: Weight) => [ATTENTION[kind].consequence, on, minor];

test('it is the turn of the roles that can do something about it', () => {
  expect(waitsFor('certification-pending', ['auditor', 'certifier'])).toBe(true);
  expect(waitsFor('certification-pending', ['secretariat'])).toBe(false);
});
