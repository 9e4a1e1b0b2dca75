import { date } from '../calendar-date.ts';
import { describe, expect, test } from 'vitest';
import { usd } from '../laws.arbitrary.ts';
import { decideAllocationInput, listPositionsInput, proposePositionInput } from './inputs.ts';
import {
  mayReceiveAllocation,
  nextStates,
  phaseOf,
  POSITION_PHASES,
  POSITION_STATES,
  type PositionState,
} from './states.ts';
import { checkStep } from './step.ts';

/** Every state that steps alone lead to. */
function reachable(from: PositionState, without: readonly PositionState[] = []): Set<PositionState> {
  const found = new Set<PositionState>();
  const waiting: PositionState[] = [from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const next of nextStates(state)) {
      if (found.has(next) || without.includes(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  }
  return found;
}

const proposed = POSITION_STATES.filter((state) => ['proposed', 'not-approved'].includes(phaseOf(state)));

describe('the table of states is closed', () => {
  test.each(POSITION_STATES)('every step from %s leads to another state, and none to approved', (state) => {
    for (const next of nextStates(state)) expect(POSITION_STATES).toContain(next);
    expect(nextStates(state)).not.toContain(state);
    expect(nextStates(state)).not.toContain('approved');
    expect(new Set(nextStates(state)).size).toBe(nextStates(state).length);
    expect(POSITION_PHASES).toContain(phaseOf(state));
  });

  test.each(proposed)('steps alone never lead from %s to an offer or a post', (state) => {
    for (const next of reachable(state)) expect(proposed).toContain(next);
  });

  test('every state is reached from a draft, by steps and one decision', () => {
    const all = new Set<PositionState>(['draft', 'approved', ...reachable('draft'), ...reachable('approved')]);
    expect(all.size).toBe(POSITION_STATES.length);
  });

  test('every life comes to an end, and three ends are ends', () => {
    expect(POSITION_STATES.filter((state) => nextStates(state).length === 0)).toEqual([
      'rejected',
      'withdrawn',
      'separated',
    ]);
    for (const state of POSITION_STATES.filter((one) => nextStates(one).length > 0)) {
      const ends = [...reachable(state)].filter((one) => nextStates(one).length === 0);
      expect(ends).not.toEqual([]);
    }
  });

  test('nobody is in post without an offer, nor in a second year without a review', () => {
    expect(reachable('approved', ['offered'])).not.toContain('in-post-year-1');
    expect(reachable('approved', ['extension-review'])).not.toContain('in-post-year-2');
  });

  test('a decision reserves money for what waits scored or is approved and not over', () => {
    expect(POSITION_STATES.filter((state) => !mayReceiveAllocation(state))).toEqual([
      'draft',
      'submitted',
      'screened',
      'rejected',
      'withdrawn',
      'separated',
    ]);
  });
});

describe('a step', () => {
  const funded = { cost: usd(100), allocated: usd(100) };
  const short = { cost: usd(100), allocated: usd(99) };
  const step = (from: PositionState, to: PositionState, years = [funded, funded]) =>
    checkStep({ actual: from, from, to, on: date('2026-03-01'), since: date('2026-03-01'), years });

  test.each(POSITION_STATES)('from %s is accepted to the states that may follow, and refused to all others', (from) => {
    for (const to of POSITION_STATES) {
      const allowed = nextStates(from).includes(to);
      expect(step(from, to)).toEqual(
        allowed ? { ok: true, value: to } : { ok: false, violation: { kind: 'StepNotAllowed', from, to } },
      );
    }
  });

  test('is refused where the position has moved on since it was seen', () => {
    const [on, since] = [date('2026-03-01'), date('2026-02-01')];
    expect(checkStep({ actual: 'screened', from: 'submitted', to: 'screened', on, since, years: [] })).toEqual({
      ok: false,
      violation: { kind: 'StateChanged', expected: 'submitted', actual: 'screened' },
    });
  });

  test('is refused on a day before the last step', () => {
    const [on, since] = [date('2026-01-31'), date('2026-02-01')];
    expect(checkStep({ actual: 'submitted', from: 'submitted', to: 'screened', on, since, years: [] })).toEqual({
      ok: false,
      violation: { kind: 'StepBeforeLast', on, since },
    });
  });

  test('no offer before the whole first year is reserved', () => {
    expect(step('clearances', 'offered', [short, funded])).toEqual({
      ok: false,
      violation: { kind: 'FirstYearNotFunded', ...short },
    });
    expect(step('clearances', 'offered', [funded, short]).ok).toBe(true);
    expect(step('clearances', 'offered', [])).toEqual({
      ok: false,
      violation: { kind: 'NotFound', subject: 'position-year' },
    });
  });

  test('no second year before that year is reserved', () => {
    expect(step('extension-review', 'in-post-year-2', [funded, short])).toEqual({
      ok: false,
      violation: { kind: 'SecondYearNotFunded', ...short },
    });
    expect(step('extension-review', 'in-post-year-2', [funded])).toEqual({
      ok: false,
      violation: { kind: 'NotFound', subject: 'position-year' },
    });
    expect(step('extension-review', 'separated', [funded, short]).ok).toBe(true);
  });
});

describe('inputs of positions', () => {
  const idempotencyKey = '0198c0de-0000-7000-8000-000000000000';
  const proposal = {
    idempotencyKey,
    title: 'Analyst',
    organizationId: 'o-1',
    dutyStationId: 's-1',
    startsOn: '2026-09-01',
    yearlyCosts: ['140000.00'],
    description: '',
  };
  const line = { positionId: 'p-1', year: 1, poolId: 'e-1', amount: '1.00' };
  const decision = {
    idempotencyKey,
    reference: 'SC-1',
    title: 'One',
    decidedOn: '2026-01-31',
    text: '',
    lines: [line],
  };

  test('a proposal costs something in one to four years', () => {
    expect(proposePositionInput.safeParse(proposal).success).toBe(true);
    for (const yearlyCosts of [[], ['1', '1', '1', '1', '1'], ['one']])
      expect(proposePositionInput.safeParse({ ...proposal, yearlyCosts }).success).toBe(false);
  });

  test('a decision has lines, of years one to four', () => {
    expect(decideAllocationInput.safeParse(decision).success).toBe(true);
    for (const lines of [[], [{ ...line, year: 0 }], [{ ...line, year: 1.5 }], [{ ...line, state: 'approved' }]])
      expect(decideAllocationInput.safeParse({ ...decision, lines }).success).toBe(false);
  });

  test('a list goes by number', () => {
    expect(listPositionsInput.parse({})).toEqual({ sort: 'number', direction: 'asc', page: 1 });
  });
});
