import { costTables, saveCostTable } from '@dcc/db/stores/cost-store';
import type { Reader } from '@dcc/db/open-database';
import { listDutyStations } from '@dcc/db/stores/reference-store';
import { type CalendarDate, date, parseDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { PERCENT } from '@dcc/domain/ledger/charge';
import { COST_COMPONENTS } from '@dcc/domain/ledger/cost-component';
import { COST_FREQUENCIES, type CostLine, PERCENT_BASES } from '@dcc/domain/positions/cost-table';
import type { Context } from '../../use-case/context.ts';
import { standpointOf } from '../../use-case/standpoint.ts';
import { RowReader } from './cells.ts';
import { type Problem, readCsv } from './csv-table.ts';
import { type ImportAnswer, importFile, type ImportOptions, type ImportPlan } from './import-file.ts';

export const COST_COLUMNS = [
  'version',
  'effective_on',
  'source',
  'published_on',
  'duty_station',
  'country',
  'component',
  'frequency',
  'amount_usd',
  'percent',
  'percent_of',
] as const;
type Column = (typeof COST_COLUMNS)[number];

type Table = {
  readonly version: string;
  readonly effectiveOn: CalendarDate;
  readonly source: string;
  readonly publishedOn: CalendarDate;
  readonly lines: CostLine[];
  readonly known: Set<string>;
};

function day(reader: RowReader<Column>, field: 'effective_on' | 'published_on'): CalendarDate | null {
  const text = reader.text(field);
  if (text === '')
    return reader.problem(field, 'is empty: a cost table says from when it holds and when it was published');
  return parseDate(text) ?? reader.problem(field, `“${text}” is not a date of the calendar (YYYY-MM-DD)`);
}

/** The duty station of a row: `null` for all of them, `undefined` where it cannot be read. */
function station(reader: RowReader<Column>, stations: ReadonlyMap<string, string>): string | null | undefined {
  const [name, country] = [reader.text('duty_station'), reader.text('country')];
  if (name === '' && country === '') return null;
  const found = stations.get(`${name} ${country}`);
  if (found === undefined) reader.problem('duty_station', `“${name}” in “${country}” is not on record`);
  return found;
}

function cost(reader: RowReader<Column>): CostLine['cost'] | null {
  const [amount, percent, of] = [reader.text('amount_usd'), reader.text('percent'), reader.text('percent_of')];
  if ((amount === '') === (percent === ''))
    return reader.problem('amount_usd', 'give an amount or a percentage, and one of them');
  if (amount !== '') {
    if (of !== '') return reader.problem('percent_of', 'belongs to a percentage');
    const value = reader.positiveAmount('amount_usd', BOOK_CURRENCY);
    return value === null ? null : { amount: value };
  }
  const base = reader.choice('percent_of', PERCENT_BASES);
  if (!PERCENT.test(percent)) return reader.problem('percent', `“${percent}” is not a percentage from 0 to 100`);
  return base === null ? null : { percent, of: base };
}

/** Whether what a row says of its table is what the rows before it said. */
function agrees(reader: RowReader<Column>, table: Table, row: Omit<Table, 'lines' | 'known'>): boolean {
  for (const [field, before, now] of [
    ['effective_on', table.effectiveOn, row.effectiveOn],
    ['source', table.source, row.source],
    ['published_on', table.publishedOn, row.publishedOn],
  ] as const) {
    if (before !== now) {
      reader.problem(field, `the version “${row.version}” has “${before}” in an earlier row`);
      return false;
    }
  }
  return true;
}

function readRow(
  reader: RowReader<Column>,
  taken: ReadonlySet<string>,
  tables: Map<string, Table>,
  stations: ReadonlyMap<string, string>,
): void {
  const [version, source] = [reader.line('version'), reader.line('source')];
  const [effectiveOn, publishedOn] = [day(reader, 'effective_on'), day(reader, 'published_on')];
  const [component, frequency] = [
    reader.choice('component', COST_COMPONENTS),
    reader.choice('frequency', COST_FREQUENCIES),
  ];
  const [dutyStationId, value] = [station(reader, stations), cost(reader)];
  if (version !== null && taken.has(version)) {
    reader.problem('version', `“${version}” is on record: a change is a new version`);
    return;
  }
  if (version === null || source === null || effectiveOn === null || publishedOn === null) return;
  if (component === null || frequency === null || dutyStationId === undefined || value === null) return;
  const head = { version, effectiveOn, source, publishedOn };
  const table = tables.get(version) ?? { ...head, lines: [], known: new Set<string>() };
  tables.set(version, table);
  if (!agrees(reader, table, head)) return;
  const key = `${dutyStationId ?? ''} ${component} ${frequency}`;
  if (table.known.has(key)) {
    reader.problem('component', `“${component}” stands there already for this duty station and frequency`);
    return;
  }
  table.known.add(key);
  table.lines.push({ dutyStationId, component, frequency, cost: value });
}

async function plan(context: Context, db: Reader, text: string, options: ImportOptions): Promise<ImportPlan> {
  const everything = { ...standpointOf(context.shell, {}), asOf: date('2199-12-31') };
  const taken = new Set((await costTables(db, everything)).map(({ version }) => version));
  const stations = new Map(
    (await listDutyStations(db)).map(({ id, name, countryCode }) => [`${name} ${countryCode}`, id]),
  );
  const problems: Problem[] = [];
  const tables = new Map<string, Table>();
  const { rows } = readCsv(text, COST_COLUMNS, [], (record) => {
    readRow(new RowReader(record, problems), taken, tables, stations);
  });
  options.onProgress('check', rows, rows);
  return {
    rows,
    problems,
    async begin(tx, at) {
      const stamp = { recordedAt: at, recordedBy: context.actor.personId };
      for (const { known: _known, ...table } of tables.values())
        await saveCostTable(tx, { ...table, id: context.shell.newId() }, stamp);
    },
    slice: () => ({ entries: [], save: () => Promise.resolve() }),
  };
}

/** Imports cost tables: what a post costs by component and duty station, each table a version with its day and source. */
export function importCosts(context: Context, text: string, options: ImportOptions): Promise<ImportAnswer> {
  return importFile(context, 'import costs', text, (db) => plan(context, db, text, options), options);
}
