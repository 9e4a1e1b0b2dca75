import type { Reader } from '@dcc/db/open-database';
import {
  type Contributor,
  listContributors,
  listPools,
  nameKey,
  type NewContribution,
  type Pool,
  saveContributions,
  saveContributors,
  saveInstalments,
  savePool,
  takenReferences,
} from '@dcc/db/stores/contribution-store';
import { UNEARMARKED } from '@dcc/db/stores/fund-store';
import { closedThrough } from '@dcc/db/stores/year-store';
import { sha256 } from '@dcc/db/stores/ledger-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { signAgreement } from '@dcc/domain/contributions/agreement';
import { checkCountry } from '@dcc/domain/contributions/contributor';
import { unscheduledDepositEntry } from '@dcc/domain/contributions/deposit';
import { CONTRIBUTION_STAGES, type ContributionStage, CONTRIBUTOR_TYPES } from '@dcc/domain/contributions/kinds';
import { type ContributionRef, pledgeEntry } from '@dcc/domain/contributions/pledge';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type ExchangeRate, identityRate, toBookCurrency } from '@dcc/domain/exchange-rate';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import type { Money } from '@dcc/domain/money';
import { CONTRIBUTION_COLUMNS, REPORTED_COLUMNS } from '../../files/contribution-columns.ts';
import { type Context, today } from '../../use-case/context.ts';
import { orRefuse } from '../../use-case/refusal.ts';
import { type OpenDays, RowReader } from './cells.ts';
import { countLines, type Problem, readCsv } from './csv-table.ts';
import { type ImportAnswer, importFile, type ImportOptions, type ImportPlan, type Slice } from './import-file.ts';
import { ratesInMemory } from './rates-in-memory.ts';

type Column = (typeof CONTRIBUTION_COLUMNS)[number];

type Row = {
  /** Its number in the file. */
  readonly row: number;
  readonly contributor: Contributor;
  readonly pool: Pool;
  readonly stage: ContributionStage;
  readonly amount: Money;
  readonly value: Money;
  readonly rate: ExchangeRate | null;
  readonly on: CalendarDate;
  readonly reference: string;
  readonly description: string;
};

/** Contributors and pools that the file may name: those on record, and those it begins. */
class Directory {
  readonly newContributors: Contributor[] = [];
  readonly newPools: Pool[] = [];
  readonly #contributors: Map<string, Contributor>;
  readonly #pools: Map<string, Pool>;
  readonly #newId: () => string;

  constructor(contributors: readonly Contributor[], pools: readonly Pool[], newId: () => string) {
    this.#contributors = new Map(contributors.map((contributor) => [nameKey(contributor.name), contributor]));
    this.#pools = new Map(pools.map((pool) => [nameKey(pool.name), pool]));
    this.#newId = newId;
  }

