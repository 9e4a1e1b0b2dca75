import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, daysBetween } from '../calendar-date.ts';
import { always, dayOf } from '../laws.arbitrary.ts';
import { POSITION_STATES, type PositionState } from '../positions/states.ts';
import { pipelineOf, timeToFill } from './pipeline.ts';

const step = (to: PositionState, on: string) => ({ to, on: date(on) });
const TODAY = date('2026-11-22');

test('each state tells who stands there, who has passed it and how long they were there', () => {
  const ended = [
    step('draft', '2026-01-01'),
    step('submitted', '2026-01-11'),
    step('draft', '2026-01-21'),
    step('withdrawn', '2026-01-31'),
  ];
  const waiting = [step('draft', '2026-11-01'), step('submitted', '2026-11-02')];
  expect(pipelineOf([ended, waiting], TODAY)).toEqual([
    { state: 'draft', standing: 0, reached: 2, passed: 2, medianDays: 1, longestDays: 20 },
    { state: 'submitted', standing: 1, reached: 2, passed: 1, medianDays: 10, longestDays: 20 },
    { state: 'withdrawn', standing: 1, reached: 1, passed: 0, medianDays: null, longestDays: null },
  ]);
  expect(pipelineOf([], TODAY)).toEqual([]);
});

test('time to fill is from the advertisement to the selection of somebody who came', () => {
  const filled = [step('advertised', '2026-03-01'), step('selected', '2026-05-01')];
  const slow = [step('advertised', '2026-01-01'), step('selected', '2026-05-01')];
  const open = [step('advertised', '2026-03-01')];
  expect(timeToFill([filled, slow, open, [step('draft', '2026-01-01')]], TODAY)).toEqual({
    filled: 2,
    medianDays: 61,
    longestDays: 120,
  });
  expect(timeToFill([open], TODAY)).toEqual({ filled: 0, medianDays: null, longestDays: null });
});

test('every position stands in one state, and its days in all of them are the days of its life', () => {
  const state = fc.constantFrom(
    ...POSITION_STATES.filter((each) => !['separated', 'rejected', 'withdrawn'].includes(each)),
  );
  const life = fc
    .array(fc.tuple(state, fc.integer({ min: 45_000, max: 46_000 })), { minLength: 1, maxLength: 10 })
    .map((given) => {
      const days = given.map(([, day]) => day).toSorted((left, right) => left - right);
      return given.map(([to], index) => ({ to, on: dayOf(days[index] ?? 0) }));
    });
  const until = dayOf(46_500);
  always(
    fc.property(fc.array(life, { maxLength: 8 }), (positions) => {
      const pipeline = pipelineOf(positions, until);
      expect(pipeline.reduce((sum, { standing }) => sum + standing, 0)).toBe(positions.length);
      for (const { reached, standing, passed, medianDays, longestDays } of pipeline) {
        expect(reached).toBe(standing + passed);
        expect(medianDays).toBeLessThanOrEqual(longestDays ?? 0);
      }
      for (const steps of positions) {
        const alone = pipelineOf([steps], until).reduce((sum, { longestDays }) => sum + (longestDays ?? 0), 0);
        expect(alone).toBe(daysBetween(steps[0]?.on ?? until, until));
      }
    }),
  );
});
