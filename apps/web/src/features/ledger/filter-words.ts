import { t } from '@lingui/core/macro';
import type { EntryList } from '../../api/views.ts';
import { accountWord, kindWord } from '../../app/state-words.ts';
import { formatDate } from '../../ui/format.ts';
import type { LedgerSearch } from './ledger-search.ts';

/** One part of the filter in words, and the keys of the address that hold it. */
export type FilterPart = { readonly words: string; readonly keys: readonly (keyof LedgerSearch)[] };

/** The filter of the address as a person would say it: Cash · deposits · Aurelia. */
export function filterParts(search: LedgerSearch, names: EntryList['filterNames']): FilterPart[] {
  const parts: FilterPart[] = [];
  const add = (words: string | undefined, ...keys: (keyof LedgerSearch)[]) => {
    if (words !== undefined) parts.push({ words, keys });
  };
  add(search.account === undefined ? undefined : accountWord(search.account), 'account');
  add(search.kinds === undefined ? undefined : search.kinds.map((kind) => kindWord(kind)).join(', '), 'kinds');
  add(named(search.contributorId, names.contributor), 'contributorId');
  add(named(search.contributionId, names.contribution), 'contributionId');
  add(named(search.poolId, names.pool), 'poolId');
  add(named(search.organizationId, names.organization), 'organizationId');
  add(named(search.positionId, names.position), 'positionId');
  add(search.certification === 'pending' ? t`waiting for certification` : undefined, 'certification');
  add(search.certification === 'certified' ? t`certified` : undefined, 'certification');
  add(
    search.without === undefined ? undefined : search.without.map((subject) => withoutWord(subject)).join(', '),
    'without',
  );
  add(search.from === undefined ? undefined : t`from ${formatDate(search.from)}`, 'from');
  add(search.to === undefined ? undefined : t`to ${formatDate(search.to)}`, 'to');
  add(search.text === undefined ? undefined : `“${search.text}”`, 'text');
  return parts;
}

function named(id: string | undefined, name: string | null): string | undefined {
  return id === undefined ? undefined : (name ?? id);
}

function withoutWord(subject: NonNullable<LedgerSearch['without']>[number]): string {
  switch (subject) {
    case 'contributor':
      return t`no contributor named`;
    case 'organization':
      return t`no organization named`;
    case 'position':
      return t`no position named`;
  }
}
