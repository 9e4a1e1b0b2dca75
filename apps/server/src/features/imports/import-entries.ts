import type { Reader } from '@dcc/db/open-database';
import { listContributors, nameKey } from '@dcc/db/stores/contribution-store';
import { UNEARMARKED } from '@dcc/db/stores/fund-store';
import { closedYears } from '@dcc/db/stores/year-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type ExchangeRate, toBookCurrency } from '@dcc/domain/exchange-rate';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { MOVEMENT_KINDS, movementEntry } from '@dcc/domain/ledger/movements';
import { type Context, today } from '../../use-case/context.ts';
import { orRefuse } from '../../use-case/refusal.ts';
import { type OpenDays, RowReader } from './cells.ts';
import { type Problem, readCsv } from './csv-table.ts';
import { type ImportAnswer, importFile, type ImportOptions, type ImportPlan } from './import-file.ts';
import { ratesInMemory } from './rates-in-memory.ts';

export const ENTRY_COLUMNS = [
  'effective_on',
  'kind',
  'amount',
  'currency',
  'contributor',
  'organization',
  'description',
] as const;
type Column = (typeof ENTRY_COLUMNS)[number];

/** Finds records by name; an organization also by its short name. */
type Names = {
  readonly contributors: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, string>;
};

function named(
  reader: RowReader<Column>,
  field: 'contributor' | 'organization',
  names: ReadonlyMap<string, string>,
): string | null | undefined {
  const text = reader.text(field);
  if (text === '') return null;
  const id = names.get(nameKey(text));
  if (id === undefined) reader.problem(field, `“${text}” is not on record`);
  return id;
}

function readRow(
  reader: RowReader<Column>,
  names: Names,
  days: OpenDays,
  rateOf: (currency: never, on: CalendarDate) => ExchangeRate | null,
): EntryDraft | null {
  const effectiveOn = reader.pastDate('effective_on', days);
  const kind = reader.choice('kind', MOVEMENT_KINDS);
  const currency = reader.currency('currency');
  const original = currency === null ? null : reader.positiveAmount('amount', currency);
  const contributorId = named(reader, 'contributor', names.contributors);
  const organizationId = named(reader, 'organization', names.organizations);
  const description = reader.note('description');
  if (effectiveOn === null || kind === null || original === null || description === null) return null;
  if (contributorId === undefined || organizationId === undefined) return null;
  const rate = rateOf(original.currency as never, effectiveOn);
  if (rate === null)
    return reader.problem('currency', `no ${original.currency} rate is in force on ${effectiveOn}: import rates first`);
  const amount = toBookCurrency(original, rate);
  if (amount.minor === 0n) return reader.problem('amount', 'is worth less than a cent');
  return orRefuse(
    movementEntry({
      kind,
      effectiveOn,
      amount,
      original: original.currency === BOOK_CURRENCY ? null : original,
      description,
      contributorId,
      organizationId,
      positionId: null,
      poolId: UNEARMARKED,
    }),
  );
}

async function plan(context: Context, db: Reader, text: string, options: ImportOptions): Promise<ImportPlan> {
  const records = readCsv(text, ENTRY_COLUMNS);
  options.onProgress('read', records.length, records.length);
  const organizations = await listOrganizations(db);
  const names: Names = {
    contributors: new Map((await listContributors(db)).map(({ id, name }) => [nameKey(name), id])),
    organizations: new Map(
      organizations.flatMap(({ id, name, shortName }) => [
        [nameKey(name), id] as const,
        [nameKey(shortName), id] as const,
      ]),
    ),
  };
  const rateOf = await ratesInMemory(db);
  const days = { today: today(context.shell), closed: await closedYears(db) };
  const problems: Problem[] = [];
  const entries = records.flatMap((record) => {
    const entry = readRow(new RowReader(record, problems), names, days, rateOf);
    return entry === null ? [] : [entry];
  });
  options.onProgress('check', records.length, records.length);
  return { rows: records.length, problems, entries, save: () => Promise.resolve() };
}

/** Imports movements of the fund from CSV: all rows, or none. What is not in US dollars is valued at the rate in force. */
export function importEntries(context: Context, text: string, options: ImportOptions): Promise<ImportAnswer> {
  return importFile(context, 'import entries', text, (db) => plan(context, db, text, options), options);
}
