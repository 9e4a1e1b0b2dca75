import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import { neededToCarry, type Tally } from './ballot.ts';
import { anyRules, RULES, TODAY } from './committee.arbitrary.ts';
import {
  type Closing,
  closeMotion,
  isAdopted,
  isOutcome,
  moveMotion,
  nextMotionStates,
  reviseMotion,
  supersede,
} from './decision.ts';
import { draftDecisionInput, fillSeatInput, setRulesInput } from './inputs.ts';
import { MOTION_STATES, type MotionState, OUTCOMES } from './kinds.ts';
import { closeMeeting, isLate, requireMeeting } from './meeting.ts';
import { hasConsented, object, windowEnd } from './no-objection.ts';

const QUORUM = { seated: 5, present: 5, recused: 0, needed: 3, reached: true };
const BY_VOTE: Closing = { by: 'vote', conditions: '' };
const consensus = (outcome: 'adopt' | 'defer' | 'reject', conditions = ''): Closing => ({
  by: 'consensus',
  outcome,
  conditions,
});
const count = (inFavour: number, against: number, abstained = 0): Tally => ({ inFavour, against, abstained });
const close = (closing: Closing, tally: Tally, quorum = QUORUM) =>
  closeMotion({ closing, tally, quorum, rules: RULES });

describe('a decision by vote', () => {
  test('is adopted by the majority, with conditions where there are any, and else rejected', () => {
    expect(close(BY_VOTE, count(2, 1))).toEqual({ ok: true, value: 'adopted' });
    expect(close({ by: 'vote', conditions: 'A report first' }, count(2, 1))).toEqual({
      ok: true,
      value: 'adopted-with-conditions',
    });
    expect(close(BY_VOTE, count(1, 1))).toEqual({ ok: true, value: 'rejected' });
    expect(close(BY_VOTE, count(0, 0, 3))).toEqual({ ok: true, value: 'rejected' });
  });

  test('needs a vote', () => {
    expect(close(BY_VOTE, count(0, 0))).toEqual({ ok: false, violation: { kind: 'NoVotesCast' } });
  });
});

describe('a decision by consensus', () => {
  test('is what the chair says it is', () => {
    expect(close(consensus('adopt'), count(0, 0))).toEqual({ ok: true, value: 'adopted' });
    expect(close(consensus('adopt', 'If'), count(1, 0))).toEqual({ ok: true, value: 'adopted-with-conditions' });
    expect(close(consensus('defer'), count(3, 2))).toEqual({ ok: true, value: 'deferred' });
    expect(close(consensus('reject'), count(0, 1))).toEqual({ ok: true, value: 'rejected' });
  });

  test('is none against a vote that says otherwise', () => {
    expect(close(consensus('adopt'), count(4, 1))).toEqual({
      ok: false,
      violation: { kind: 'NoConsensus', opposed: 1 },
    });
    expect(close(consensus('reject'), count(2, 3))).toMatchObject({ violation: { opposed: 2 } });
  });
});

const anyClosing = fc.constantFrom(BY_VOTE, consensus('adopt'), consensus('defer'), consensus('reject', 'x'));
const anyCount = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map((counts) => count(...counts));

test('nothing is decided without a quorum, however it is closed', () => {
  always(
    fc.property(anyClosing, anyCount, (closing, tally) => {
      expect(close(closing, tally, { ...QUORUM, present: 2, reached: false })).toEqual({
        ok: false,
        violation: { kind: 'NoQuorum', seated: 5, present: 2, needed: 3 },
      });
    }),
  );
});

test('a vote adopts exactly what its majority carries', () => {
  always(
    fc.property(anyCount, anyRules, (tally, rules) => {
      fc.pre(tally.inFavour + tally.against + tally.abstained > 0);
      const closed = closeMotion({ closing: BY_VOTE, tally, quorum: QUORUM, rules });
      const carried = tally.inFavour >= neededToCarry(tally, QUORUM, rules);
      expect(closed).toEqual({ ok: true, value: carried ? 'adopted' : 'rejected' });
    }),
  );
});

