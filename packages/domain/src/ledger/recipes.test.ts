import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, positiveMinor, usd } from '../laws.arbitrary.ts';
import { ACCOUNT_BOOKS } from './accounts.ts';
import { COST_COMPONENTS, type CostComponent } from './cost-component.ts';
import { type EntryDraft, imbalances } from './entry.ts';
import { MOVEMENT_KINDS, movementEntry, transferForPosition } from './movements.ts';
import { anyRecordable, granted } from './recipes.arbitrary.ts';
import { RECIPES } from './recipes.ts';
import { mirror, reverse } from './reversal.ts';

const ON = date('2026-03-10');
const about = {
  effectiveOn: ON,
  original: null,
  description: '',
  contributorId: null,
  organizationId: 'o-1',
  positionId: null,
  poolId: 'e-1',
};

/** The accounts an entry debits and credits. */
function sides({ postings }: EntryDraft) {
  const accounts = (sign: 1n | -1n) => [
    ...new Set(postings.filter(({ amount }) => amount.minor * sign > 0n).map(({ account }) => account)),
  ];
  return { debit: accounts(1n), credit: accounts(-1n) };
}

test.each(MOVEMENT_KINDS)('%s posts what its recipe shows', (kind) => {
  expect(sides(granted(movementEntry({ ...about, kind, amount: usd(100) })))).toEqual(RECIPES[kind]);
});

test('a transfer for a position posts what its recipe shows, from any number of pools', () => {
  const draws = ['e-1', 'e-2'].map((poolId) => ({ poolId, amount: usd(50) }));
  const entry = transferForPosition({ ...about, positionId: 'p-1', draws });
  expect(sides(granted(entry))).toEqual(RECIPES['transfer-for-position']);
});

test('every recipe stays within one book on each account, and every entry balances within each', () => {
  for (const { debit, credit } of Object.values(RECIPES)) {
    const books = (accounts: readonly (keyof typeof ACCOUNT_BOOKS)[]) =>
      new Set(accounts.map((account) => ACCOUNT_BOOKS[account]));
    expect(books(debit)).toEqual(books(credit));
  }
  always(
    fc.property(anyRecordable, (entry) => {
      expect(imbalances(entry.postings)).toEqual([]);
    }),
  );
});

test('a reversal leaves nothing behind, percentage included', () => {
  always(
    fc.property(anyRecordable, (entry) => {
      const recorded = { ...entry, number: 1, reversedBy: null };
      const undone = reverse(recorded, entry.effectiveOn, 'Wrong');
      if (!undone.ok) return;
      expect(undone.value.postings).toEqual(mirror(entry.postings));
      expect(undone.value.charge?.base.minor ?? 0n).toBe(-(entry.charge?.base.minor ?? 0n));
    }),
  );
});

/** Expenditure whose components miss its total by so many cents. */
function byComponent(lines: readonly (readonly [CostComponent, bigint])[], off: bigint) {
  const total = lines.reduce((sum, [, minor]) => sum + minor, off);
  const components = lines.map(([component, minor]) => ({ component, amount: usd(minor) }));
  return movementEntry({ ...about, kind: 'organization-expenditure', amount: usd(total), components });
}
const anyComponents = fc.array(fc.tuple(fc.constantFrom(...COST_COMPONENTS), positiveMinor), {
  minLength: 1,
  maxLength: 8,
});

test('expenditure by component has one debit for each and one credit of the whole', () => {
  always(
    fc.property(anyComponents, (lines) => {
      const { postings } = granted(byComponent(lines, 0n));
      const [whole] = postings.slice(-1);
      expect(postings.slice(0, -1).map(({ costComponent, amount }) => [costComponent, amount.minor])).toEqual(lines);
      expect(whole).toMatchObject({ account: 'organization-funds', costComponent: null });
      expect(imbalances(postings)).toEqual([]);
    }),
  );
});

test('components that do not add up to the total are refused', () => {
  always(
    fc.property(anyComponents, fc.constantFrom(-1n, 1n, 100n), (lines, off) => {
      expect(byComponent(lines, off).ok).toBe(false);
    }),
  );
});
