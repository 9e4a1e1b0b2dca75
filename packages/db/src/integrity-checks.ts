import { createHash } from 'node:crypto';
import { chargedAmount } from '@dcc/domain/ledger/charge';
import { imbalances, type Posting } from '@dcc/domain/ledger/entry';
import { type ExchangeRate, toBookCurrency } from '@dcc/domain/exchange-rate';
import { canonicalEntry } from '@dcc/domain/ledger/canonical';
import { sql } from 'kysely';
import { COMMITTEE_QUERIES, SUPERSESSIONS } from './committee-checks.ts';
import type { Database, Reader } from './open-database.ts';
import { documentContent, nextContentHash } from './stores/document-store.ts';
import { GENESIS_HASH, sha256 } from './stores/ledger-store.ts';
import { allRates } from './stores/rate-store.ts';
import { entryRows, type EntryRow, postingsOf } from './stores/ledger-reads.ts';

/** One rule that does not hold, and the first row that breaks it. */
export type Finding = { readonly rule: string; readonly detail: string };

/** An entry and its hash. Whoever noted one elsewhere can tell later whether the chain up to it is still the same. */
export type Head = { readonly number: number; readonly hash: string };

export type Verification = {
  readonly entries: number;
  readonly rules: number;
  readonly findings: readonly Finding[];
  /** The last entry of the part of the chain that is whole; of an empty ledger number 0. */
  readonly head: Head;
};

