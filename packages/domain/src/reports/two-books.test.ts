import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, anyMinor, usd } from '../laws.arbitrary.ts';
import { add, subtract } from '../money.ts';
import type { KindBalance } from './statement.ts';
import { causesOf, compareBooks, type Move } from './two-books.ts';

const KINDS = [
  ['cash', 'transfer'],
  ['cash', 'refund'],
  ['organization-funds', 'organization-received'],
  ['organization-funds', 'organization-expenditure'],
  ['organization-funds', 'organization-refund'],
] as const;
const anyBalance: fc.Arbitrary<KindBalance> = fc
  .tuple(fc.constantFrom(...KINDS), anyMinor)
  .map(([[account, kind], minor]) => ({ account, kind, amount: usd(minor) }));

test('the difference is the one record less the other, of transfers and of refunds', () => {
  always(
    fc.property(fc.array(anyBalance, { maxLength: 30 }), fc.array(anyBalance, { maxLength: 10 }), (all, pending) => {
      const books = compareBooks(all, pending);
      expect(books.difference).toEqual(subtract(books.netTransferred, books.netReceived));
      expect(books.difference).toEqual(add(books.transferDifference, books.refundDifference));
      expect(books.balance).toEqual(subtract(books.netReceived, books.expenditure));
      expect(books.expenditure).toEqual(add(books.certifiedExpenditure, books.interimExpenditure));
    }),
    0.3,
  );
});

describe('why the books differ', () => {
  const asOf = date('2026-11-22');
  const sent = (cents: number): KindBalance => ({ account: 'cash', kind: 'transfer', amount: usd(-cents) });
  const got = (cents: number): KindBalance => ({
    account: 'organization-funds',
    kind: 'organization-received',
    amount: usd(cents),
  });
  const move = (on: string, cents: number, ahead: Move['ahead'] = 'transfer'): Move => ({
    ahead,
    on: date(on),
    amount: usd(cents),
  });
  const causes = (balances: readonly KindBalance[], moves: readonly Move[]) =>
    causesOf(compareBooks(balances, []), moves, asOf);

  test('equal books need no reason', () => {
    expect(causes([sent(5), got(5)], [move('2026-11-10', 5)])).toEqual([]);
  });

  test('the latest transfers that come to the difference are under way for thirty days', () => {
    const moves = [move('2026-11-10', 40), move('2026-10-23', 30), move('2026-05-01', 20)];
    expect(causes([sent(90), got(50)], moves)).toEqual([
      { ahead: 'transfer', amount: usd(40), latest: { count: 1, since: '2026-11-10', days: 12, underWay: true } },
    ]);
    expect(causes([sent(90), got(20)], moves)).toMatchObject([
      { latest: { count: 2, since: '2026-10-23', days: 30, underWay: true } },
    ]);
    expect(causes([sent(90)], moves)).toMatchObject([{ latest: { count: 3, days: 205, underWay: false } }]);
  });

  test('a difference that no latest entries come to has none', () => {
    expect(causes([sent(90), got(49)], [move('2026-11-10', 40)])).toEqual([
      { ahead: 'transfer', amount: usd(41), latest: null },
    ]);
  });

  test('the host may be ahead, and refunds differ apart from transfers', () => {
    const refunded: KindBalance = { account: 'organization-funds', kind: 'organization-refund', amount: usd(-7) };
    const moves = [move('2026-11-20', 7, 'refund-made'), move('2026-11-01', 3, 'receipt')];
    expect(causes([got(3), refunded], moves)).toMatchObject([
      { ahead: 'receipt', amount: usd(3), latest: { count: 1, since: '2026-11-01' } },
      { ahead: 'refund-made', amount: usd(7), latest: { count: 1, since: '2026-11-20' } },
    ]);
    const arrived: KindBalance = { account: 'cash', kind: 'refund', amount: usd(9) };
    expect(causes([arrived], [move('2026-11-02', 9, 'refund-received')])).toMatchObject([
      { ahead: 'refund-received', amount: usd(9), latest: { days: 20 } },
    ]);
  });
});
