import type { Reader } from '@dcc/db/open-database';
import { memberships, saveMemberships } from '@dcc/db/stores/criteria-store';
import { parseDate } from '@dcc/domain/calendar-date';
import { countryName } from '@dcc/domain/reference/countries';
import type { Membership } from '@dcc/domain/rounds/eligibility';
import type { Context } from '../../use-case/context.ts';
import { RowReader } from './cells.ts';
import { type Problem, readCsv } from './csv-table.ts';
import { type ImportAnswer, importFile, type ImportOptions, type ImportPlan } from './import-file.ts';

export const GROUP_COLUMNS = ['country', 'group', 'from', 'to', 'source'] as const;
type Column = (typeof GROUP_COLUMNS)[number];

/** Letters, digits and hyphens: what a group is called is data, what it may look like is not. */
const GROUP_CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/u;

/** The days of a membership; an empty `to` says that it lasts. */
function readDays(reader: RowReader<Column>): Pick<Membership, 'from' | 'to'> | null {
  const day = (column: 'from' | 'to') => {
    const parsed = parseDate(reader.text(column));
    if (parsed === null) reader.problem(column, `“${reader.text(column)}” is not a date of the calendar (YYYY-MM-DD)`);
    return parsed;
  };
  const lasts = reader.text('to') === '';
  const [from, to] = [day('from'), lasts ? null : day('to')];
  if (from === null || (to === null && !lasts)) return null;
  return to !== null && to < from ? reader.problem('to', 'it ends before it begins') : { from, to };
}

function readRow(reader: RowReader<Column>, known: Set<string>): Membership | null {
  const [country, group, source] = [reader.text('country'), reader.text('group'), reader.line('source')];
  const days = readDays(reader);
  const isCountry = countryName(country) !== null;
  const isCode = GROUP_CODE.test(group);
  if (!isCountry) reader.problem('country', `“${country}” is no ISO 3166-1 alpha-2 code`);
  if (!isCode) reader.problem('group', `“${group}” is no code of letters, digits and hyphens`);
  if (!isCountry || !isCode || days === null || source === null) return null;
  const key = `${country} ${group} ${days.from}`;
  if (known.has(key)) return reader.problem('from', 'this membership is on record or stands in the file already');
  known.add(key);
  return { country, group, ...days, source };
}

async function plan(db: Reader, text: string, options: ImportOptions): Promise<ImportPlan> {
  const known = new Set((await memberships(db)).map(({ country, group, from }) => `${country} ${group} ${from}`));
  const problems: Problem[] = [];
  const list: Membership[] = [];
  const { rows } = readCsv(text, GROUP_COLUMNS, [], (record) => {
    const membership = readRow(new RowReader(record, problems), known);
    if (membership !== null) list.push(membership);
  });
  options.onProgress('check', rows, rows);
  return {
    rows,
    problems,
    begin: (tx, at) => saveMemberships(tx, at, list),
    slice: () => ({ entries: [], save: () => Promise.resolve() }),
  };
}

/** Imports which country belongs to which group, from a day on and, where it has left, to a day. */
export function importGroups(context: Context, text: string, options: ImportOptions): Promise<ImportAnswer> {
  return importFile(context, 'import groups', text, (db) => plan(db, text, options), options);
}