/** Rules whose query must return no row: what is kept equals what the postings add up to, and no promise exceeds its ground. */
const EMPTY_QUERIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ['year', 4],
      ['month', 7],
    ].map(([grain, length]) => [
      `balances kept by ${grain} equal the postings`,
      `
    select '${grain} ' || period || ', account ' || account || ', kind ' || kind as detail from (
      select period, account, kind, contributor_id, pool_id, organization_id, position_id, recorded_month, amount from kept_balance where grain = '${grain}'
      union all
      select substr(p.effective_on, 1, ${length}), p.account, p.kind, coalesce(p.contributor_id, ''), coalesce(p.pool_id, ''), coalesce(p.organization_id, ''), coalesce(p.position_id, ''), ${grain === 'year' ? "''" : 'substr(e.recorded_at, 1, 7)'}, -p.amount
      from posting p join journal_entry e on e.number = p.entry_number
    ) as both_sides group by period, account, kind, contributor_id, pool_id, organization_id, position_id, recorded_month having sum(amount) <> 0`,
    ]),
  ),
  ...Object.fromEntries(
    [
      ['month', 7],
      ['day', 10],
    ].map(([grain, length]) => [
      `totals of accounts kept by ${grain} equal the postings`,
      `
    select '${grain} ' || period || ', account ' || account || ', kind ' || kind as detail from (
      select period, account, kind, amount from kept_total where grain = '${grain}'
      union all
      select substr(effective_on, 1, ${length}), account, kind, -amount from posting
    ) as both_sides group by period, account, kind having sum(amount) <> 0`,
    ]),
  ),
  'entries are recorded one after the other': `
    select 'entry ' || later.number as detail from journal_entry later join journal_entry earlier on earlier.number = later.number - 1 where later.recorded_at < earlier.recorded_at`,
  'every entry is certified or waits for it': `
    select 'entry ' || e.number as detail from journal_entry e
    left join certification c on c.entry_number = e.number left join pending_certification w on w.entry_number = e.number
    where (c.entry_number is null) = (w.entry_number is null)`,
  'nobody certifies what they recorded': `
    select 'entry ' || e.number as detail from journal_entry e join certification c on c.entry_number = e.number where c.certified_by = e.recorded_by`,
  'financial years stand where their last event left them': `
    select 'year ' || y.year as detail from financial_year y left join year_event e on e.year = y.year
      and e.number = (select max(number) from year_event where year = y.year) where e.state is null or e.state <> y.state`,
  'nothing was recorded in or before a year after it closed': `
    select 'entry ' || e.number as detail from journal_entry e join financial_year y on y.state = 'closed' and substr(e.effective_on, 1, 4) <= cast(y.year as text)
    join year_event v on v.year = y.year and v.number = (select max(number) from year_event where year = y.year) where e.number > v.entry_count`,
  'a closed year has no entry that waits for certification': `
    select 'entry ' || e.number as detail from pending_certification w join journal_entry e on e.number = w.entry_number
    join financial_year y on y.state = 'closed' and substr(e.effective_on, 1, 4) = cast(y.year as text)`,
  'closing a year kept the head of its time': `
    select 'year ' || v.year as detail from year_event v join journal_entry e on e.number = v.entry_count where e.hash <> v.last_hash`,
  'postings repeat the kind and date of their entry': `
    select 'entry ' || e.number as detail from posting p join journal_entry e on e.number = p.entry_number
    where p.kind <> e.kind or p.effective_on <> e.effective_on`,
  'the lines of an entry are numbered from one on': `
    select 'entry ' || entry_number as detail from posting group by entry_number having min(line) <> 1 or max(line) <> count(*)`,
  'an amount and what it is of stand together': `
    select 'entry ' || number as detail from journal_entry where (charge_percent is null) <> (charge_base is null)
    union all select 'entry ' || entry_number from posting where (original_amount is null) <> (original_currency is null)`,
  'every entry has postings': `
    select 'entry ' || e.number as detail from journal_entry e where not exists (select 1 from posting p where p.entry_number = e.number)`,
  'sums of contributions equal their postings': `
    select 'contribution ' || c.reference as detail from contribution c left join (
      select contribution_id,
        sum(case when account = 'pledges-open' then amount else 0 end) as pledged_value, sum(case when account = 'pledges-open' then original_amount else 0 end) as pledged_original,
        -sum(case when account = 'contribution-revenue' then amount else 0 end) as signed_value, -sum(case when account = 'contribution-revenue' then original_amount else 0 end) as signed_original,
        sum(case when account = 'cash' then amount else 0 end) as received_value, sum(case when account = 'cash' then original_amount else 0 end) as received_original,
        sum(case when account = 'contributions-receivable' then amount else 0 end) as outstanding_value, sum(case when account = 'contributions-receivable' then original_amount else 0 end) as outstanding_original
      from posting where contribution_id is not null group by contribution_id
    ) p on p.contribution_id = c.id
    where c.pledged_value <> coalesce(p.pledged_value, 0) or c.pledged_original <> coalesce(p.pledged_original, 0)
      or c.signed_value <> coalesce(p.signed_value, 0) or c.signed_original <> coalesce(p.signed_original, 0)
      or c.received_value <> coalesce(p.received_value, 0) or c.received_original <> coalesce(p.received_original, 0)
      or c.outstanding_value <> coalesce(p.outstanding_value, 0) or c.outstanding_original <> coalesce(p.outstanding_original, 0)`,
  'instalments expect what their postings leave open': `
    select 'instalment ' || i.id as detail from instalment i left join (
      select instalment_id, sum(amount) as value, sum(original_amount) as original from posting where instalment_id is not null and account = 'contributions-receivable' group by instalment_id
    ) p on p.instalment_id = i.id
    where i.outstanding_value <> coalesce(p.value, 0) or i.outstanding_original <> coalesce(p.original, 0)`,
  'position-years hold what decisions allocated and nobody released': `
    select 'position ' || y.position_id || ', year ' || y.year as detail from position_year y left join (
      select position_id, year, sum(amount) as amount from (
        select position_id, year, amount from allocation
        union all
        select a.position_id, a.year, -r.amount from release r join allocation a on a.decision_id = r.decision_id and a.line = r.allocation_line
      ) as moved group by position_id, year
    ) a on a.position_id = y.position_id and a.year = y.year where y.allocated <> coalesce(a.amount, 0)`,
  'positions hold what their ledger allocated': `
    select 'position ' || p.number as detail from position p left join (
      select position_id, sum(amount) as amount from posting where account = 'allocations-open' and kind in ('allocation', 'release') group by position_id
    ) a on a.position_id = p.id where p.allocated <> coalesce(a.amount, 0)`,
  'positions cost what their years cost': `
    select 'position ' || p.number as detail from position p left join (
      select position_id, sum(cost) as cost from position_year group by position_id
    ) y on y.position_id = p.id where p.cost <> coalesce(y.cost, 0)`,
  'decisions post exactly what they allocate': `
    select 'decision ' || d.reference as detail from decision d
    left join (select decision_id, sum(amount) as amount from allocation group by decision_id) a on a.decision_id = d.id
    left join (select e.decision_id, sum(p.amount) as amount from journal_entry e join posting p on p.entry_number = e.number and p.account = 'allocations-open' where e.kind = 'allocation' group by e.decision_id) l on l.decision_id = d.id
    where coalesce(a.amount, 0) <> coalesce(l.amount, 0)`,
  'no reservation is used or released beyond what was reserved': `
    select 'position ' || position_id as detail from posting where account = 'allocations-open' group by position_id, pool_id having sum(amount) < 0
    union all
    select 'decision ' || a.decision_id || ', line ' || a.line from allocation a join release r on r.decision_id = a.decision_id and r.allocation_line = a.line
    group by a.decision_id, a.line, a.amount having sum(r.amount) > a.amount`,
  'releases post exactly what they release': `
    select 'entry ' || entry_number as detail from (
      select r.entry_number, a.position_id, a.pool_id, r.amount from release r join allocation a on a.decision_id = r.decision_id and a.line = r.allocation_line
      union all
      select entry_number, position_id, pool_id, amount from posting where account = 'allocations-open' and kind = 'release'
    ) as both_sides group by entry_number, position_id, pool_id having sum(amount) <> 0`,
  'only a decision that supersedes another, or the end of a post, releases': `
    select 'entry ' || r.entry_number as detail from release r join journal_entry e on e.number = r.entry_number
    join allocation a on a.decision_id = r.decision_id and a.line = r.allocation_line
    left join (${SUPERSESSIONS}) s on s.decision_id = e.decision_id
    left join position_step t on t.id = r.step_id and t.position_id = a.position_id
      and (t.to_state in ('withdrawn', 'rejected', 'separated') or (t.to_state = 'deferred' and e.decision_id is not null))
    where e.kind <> 'release' or (e.decision_id is null and r.step_id is null) or (e.decision_id is not null and s.decision_id is null)
      or (r.step_id is not null and t.id is null) or (r.step_id is null and s.supersedes_id <> r.decision_id)`,
  'no host sent back more than it was sent': `
    select 'organization ' || organization_id as detail from posting where account = 'transfers' and organization_id is not null
    group by organization_id
    having sum(amount) + coalesce((select sum(amount) from posting where account = 'transfers' and organization_id is null), 0) < 0`,
  'no host says it sent back more than it received': `
    select 'organization ' || organization_id as detail from posting where account in ('organization-receipts', 'organization-refunds') and organization_id is not null
    group by organization_id
    having sum(amount) + coalesce((select sum(amount) from posting where account in ('organization-receipts', 'organization-refunds') and organization_id is null), 0) > 0`,
  'no instalment is settled beyond its amount': `
    select 'instalment ' || id as detail from instalment where outstanding_original < 0 or outstanding_value < 0 or outstanding_original > amount`,
  'support cost is charged on reported expenditure alone': `
    select 'support cost' as detail where (select coalesce(sum(charge_base), 0) from journal_entry where kind = 'support-cost' and charge_base is not null)
      > (select coalesce(sum(amount), 0) from posting where account = 'organization-expenditure')`,
  'the operating reserve is not below nothing': `
    select 'reserve' as detail where (select coalesce(sum(amount), 0) from posting where account = 'reserve-held') < 0`,
  'allocations take effect on the day of their decision': `
    select 'decision ' || d.reference as detail from decision d join journal_entry e on e.decision_id = d.id
    where e.kind = 'allocation' and e.reverses is null and e.effective_on <> d.decided_on`,
  'positions stand where their last step left them': `
    select 'position ' || p.number as detail from position p
    join position_step s on s.position_id = p.id and s.number = (select max(number) from position_step where position_id = p.id) where s.to_state <> p.state`,
  'every document hangs on a record that is there': `
    select 'document ' || d.id as detail from document d
    where (d.subject_kind = 'contribution' and not exists (select 1 from contribution c where c.id = d.subject_id))
      or (d.subject_kind = 'decision' and not exists (select 1 from decision c where c.id = d.subject_id) and not exists (select 1 from motion m where m.id = d.subject_id))
      or (d.subject_kind = 'entry' and not exists (select 1 from journal_entry e where cast(e.number as text) = d.subject_id))`,
  'every document has its content, as long as it says': `
    select 'document ' || d.id as detail from document d left join document_content c on c.hash = d.content_hash
    where c.hash is null or length(c.content) <> d.size`,
  'every content belongs to a document': `
    select 'content ' || c.hash as detail from document_content c where not exists (select 1 from document d where d.content_hash = c.hash)`,
  ...COMMITTEE_QUERIES,
};

