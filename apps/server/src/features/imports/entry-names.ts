import type { Reader } from '@dcc/db/open-database';
import { listContributors, listPools, nameKey } from '@dcc/db/stores/contribution-store';
import {
  agreementsByReference,
  listPositionRefs,
  type OpenAgreement,
  type PositionRef,
} from '@dcc/db/stores/open-amounts';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import type { RowReader } from './cells.ts';
import type { CsvRow } from './csv-table.ts';
import type { EntryColumn } from './entry-columns.ts';

/** Everything that the rows of an entries file may name, found without asking the database for each row. */
export type EntryNames = {
  readonly contributors: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, string>;
  readonly pools: ReadonlyMap<string, string>;
  readonly positions: readonly PositionRef[];
  readonly agreements: ReadonlyMap<string, OpenAgreement>;
};

export async function readNames(db: Reader, records: readonly CsvRow<EntryColumn>[]): Promise<EntryNames> {
  const byName = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => [nameKey(name), id] as const);
  const organizations = await listOrganizations(db);
  const references = new Set(records.map(({ cells }) => cells.contribution).filter((text) => text !== ''));
  return {
    contributors: new Map(byName(await listContributors(db))),
    organizations: new Map([
      ...byName(organizations),
      ...byName(organizations.map(({ id, shortName }) => ({ id, name: shortName }))),
    ]),
    pools: new Map(byName(await listPools(db))),
    positions: records.some(({ cells }) => cells.position !== '') ? await listPositionRefs(db) : [],
    agreements: await agreementsByReference(db, [...references]),
  };
}

/** What a cell names: `null` where it is empty, `undefined` where it names nothing, which is noted. */
export type Named<T> = T | null | undefined;

export function namedId(
  reader: RowReader<EntryColumn>,
  field: 'contributor' | 'organization' | 'pool',
  names: ReadonlyMap<string, string>,
): Named<string> {
  const text = reader.text(field);
  if (text === '') return null;
  const id = names.get(nameKey(text));
  if (id === undefined) reader.problem(field, `“${text}” is not on record`);
  return id;
}

/** A position by its number or by its title, which has to be the only one. */
export function namedPosition(reader: RowReader<EntryColumn>, positions: readonly PositionRef[]): Named<PositionRef> {
  const text = reader.text('position');
  if (text === '') return null;
  const found = positions.filter(({ number, title }) => String(number) === text || title === text);
  if (found.length === 1) return found[0];
  const reason = found.length === 0 ? 'is not on record' : 'is the title of several positions: give its number';
  reader.problem('position', `“${text}” ${reason}`);
  return undefined;
}

/** A contribution by its reference. */
export function namedAgreement(reader: RowReader<EntryColumn>, names: EntryNames): Named<OpenAgreement> {
  const text = reader.text('contribution');
  if (text === '') return null;
  const found = names.agreements.get(text);
  if (found === undefined) reader.problem('contribution', `“${text}” is not on record`);
  return found;
}
