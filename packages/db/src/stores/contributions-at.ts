import type { Standpoint } from '@dcc/domain/standpoint';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import { knownUpTo, recordsBefore, seesWholeLedger } from './known-entries.ts';

/** A contribution as it stood: the columns that lists and totals are made of. */
type ContributionAt = Pick<
  Selectable<Tables['contribution']>,
  | 'id'
  | 'reference'
  | 'contributor_id'
  | 'pool_id'
  | 'currency'
  | 'stage'
  | 'latest_on'
  | 'pledged_value'
  | 'pledged_original'
  | 'signed_value'
  | 'signed_original'
  | 'received_value'
  | 'outstanding_value'
>;

/** An instalment as it stood, of an agreement that stood; its currency where that may be another than its contribution's by now. */
type InstalmentAt = Pick<
  Selectable<Tables['instalment']>,
  'id' | 'contribution_id' | 'number' | 'due_on' | 'amount' | 'outstanding_value' | 'outstanding_original'
> & { readonly currency: string | null };

/** Contributions and instalments as they stood, to select from in the place of their tables. */
export type ContributionsAt = {
  readonly contributions: RawBuilder<ContributionAt>;
  readonly instalments: RawBuilder<InstalmentAt>;
};

/** Only one contribution, or only those of one contributor. */
export type Narrow = { readonly id?: string | undefined; readonly contributorId?: string | undefined };

/** What is kept beside the ledger, where a standpoint sees all of it. */
export function contributionsAsKept({ asOf }: Pick<Standpoint, 'asOf'>): ContributionsAt {
  return {
    contributions: sql`(select * from contribution where latest_on <= ${asOf})`,
    instalments: sql`(select id, contribution_id, number, due_on, amount, outstanding_value, outstanding_original, null as currency
      from instalment where cancelled = 0)`,
  };
}

type Seen = { readonly asOf: string; readonly last: bigint; readonly before: string };

function seenPostings({ asOf, last }: Seen, { id, contributorId }: Narrow): RawBuilder<unknown> {
  const one = id === undefined ? sql`contribution_id is not null` : sql`contribution_id = ${id}`;
  const whose = contributorId === undefined ? sql`1 = 1` : sql`contributor_id = ${contributorId}`;
  return sql`effective_on <= ${asOf} and entry_number <= ${last} and ${one} and ${whose}`;
}

/**
 * What postings say of each contribution: its sums, and the entries that gave it its terms. A signature credits revenue; where it
 * was taken back its amounts add up to nothing.
 */
function sumsOfContributions(seen: Seen, narrow: Narrow): RawBuilder<unknown> {
  const total = (account: string, column: string) =>
    sql`sum(case when account = ${account} then ${sql.ref(column)} else 0 end)`;
  return sql`
    select contribution_id,
      cast(${total('pledges-open', 'amount')} as bigint) as pledged_value,
      cast(${total('pledges-open', 'original_amount')} as bigint) as pledged_original,
      cast(-${total('contribution-revenue', 'amount')} as bigint) as signed_value,
      cast(-${total('contribution-revenue', 'original_amount')} as bigint) as signed_original,
      cast(${total('cash', 'amount')} as bigint) as received_value,
      cast(${total('contributions-receivable', 'amount')} as bigint) as outstanding_value,
      cast(-sum(case when kind = 'agreement' and account = 'contribution-revenue' then original_amount else 0 end) as bigint) as agreed,
      max(case when kind = 'agreement' and account = 'contribution-revenue' and amount < 0 then entry_number end) as signature,
      max(case when kind = 'pledge' then entry_number end) as announcement
    from posting
    where account in ('pledges-open', 'contribution-revenue', 'cash', 'contributions-receivable') and ${seenPostings(seen, narrow)}
    group by contribution_id`;
}

/**
 * Each contribution on record with what its postings say. `terms_entry` is the entry its terms come from: the signature while it
 * stands, else the pledge. A letter whose terms nobody knew yet has none, and stands from its own day.
 */
