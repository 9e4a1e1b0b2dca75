import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date, daysBetween } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import type { PositionState } from '../positions/states.ts';
import { type CandidateStep, STAGES } from './candidate.ts';
import { countReached, medianDays, recruitmentOf, withoutSmall } from './recruitment.ts';

const step = (to: PositionState, on: string) => ({ to, on: date(on) });
const TODAY = date('2026-11-22');

describe('recruitment', () => {
  const begun = [step('draft', '2026-01-01'), step('approved', '2026-02-01'), step('advertised', '2026-03-01')];

  test('of a position that was never advertised is none', () => {
    expect(recruitmentOf(begun.slice(0, 2), TODAY)).toBeNull();
  });

  test('takes from the first advertisement to the selection, each state its days', () => {
    const steps = [...begun, step('long-list', '2026-04-01'), step('selected', '2026-05-01')];
    expect(
      recruitmentOf([...steps, step('in-post-year-1', '2026-06-01'), step('separated', '2026-07-01')], TODAY),
    ).toEqual({
      advertisedOn: '2026-03-01',
      selectedOn: '2026-05-01',
      inPostOn: '2026-06-01',
      stages: [
        { state: 'advertised', days: 31 },
        { state: 'long-list', days: 30 },
        { state: 'selected', days: 31 },
      ],
    });
  });

  test('that is advertised again goes on, with nobody selected', () => {
    const steps = [...begun, step('selected', '2026-04-01'), step('advertised', '2026-04-11')];
    expect(recruitmentOf(steps, date('2026-04-21'))).toEqual({
      advertisedOn: '2026-03-01',
      selectedOn: null,
      inPostOn: null,
      stages: [
        { state: 'advertised', days: 41 },
        { state: 'selected', days: 10 },
      ],
    });
    expect(recruitmentOf([...steps.slice(0, 4), step('short-list', '2026-04-11')], TODAY)?.selectedOn).toBeNull();
    expect(recruitmentOf([...steps.slice(0, 4), step('withdrawn', '2026-04-11')], TODAY)?.selectedOn).toBeNull();
  });

  test('its states add up to the days from the advertisement to today', () => {
    const states = [
      'advertised',
      'long-list',
      'short-list',
      'interviews',
      'selected',
      'clearances',
      'offered',
    ] as const;
    const anySteps = fc.array(fc.tuple(fc.constantFrom(...states), fc.integer({ min: 0, max: 27 })), { maxLength: 12 });
    always(
      fc.property(anySteps, (given) => {
        const days = given.map(([, day]) => day).toSorted((left, right) => left - right);
        const later = given.map(([to], index) =>
          step(to, `2026-03-${String((days[index] ?? 0) + 1).padStart(2, '0')}`),
        );
        const sum = recruitmentOf([...begun, ...later], TODAY)?.stages.reduce((total, each) => total + each.days, 0);
        expect(sum).toBe(daysBetween(date('2026-03-01'), TODAY));
      }),
    );
  });

  test('the middle of the days is the lower of two, and nothing of none', () => {
    expect(medianDays([])).toBeNull();
    expect(medianDays([9])).toBe(9);
    expect(medianDays([10, 2, 7])).toBe(7);
    expect(medianDays([10, 2, 7, 8])).toBe(7);
  });
});

describe('how many candidates came how far', () => {
  const way = (...stages: CandidateStep['to'][]): CandidateStep[] => stages.map((to) => ({ to, on: TODAY }));

  test('counts each where it has been, whatever came of it', () => {
    const steps = [way('long-list', 'short-list', 'interviewed', 'selected'), way('long-list', 'declined')];
    expect(countReached(steps)).toEqual([
      { stage: 'long-list', count: 2 },
      { stage: 'short-list', count: 1 },
      { stage: 'interviewed', count: 1 },
    ]);
  });

  test('one or two are never told to others; none and three are', () => {
    always(
      fc.property(fc.array(fc.array(fc.constantFrom(...STAGES), { maxLength: 6 }), { maxLength: 8 }), (stages) => {
        const counts = countReached(stages.map((own) => way(...own)));
        for (const [index, { count }] of withoutSmall(counts).entries()) {
          const real = counts[index]?.count;
          expect(count).toBe(real === 1 || real === 2 ? null : real);
        }
      }),
    );
    expect(withoutSmall([{ stage: 'long-list', count: null }])).toEqual([{ stage: 'long-list', count: null }]);
  });
});
