import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, date } from '../calendar-date.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { plannedExpenditure, reserveEntry } from './reserve.ts';

describe('setting the reserve', () => {
  const set = (held: number, percent: string, base: number, on = '2026-03-10') =>
    reserveEntry({
      reserve: { held: usd(held), since: date('2026-01-01') },
      charge: { percent, base: usd(base) },
      effectiveOn: date(on),
      description: 'SC-2026/1',
    });

  test('posts only what is to be added, or given back', () => {
    expect(set(1_000, '15', 10_000)).toMatchObject({
      ok: true,
      value: { postings: [{ account: 'reserve-held', amount: usd(500) }, { amount: usd(-500) }] },
    });
    expect(set(1_000, '0', 10_000)).toMatchObject({ ok: true, value: { postings: [{ amount: usd(-1_000) }, {}] } });
  });

  test('goes forward, changes something, and is of no negative plan', () => {
    expect(set(1_000, '15', 10_000, '2025-12-31')).toEqual({
      ok: false,
      violation: { kind: 'ReserveBeforeLast', since: '2026-01-01', on: '2025-12-31' },
    });
    expect(set(1_500, '15', 10_000)).toEqual({ ok: false, violation: { kind: 'AmountUnchanged' } });
    expect(set(0, '15', -1)).toEqual({ ok: false, violation: { kind: 'AmountNotPositive' } });
  });
});

describe('what is planned for the next twelve months', () => {
  const year = (startsOn: string, endsOn: string, cents: number) => ({
    startsOn: date(startsOn),
    endsOn: date(endsOn),
    cost: usd(cents),
  });

  test('is the contract years that lie in them, by their days', () => {
    const from = date('2026-07-01');
    expect(plannedExpenditure([year('2026-07-01', '2027-06-30', 36_500)], from)).toEqual({
      amount: usd(36_500),
      years: 1,
    });
    // Half of it is over, in days: 184 of 365 remain.
    expect(plannedExpenditure([year('2026-01-01', '2026-12-31', 36_500)], from)).toEqual({
      amount: usd(18_400),
      years: 1,
    });
    expect(plannedExpenditure([year('2027-06-30', '2028-06-28', 36_500)], from)).toEqual({
      amount: usd(100),
      years: 1,
    });
    const outside = [year('2025-07-01', '2026-06-30', 1), year('2027-07-01', '2028-06-30', 1)];
    expect(plannedExpenditure(outside, from)).toEqual({ amount: usd(0), years: 0 });
  });

  test('is the whole cost of any year that begins on the day and lasts no longer', () => {
    always(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.bigInt(0n, 10n ** 9n), (month, minor) => {
        const from = addMonths(date('2026-01-15'), month);
        const one = { startsOn: from, endsOn: addMonths(from, 11), cost: usd(minor) };
        expect(plannedExpenditure([one], from).amount).toEqual(usd(minor));
      }),
    );
  });
});
