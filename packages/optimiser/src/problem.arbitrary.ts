import { addMonths, date } from '@dcc/domain/calendar-date';
import fc from 'fast-check';
import type { Limit, Pool, Problem, Proposal } from './problem.ts';

const BEGIN = date('2027-01-01');
const MARKS = ['host:a', 'host:b', 'region:x', 'region:y', 'place:field'] as const;

/** Few steps of 40,000 dollars, so that pools bind often, and a cent more or less, so that they bind to the cent. */
function amounts(least: bigint, most: bigint): fc.Arbitrary<bigint> {
  return fc.tuple(fc.bigInt(least, most), fc.bigInt(0n, 1n)).map(([steps, cent]) => steps * 4_000_000n + cent);
}

function anyProposal(id: string, pools: readonly string[]): fc.Arbitrary<Proposal> {
  return fc.record({
    id: fc.constant(id),
    score: fc.integer({ min: 0, max: 20 }),
    years: fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.array(amounts(1n, 9n), { minLength: 1, maxLength: 3 }))
      .map(([month, costs]) => costs.map((cost, year) => ({ startsOn: addMonths(BEGIN, month + 12 * year), cost }))),
    payableBy: fc.subarray([...pools]),
    marks: fc.subarray([...MARKS]),
  });
}

function anyPool(id: string): fc.Arbitrary<Pool> {
  return fc.record({
    id: fc.constant(id),
    tightness: fc.integer({ min: 0, max: 3 }),
    cash: amounts(0n, 25n),
    expected: fc.array(
      fc.record({
        on: fc.integer({ min: 0, max: 30 }).map((month) => addMonths(BEGIN, month)),
        amount: amounts(1n, 9n),
      }),
      { maxLength: 3 },
    ),
  });
}

function anyLimit(id: string): fc.Arbitrary<Limit> {
  const side = (greatest: number) => fc.option(fc.integer({ min: 0, max: greatest }), { freq: 1 });
  const mark = fc.constantFrom(...MARKS);
  return fc.oneof(
    fc.record({ id: fc.constant(id), mark, of: fc.constant('count' as const), least: side(2), most: side(3) }),
    fc.record({
      id: fc.constant(id),
      mark,
      of: fc.constant('percent-of-money' as const),
      least: side(60),
      most: side(90),
    }),
  );
}

/** Up to `proposals` proposals and four pools, with limits and locks that may contradict each other. */
export function anyProblem(proposals: number, wishes: boolean): fc.Arbitrary<Problem> {
  const counted = (most: number, name: string) =>
    fc.integer({ min: 1, max: most }).map((count) => Array.from({ length: count }, (_, index) => `${name}${index}`));
  return fc.tuple(counted(proposals, 'p'), counted(4, 'q')).chain(([ids, pools]) =>
    fc.record({
      proposals: fc.tuple(...ids.map((id) => anyProposal(id, pools))),
      pools: fc.tuple(...pools.map(anyPool)),
      limits: wishes
        ? fc
            .array(fc.constant(null), { maxLength: 3 })
            .chain((some) => fc.tuple(...some.map((_, index) => anyLimit(`l${index}`))))
        : fc.constant([]),
      lockedIn: wishes ? fc.subarray(ids, { maxLength: Math.min(2, ids.length) }) : fc.constant([]),
      lockedOut: wishes ? fc.subarray(ids, { maxLength: Math.min(2, ids.length) }) : fc.constant([]),
    }),
  );
}

/** Every set of proposals that keeps locks, as far as they are few enough to try them all. */
export function everySet({ proposals, lockedIn, lockedOut }: Problem): ReadonlySet<string>[] {
  return Array.from(
    { length: 2 ** proposals.length },
    (_, bits) => new Set(proposals.filter((__, index) => Math.floor(bits / 2 ** index) % 2 === 1).map(({ id }) => id)),
  ).filter((set) => lockedIn.every((id) => set.has(id)) && lockedOut.every((id) => !set.has(id)));
}