const PAGE = 2000;

/** A fee and a support cost are what their percentage comes to; the reserve posts the difference from what was held. */
function isChargedExactly({ kind, charge }: EntryRow, postings: readonly Posting[]): boolean {
  if (charge === null || (kind !== 'agent-fee' && kind !== 'support-cost')) return true;
  const cash = postings.reduce((sum, { account, amount }) => (account === 'cash' ? sum + amount.minor : sum), 0n);
  return cash === -chargedAmount(charge).minor;
}

/** An entry that names a rate holds an amount in its currency that is worth at that rate what the books say. */
function isValuedExactly({ rateId }: EntryRow, postings: readonly Posting[], rates: Rates): boolean {
  const rate = rateId === null ? undefined : rates.get(rateId);
  if (rate === undefined) return rateId === null;
  return postings.some(
    ({ amount, original }) =>
      original?.currency === rate.currency && toBookCurrency(original, rate).minor === amount.minor,
  );
}

type Rates = ReadonlyMap<string | null, ExchangeRate>;

function chainFault(
  entry: EntryRow,
  postings: readonly Posting[],
  previousHash: string,
  expected: number,
  rates: Rates,
): string | null {
  if (entry.number !== expected) return `entry ${expected} is missing`;
  if (entry.previousHash !== previousHash) return `entry ${entry.number} does not follow the entry before it`;
  if (imbalances(postings).length > 0) return `entry ${entry.number} does not balance`;
  const draft = {
    kind: entry.kind,
    effectiveOn: entry.effectiveOn,
    description: entry.description,
    reference: entry.reference,
    decisionId: entry.decisionId,
    reverses: entry.reverses,
    charge: entry.charge,
  };
  const recorded = { number: entry.number, recordedAt: entry.recordedAt, recordedBy: entry.recordedById, previousHash };
  const hash = sha256(
    canonicalEntry({ ...draft, rateId: entry.rateId, postings } as Parameters<typeof canonicalEntry>[0], recorded),
  );
  if (hash !== entry.hash) return `entry ${entry.number} was altered: its hash does not fit`;
  if (!isChargedExactly(entry, postings))
    return `entry ${entry.number} posts another amount than its percentage comes to`;
  if (!isValuedExactly(entry, postings, rates)) return `entry ${entry.number} is not valued at the rate it names`;
  return null;
}

