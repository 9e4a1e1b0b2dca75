import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { t } from '@lingui/core/macro';
import type { Allocation } from '../../api/views.ts';
import { sumOf } from '../../ui/amounts.ts';
import { comparedMoney, type ComparedRow } from '../../ui/compared-table.tsx';
import type { Dimension } from './allocation-search.ts';
import { namedParts } from './parts.ts';

/** The allocated money in all and by its parts, beside an earlier day; a part that is there on one of the two days is shown. */
export function comparedParts(now: Allocation, then: Allocation, by: Dimension): ComparedRow[] {
  const [parts, before] = [namedParts(now, by), namedParts(then, by)];
  const gone = before.filter(({ key }) => parts.every((part) => part.key !== key));
  const nothing = sumOf([], BOOK_CURRENCY);
  return [
    comparedMoney(
      { key: 'total', words: t`All allocated money` },
      now.total.amount,
      then.total.amount,
      now.total.entries,
    ),
    ...[...parts, ...gone.map((part) => ({ ...part, amount: nothing }))].map(({ key, name, amount }) =>
      comparedMoney({ key, words: name }, amount, before.find((part) => part.key === key)?.amount ?? nothing),
    ),
  ];
}
