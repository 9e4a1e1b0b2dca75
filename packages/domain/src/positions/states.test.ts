import fc from 'fast-check';
import { date } from '../calendar-date.ts';
import { describe, expect, test } from 'vitest';
import { always, usd } from '../laws.arbitrary.ts';
import { type Approval, promisedYear, type StepFacts } from './gates.ts';
import { decideAllocationInput, listPositionsInput, proposePositionInput } from './inputs.ts';
import {
  mayReceiveAllocation,
  phaseOf,
  POSITION_PHASES,
  POSITION_STATES,
  type PositionState,
  yearOfState,
  YEARS_IN_POST,
} from './states.ts';
import { checkDecided, checkStep } from './step.ts';
import { type Finding, FINDING_KINDS } from './review.ts';
import { type Terms, TERMS_FIELDS } from './terms.ts';
import { STEPS, stepsFrom } from './step-table.ts';

/** Every state that steps of the secretariat alone lead to. */
function reachable(from: PositionState, without: readonly PositionState[] = []): Set<PositionState> {
  const found = new Set<PositionState>();
  const waiting: PositionState[] = [from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const { to } of STEPS.filter((rule) => rule.from === state && rule.by === 'secretariat')) {
      if (found.has(to) || without.includes(to)) continue;
      found.add(to);
      waiting.push(to);
    }
  }
  return found;
}

const proposed = POSITION_STATES.filter((state) => ['proposed', 'not-approved'].includes(phaseOf(state)));
const DECIDED: readonly PositionState[] = ['approved', 'deferred', 'rejected'];

