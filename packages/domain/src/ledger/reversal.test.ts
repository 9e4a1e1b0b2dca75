import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { type EntryDraft, imbalances, type Posting } from './entry.ts';
import { movementEntry } from './movements.ts';
import { anyRecordable, granted } from './recipes.arbitrary.ts';
import { isCorrectable, mirror, reverse } from './reversal.ts';

const LATER = date('2026-04-01');
const asRecorded = (entry: EntryDraft) => ({ ...entry, number: 5, reversedBy: null });

/** What an entry and its mirror leave on each account, in each currency and for each dimension. */
function left(postings: readonly Posting[]): bigint[] {
  const sums = new Map<string, bigint>();
  for (const { amount, original, ...about } of postings) {
    for (const money of [amount, ...(original === null ? [] : [original])]) {
      const key = JSON.stringify([about, money === amount ? 'book' : 'own', money.currency]);
      sums.set(key, (sums.get(key) ?? 0n) + money.minor);
    }
  }
  return [...sums.values()].filter((sum) => sum !== 0n);
}

describe('a reversal undoes an entry', () => {
  test('entry and mirror leave nothing on any account or dimension', () => {
    always(
      fc.property(
        anyRecordable.filter(({ kind }) => isCorrectable(kind)),
        (entry) => {
          const reversal = granted(reverse(asRecorded(entry), LATER, 'Typed twice'));
          expect(left([...entry.postings, ...reversal.postings])).toEqual([]);
          expect(imbalances(reversal.postings)).toEqual([]);
          expect(reversal).toMatchObject({
            kind: entry.kind,
            effectiveOn: LATER,
            description: 'Typed twice',
            reference: entry.reference,
            reverses: 5,
            decisionId: null,
          });
        },
      ),
    );
  });

  test('the mirror of a mirror is the entry', () => {
    always(
      fc.property(anyRecordable, ({ postings }) => {
        expect(mirror(mirror(postings))).toEqual(postings);
      }),
    );
  });
});

describe('a reversal is refused', () => {
  const entry = granted(
    movementEntry({
      kind: 'bank-charge',
      effectiveOn: date('2026-03-10'),
      amount: usd(100),
      original: null,
      description: '',
      contributorId: null,
      organizationId: null,
      positionId: null,
      poolId: 'unearmarked',
    }),
  );
  const stored = asRecorded(entry);

  test('of an entry that was reversed already', () => {
    expect(reverse({ ...stored, reversedBy: 9 }, LATER, 'Again')).toEqual({
      ok: false,
      violation: { kind: 'AlreadyReversed', by: '9' },
    });
  });

  test('of a reversal', () => {
    expect(reverse({ ...stored, reverses: 3 }, LATER, 'Back')).toEqual({
      ok: false,
      violation: { kind: 'ReversalNotReversible' },
    });
  });

  test('on a day before the entry, though not on its own day', () => {
    expect(reverse(stored, date('2026-03-09'), 'Early')).toEqual({
      ok: false,
      violation: { kind: 'ReversalBeforeEntry', effectiveOn: '2026-03-10' },
    });
    expect(reverse(stored, date('2026-03-10'), 'Same day').ok).toBe(true);
  });

  test.each([
    ['allocation', 'only-by-decision'],
    ['release', 'only-by-decision'],
    ['pledge', 'amend-instead'],
    ['pledge-amendment', 'amend-instead'],
  ] as const)('of an entry of kind %s: %s', (kind, reason) => {
    expect(reverse({ ...stored, kind }, LATER, 'No')).toEqual({
      ok: false,
      violation: { kind: 'ReversalRefused', reason },
    });
  });
});
