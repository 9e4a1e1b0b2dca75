import type { Reader } from '@dcc/db/open-database';
import { type NewRate, rateDates, saveRates } from '@dcc/db/stores/rate-store';
import { parseDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { parseUnitsPerDollar } from '@dcc/domain/exchange-rate';
import type { Context } from '../../use-case/context.ts';
import { RowReader } from './cells.ts';
import { type Problem, readCsv } from './csv-table.ts';
import { type ImportAnswer, importFile, type ImportOptions, type ImportPlan } from './import-file.ts';

export const RATE_COLUMNS = ['currency', 'effective_on', 'published_on', 'units_per_usd', 'source'] as const;
type Column = (typeof RATE_COLUMNS)[number];

function readRow(reader: RowReader<Column>, known: Set<string>, newId: () => string): NewRate | null {
  const currency = reader.currency('currency');
  const effectiveOn = parseDate(reader.text('effective_on'));
  if (effectiveOn === null)
    reader.problem('effective_on', `“${reader.text('effective_on')}” is not a date of the calendar (YYYY-MM-DD)`);
  const publishedText = reader.text('published_on');
  const publishedOn = publishedText === '' ? null : parseDate(publishedText);
  if (publishedText !== '' && publishedOn === null)
    reader.problem('published_on', `“${publishedText}” is not a date of the calendar (YYYY-MM-DD)`);
  const units = parseUnitsPerDollar(reader.text('units_per_usd'));
  if (!units.ok)
    reader.problem(
      'units_per_usd',
      `“${reader.text('units_per_usd')}” is not a rate above zero with at most 12 decimals`,
    );
  const source = reader.line('source');
  if (currency === null || effectiveOn === null || !units.ok || source === null) return null;
  if (currency === BOOK_CURRENCY)
    return reader.problem('currency', 'the books are in US dollars: a dollar is always a dollar');
  const key = `${currency} ${effectiveOn}`;
  if (known.has(key))
    return reader.problem(
      'effective_on',
      `a ${currency} rate for ${effectiveOn} is on record or stands in the file already`,
    );
  known.add(key);
  return { id: newId(), currency, effectiveOn, publishedOn, unitsPerDollar: reader.text('units_per_usd'), source };
}

async function plan(context: Context, db: Reader, text: string, options: ImportOptions): Promise<ImportPlan> {
  const known = await rateDates(db);
  const problems: Problem[] = [];
  const rates: NewRate[] = [];
  const { rows } = readCsv(text, RATE_COLUMNS, [], (record) => {
    const rate = readRow(new RowReader(record, problems), known, context.shell.newId);
    if (rate !== null) rates.push(rate);
  });
  options.onProgress('check', rows, rows);
  return {
    rows,
    problems,
    begin: (tx, at) => saveRates(tx, at, rates),
    slice: () => ({ entries: [], save: () => Promise.resolve() }),
  };
}

/** Imports UN operational rates of exchange: units of a currency for one US dollar, each in force from its date on. */
export function importRates(context: Context, text: string, options: ImportOptions): Promise<ImportAnswer> {
  return importFile(context, 'import rates', text, (db) => plan(context, db, text, options), options);
}