describe('the table of states is closed', () => {
  test('no step stands twice, and none leads to where it began', () => {
    expect(new Set(STEPS.map(({ from, to }) => `${from} ${to}`)).size).toBe(STEPS.length);
    expect(STEPS.filter(({ from, to }) => from === to)).toEqual([]);
    for (const state of POSITION_STATES) expect(POSITION_PHASES).toContain(phaseOf(state));
  });

  test('only a decision approves, defers or rejects, and a decision does nothing else', () => {
    for (const { to, by } of STEPS) expect(by === 'decision').toBe(DECIDED.includes(to));
  });

  test.each(proposed)('steps alone never lead from %s to an offer or a post', (state) => {
    for (const next of reachable(state)) expect(proposed).toContain(next);
  });

  test('every state is reached from a draft, by steps and decisions', () => {
    const all = new Set<PositionState>(['draft', ...DECIDED, ...reachable('draft'), ...reachable('approved')]);
    expect(all.size).toBe(POSITION_STATES.length);
  });

  test('every life comes to an end, and three ends are ends', () => {
    const isEnd = (state: PositionState) => STEPS.every(({ from }) => from !== state);
    expect(POSITION_STATES.filter(isEnd)).toEqual(['rejected', 'withdrawn', 'separated']);
    for (const state of POSITION_STATES.filter((one) => !isEnd(one)))
      expect([...reachable(state)].filter(isEnd)).not.toEqual([]);
  });

  test('whoever turns back, sets aside or ends before a post says why', () => {
    for (const { gates } of STEPS.filter(({ way, to }) => way !== 'on' && to !== 'separated'))
      expect(gates).toContain('reason');
  });

  test('nobody is in post without an offer, nor in a later year without a review', () => {
    expect(reachable('approved', ['offered'])).not.toContain('in-post-year-1');
    for (const year of YEARS_IN_POST.slice(1)) expect(reachable('approved', ['extension-review'])).not.toContain(year);
  });

  test('every step that promises a contract year waits for its money', () => {
    for (const { gates } of STEPS.filter((rule) => promisedYear(rule.to) > 0 && rule.to !== 'in-post-year-1'))
      expect(gates).toContain('year-money');
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

const since = date('2026-02-01');
const later = date('2026-03-01');
const funded = (year: number) => ({ year, cost: usd(100), allocated: usd(100) });
const TERMS = Object.fromEntries(TERMS_FIELDS.map((field) => [field, 'Known'])) as Terms;
const agreed = (year: number): Finding[] =>
  FINDING_KINDS.map((kind) => ({ kind, year, favourable: true, hostAmount: null }));
const refusal = (finding: Finding): Finding => ({ ...finding, favourable: false });
const READY: StepFacts = {
  reason: 'Because',
  terms: TERMS,
  findings: [2, 3, 4].flatMap(agreed),
  early: false,
  years: [1, 2, 3, 4].map(funded),
  shortPools: [],
  approval: { by: null, superseded: false },
};

/** A step from a state, as if all the years before had been. */
function step(from: PositionState, to: PositionState, change: Partial<StepFacts> = {}, yearInPost = yearOfState(from)) {
  const standing = { state: from, since, yearInPost };
  return checkStep({ standing, from, to, on: later, facts: { ...READY, ...change } });
}

describe('a step', () => {
  test.each(POSITION_STATES)('from %s is accepted to the states that may follow, and refused to all others', (from) => {
    for (const to of POSITION_STATES) {
      const allowed = stepsFrom(from, 1).some((rule) => rule.to === to);
      expect(step(from, to, {}, 1)).toEqual(
        allowed ? { ok: true, value: to } : { ok: false, violation: { kind: 'StepNotAllowed', from, to } },
      );
    }
  });

  test.each([1, 2, 3])('the review in year %i leads to the year after it and to no other', (year) => {
    const years = stepsFrom('extension-review', year).map(({ to }) => to);
    expect(years).toEqual([YEARS_IN_POST[year], 'separated']);
  });

  test('the fourth year is the last', () => {
    expect(stepsFrom('in-post-year-4', 4).map(({ to }) => to)).toEqual(['separated']);
  });

  test('is refused where the position has moved on since it was seen', () => {
    const standing = { state: 'screened', since, yearInPost: 0 } as const;
    expect(checkStep({ standing, from: 'submitted', to: 'screened', on: later, facts: READY })).toEqual({
      ok: false,
      violation: { kind: 'StateChanged', expected: 'submitted', actual: 'screened' },
    });
  });

  test('is refused on a day before the last step', () => {
    const standing = { state: 'submitted', since, yearInPost: 0 } as const;
    const on = date('2026-01-31');
    expect(checkStep({ standing, from: 'submitted', to: 'screened', on, facts: READY })).toEqual({
      ok: false,
      violation: { kind: 'StepBeforeLast', on, since },
    });
  });

  test('no offer before the cash of the whole first year has arrived, and all that lacks is named', () => {
    const short = { year: 1, cost: usd(100), allocated: usd(99) };
    const shortPools = [{ pool: 'Islands', short: usd(5) }];
    expect(step('clearances', 'offered', { years: [short], shortPools })).toEqual({
      ok: false,
      violation: {
        kind: 'GateClosed',
        to: 'offered',
        missing: [
          { what: 'year-not-reserved', ...short },
          { what: 'cash-not-arrived', pool: 'Islands', short: usd(5) },
        ],
      },
    });
    expect(step('clearances', 'offered', { years: [funded(1), { ...short, year: 2 }] }).ok).toBe(true);
    expect(step('clearances', 'offered', { years: [] })).toMatchObject({
      violation: { missing: [{ what: 'year-unknown', year: 1 }] },
    });
  });

  test.each([1, 2, 3])('no year after year %i before its money is reserved', (year) => {
    const to = YEARS_IN_POST[year] ?? 'separated';
    const short = { year: year + 1, cost: usd(100), allocated: usd(99) };
    expect(step('extension-review', to, { years: [funded(year), short] }, year)).toMatchObject({
      violation: { kind: 'GateClosed', to, missing: [{ what: 'year-not-reserved', ...short }] },
    });
    expect(step('extension-review', 'separated', { years: [] }, year).ok).toBe(true);
  });

  test('nothing is submitted while a field of the terms of reference is empty, and each is named', () => {
    expect(step('draft', 'submitted', { terms: { ...TERMS, sector: ' ', duties: '' } })).toMatchObject({
      violation: { kind: 'GateClosed', missing: [{ what: 'terms', fields: ['sector', 'duties'] }] },
    });
  });

  test('an extension needs priority, evaluation, agreement and money, and names all that it lacks', () => {
    const against: Finding = { kind: 'evaluation', year: 2, favourable: false, hostAmount: null };
    expect(step('extension-review', 'in-post-year-2', { findings: [...agreed(3), against], years: [] }, 1)).toEqual({
      ok: false,
      violation: {
        kind: 'GateClosed',
        to: 'in-post-year-2',
        missing: [
          { what: 'finding', finding: 'priority', year: 2, found: 'nothing' },
          { what: 'finding', finding: 'evaluation', year: 2, found: 'unfavourable' },
          { what: 'finding', finding: 'agreement', year: 2, found: 'nothing' },
          { what: 'year-unknown', year: 2 },
        ],
      },
    });
  });

  test('what was found last counts', () => {
    const [priority] = agreed(2);
    const never: Finding = { kind: 'priority', year: 2, favourable: false, hostAmount: null };
    const findings = [...agreed(2), never];
    expect(step('extension-review', 'in-post-year-2', { findings }, 1).ok).toBe(false);
    expect(step('extension-review', 'in-post-year-2', { findings: [...findings, priority ?? never] }, 1).ok).toBe(true);
  });

  test('years three and four need the share of the host, and year two does not', () => {
    const findings = [2, 3].flatMap(agreed).filter(({ kind }) => kind !== 'cost-share');
    expect(step('extension-review', 'in-post-year-2', { findings }, 1).ok).toBe(true);
    expect(step('extension-review', 'in-post-year-3', { findings }, 2)).toMatchObject({
      violation: { missing: [{ what: 'finding', finding: 'cost-share', year: 3, found: 'nothing' }] },
    });
  });

  test('a separation before the end of the contract needs a reason, and one on its last day does not', () => {
    expect(step('in-post-year-1', 'separated', { early: true, reason: '' })).toMatchObject({
      violation: { missing: [{ what: 'reason' }] },
    });
    expect(step('in-post-year-1', 'separated', { early: true }).ok).toBe(true);
    expect(step('in-post-year-1', 'separated', { reason: '' }).ok).toBe(true);
  });

  test('back, aside or to an end it needs a reason', () => {
    expect(step('offered', 'advertised', { reason: ' ' })).toMatchObject({
      violation: { missing: [{ what: 'reason' }] },
    });
    expect(step('offered', 'short-list').ok).toBe(true);
  });
});

describe('what a decision makes of a position', () => {
  const NOT_APPROVED: Approval = { by: null, superseded: false };
  const decide = (
    state: PositionState,
    to: 'approved' | 'deferred' | 'rejected',
    reason = 'Because',
    approval = NOT_APPROVED,
  ) => checkDecided({ standing: { title: 'Analyst', state, since }, to, on: later, reason, approval });

  test('is approved, deferred or rejected, the last two with a reason', () => {
    expect(decide('scored', 'approved', '')).toEqual({ ok: true, value: 'approved' });
    expect(decide('deferred', 'approved').ok).toBe(true);
    expect(decide('submitted', 'rejected').ok).toBe(true);
    expect(decide('scored', 'deferred', '')).toMatchObject({ violation: { missing: [{ what: 'reason' }] } });
  });

  test('is refused on a day before the last step, and from a state that takes none', () => {
    const standing = { title: 'Analyst', state: 'scored', since } as const;
    expect(
      checkDecided({ standing, to: 'approved', on: date('2026-01-31'), reason: '', approval: NOT_APPROVED }),
    ).toMatchObject({ violation: { kind: 'StepBeforeLast' } });
    expect(decide('draft', 'approved')).toMatchObject({ violation: { kind: 'StepNotAllowed' } });
  });

  const BEFORE_OFFER = [
    'approved',
    'advertised',
    'long-list',
    'short-list',
    'interviews',
    'selected',
    'clearances',
  ] as const;
  const PROMISED = ['offered', 'in-post-year-1', 'extension-review', 'in-post-year-2'] as const;

  test.each(['deferred', 'rejected'] as const)('is %s after its approval only in the place of it', (to) => {
    for (const state of BEFORE_OFFER) {
      expect(decide(state, to, 'Because', { by: 'D-1', superseded: true })).toEqual({ ok: true, value: to });
      for (const by of ['D-1', null])
        expect(decide(state, to, 'Because', { by, superseded: false })).toEqual({
          ok: false,
          violation: { kind: 'GateClosed', to, missing: [{ what: 'supersession', by }] },
        });
      expect(decide(state, to, '', { by: 'D-1', superseded: true }).ok).toBe(false);
    }
  });

  test.each(['deferred', 'rejected'] as const)('is never %s once somebody was promised the post', (to) => {
    for (const state of PROMISED)
      expect(decide(state, to, 'Because', { by: 'D-1', superseded: true })).toEqual({
        ok: false,
        violation: { kind: 'PostPromised', position: 'Analyst', state, to },
      });
  });
});

describe('no path through the table skips a gate', () => {
  /** What somebody finds on record at a step: any of it may be missing. */
  const anyFacts: fc.Arbitrary<StepFacts> = fc.record({
    reason: fc.constantFrom('', 'Because'),
    years: fc
      .subarray([1, 2, 3, 4])
      .chain((years) =>
        fc.tuple(
          ...years.map((year) => fc.nat({ max: 1 }).map((less) => ({ ...funded(year), allocated: usd(100 - less) }))),
        ),
      ),
    shortPools: fc.subarray([{ pool: 'Islands', short: usd(1) }]),
    terms: fc.constantFrom(TERMS, { ...TERMS, code: '' }),
    early: fc.boolean(),
    approval: fc.record({ by: fc.constantFrom(null, 'D-1'), superseded: fc.boolean() }),
    findings: fc.subarray(
      [2, 3, 4].flatMap((year) => [...agreed(year), ...agreed(year).map(refusal)]),
      { maxLength: 8 },
    ),
  });
  const anyTry = fc.record({ to: fc.constantFrom(...POSITION_STATES), facts: anyFacts, decided: fc.boolean() });
  type Try = { readonly to: PositionState; readonly facts: StepFacts; readonly decided: boolean };

  const isOutcome = (to: PositionState) => to === 'approved' || to === 'deferred' || to === 'rejected';

  function taken(story: readonly PositionState[], { to, facts, decided }: Try): boolean {
    const state = story.at(-1) ?? 'draft';
    const standing = { title: 'Analyst', state, since, yearInPost: Math.max(...story.map(yearOfState)) };
    return decided && isOutcome(to)
      ? checkDecided({ standing, to, on: later, reason: facts.reason, approval: facts.approval }).ok
      : checkStep({ standing, from: state, to, on: later, facts }).ok;
  }

  const paid = ({ years, shortPools }: StepFacts, number: number) =>
    shortPools.length === 0 && years.some(({ year, allocated }) => year === number && allocated.minor === 100n);

  const supported = (findings: readonly Finding[], year: number) =>
    ['priority', 'evaluation', 'agreement', ...(year > 2 ? ['cost-share'] : [])].every(
      (kind) => findings.findLast((one) => one.year === year && one.kind === kind)?.favourable === true,
    );

  /** Rules of the fund, in words other than the table's: what a step that was taken must not be. */
  const RULES: Record<string, (story: readonly PositionState[], one: Try) => boolean> = {
    'an offer before the first cash': (_story, { to, facts }) => to === 'offered' && !paid(facts, 1),
    'an extension without its money': (_story, { to, facts }) => yearOfState(to) > 1 && !paid(facts, yearOfState(to)),
    'an extension without a review': (story, { to }) => yearOfState(to) > 1 && story.at(-1) !== 'extension-review',
    'a contract year out of its order': (story, { to }) =>
      yearOfState(to) > 0 && yearOfState(to) !== Math.max(...story.map(yearOfState)) + 1,
    'somebody in post without an offer': (story, { to }) => to === 'in-post-year-1' && story.at(-1) !== 'offered',
    'the work of a decision without one': (_story, { to, decided }) => isOutcome(to) && !decided,
    'an approval taken back by what does not take its place': (story, { to, facts }) =>
      ['deferred', 'rejected'].includes(to) &&
      phaseOf(story.at(-1) ?? 'draft') === 'in-recruitment' &&
      !facts.approval.superseded,
    'a promise taken back by a decision': (story, { to }) =>
      ['deferred', 'rejected'].includes(to) && ['offered', ...YEARS_IN_POST].some((each) => each === story.at(-1)),
    'recruitment without approval': (story, { to }) =>
      ['in-recruitment', 'in-post'].includes(phaseOf(to)) && ![...story, to].includes('approved'),
    'an extension without all that it rests on': (_story, { to, facts }) =>
      yearOfState(to) > 1 && !supported(facts.findings, yearOfState(to)),
    'empty terms of reference submitted': (_story, { to, facts }) => to === 'submitted' && facts.terms.code === '',
    'an early separation without a reason': (_story, { to, facts }) =>
      to === 'separated' && facts.early && facts.reason === '',
    'an end without a reason': (_story, { to, facts }) =>
      ['deferred', 'rejected', 'withdrawn'].includes(to) && facts.reason === '',
  };
  const broken = (story: readonly PositionState[], one: Try) =>
    Object.entries(RULES).flatMap(([rule, breaks]) => (breaks(story, one) ? [rule] : []));

  test('whoever tries what, in whatever order, with whatever on record', () => {
    always(
      fc.property(fc.array(anyTry, { maxLength: 60 }), (tries) => {
        const story: PositionState[] = ['draft'];
        for (const one of tries.filter((next) => taken(story, next))) {
          expect(broken(story, one)).toEqual([]);
          story.push(one.to);
        }
      }),
    );
  });

  test('from any state that a life may have reached', () => {
    always(
      fc.property(fc.shuffledSubarray([...POSITION_STATES], { minLength: 1 }), anyTry, (story, one) => {
        const reached: PositionState[] = ['draft', 'approved', ...story];
        expect(taken(reached, one) ? broken(reached, one) : []).toEqual([]);
      }),
    );
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
