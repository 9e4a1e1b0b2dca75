import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { sum } from '../money.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { sourceAndUse } from '../reports/statement.ts';
import {
  MOVEMENT_KINDS,
  type MovementKind,
  movementEntry,
  transferForPosition,
  transferredByYear,
} from './movements.ts';
import { granted } from './recipes.arbitrary.ts';

const movement = (kind: MovementKind, cents = 1000n) => ({
  kind,
  effectiveOn: date('2026-01-31'),
  amount: usd(cents),
  original: null,
  description: '',
  contributorId: null,
  organizationId: 'o-1',
  positionId: null,
  poolId: 'unearmarked',
});

describe('a movement is the line of the statement that has its name', () => {
  test.each([
    ['deposit', 'contributionsFromDonors', 1000],
    ['interest-fund', 'interestAndInvestmentIncomeFromFund', 1000],
    ['interest-organization', 'interestFromParticipatingOrganizations', 1000],
    ['other-income', 'otherIncome', 1000],
    ['transfer', 'transferredToParticipatingOrganizations', 1000],
    ['transfer-other-fund', 'transfersToOtherFunds', 1000],
    ['refund', 'refundsFromParticipatingOrganizations', 1000],
    ['agent-fee', 'administrativeAgentFee', 1000],
    ['direct-cost', 'directCost', 1000],
    ['bank-charge', 'bankCharges', 1000],
  ] as const)('%s is %s', (kind, line, cents) => {
    const { postings } = granted(movementEntry(movement(kind)));
    const statement = sourceAndUse(postings.map(({ account, amount }) => ({ account, kind, amount })));
    expect(statement.fundsWithAdministrativeAgent[line]).toEqual(usd(cents));
    expect(statement.fundsWithParticipatingOrganizations.balance).toEqual(usd(0));
  });

  test.each([
    ['organization-received', 'transfersToParticipatingOrganizations'],
    ['organization-expenditure', 'expenditure'],
    ['organization-refund', 'refunds'],
  ] as const)('%s is %s in the books of the host, which know no pools', (kind, line) => {
    const { postings } = granted(movementEntry(movement(kind)));
    const statement = sourceAndUse(postings.map(({ account, amount }) => ({ account, kind, amount })));
    expect(statement.fundsWithParticipatingOrganizations[line]).toEqual(usd(1000));
    expect(statement.fundsWithAdministrativeAgent.balance).toEqual(usd(0));
    expect(postings.every(({ poolId }) => poolId === null)).toBe(true);
  });

  test.each(MOVEMENT_KINDS)('%s of nothing, or of less, is refused', (kind) => {
    const refusal = { ok: false, violation: { kind: 'AmountNotPositive' } };
    expect(movementEntry(movement(kind, 0n))).toEqual(refusal);
    expect(movementEntry(movement(kind, -1n))).toEqual(refusal);
  });
});

describe('a transfer for a position', () => {
  const transfer = { effectiveOn: date('2026-01-31'), description: '', organizationId: 'o-1', positionId: 'p-1' };

  test('takes the cash out of each pool and closes the reservation there', () => {
    const draws = [
      { poolId: 'e-1', amount: usd(700) },
      { poolId: 'e-2', amount: usd(300) },
    ];
    const { postings } = granted(transferForPosition({ ...transfer, draws }));
    const total = (account: string, poolId: string): bigint =>
      postings
        .filter((posting) => posting.account === account && posting.poolId === poolId)
        .reduce((minor, { amount }) => minor + amount.minor, 0n);
    for (const { poolId, amount } of draws) {
      expect(total('cash', poolId)).toBe(-amount.minor);
      expect(total('allocations-open', poolId)).toBe(-amount.minor);
      expect(total('transfers', poolId)).toBe(amount.minor);
      expect(total('allocations-control', poolId)).toBe(amount.minor);
    }
  });

  test('of nothing is refused', () => {
    expect(transferForPosition({ ...transfer, draws: [{ poolId: 'e-1', amount: usd(0) }] })).toEqual({
      ok: false,
      violation: { kind: 'AmountNotPositive' },
    });
    expect(transferForPosition({ ...transfer, draws: [] })).toEqual({ ok: false, violation: { kind: 'EntryEmpty' } });
  });
});

test('transfers pay the years in their order, to the cent, and what is over goes to the last', () => {
  expect(transferredByYear([usd(100), usd(200), usd(50)], usd(250))).toEqual([usd(100), usd(150), usd(0)]);
  expect(transferredByYear([usd(100)], usd(130))).toEqual([usd(130)]);
  const cents = fc.bigInt(0n, 10_000n);
  always(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 4 }), cents, (costs, transferred) => {
      const years = transferredByYear(
        costs.map((cost) => usd(cost)),
        usd(transferred),
      );
      expect(sum(years, BOOK_CURRENCY)).toEqual(usd(transferred));
      for (const [index, year] of years.entries()) {
        const full = index === years.length - 1 || year.minor === costs[index];
        expect(full || years.slice(index + 1).every(({ minor }) => minor === 0n)).toBe(true);
        expect(year.minor >= 0n).toBe(true);
      }
    }),
  );
});