describe('the states of a decision', () => {
  test('a decision closes once, whatever is tried in whatever order', () => {
    always(
      fc.property(fc.array(fc.constantFrom(...MOTION_STATES), { maxLength: 30 }), (tried) => {
        let state: MotionState = 'drafted';
        let closed = 0;
        for (const to of tried) {
          const moved = moveMotion({ reference: 'D', state }, to);
          const told = { ok: false, violation: { kind: 'DecisionState', reference: 'D', state } };
          expect(moved).toEqual(nextMotionStates(state).includes(to) ? { ok: true, value: to } : told);
          if (moved.ok) state = moved.value;
          if (moved.ok && isOutcome(state)) closed += 1;
        }
        expect(closed).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('what is decided or withdrawn leads nowhere, and everything else leads somewhere', () => {
    for (const state of MOTION_STATES)
      expect(nextMotionStates(state).length === 0).toBe(isOutcome(state) || state === 'withdrawn');
    expect(OUTCOMES.filter(isAdopted)).toEqual(['adopted', 'adopted-with-conditions']);
  });

  test('only what was adopted before and still holds is superseded', () => {
    const decidedOn = date('2026-11-22');
    const earlier = { reference: 'D-1', outcome: 'adopted', decidedOn, supersededBy: null } as const;
    expect(supersede(earlier, decidedOn)).toEqual({ ok: true, value: null });
    expect(supersede({ ...earlier, outcome: 'rejected' }, decidedOn)).toEqual({
      ok: false,
      violation: { kind: 'DecisionState', reference: 'D-1', state: 'rejected' },
    });
    expect(supersede({ ...earlier, supersededBy: 'D-2' }, decidedOn)).toEqual({
      ok: false,
      violation: { kind: 'AlreadySuperseded', reference: 'D-1', by: 'D-2' },
    });
    expect(supersede(earlier, date('2026-11-21'))).toEqual({
      ok: false,
      violation: { kind: 'SupersedesLater', reference: 'D-1', decidedOn },
    });
  });
});

describe('a written decision', () => {
  test('can be objected to on its last day, and is consented to on the day after', () => {
    const closesOn = windowEnd(TODAY, RULES);
    expect(closesOn).toBe('2026-12-04');
    expect([hasConsented(closesOn, closesOn), object(closesOn, closesOn).ok]).toEqual([false, true]);
    expect(hasConsented(closesOn, date('2026-12-05'))).toBe(true);
    expect(object(closesOn, date('2026-12-05'))).toEqual({ ok: false, violation: { kind: 'WindowOver', closesOn } });
  });
});

describe('a meeting', () => {
  test('does what its state allows', () => {
    expect(requireMeeting({ reference: 'M', state: 'open' }, 'open').ok).toBe(true);
    expect(requireMeeting({ reference: 'M', state: 'closed' }, 'open')).toEqual({
      ok: false,
      violation: { kind: 'MeetingInState', reference: 'M', state: 'closed' },
    });
  });

  test('closes once nothing on its table is open', () => {
    expect(closeMeeting({ reference: 'M', state: 'open' }, 0).ok).toBe(true);
    expect(closeMeeting({ reference: 'M', state: 'planned' }, 0)).toMatchObject({ violation: { state: 'planned' } });
    expect(closeMeeting({ reference: 'M', state: 'open' }, 2)).toEqual({
      ok: false,
      violation: { kind: 'DecisionsOpen', count: 2 },
    });
  });

  test('has action points that are late after their day until they are done', () => {
    const dueOn = date('2026-11-23');
    expect(isLate({ dueOn, doneOn: null }, TODAY)).toBe(true);
    expect(isLate({ dueOn, doneOn: TODAY }, TODAY)).toBe(false);
    expect(isLate({ dueOn: TODAY, doneOn: null }, TODAY)).toBe(false);
    expect(isLate({ dueOn: null, doneOn: null }, TODAY)).toBe(false);
  });
});

const KEY = '7f5c9d53-6d0b-4f43-9a35-0f8e5f8b5d11';
const line = { positionId: 'x', year: 1, poolId: 'p', amount: '1.00' };
const verdict = { positionId: 'x', verdict: 'reject', reason: 'Too dear' };
const draft = {
  idempotencyKey: KEY,
  reference: 'D',
  title: 'T',
  text: 'X',
  options: '',
  kind: 'other',
  meetingId: null,
  supersedesId: null,
  criteriaSetId: null,
  lines: [],
  positions: [],
};
const problem = (input: object): string | undefined => {
  const parsed = draftDecisionInput.safeParse({ ...draft, ...input });
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
};

test.each([
  ['money needs lines', { kind: 'allocation' }, 'required'],
  ['lines need money', { lines: [line] }, 'required'],
  ['verdicts need positions', { kind: 'positions' }, 'required'],
  ['other decisions say nothing of positions', { positions: [verdict] }, 'invalid'],
  ['a position has one verdict', { kind: 'positions', positions: [verdict, verdict] }, 'named-twice'],
  ['what is paid for is not rejected', { kind: 'allocation', lines: [line], positions: [verdict] }, 'contradiction'],
  ['only criteria name their set', { criteriaSetId: 'c' }, 'invalid'],
])('of a draft: %s', (_rule, input, message) => {
  expect(problem(input)).toBe(message);
});

test('a draft may pay for one position and reject another', () => {
  const approve = { ...verdict, verdict: 'approve' };
  const other = { ...verdict, positionId: 'y' };
  expect(problem({ kind: 'allocation', lines: [line], positions: [approve, other] })).toBeUndefined();
  expect(problem({ kind: 'criteria', criteriaSetId: 'c' })).toBeUndefined();
});

test('a share lies within the whole, and a seat has its organization', () => {
  const rules = (numerator: number, bound = 'at-least') => ({
    idempotencyKey: KEY,
    effectiveOn: '2026-01-01',
    quorum: { bound, numerator, denominator: 2 },
    majority: { bound: 'more-than', numerator: 1, denominator: 2 },
    majorityOf: 'cast',
    windowDays: 10,
    source: 'Test',
  });
  const ok = (input: object) => setRulesInput.safeParse(input).success;
  expect([rules(0), rules(1), rules(2), rules(3)].map(ok)).toEqual([false, true, true, false]);
  expect([rules(0, 'more-than'), rules(2, 'more-than')].map(ok)).toEqual([true, false]);
  const seat = (kind: string, organizationId: string | null) =>
    fillSeatInput.safeParse({
      idempotencyKey: KEY,
      kind,
      organizationId,
      personId: 'p',
      startsOn: '2026-01-01',
      endsOn: null,
    }).success;
  expect([seat('chair', null), seat('member', 'o')]).toEqual([true, true]);
  expect([seat('chair', 'o'), seat('alternate', null)]).toEqual([false, false]);
});

test('a draft is written anew on top of its last version, until it is put to the vote or circulated', () => {
  const written = { reference: 'SC-1', version: 2 };
  expect(reviseMotion({ ...written, state: 'drafted' }, 2)).toEqual({ ok: true, value: 3 });
  expect(reviseMotion({ ...written, state: 'drafted' }, 1)).toEqual({
    ok: false,
    violation: { kind: 'DraftChanged', reference: 'SC-1', version: 2 },
  });
  for (const state of MOTION_STATES.filter((each) => each !== 'drafted'))
    expect(reviseMotion({ ...written, state }, 2)).toEqual({
      ok: false,
      violation: { kind: 'DecisionState', reference: 'SC-1', state },
    });
});
