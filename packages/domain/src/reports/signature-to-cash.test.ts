import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRecordable } from '../ledger/recipes.arbitrary.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { add, subtract } from '../money.ts';
import { signatureToCash } from './signature-to-cash.ts';
import { type KindBalance, sourceAndUse } from './statement.ts';

const balancesOf = (entries: readonly EntryDraft[]): KindBalance[] =>
  entries.flatMap(({ kind, postings }) => postings.map(({ account, amount }) => ({ account, kind, amount })));

test('what was signed becomes the contributions received, whatever was recorded, in any period', () => {
  always(
    fc.property(
      fc.array(anyRecordable, { maxLength: 20 }),
      fc.array(anyRecordable, { maxLength: 20 }),
      (early, late) => {
        const [before, movements] = [balancesOf(early), balancesOf(late)];
        const table = signatureToCash(movements, before);
        expect(table.received).toEqual(sourceAndUse(movements).fundsWithAdministrativeAgent.contributionsFromDonors);
        expect(table.outstandingBefore).toEqual(signatureToCash(before).outstanding);
        expect(table.outstanding).toEqual(signatureToCash([...before, ...movements]).outstanding);
      },
    ),
    0.3,
  );
});

test('a loss of exchange, a refund, a write-off and money without an agreement have each its own line', () => {
  const table = signatureToCash([
    { account: 'contribution-revenue', kind: 'agreement', amount: usd(-1000) },
    { account: 'contribution-revenue', kind: 'deposit', amount: usd(-70) },
    { account: 'contribution-revenue', kind: 'contributor-refund', amount: usd(20) },
    { account: 'contributions-receivable', kind: 'agreement', amount: usd(1000) },
    { account: 'contributions-receivable', kind: 'deposit', amount: usd(-600) },
    { account: 'contributions-receivable', kind: 'write-off', amount: usd(-100) },
    { account: 'contributions-written-off', kind: 'write-off', amount: usd(100) },
    { account: 'exchange-difference', kind: 'deposit', amount: usd(5) },
  ]);
  expect(table).toEqual({
    outstandingBefore: usd(0),
    signed: usd(1000),
    receivedWithoutAgreement: usd(70),
    exchangeDifference: usd(-5),
    writtenOff: usd(100),
    refundedToContributors: usd(20),
    outstanding: usd(300),
    received: usd(645),
  });
  expect(table.received).toEqual(subtract(add(usd(600), usd(70)), add(usd(20), usd(5))));
});
