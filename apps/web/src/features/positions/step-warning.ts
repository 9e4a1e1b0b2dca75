import { t } from '@lingui/core/macro';
import type { Position } from '../../api/views.ts';
import { formatMoneyWhole, signOf } from '../../ui/format.ts';

/** What stands in the way of a step or cannot be undone, said before it is recorded; `null` when nothing does. */
export function stepWarning({ row }: Pick<Position, 'row'>, to: string): string | null {
  const [first, second] = row.years;
  if (to === 'offered' && first !== undefined && signOf(first.short.amount) > 0) {
    return t`Year 1 lacks ${formatMoneyWhole(first.short)}: no letter of offer before that is allocated.`;
  }
  if (to === 'in-post-year-2' && second !== undefined && signOf(second.short.amount) > 0) {
    return t`Year 2 lacks ${formatMoneyWhole(second.short)}: no extension before that is allocated.`;
  }
  if (to === 'withdrawn' && signOf(row.allocated.amount) > 0)
    return t`This step is the last one. What is allocated to the post stays promised to it.`;
  if (to === 'withdrawn' || to === 'rejected' || to === 'separated')
    return t`This step is the last one: there is no way back.`;
  return null;
}