/** The next entries, or `null` where one of them holds what the program never wrote: a day that does not exist. */
async function nextEntries(db: Reader, after: number, limit: number): Promise<EntryRow[] | null> {
  try {
    return (await entryRows(db, {}, null, { beside: after, toward: 'newer', limit })).toReversed();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Not a calendar date')) return null;
    throw error;
  }
}

/** Walks the whole chain of entries and names the first that was altered, removed or added behind the program's back. */
async function checkChain(db: Reader): Promise<{ head: Head; findings: Finding[] }> {
  const rule = 'the chain of entries is whole';
  const readHead = () => db.selectFrom('fund').select(['entry_count', 'last_hash']).executeTakeFirstOrThrow();
  let head = await readHead();
  const rates = new Map((await allRates(db)).map((rate) => [rate.id, rate]));
  let previousHash = GENESIS_HASH;
  let last = 0;
  let limit = PAGE;
  const broken = (detail: string) => ({
    head: { number: last, hash: previousHash },
    findings: [{ rule, detail }],
  });
  for (;;) {
    const entries = await nextEntries(db, last, limit);
    if (entries === null) {
      if (limit === 1) return broken(`entry ${last + 1} cannot be read`);
      // Again one by one, to name it and whatever is wrong before it.
      limit = 1;
      continue;
    }
    if (entries.length === 0) {
      // What a running server recorded meanwhile is walked too; the head is believed once it stands still.
      const now = await readHead();
      if (now.entry_count === head.entry_count) break;
      head = now;
      continue;
    }
    const postings = await postingsOf(
      db,
      entries.map(({ number }) => number),
    );
    for (const entry of entries) {
      const fault = chainFault(entry, postings.get(entry.number) ?? [], previousHash, last + 1, rates);
      if (fault !== null) return broken(fault);
      previousHash = entry.hash;
      last = entry.number;
    }
  }
  const whole = BigInt(last) === head.entry_count && previousHash === head.last_hash;
  return whole
    ? { head: { number: last, hash: previousHash }, findings: [] }
    : broken(`the ledger ends at entry ${last}, the fund counts ${head.entry_count}`);
}

