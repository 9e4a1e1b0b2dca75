import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import { contributionsByPostings } from './contributions-at.ts';
import { knownUpTo, recordsBefore } from './known-entries.ts';
import { rateOn, type SupportCostRate, supportCostRates } from './support-cost-store.ts';

export type ContributionDetail = {
  readonly description: string;
  readonly pledgedOn: string | null;
  readonly signedOn: string | null;
  readonly supportCostPercent: string | null;
  readonly supportCostRates: Pick<SupportCostRate, 'effectiveOn' | 'percent' | 'source'>[];
  readonly signedRate: { readonly unitsPerDollar: string; readonly effectiveOn: string } | null;
  /** What was given up of it, US dollars at the rate of the signature. */
  readonly writtenOff: Money;
  /** What its deposits were worth beyond the rate of the signature: negative where they were worth less. */
  readonly exchangeDifference: Money;
  readonly instalments: readonly {
    readonly id: string;
    readonly number: number;
    readonly dueOn: string;
    readonly amount: Money;
    readonly outstanding: Money;
    readonly writtenOff: Money;
  }[];
};

/** The percentages of support cost that are known, and the one in force; what the agreement says where none was ever dated. */
async function supportCostOf(db: Reader, standpoint: Standpoint, id: string) {
  const all = await supportCostRates(db, id);
  const known = all.filter(({ recordedAt }) => recordedAt < recordsBefore(standpoint));
  const rates = known.map(({ effectiveOn, percent, source }) => ({ effectiveOn, percent, source }));
  if (all.length > 0)
    return { supportCostPercent: rateOn(known, standpoint.asOf)?.percent ?? null, supportCostRates: rates };
  const terms = await db
    .selectFrom('contribution')
    .select('support_cost_percent')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { supportCostPercent: terms.support_cost_percent, supportCostRates: [] };
}

/** The entry that a contribution has its terms from, and the rate that valued a signature. */
async function termsOf(db: Reader, entryNumber: bigint | null) {
  if (entryNumber === null) return null;
  return db
    .selectFrom('journal_entry')
    .leftJoin('exchange_rate', 'exchange_rate.id', 'journal_entry.rate_id')
    .select([
      'journal_entry.description',
      'journal_entry.effective_on',
      'exchange_rate.units_per_dollar',
      'exchange_rate.effective_on as rate_since',
    ])
    .where('journal_entry.number', '=', entryNumber)
    .executeTakeFirstOrThrow();
}

/** What the postings of a contribution add up to on the accounts that only its own page shows. */
async function differencesOf(db: Reader, standpoint: Standpoint, id: string) {
  const rows = await db
    .selectFrom('posting')
    .select(['account', sql<bigint>`cast(sum(amount) as bigint)`.as('amount')])
    .where('contribution_id', '=', id)
    .where('account', 'in', ['contributions-written-off', 'exchange-difference'])
    .where('effective_on', '<=', standpoint.asOf)
    .where('entry_number', '<=', await knownUpTo(db, standpoint))
    .groupBy('account')
    .execute();
  const amount = (account: string): bigint => rows.find((row) => row.account === account)?.amount ?? 0n;
  return {
    writtenOff: money(amount('contributions-written-off'), BOOK_CURRENCY),
    exchangeDifference: money(-amount('exchange-difference'), BOOK_CURRENCY),
  };
}

async function writtenOffOf(db: Reader, standpoint: Standpoint, id: string): Promise<Map<string, bigint>> {
  const rows = await db
    .selectFrom('posting')
    .select(['instalment_id', sql<bigint>`cast(-sum(original_amount) as bigint)`.as('original')])
    .where('contribution_id', '=', id)
    .where('account', '=', 'contributions-receivable')
    .where('kind', '=', 'write-off')
    .where('effective_on', '<=', standpoint.asOf)
    .where('entry_number', '<=', await knownUpTo(db, standpoint))
    .groupBy('instalment_id')
    .execute();
  return new Map(rows.map((row) => [row.instalment_id ?? '', row.original]));
}

/** The terms of one contribution and its instalments as they stood at a standpoint, from its postings. */
export async function contributionDetail(
  db: Reader,
  standpoint: Standpoint,
  id: string,
): Promise<ContributionDetail | null> {
  const { contributions, instalments } = await contributionsByPostings(db, standpoint, { id });
  const row = await db.selectFrom(contributions.as('contribution')).selectAll().executeTakeFirst();
  if (row === undefined) return null;
  const isAgreed = row.agreed > 0n;
  const terms = await termsOf(db, row.terms_entry);
  const writtenOff = await writtenOffOf(db, standpoint, id);
  const scheduled = await db
    .selectFrom(instalments.as('instalment'))
    .selectAll()
    .where('contribution_id', '=', id)
    .orderBy('number')
    .execute();
  return {
    description: terms?.description ?? row.description,
    pledgedOn: row.pledged_on,
    signedOn: row.stage === 'signed' ? row.latest_on : null,
    ...(isAgreed ? await supportCostOf(db, standpoint, id) : { supportCostPercent: null, supportCostRates: [] }),
    signedRate:
      !isAgreed || terms === null || terms.units_per_dollar === null || terms.rate_since === null
        ? null
        : { unitsPerDollar: terms.units_per_dollar, effectiveOn: terms.rate_since },
    ...(await differencesOf(db, standpoint, id)),
    instalments: scheduled.map((instalment) => {
      const currency = (instalment.currency ?? row.currency) as Currency;
      return {
        id: instalment.id,
        number: Number(instalment.number),
        dueOn: instalment.due_on,
        amount: money(instalment.amount, currency),
        outstanding: money(instalment.outstanding_original, currency),
        writtenOff: money(writtenOff.get(instalment.id) ?? 0n, currency),
      };
    }),
  };
}

/** What the terms of each contribution say, as they stood at a standpoint, by its identifier. */
export async function descriptionsAt(db: Reader, standpoint: Standpoint): Promise<Map<string, string>> {
  const { contributions } = await contributionsByPostings(db, standpoint);
  const rows = await db
    .selectFrom(contributions.as('contribution'))
    .leftJoin('journal_entry', 'journal_entry.number', 'contribution.terms_entry')
    .select(['contribution.id', 'contribution.description', 'journal_entry.description as terms'])
    .execute();
  return new Map(rows.map(({ id, description, terms }) => [id, terms ?? description]));
}
