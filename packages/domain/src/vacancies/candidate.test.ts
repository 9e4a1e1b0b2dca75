import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import {
  type CandidateStep,
  checkApplication,
  checkStage,
  isOut,
  MOST_CANDIDATES,
  nextStages,
  type Stage,
  STAGES,
} from './candidate.ts';
import { keptUntil, retentionOn } from './retention.ts';

const DAY = date('2026-10-10');
const way = (...stages: Stage[]): CandidateStep[] => stages.map((to) => ({ to, on: DAY }));

describe('a step of a candidate', () => {
  const step = (steps: CandidateStep[], to: Stage, given: Partial<Parameters<typeof checkStage>[0]> = {}) =>
    checkStage({ steps, from: steps.at(-1)?.to ?? 'long-list', to, on: DAY, selected: null, ...given });

  test('goes to the next stage or out of the running, and from there only back', () => {
    expect(step(way('long-list'), 'short-list')).toEqual({ ok: true, value: 'short-list' });
    expect(step(way('long-list', 'short-list', 'declined'), 'short-list').ok).toBe(true);
    expect(step(way('long-list', 'short-list', 'declined'), 'interviewed')).toEqual({
      ok: false,
      violation: { kind: 'StageNotAllowed', from: 'declined', to: 'interviewed' },
    });
    expect(step(way('long-list'), 'selected')).toEqual({
      ok: false,
      violation: { kind: 'StageNotAllowed', from: 'long-list', to: 'selected' },
    });
  });

  test('is refused where somebody else moved the candidate, before the last step, and of nobody', () => {
    expect(step(way('long-list'), 'declined', { from: 'short-list' })).toEqual({
      ok: false,
      violation: { kind: 'StageChanged', expected: 'short-list', actual: 'long-list' },
    });
    expect(step(way('long-list'), 'short-list', { on: date('2026-10-09') })).toEqual({
      ok: false,
      violation: { kind: 'StageBeforeLast', since: DAY, on: '2026-10-09' },
    });
    expect(step([], 'short-list')).toEqual({ ok: false, violation: { kind: 'NotFound', subject: 'candidate' } });
  });

  test('selects one person at a time', () => {
    expect(step(way('interviewed'), 'selected', { selected: 4 })).toEqual({
      ok: false,
      violation: { kind: 'AnotherSelected', number: 4 },
    });
    expect(step(way('interviewed'), 'not-selected', { selected: 4 }).ok).toBe(true);
  });

  test('never skips a stage, whatever is tried', () => {
    const order: readonly Stage[] = ['long-list', 'short-list', 'interviewed', 'selected'];
    always(
      fc.property(fc.array(fc.constantFrom(...STAGES), { maxLength: 30 }), (tries) => {
        const steps = way('long-list');
        for (const to of tries) if (step(steps, to).ok) steps.push({ to, on: DAY });
        const skipped = steps.filter(({ to }, index) => {
          const before = order[order.indexOf(to) - 1];
          return before !== undefined && !steps.slice(0, index).some((each) => each.to === before);
        });
        expect(skipped).toEqual([]);
      }),
    );
  });

  test('is out of the running when declined or not selected, and then nothing follows from nowhere', () => {
    expect(STAGES.filter(isOut)).toEqual(['declined', 'not-selected']);
    expect(nextStages('declined', null)).toEqual([]);
  });
});

describe('an application', () => {
  const given = {
    position: { title: 'Analyst', state: 'advertised' as const },
    opensOn: date('2026-10-01'),
    closesOn: date('2026-10-31'),
    on: DAY,
    listedOn: DAY,
    candidates: 0,
  };

  test('comes while the vacancy is open', () => {
    expect(checkApplication(given)).toEqual({ ok: true, value: DAY });
    for (const on of [date('2026-09-30'), date('2026-11-01')])
      expect(checkApplication({ ...given, on })).toMatchObject({ violation: { kind: 'AppliedOutsideVacancy', on } });
  });

  test('is not for a position that is not advertised', () => {
    const position = { title: 'Analyst', state: 'approved' as const };
    expect(checkApplication({ ...given, position })).toEqual({
      ok: false,
      violation: { kind: 'PositionNotAdvertised', position: 'Analyst', state: 'approved' },
    });
  });

  test('comes onto the long list on its day or later', () => {
    expect(checkApplication({ ...given, listedOn: date('2026-10-09') })).toEqual({
      ok: false,
      violation: { kind: 'StageBeforeLast', since: DAY, on: '2026-10-09' },
    });
  });

  test('is one of no more than can be looked at', () => {
    expect(checkApplication({ ...given, candidates: MOST_CANDIDATES })).toEqual({
      ok: false,
      violation: { kind: 'TooManyCandidates', limit: MOST_CANDIDATES },
    });
  });
});

describe('what is known of candidates is kept', () => {
  const rule = (effectiveOn: string, months: number) => ({ effectiveOn: date(effectiveOn), months, source: 'SC-1' });
  const rules = [rule('2026-06-01', 12), rule('2025-01-01', 24)];

  test('by the rule in force, and by none before one was set', () => {
    expect(retentionOn(rules, date('2026-05-31'))?.months).toBe(24);
    expect(retentionOn(rules, date('2026-06-01'))?.months).toBe(12);
    expect(retentionOn(rules, date('2024-12-31'))).toBeNull();
  });

  test('from the end of the vacancy or the last step, whichever is later', () => {
    const [closesOn, later] = [date('2026-10-31'), date('2027-01-31')];
    expect(keptUntil(rule('2026-01-01', 1), { closesOn, lastStepOn: DAY })).toBe('2026-11-30');
    expect(keptUntil(rule('2026-01-01', 1), { closesOn, lastStepOn: later })).toBe('2027-02-28');
  });
});