async function checkFile(db: Database): Promise<Finding[]> {
  if (db.engine !== 'sqlite') return [];
  const findings: Finding[] = [];
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(db.read);
  const said = integrity.rows[0]?.integrity_check ?? 'no answer';
  if (said !== 'ok') findings.push({ rule: 'the file is sound', detail: said });
  const foreign = await sql<{ table: string }>`pragma foreign_key_check`.execute(db.read);
  if (foreign.rows[0] !== undefined)
    findings.push({ rule: 'every reference has its row', detail: `table ${foreign.rows[0].table}` });
  return findings;
}

/** Heads noted earlier that the chain no longer passes through: its tail was rewritten whole, or cut. */
async function checkAnchors(db: Reader, anchors: readonly Head[]): Promise<Finding[]> {
  if (anchors.length === 0) return [];
  const rows = await db
    .selectFrom('journal_entry')
    .select(['number', 'hash'])
    .where(
      'number',
      'in',
      anchors.map(({ number }) => BigInt(number)),
    )
    .execute();
  const hashes = new Map([[0, GENESIS_HASH], ...rows.map(({ number, hash }) => [Number(number), hash] as const)]);
  return anchors
    .filter(({ number, hash }) => hashes.get(number) !== hash)
    .map(({ number, hash }) => ({
      rule: 'every head that was noted stands in the chain',
      detail: `entry ${number}: noted was ${hash}, ${hashes.has(number) ? `there is ${hashes.get(number)}` : 'there is no such entry'}`,
    }));
}

/** Hashes every kept content, one at a time, and names the first that is not what its key says. */
async function checkContents(db: Reader): Promise<Finding[]> {
  for (let hash = await nextContentHash(db, ''); hash !== null; hash = await nextContentHash(db, hash)) {
    const found = createHash('sha256')
      .update(await documentContent(db, hash))
      .digest('hex');
    if (found !== hash) return [{ rule: 'documents are what was added', detail: `content ${hash} hashes to ${found}` }];
  }
  return [];
}

/**
 * Recomputes everything the program keeps and believes, and returns each rule that does not hold with its first bad row.
 * `anchors` are heads that somebody noted outside the database.
 */
export async function verifyDatabase(db: Database, anchors: readonly Head[] = []): Promise<Verification> {
  const { head, findings } = await checkChain(db.read);
  const found: Finding[] = [
    ...(await checkFile(db)),
    ...findings,
    ...(await checkAnchors(db.read, anchors)),
    ...(await checkContents(db.read)),
  ];
  for (const [rule, query] of Object.entries(EMPTY_QUERIES)) {
    const { rows } = await sql.raw<{ detail: string }>(`${query} limit 1`).execute(db.read);
    if (rows[0] !== undefined) found.push({ rule, detail: rows[0].detail });
  }
  const rules = Object.keys(EMPTY_QUERIES).length + (db.engine === 'sqlite' ? 4 : 2) + (anchors.length > 0 ? 1 : 0);
  return { entries: head.number, rules, findings: found, head };
}
