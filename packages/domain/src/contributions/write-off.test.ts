import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, currency, positiveMinor, usd } from '../laws.arbitrary.ts';
import { AURELIA, granted } from '../ledger/recipes.arbitrary.ts';
import { money } from '../money.ts';
import { writeOffEntry } from './write-off.ts';

const francs = (minor: bigint) => money(minor, currency('CHF'));
const writeOff = (outstanding: bigint, value: bigint, amount: bigint, on = '2026-03-10') =>
  writeOffEntry({
    contribution: AURELIA,
    signedOn: date('2026-01-10'),
    instalment: { id: 'i-1', outstanding: francs(outstanding), outstandingValue: usd(value) },
    writtenOffOn: date(on),
    amount: francs(amount),
    reason: 'The programme ended',
  });

test('the receivable goes at the rate of the signature, and the last part to the cent', () => {
  expect(granted(writeOff(10_000n, 12_501n, 5_000n)).postings).toMatchObject([
    { account: 'contributions-written-off', amount: usd(6_250), original: francs(5_000n), instalmentId: null },
    { account: 'contributions-receivable', amount: usd(-6_250), original: francs(-5_000n), instalmentId: 'i-1' },
  ]);
  always(
    fc.property(positiveMinor, positiveMinor, (outstanding, value) => {
      const [lost] = granted(writeOff(outstanding, value, outstanding)).postings;
      expect(lost?.amount).toEqual(usd(value));
    }),
  );
});

test('more than is outstanding, nothing, and a day before the signature are refused', () => {
  expect(writeOff(100n, 100n, 101n)).toEqual({
    ok: false,
    violation: { kind: 'WriteOffAboveOutstanding', outstanding: francs(100n), requested: francs(101n) },
  });
  expect(writeOff(100n, 100n, 0n)).toEqual({ ok: false, violation: { kind: 'AmountNotPositive' } });
  expect(writeOff(100n, 100n, 1n, '2026-01-09')).toEqual({
    ok: false,
    violation: { kind: 'WriteOffBeforeSignature', signedOn: '2026-01-10', on: '2026-01-09' },
  });
});
