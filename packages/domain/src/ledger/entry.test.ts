import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, currency, usd } from '../laws.arbitrary.ts';
import { money } from '../money.ts';
import { ACCOUNT_BOOKS } from './accounts.ts';
import { canonicalEntry } from './canonical.ts';
import { balance, credit, debit, imbalances, NO_DIMENSIONS } from './entry.ts';
import { entryFilterSchema } from './entry-filter.ts';
import { listEntriesInput, reverseEntryInput } from './inputs.ts';
import { anyRecordable, granted } from './recipes.arbitrary.ts';

const draft = { kind: 'other-income', effectiveOn: date('2026-01-31'), description: 'Sale' } as const;

test('every entry that any recipe makes balances in every book it touches', () => {
  always(
    fc.property(anyRecordable, (entry) => {
      expect(imbalances(entry.postings)).toEqual([]);
      for (const book of ['fund', 'organizations', 'commitments']) {
        const own = entry.postings.filter(({ account }) => ACCOUNT_BOOKS[account] === book);
        expect(own.reduce((total, { amount }) => total + amount.minor, 0n)).toBe(0n);
      }
      expect(entry.postings.every(({ amount }) => amount.currency === 'USD')).toBe(true);
    }),
  );
});

describe('what does not balance is refused with what it is off by', () => {
  test('a cent too much', () => {
    expect(balance({ ...draft, postings: [debit('cash', usd(100)), credit('other-income', usd(99))] })).toEqual({
      ok: false,
      violation: { kind: 'EntryUnbalanced', book: 'fund', difference: usd(1) },
    });
  });

  test('one book cannot make up for another', () => {
    const postings = [debit('cash', usd(100)), credit('pledges-control', usd(100))];
    expect(imbalances(postings)).toEqual([
      { book: 'fund', difference: usd(100) },
      { book: 'commitments', difference: usd(-100) },
    ]);
    expect(balance({ ...draft, postings })).toMatchObject({ ok: false, violation: { book: 'fund' } });
  });

  test('one currency cannot make up for another', () => {
    const francs = money(100n, currency('CHF'));
    expect(imbalances([debit('cash', usd(100)), credit('other-income', francs)])).toHaveLength(2);
  });

  test('an entry of nothing is none', () => {
    const nothing = { ok: false, violation: { kind: 'EntryEmpty' } };
    expect(balance({ ...draft, postings: [] })).toEqual(nothing);
    expect(balance({ ...draft, postings: [debit('cash', usd(0)), credit('cash', usd(0))] })).toEqual(nothing);
  });
});

test('a line of nothing is dropped, a line of another currency kept', () => {
  const one = money(1n, currency('JPY'));
  const entry = granted(
    balance({
      ...draft,
      postings: [
        debit('cash', usd(5)),
        credit('other-income', usd(5)),
        credit('exchange-difference', usd(0)),
        credit('exchange-difference', usd(0), {}, money(0n, one.currency)),
        debit('cash', usd(0), { poolId: 'e-1' }, one),
      ],
    }),
  );
  expect(entry.postings).toHaveLength(3);
  expect(entry).toMatchObject({ reference: null, rate: null, decisionId: null, reverses: null });
  expect(entry.postings[2]).toEqual({
    ...NO_DIMENSIONS,
    poolId: 'e-1',
    account: 'cash',
    amount: usd(0),
    original: one,
    costComponent: null,
  });
});

describe('the text that is hashed holds everything', () => {
  const recorded = {
    number: 7,
    recordedAt: '2026-01-31T10:00:00.000Z',
    recordedBy: 'p-1',
    previousHash: 'f'.repeat(64),
  };
  const posting = debit(
    'cash',
    usd(5),
    { contributorId: 'c', contributionId: 'k', instalmentId: 'i', poolId: 'e', organizationId: 'o', positionId: 'p' },
    money(7n, currency('CHF')),
  );
  const base = granted(balance({ ...draft, postings: [posting, credit('other-income', usd(5))] }));
  const entry: Parameters<typeof canonicalEntry>[0] = { ...base, rateId: null };
  const text = canonicalEntry(entry, recorded);

  test('the same entry gives the same text', () => {
    expect(canonicalEntry({ ...entry }, { ...recorded })).toBe(text);
  });

  const changes: [string, typeof entry, typeof recorded][] = [
    ['number', entry, { ...recorded, number: 8 }],
    ['time', entry, { ...recorded, recordedAt: '2026-01-31T10:00:00.001Z' }],
    ['person', entry, { ...recorded, recordedBy: 'p-2' }],
    ['entry before', entry, { ...recorded, previousHash: 'e'.repeat(64) }],
    ['kind', { ...entry, kind: 'refund' as const }, recorded],
    ['date', { ...entry, effectiveOn: date('2026-02-01') }, recorded],
    ['description', { ...entry, description: 'Sale.' }, recorded],
    ['reference', { ...entry, reference: '' }, recorded],
    ['rate', { ...entry, rateId: 'r' }, recorded],
    ['decision', { ...entry, decisionId: 'd' }, recorded],
    ['reversal', { ...entry, reverses: 1 }, recorded],
    ['order of lines', { ...entry, postings: base.postings.toReversed() }, recorded],
    ...Object.keys(posting).map((key): [string, typeof entry, typeof recorded] => {
      const other = key === 'amount' ? usd(6) : key === 'original' ? null : 'other';
      const postings = [{ ...posting, [key]: other }, base.postings[1]!];
      return [`${key} of a line`, { ...entry, postings }, recorded];
    }),
  ];
  test.each(changes)('another %s gives another text', (_name, changed, stamp) => {
    expect(canonicalEntry(changed, stamp)).not.toBe(text);
  });
});

describe('a list of entries is asked for in known words', () => {
  test.each([
    { account: 'petty-cash' },
    { kinds: ['gift'] },
    { from: '2026-02-31' },
    { contributorId: 'c 1' },
    { text: '' },
    { text: 'a\u0000b' },
    { colour: 'red' },
  ])('%o is refused', (filter) => {
    expect(entryFilterSchema.safeParse(filter).success).toBe(false);
  });

  test('a filter of everything and one of nothing pass', () => {
    const filter = {
      account: 'cash',
      kinds: ['deposit', 'refund'],
      contributorId: 'c-1',
      contributionId: 'k-1',
      poolId: 'e-1',
      organizationId: 'o-1',
      positionId: 'p-1',
      from: '2026-01-01',
      to: '2026-12-31',
      text: '100 %',
    };
    expect(entryFilterSchema.parse(filter)).toEqual(filter);
    expect(listEntriesInput.parse({ filter: {} })).toEqual({
      filter: {},
      sort: 'number',
      direction: 'desc',
      page: 1,
      toward: 'next',
    });
  });

  test('a reversal says why', () => {
    const input = {
      idempotencyKey: '0198c0de-0000-7000-8000-000000000000',
      entryId: '7',
      effectiveOn: '2026-01-31',
      reason: 'Typed twice',
    };
    expect(reverseEntryInput.safeParse(input).success).toBe(true);
    expect(reverseEntryInput.safeParse({ ...input, reason: ' ' }).success).toBe(false);
  });
});
