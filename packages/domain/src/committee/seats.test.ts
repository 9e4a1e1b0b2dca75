import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import { anySeat, seat } from './committee.arbitrary.ts';
import { endTerm, fillSeat, runsOn, type Seat, seatedOn } from './seats.ts';

const until = (day: string): Partial<Seat> => ({ endsOn: date(day) });
const from = (day: string): Partial<Seat> => ({ startsOn: date(day) });

describe('a seat is filled', () => {
  test('from the day after the term before it', () => {
    const before = seat('p', 'a', until('2026-06-30'));
    const next = seat('q', 'a', from('2026-07-01'));
    expect(fillSeat([before], next)).toEqual({ ok: true, value: next });
    expect(fillSeat([next], before).ok).toBe(true);
  });

  test('but not while the term before it runs, not even for one day', () => {
    const before = seat('p', 'a', until('2026-06-30'));
    expect(fillSeat([before], seat('q', 'a', from('2026-06-30')))).toEqual({
      ok: false,
      violation: {
        kind: 'TermsOverlap',
        person: 'P',
        organization: 'The a',
        from: '2026-01-01',
        until: '2026-06-30',
      },
    });
    expect(fillSeat([seat('p', null)], seat('q', null))).toMatchObject({ violation: { kind: 'TermsOverlap' } });
  });

  test('by an alternate beside the member, and by the chair beside both', () => {
    const table = [seat('p', 'a'), seat('q', 'a', { kind: 'alternate' }), seat('r', null)];
    expect(fillSeat(table.slice(0, 1), table[1] as Seat).ok).toBe(true);
    expect(fillSeat(table.slice(0, 2), table[2] as Seat).ok).toBe(true);
  });

  test('by a member who is the chair too, but not by one who votes for another organization', () => {
    expect(fillSeat([seat('p', null)], seat('p', 'a')).ok).toBe(true);
    expect(fillSeat([seat('p', 'a')], seat('p', null)).ok).toBe(true);
    expect(fillSeat([seat('p', 'b')], seat('p', 'a', { kind: 'alternate' }))).toMatchObject({
      violation: { kind: 'TermsOverlap', organization: 'The b' },
    });
  });

  test('for no term that ends before it starts', () => {
    expect(fillSeat([], seat('p', 'a', until('2025-12-31')))).toEqual({
      ok: false,
      violation: { kind: 'TermEndsBeforeStart', startsOn: '2026-01-01', endsOn: '2025-12-31' },
    });
  });
});

describe('a term', () => {
  test('runs on its first and on its last day', () => {
    const term = seat('p', 'a', until('2026-06-30'));
    for (const [day, runs] of [
      ['2025-12-31', false],
      ['2026-01-01', true],
      ['2026-06-30', true],
      ['2026-07-01', false],
    ] as const)
      expect(runsOn(term, date(day))).toBe(runs);
    expect(runsOn(seat('p', 'a'), date('2199-12-31'))).toBe(true);
  });

  test('ends on a day, never before it began and never later than it would have', () => {
    const term = seat('p', 'a', until('2026-06-30'));
    expect(endTerm(term, date('2026-03-31'))).toEqual({ ok: true, value: '2026-03-31' });
    expect(endTerm(seat('p', 'a'), date('2026-03-31')).ok).toBe(true);
    expect(endTerm(term, date('2025-03-31'))).toMatchObject({ violation: { kind: 'TermEndsBeforeStart' } });
    expect(endTerm(term, date('2026-06-30'))).toEqual({
      ok: false,
      violation: { kind: 'TermEnded', endsOn: '2026-06-30' },
    });
  });
});

test('on any day a seat has one holder and a person one vote, whatever was tried in whatever order', () => {
  always(
    fc.property(fc.array(anySeat, { maxLength: 12 }), anySeat, (tried, { startsOn: day }) => {
      const filled: Seat[] = [];
      for (const each of tried) if (fillSeat(filled, each).ok) filled.push(each);
      const seated = seatedOn(filled, day);
      expect(new Set(seated.map(({ kind, organizationId }) => `${kind} ${organizationId}`)).size).toBe(seated.length);
      const voters = seated.filter(({ kind }) => kind !== 'chair').map(({ personId }) => personId);
      expect(new Set(voters).size).toBe(voters.length);
    }),
  );
});
