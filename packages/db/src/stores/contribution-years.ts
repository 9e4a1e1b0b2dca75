import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type Money, money, negate, sum } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { balancesAt } from './balance-store.ts';
import { knownUpTo } from './known-entries.ts';

export type ContributionYear = { readonly year: number; readonly signed: Money; readonly received: Money };

/** What was signed and what came in (net of refunds to contributors) in each year, without gaps, for one contributor or for all. */
export async function contributionsByYear(
  db: Reader,
  standpoint: Standpoint,
  contributorId: string | null,
): Promise<ContributionYear[]> {
  const rows = await balancesAt(
    db,
    standpoint,
    ['cash', 'contribution-revenue'],
    contributorId === null ? ['account', 'kind', 'year'] : ['account', 'kind', 'contributor_id', 'year'],
  );
  const years = new Map<number, { signed: Money[]; received: Money[] }>();
  for (const row of rows) {
    if (contributorId !== null && row.contributor_id !== contributorId) continue;
    const isSigned = row.account === 'contribution-revenue';
    if (!isSigned && row.kind !== 'deposit' && row.kind !== 'contributor-refund') continue;
    const year = years.get(Number(row.year)) ?? { signed: [], received: [] };
    if (isSigned) year.signed.push(negate(row.amount));
    else year.received.push(row.amount);
    years.set(Number(row.year), year);
  }
  if (years.size === 0) return [];
  const first = Math.min(...years.keys());
  const last = Math.max(...years.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = years.get(first + index);
    return {
      year: first + index,
      signed: sum(year?.signed ?? [], BOOK_CURRENCY),
      received: sum(year?.received ?? [], BOOK_CURRENCY),
    };
  });
}

/** How far money has come: announced, promised in a letter, in the bank. */
export const GIVING_STEPS = ['pledged', 'signed', 'received'] as const;
export type GivingStep = (typeof GIVING_STEPS)[number];

export type GivenInYear = {
  readonly contributorId: string;
  readonly year: number;
  readonly step: GivingStep;
  /** In US dollars at the rate of each date, and in the currency it was promised or paid in. */
  readonly value: Money;
  readonly original: Money;
};

/** The step that an account counts, the kinds that move it, and its sign: revenue is a credit. */
const COUNTED = [
  { account: 'pledges-open', step: 'pledged', kinds: ['pledge', 'pledge-amendment'], sign: 1n },
  { account: 'contribution-revenue', step: 'signed', kinds: ['agreement', 'deposit', 'contributor-refund'], sign: -1n },
  { account: 'cash', step: 'received', kinds: ['deposit', 'contributor-refund'], sign: 1n },
] as const;

/** What each contributor announced, signed and paid (net of refunds) in each year, by the currency it was in. */
export async function givenByYear(db: Reader, standpoint: Standpoint): Promise<GivenInYear[]> {
  const last = await knownUpTo(db, standpoint);
  const found: GivenInYear[] = [];
  for (const { account, step, kinds, sign } of COUNTED) {
    const rows = await db
      .selectFrom('posting')
      .select([
        'contributor_id',
        sql<string>`substr(effective_on, 1, 4)`.as('year'),
        sql<string>`coalesce(original_currency, currency)`.as('own_currency'),
        sql<bigint>`cast(sum(amount) as bigint)`.as('value'),
        sql<bigint>`cast(sum(coalesce(original_amount, amount)) as bigint)`.as('original'),
      ])
      .where('account', '=', account)
      .where('kind', 'in', kinds)
      .where('effective_on', '<=', standpoint.asOf)
      .where('entry_number', '<=', last)
      .where('contributor_id', 'is not', null)
      .$narrowType<{ contributor_id: string }>()
      .groupBy(['contributor_id', sql`substr(effective_on, 1, 4)`, sql`coalesce(original_currency, currency)`])
      .orderBy('contributor_id')
      .orderBy(sql`substr(effective_on, 1, 4)`)
      .orderBy(sql`coalesce(original_currency, currency)`)
      .execute();
    for (const row of rows)
      found.push({
        contributorId: row.contributor_id,
        year: Number(row.year),
        step,
        value: money(sign * row.value, BOOK_CURRENCY),
        original: money(sign * row.original, row.own_currency as Currency),
      });
  }
  return found.filter(({ value, original }) => value.minor !== 0n || original.minor !== 0n);
}