function contributionsFromPostings(seen: Seen, narrow: Narrow): RawBuilder<ContributionAt & TermsAt> {
  const one = narrow.id === undefined ? sql`1 = 1` : sql`c.id = ${narrow.id}`;
  return sql`(
    select c.id, c.reference, c.contributor_id, c.pledged_on,
      coalesce(t.pool_id, l.pool_id, c.pool_id) as pool_id,
      coalesce(t.original_currency, l.currency, c.currency) as currency,
      case when s.agreed > 0 then 'signed' when s.announcement is not null then 'pledged'
        when c.pledged_on is null and c.signed_on is null then 'received' else 'signed' end as stage,
      coalesce(t.effective_on, l.signed_on, c.latest_on) as latest_on,
      coalesce(s.pledged_value, 0) as pledged_value, coalesce(s.pledged_original, 0) as pledged_original,
      coalesce(s.signed_value, 0) as signed_value, coalesce(s.signed_original, 0) as signed_original,
      coalesce(s.received_value, 0) as received_value, coalesce(s.outstanding_value, 0) as outstanding_value,
      coalesce(s.agreed, 0) as agreed, t.entry_number as terms_entry,
      coalesce(l.description, c.description) as description
    from contribution c
    left join (${sumsOfContributions(seen, narrow)}) s on s.contribution_id = c.id
    left join posting t on t.contribution_id = c.id
      and t.entry_number = case when s.agreed > 0 or s.announcement is null then s.signature else s.announcement end
      and t.account = case when t.kind = 'agreement' then 'contribution-revenue' else 'pledges-open' end
    left join contribution_letter l on l.contribution_id = c.id and s.signature is null
    where ${one} and (s.contribution_id is not null or (
      c.pledged_on is null and coalesce(l.signed_on, c.signed_on) <= ${seen.asOf} and c.recorded_at < ${seen.before}
      and (l.contribution_id is not null or not exists (select 1 from posting a where a.contribution_id = c.id and a.kind = 'agreement')))))`;
}

function instalmentsFromPostings(seen: Seen, narrow: Narrow): RawBuilder<InstalmentAt> {
  return sql`(
    select i.id, i.contribution_id, i.number, i.due_on, i.amount, p.outstanding_value, p.outstanding_original, p.currency
    from instalment i join (
      select instalment_id, cast(sum(amount) as bigint) as outstanding_value, cast(sum(original_amount) as bigint) as outstanding_original,
        max(original_currency) as currency
      from posting where account = 'contributions-receivable' and instalment_id is not null and ${seenPostings(seen, narrow)}
      group by instalment_id having sum(case when kind = 'agreement' then original_amount else 0 end) > 0
    ) p on p.instalment_id = i.id)`;
}

/** Where the terms of a contribution come from. */
type TermsAt = {
  readonly pledged_on: string | null;
  readonly agreed: bigint;
  readonly terms_entry: bigint | null;
  readonly description: string;
};

async function seenFrom(db: Reader, standpoint: Standpoint): Promise<Seen> {
  return { asOf: standpoint.asOf, last: await knownUpTo(db, standpoint), before: recordsBefore(standpoint) };
}

/** Contributions as their postings say they stood, whatever is kept beside them. */
export async function contributionsByPostings(
  db: Reader,
  standpoint: Standpoint,
  narrow: Narrow = {},
): Promise<Omit<ContributionsAt, 'contributions'> & { readonly contributions: RawBuilder<ContributionAt & TermsAt> }> {
  const seen = await seenFrom(db, standpoint);
  return {
    contributions: contributionsFromPostings(seen, narrow),
    instalments: instalmentsFromPostings(seen, narrow),
  };
}

/**
 * Contributions as they stood at a standpoint: as kept where it sees the whole ledger, else from the postings it sees. Both say the
 * same where both can answer; what is kept answers at once.
 */
export async function contributionsAt(
  db: Reader,
  standpoint: Standpoint,
  narrow: Narrow = {},
): Promise<ContributionsAt> {
  return (await seesWholeLedger(db, standpoint))
    ? contributionsAsKept(standpoint)
    : contributionsByPostings(db, standpoint, narrow);
}
