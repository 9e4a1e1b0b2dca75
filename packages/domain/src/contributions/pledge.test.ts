import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { identityRate, toBookCurrency } from '../exchange-rate.ts';
import { always, anyRate, currency, ratio, usd } from '../laws.arbitrary.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { AURELIA, granted } from '../ledger/recipes.arbitrary.ts';
import { money } from '../money.ts';
import { amendPledgeEntry, type OpenPledge, pledgeEntry } from './pledge.ts';

const CHF = currency('CHF');
const ON = date('2026-01-10');

/** What the commitments book holds open after some entries, in dollars and in the pledge's own currency. */
function open(entries: readonly EntryDraft[]): { value: bigint; original: bigint } {
  const postings = entries.flatMap((entry) => entry.postings).filter(({ account }) => account === 'pledges-open');
  return {
    value: postings.reduce((total, { amount }) => total + amount.minor, 0n),
    original: postings.reduce((total, { original }) => total + (original?.minor ?? 0n), 0n),
  };
}

function announce(minor: bigint): EntryDraft {
  const amount = money(minor, CHF);
  const rate = ratio(CHF, 90n, 100n);
  return granted(
    pledgeEntry({
      contribution: AURELIA,
      pledgedOn: ON,
      amount,
      value: toBookCurrency(amount, rate),
      rate,
      description: 'In the spring',
    }),
  );
}

function standing(entries: readonly EntryDraft[]): OpenPledge {
  const { value, original } = open(entries);
  return { ...AURELIA, pledgedOn: ON, original: money(original, CHF), value: usd(value) };
}

test('a pledge stands in the commitments book and in no total of money', () => {
  const { postings } = announce(45_000_000n);
  expect(postings.map(({ account, amount }) => [account, amount.minor])).toEqual([
    ['pledges-open', 50_000_000n],
    ['pledges-control', -50_000_000n],
  ]);
});

test('an amended pledge replaces the old amount, however often it is amended', () => {
  const amendments = fc.array(fc.tuple(fc.bigInt(0n, 10n ** 12n), anyRate(CHF)), { maxLength: 8 });
  always(
    fc.property(fc.bigInt(100n, 10n ** 12n), amendments, (first, changes) => {
      const entries = [announce(first)];
      let expected = { value: open(entries).value, original: first };
      for (const [minor, rate] of changes) {
        const amount = money(minor, CHF);
        const value = toBookCurrency(amount, rate).minor;
        if (minor === expected.original || (minor > 0n && value === 0n)) continue;
        const pledge = standing(entries);
        entries.push(granted(amendPledgeEntry({ pledge, amendedOn: ON, amount, rate, reason: 'Changed' })));
        expected = { value, original: minor };
      }
      expect(open(entries)).toEqual(expected);
    }),
  );
});

describe('a pledge is refused', () => {
  const pledge = standing([announce(45_000_000n)]);
  const amend = { pledge, amendedOn: ON, rate: ratio(CHF, 90n, 100n), reason: 'Changed' };

  test.each([
    [0n, 1n],
    [-1n, 1n],
    [1n, 0n],
  ])('of %s francs worth %s cents', (minor, cents) => {
    const input = { contribution: AURELIA, pledgedOn: ON, rate: null, description: '' };
    expect(pledgeEntry({ ...input, amount: money(minor, CHF), value: usd(cents) })).toEqual({
      ok: false,
      violation: { kind: 'AmountNotPositive' },
    });
  });

  test('when its amendment is negative, or worth less than a cent', () => {
    const refusal = { ok: false, violation: { kind: 'AmountNotPositive' } };
    expect(amendPledgeEntry({ ...amend, amount: money(-1n, CHF) })).toEqual(refusal);
    expect(amendPledgeEntry({ ...amend, amount: money(1n, CHF), rate: ratio(CHF, 1000n, 1n) })).toEqual(refusal);
  });

  test('when its amendment changes nothing', () => {
    expect(amendPledgeEntry({ ...amend, amount: pledge.original })).toEqual({
      ok: false,
      violation: { kind: 'AmountUnchanged' },
    });
  });

  test('when it is amended before it was made', () => {
    const amendedOn = date('2026-01-09');
    expect(amendPledgeEntry({ ...amend, amendedOn, amount: money(1_000n, CHF) })).toEqual({
      ok: false,
      violation: { kind: 'AmendmentBeforePledge', pledgedOn: ON, amendedOn },
    });
  });
});

test('zero withdraws a pledge whole', () => {
  const first = announce(45_000_000n);
  const amend = { pledge: standing([first]), amendedOn: ON, amount: money(0n, CHF), reason: 'Withdrawn' };
  const last = granted(amendPledgeEntry({ ...amend, rate: ratio(CHF, 80n, 100n) }));
  expect(open([first, last])).toEqual({ value: 0n, original: 0n });
});

test('an entry names its rate, and none for dollars', () => {
  const pledge = { ...AURELIA, pledgedOn: ON, original: usd(100), value: usd(100) };
  const dollars = amendPledgeEntry({ pledge, amendedOn: ON, amount: usd(200), rate: identityRate(ON), reason: 'More' });
  expect(granted(dollars).rate).toBeNull();
  expect(announce(100n).rate).toMatchObject({ id: 'rate-CHF' });
});
