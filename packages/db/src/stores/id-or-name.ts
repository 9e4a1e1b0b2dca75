import { nameKey } from './contribution-store.ts';

/** What a named record is looked for by. */
export type IdOrName = { readonly id: string } | { readonly name: string };

/** The column that is asked, and for what: a name is found however it is written. */
export function columnOf(by: IdOrName): readonly ['id' | 'name_key', string] {
  return 'id' in by ? ['id', by.id] : ['name_key', nameKey(by.name)];
}
