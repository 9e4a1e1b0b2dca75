import type { Money, Position } from '../../api/views.ts';
import { covers, lessOf, sumOf } from '../../ui/amounts.ts';
import { signOf } from '../../ui/format.ts';

export type Line = {
  readonly positionId: string;
  readonly year: number;
  readonly poolId: string;
  readonly amount: string;
};

type Fundable = Pick<Position, 'row' | 'pools' | 'available'>;

/**
 * What a decision most likely asks: for each year what it still lacks. Unearmarked money is filled in while it lasts;
 * which earmarked pool may pay is for the committee to say, so there the choice stays open.
 */
export function suggestedLines({ row, pools }: Fundable): Line[] {
  const lacking = row.years.filter(({ short }) => signOf(short.amount) > 0);
  let free = new Map(
    pools.filter(({ pool }) => pool.earmarking === 'unearmarked').map(({ pool, available }) => [pool.id, available]),
  );
  const lines: Line[] = [];
  for (const { number, short } of lacking) {
    const payer = Array.from(free).find(([, available]) => covers(available, short));
    if (payer !== undefined) free = new Map(free).set(payer[0], lessOf(payer[1], short));
    lines.push({ positionId: row.id, year: number, poolId: payer?.[0] ?? '', amount: short.amount });
  }
  return lines;
}

/** The lines of a form as they stand while somebody types. */
export function readLines(values: unknown): Line[] {
  if (!Array.isArray(values)) return [];
  return values.map((value: Partial<Line> | undefined) => ({
    positionId: value?.positionId ?? '',
    year: value?.year ?? 0,
    poolId: value?.poolId ?? '',
    amount: value?.amount ?? '',
  }));
}

/** What lines ask of one pool, or of all pools. */
export function askedOf(lines: readonly Line[], poolId: string | null): Money {
  return sumOf(
    lines.filter((line) => poolId === null || line.poolId === poolId).map(({ amount }) => amount),
    'USD',
  );
}

/** What lines give to one year. */
export function givenTo(lines: readonly Line[], year: number): Money {
  return sumOf(
    lines.filter((line) => line.year === year).map(({ amount }) => amount),
    'USD',
  );
}