  contributor(reader: RowReader<Column>): Contributor | null {
    const name = reader.line('contributor');
    const type = reader.choice('contributor_type', CONTRIBUTOR_TYPES);
    if (name === null || type === null) return null;
    const code = reader.text('country') === '' ? null : reader.text('country');
    const country = checkCountry(type, code);
    if (!country.ok) {
      return reader.problem(
        'country',
        code === null ? 'a country needs its ISO 3166-1 code' : `“${code}” is not a country code of ISO 3166-1`,
      );
    }
    const known = this.#contributors.get(nameKey(name));
    if (known === undefined) {
      const contributor = { id: this.#newId(), name, type, countryCode: code };
      this.#contributors.set(nameKey(name), contributor);
      this.newContributors.push(contributor);
      return contributor;
    }
    if (known.type !== type) return reader.problem('contributor_type', `${known.name} is on record as ${known.type}`);
    if (code !== null && known.countryCode !== null && known.countryCode !== code)
      return reader.problem('country', `${known.name} is on record with ${known.countryCode}`);
    return known;
  }

  pool(reader: RowReader<Column>): Pool | null {
    const unearmarked = [...this.#pools.values()].find(({ id }) => id === UNEARMARKED);
    if (reader.text('earmark') === '' && unearmarked !== undefined) return unearmarked;
    const name = reader.line('earmark');
    if (name === null) return null;
    const known = this.#pools.get(nameKey(name));
    if (known !== undefined) return known;
    const pool: Pool = { id: this.#newId(), name, earmarking: 'earmarked', description: '' };
    this.#pools.set(nameKey(name), pool);
    this.newPools.push(pool);
    return pool;
  }
}

type RateOf = (currency: Currency, on: CalendarDate) => ExchangeRate | null;

/** What a row is worth in US dollars: as the row says, else at the rate in force. */
function valueOf(
  reader: RowReader<Column>,
  amount: Money,
  on: CalendarDate,
  rateOf: RateOf,
): { value: Money; rate: ExchangeRate | null } | null {
  if (reader.text('usd_amount') !== '') {
    const value = reader.positiveAmount('usd_amount', BOOK_CURRENCY);
    if (value === null) return null;
    if (amount.currency === BOOK_CURRENCY && value.minor !== amount.minor)
      return reader.problem('usd_amount', 'differs from the amount, which is in US dollars already');
    return { value, rate: null };
  }
  const rate = rateOf(amount.currency, on);
  if (rate === null)
    return reader.problem(
      'currency',
      `no ${amount.currency} rate is in force on ${on}: import rates first, or give usd_amount`,
    );
  const value = toBookCurrency(amount, rate);
  return value.minor > 0n
    ? { value, rate: rate.id === null ? null : rate }
    : reader.problem('amount', 'is worth less than a cent');
}

function readRow(
  reader: RowReader<Column>,
  directory: Directory,
  days: OpenDays,
  rateOf: RateOf,
  generated: () => string,
): Row | null {
  const contributor = directory.contributor(reader);
  const pool = directory.pool(reader);
  const stage = reader.choice('status', CONTRIBUTION_STAGES);
  const on = reader.pastDate('effective_on', days);
  const currency = reader.currency('currency');
  const amount = currency === null ? null : reader.positiveAmount('amount', currency);
  const reference = reader.text('reference') === '' ? generated() : reader.line('reference');
  const description = reader.note('description');
  if (contributor === null || pool === null || stage === null || on === null) return null;
  if (amount === null || reference === null || description === null) return null;
  const valued = valueOf(reader, amount, on, rateOf);
  return valued === null
    ? null
    : {
        row: reader.number,
        contributor,
        pool,
        stage,
        amount,
        ...valued,
        on,
        reference,
        description,
      };
}

/** The entry of a row, with the instalment of a signed one: what was signed in the past is due on its day. */
function entryOf(row: Row, ref: ContributionRef, instalmentId: string): EntryDraft {
  const { amount, value, rate, on, description } = row;
  if (row.stage === 'pledged')
    return orRefuse(pledgeEntry({ contribution: ref, pledgedOn: on, amount, value, rate, description }));
  if (row.stage === 'received')
    return orRefuse(unscheduledDepositEntry({ contribution: ref, receivedOn: on, amount, value, rate, description }));
  const terms = {
    contribution: ref,
    pledge: null,
    signedOn: on,
    currency: amount.currency,
    instalments: [{ id: instalmentId, dueOn: on, amount }],
    description,
  };
  return orRefuse(signAgreement({ ...terms, rate: rate ?? identityRate(on), value })).entry;
}

/**
 * References for rows that bring none: made of what the row says, and of how often the file says it. The same rows in another
 * file get the same references, and are refused as being on record.
 */
function referenceMaker(): (cells: Record<Column, string>) => string {
  const seen = new Map<string, number>();
  return (cells) => {
    const content = sha256(JSON.stringify(CONTRIBUTION_COLUMNS.map((column) => cells[column]))).slice(0, 16);
    const occurrence = (seen.get(content) ?? 0) + 1;
    seen.set(content, occurrence);
    return `IMPORT-${content}-${occurrence}`;
  };
}

async function referenceProblems(db: Reader, rows: readonly Row[]): Promise<Problem[]> {
  const firstRow = new Map<string, number>();
  const taken = await takenReferences(
    db,
    rows.map(({ reference }) => reference),
  );
  return rows.flatMap(({ row, reference }) => {
    const problem = (reason: string): Problem[] => [{ row, field: 'reference', reason }];
    const first = firstRow.get(reference);
    if (first !== undefined) return problem(`“${reference}” stands in row ${first} already`);
    firstRow.set(reference, row);
    return taken.has(reference) ? problem(`“${reference}” is on record already`) : [];
  });
}

type NewInstalment = Parameters<typeof saveInstalments>[1][number];

/** The contributions that some rows begin, with their entries. */
function sliceOf(rows: readonly Row[], newId: () => string): Slice {
  const contributions: NewContribution[] = [];
  const instalments: NewInstalment[] = [];
  const entries = rows.map((row) => {
    const ref = { id: newId(), contributorId: row.contributor.id, poolId: row.pool.id, reference: row.reference };
    const instalmentId = newId();
    contributions.push({
      ref,
      currency: row.amount.currency,
      stage: row.stage,
      on: row.on,
      supportCostPercent: null,
      rateId: row.rate?.id ?? null,
      description: row.description,
    });
    if (row.stage === 'signed')
      instalments.push({ id: instalmentId, contributionId: ref.id, dueOn: row.on, amount: row.amount });
    return entryOf(row, ref, instalmentId);
  });
  return {
    entries,
    async save(tx, at) {
      await saveContributions(tx, at, contributions);
      await saveInstalments(tx, instalments);
    },
  };
}

async function plan(context: Context, db: Reader, text: string, options: ImportOptions): Promise<ImportPlan> {
  const { newId } = context.shell;
  const directory = new Directory(await listContributors(db), await listPools(db), newId);
  const rateOf = await ratesInMemory(db);
  const days = { today: today(context.shell), closedThrough: await closedThrough(db) };
  const problems: Problem[] = [];
  const nextReference = referenceMaker();
  const good: Row[] = [];
  const lines = countLines(text);
  const { rows } = readCsv(text, CONTRIBUTION_COLUMNS, REPORTED_COLUMNS, (record) => {
    if (record.row % 1000 === 0) options.onProgress('check', record.row, lines);
    const row = readRow(new RowReader(record, problems), directory, days, rateOf, () => nextReference(record.cells));
    if (row !== null) good.push(row);
  });
  problems.push(...(await referenceProblems(db, good)));
  options.onProgress('check', rows, rows);
  return {
    rows,
    problems: problems.toSorted((a, b) => a.row - b.row),
    async begin(tx, at) {
      await saveContributors(tx, at, directory.newContributors);
      for (const pool of directory.newPools) await savePool(tx, at, pool);
    },
    slice: (start, end) => sliceOf(good.slice(start, end), newId),
  };
}

/** Imports a CSV of past contributions: all rows, or none. Contributors and earmarks that are not on record are begun. */
export function importContributions(context: Context, text: string, options: ImportOptions): Promise<ImportAnswer> {
  return importFile(context, 'import contributions', text, (db) => plan(context, db, text, options), options);
}
