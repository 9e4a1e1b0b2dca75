import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { identityRate, toBookCurrency } from '../exchange-rate.ts';
import { always, anyCurrency, anyRate, currency, positiveMinor, ratio, usd } from '../laws.arbitrary.ts';
import { imbalances } from '../ledger/entry.ts';
import { AURELIA, granted } from '../ledger/recipes.arbitrary.ts';
import { money, sum } from '../money.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { signAgreement } from './agreement.ts';

const CHF = currency('CHF');
const ON = date('2026-04-12');
const rate = ratio(CHF, 90n, 100n);
const terms = (...minors: bigint[]) =>
  minors.map((minor, index) => ({ id: `i-${index}`, dueOn: ON, amount: money(minor, CHF) }));
const base = { contribution: AURELIA, pledge: null, signedOn: ON, currency: CHF, rate, value: null, description: '' };

test('the values of the instalments add up to the value of the agreement, in every currency', () => {
  const agreements = anyCurrency.chain((of) =>
    fc.tuple(
      anyRate(of),
      fc.array(
        positiveMinor.map((minor) => money(minor, of)),
        { minLength: 1, maxLength: 12 },
      ),
    ),
  );
  always(
    fc.property(agreements, ([of, amounts]) => {
      const total = sum(amounts, of.currency);
      const value = toBookCurrency(total, of);
      fc.pre(value.minor > 0n);
      const instalments = amounts.map((amount, index) => ({ id: `i-${index}`, dueOn: ON, amount }));
      const signed = granted(signAgreement({ ...base, currency: of.currency, instalments, rate: of }));
      expect(signed).toMatchObject({ total, value });
      expect(
        sum(
          signed.instalments.map((instalment) => instalment.value),
          BOOK_CURRENCY,
        ),
      ).toEqual(value);
      expect(imbalances(signed.entry.postings)).toEqual([]);
      const receivable = signed.entry.postings.filter(({ account }) => account === 'contributions-receivable');
      expect(receivable.map(({ original }) => original)).toEqual(amounts);
    }),
  );
});

test('an agreement replaces the pledge it rests on', () => {
  const pledge = {
    ...AURELIA,
    pledgedOn: date('2026-01-20'),
    original: money(40_000_000n, CHF),
    value: usd(44_444_444),
  };
  const signed = granted(signAgreement({ ...base, pledge, instalments: terms(22_500_000n, 22_500_000n) }));
  const amounts = (account: string) =>
    signed.entry.postings.filter((posting) => posting.account === account).map(({ amount }) => amount.minor);
  expect(amounts('contributions-receivable')).toEqual([25_000_000n, 25_000_000n]);
  expect(amounts('contribution-revenue')).toEqual([-50_000_000n]);
  expect(amounts('pledges-open')).toEqual([-44_444_444n]);
  expect(amounts('pledges-control')).toEqual([44_444_444n]);
});

test('the value on the contributor’s own record stands where there is one', () => {
  const signed = granted(signAgreement({ ...base, value: usd(49_999_999), instalments: terms(1n, 1n, 1n) }));
  expect(signed.instalments.map(({ value }) => value.minor)).toEqual([16_666_667n, 16_666_666n, 16_666_666n]);
});

test('an agreement in dollars names no rate', () => {
  const instalments = [{ id: 'i', dueOn: ON, amount: usd(5) }];
  const signed = signAgreement({ ...base, currency: BOOK_CURRENCY, rate: identityRate(ON), instalments });
  expect(granted(signed).entry.rate).toBeNull();
});

describe('an agreement is refused', () => {
  test('when it was signed before the pledge it rests on', () => {
    const pledge = { ...AURELIA, pledgedOn: date('2026-04-13'), original: money(1n, CHF), value: usd(1) };
    expect(signAgreement({ ...base, pledge, instalments: terms(100n) })).toEqual({
      ok: false,
      violation: { kind: 'SignatureBeforePledge', pledgedOn: '2026-04-13', signedOn: ON },
    });
  });

  test.each([
    ['without instalments', []],
    ['with an instalment of nothing', terms(100n, 0n)],
    ['with a negative instalment', terms(100n, -1n)],
  ])('%s', (_name, instalments) => {
    expect(signAgreement({ ...base, instalments })).toEqual({ ok: false, violation: { kind: 'AmountNotPositive' } });
  });

  test('when it is worth less than a cent', () => {
    const refusal = { ok: false, violation: { kind: 'AmountNotPositive' } };
    expect(signAgreement({ ...base, rate: ratio(CHF, 1000n, 1n), instalments: terms(1n) })).toEqual(refusal);
    expect(signAgreement({ ...base, value: usd(0), instalments: terms(100n) })).toEqual(refusal);
  });
});
