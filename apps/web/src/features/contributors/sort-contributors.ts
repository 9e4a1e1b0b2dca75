import { compare } from '@dcc/domain/money';
import type { z } from 'zod';
import { exact } from '../../api/exact.ts';
import type { ContributorList } from '../../api/views.ts';
import type { contributorsSearch } from './contributors-search.ts';

type Row = ContributorList['rows'][number];

/** The list is short and comes whole, so it is put in order here: by name or by an exact amount. */
export function sortContributors(
  rows: readonly Row[],
  { sort, direction }: z.output<typeof contributorsSearch>,
): Row[] {
  const upward = (left: Row, right: Row): number =>
    sort === 'name'
      ? left.contributor.name.localeCompare(right.contributor.name, 'en')
      : compare(exact(left[sort]), exact(right[sort]));
  return rows.toSorted((left, right) => (direction === 'asc' ? upward(left, right) : upward(right, left)));
}
