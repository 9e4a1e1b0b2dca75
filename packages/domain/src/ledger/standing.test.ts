import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, dayOf } from '../laws.arbitrary.ts';
import { coveredFrom, leastFrom } from './standing.ts';

test('what stands on a day is all that came before it, and the least of it what later days leave', () => {
  const changes = [
    { on: date('2026-03-01'), change: -30n },
    { on: date('2026-01-01'), change: 100n },
    { on: date('2026-05-01'), change: 50n },
  ];
  expect(leastFrom(changes, date('2025-12-31'))).toBe(0n);
  expect(leastFrom(changes, date('2026-01-01'))).toBe(70n);
  expect(leastFrom(changes, date('2026-03-01'))).toBe(70n);
  expect(leastFrom(changes, date('2026-05-01'))).toBe(120n);
  expect(leastFrom([], date('2026-05-01'))).toBe(0n);
});

test('changes of one day count together', () => {
  const on = date('2026-03-01');
  expect(
    leastFrom(
      [
        { on, change: -30n },
        { on, change: 30n },
      ],
      date('2026-01-01'),
    ),
  ).toBe(0n);
});

test('taking the least leaves no later day below nought, and a unit more leaves one', () => {
  const change = fc.record({ on: fc.integer({ min: 0, max: 40 }).map(dayOf), change: fc.bigInt(-50n, 100n) });
  always(
    fc.property(fc.array(change, { maxLength: 20 }), fc.integer({ min: 0, max: 40 }).map(dayOf), (changes, from) => {
      const least = leastFrom(changes, from);
      const standing = (taken: bigint, on: string): bigint =>
        changes.filter((each) => each.on <= on).reduce((sum, each) => sum + each.change, -taken);
      const days = [from, ...changes.map(({ on }) => on).filter((on) => on > from)];
      expect(days.every((on) => standing(least, on) >= 0n)).toBe(true);
      expect(days.some((on) => standing(least + 1n, on) < 0n)).toBe(true);
    }),
  );
});

test('an amount is covered from the first day on after which nothing takes it away', () => {
  const [january, march, may] = [date('2026-01-01'), date('2026-03-01'), date('2026-05-01')];
  const changes = [
    { on: january, change: 100n },
    { on: may, change: 50n },
    { on: march, change: -100n },
  ];
  expect(coveredFrom(changes, january, 0n)).toBe(january);
  expect(coveredFrom(changes, january, 50n)).toBe(may);
  // What it never holds is asked for on its own day, and refused there.
  expect(coveredFrom(changes, january, 51n)).toBe(january);
});
