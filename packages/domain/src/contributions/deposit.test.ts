import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { identityRate, toBookCurrency } from '../exchange-rate.ts';
import { always, anyCurrency, anyRate, currency, positiveMinor, ratio, usd } from '../laws.arbitrary.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { AURELIA, granted } from '../ledger/recipes.arbitrary.ts';
import { type Money, money, split, subtract } from '../money.ts';
import { depositEntry, type OpenInstalment, refundEntry, unscheduledDepositEntry } from './deposit.ts';

const CHF = currency('CHF');
const ON = date('2026-06-05');
const rate = ratio(CHF, 88n, 100n);
const base = { contribution: AURELIA, signedOn: date('2026-04-12'), receivedOn: ON, rate, description: '' };
const instalment = (original: Money, value: bigint): OpenInstalment => ({
  id: 'i-1',
  outstanding: original,
  outstandingValue: usd(value),
});
const total = (entries: readonly EntryDraft[], account: string): bigint =>
  entries
    .flatMap(({ postings }) => postings)
    .filter((posting) => posting.account === account)
    .reduce((minor, { amount }) => minor + amount.minor, 0n);

test('a deposit is worth its day’s rate, settles at the rate of the signature, and the rest is exchange difference', () => {
  const entry = granted(
    depositEntry({
      ...base,
      instalment: instalment(money(22_500_000n, CHF), 25_000_000n),
      amount: money(22_500_000n, CHF),
    }),
  );
  expect(total([entry], 'cash')).toBe(25_568_182n);
  expect(total([entry], 'contributions-receivable')).toBe(-25_000_000n);
  expect(total([entry], 'exchange-difference')).toBe(-568_182n);
  expect(entry.rate).toMatchObject({ id: 'rate-CHF' });
});

test('partial deposits at any rates settle the receivable to exactly zero', () => {
  const cases = anyCurrency.chain((of) =>
    fc.tuple(
      fc.constant(of),
      positiveMinor,
      positiveMinor,
      fc.array(fc.tuple(fc.bigInt(1n, 1000n), anyRate(of)), { minLength: 1, maxLength: 8 }),
    ),
  );
  always(
    fc.property(cases, ([of, original, value, payments]) => {
      const amounts = split(
        money(original, of),
        payments.map(([weight]) => weight),
      );
      const entries: EntryDraft[] = [];
      let open = instalment(money(original, of), value);
      for (const [index, amount] of amounts.entries()) {
        const dayRate = payments[index]![1];
        if (amount.minor === 0n) continue;
        fc.pre(toBookCurrency(amount, dayRate).minor > 0n);
        const entry = granted(depositEntry({ ...base, instalment: open, amount, rate: dayRate }));
        const settled = total([entry], 'contributions-receivable');
        entries.push(entry);
        open = {
          id: 'i-1',
          outstanding: subtract(open.outstanding, amount),
          outstandingValue: usd(open.outstandingValue.minor + settled),
        };
        expect(open.outstandingValue.minor >= 0n).toBe(true);
      }
      expect(open.outstanding.minor).toBe(0n);
      expect(open.outstandingValue.minor).toBe(0n);
      expect(total(entries, 'contributions-receivable')).toBe(-value);
      expect(-total(entries, 'exchange-difference')).toBe(total(entries, 'cash') - value);
    }),
  );
});

test('a deposit in dollars at the agreed value makes no exchange difference', () => {
  const entry = granted(
    depositEntry({ ...base, instalment: instalment(usd(100), 100n), amount: usd(40), rate: identityRate(ON) }),
  );
  expect(entry.postings.map(({ account }) => account)).toEqual(['cash', 'contributions-receivable']);
  expect(entry.rate).toBeNull();
});

describe('a deposit is refused', () => {
  const open = instalment(money(1000n, CHF), 1111n);

  test('above what its instalment still expects', () => {
    expect(depositEntry({ ...base, instalment: open, amount: money(1001n, CHF) })).toEqual({
      ok: false,
      violation: { kind: 'DepositAboveInstalment', outstanding: open.outstanding, deposited: money(1001n, CHF) },
    });
  });

  test('before the agreement was signed', () => {
    const receivedOn = date('2026-04-11');
    expect(depositEntry({ ...base, receivedOn, instalment: open, amount: money(1n, CHF) })).toEqual({
      ok: false,
      violation: { kind: 'DepositBeforeSignature', signedOn: base.signedOn, receivedOn },
    });
  });

  test.each([
    [0n, rate],
    [-1n, rate],
    [1n, ratio(CHF, 1000n, 1n)],
  ])('of %s, or of what is worth less than a cent', (minor, dayRate) => {
    expect(depositEntry({ ...base, instalment: open, amount: money(minor, CHF), rate: dayRate })).toEqual({
      ok: false,
      violation: { kind: 'AmountNotPositive' },
    });
  });

  test.each([
    [0n, 1n],
    [1n, 0n],
  ])('without an agreement, of %s worth %s', (minor, cents) => {
    const input = { contribution: AURELIA, receivedOn: ON, rate: null, description: '' };
    expect(unscheduledDepositEntry({ ...input, amount: money(minor, CHF), value: usd(cents) })).toEqual({
      ok: false,
      violation: { kind: 'AmountNotPositive' },
    });
  });
});

test('a deposit without an agreement is revenue of its day', () => {
  const entry = granted(
    unscheduledDepositEntry({
      contribution: AURELIA,
      receivedOn: ON,
      amount: money(88n, CHF),
      value: usd(100),
      rate,
      description: '',
    }),
  );
  expect(total([entry], 'cash')).toBe(100n);
  expect(total([entry], 'contribution-revenue')).toBe(-100n);
});

describe('a refund', () => {
  const refund = { contribution: AURELIA, refundedOn: ON, rate, reason: 'Asked back', received: money(1000n, CHF) };

  test('is less cash and less revenue, at the rate of its day', () => {
    const entry = granted(refundEntry({ ...refund, amount: money(880n, CHF) }));
    expect(total([entry], 'cash')).toBe(-1000n);
    expect(total([entry], 'contribution-revenue')).toBe(1000n);
    const dollars = { ...refund, received: usd(5), amount: usd(5), rate: identityRate(ON) };
    expect(granted(refundEntry(dollars)).rate).toBeNull();
  });

  test('above what was received is refused', () => {
    expect(refundEntry({ ...refund, amount: money(1001n, CHF) })).toEqual({
      ok: false,
      violation: { kind: 'RefundAboveReceived', received: refund.received, requested: money(1001n, CHF) },
    });
  });

  test.each([
    [0n, rate],
    [-5n, rate],
    [1n, ratio(CHF, 1000n, 1n)],
  ])('of %s, or of what is worth less than a cent, is refused', (minor, dayRate) => {
    expect(refundEntry({ ...refund, amount: money(minor, CHF), rate: dayRate })).toEqual({
      ok: false,
      violation: { kind: 'AmountNotPositive' },
    });
  });
});
