import { entriesOf } from '@dcc/domain/counted';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { t } from '@lingui/core/macro';
import type { Giving } from '../../api/views.ts';
import { sumOf } from '../../ui/amounts.ts';
import { comparedMoney, type ComparedRow } from '../../ui/compared-table.tsx';
import { GIVING_STEPS, givenIn, givenWord, givers } from './giving-sums.ts';

/** What was announced, signed and paid in all, and what each contributor paid, beside an earlier day. */
export function comparedRows(now: Giving, then: Giving): ComparedRow[] {
  const before = givers(then);
  const after = givers(now);
  // Whoever had it all given back is no giver any more, and was one.
  const gone = before.filter(({ id }) => after.every((giver) => giver.id !== id));
  const nothing = sumOf([], BOOK_CURRENCY);
  return [
    ...GIVING_STEPS.map((step) =>
      comparedMoney(
        { key: step, words: t`${givenWord(step)}, all contributors` },
        givenIn(now, step),
        givenIn(then, step),
      ),
    ),
    ...[...after, ...gone.map((giver) => ({ ...giver, received: nothing }))].map(({ id, name, received }) =>
      comparedMoney(
        { key: id, words: t`Received from ${name}` },
        received,
        before.find((giver) => giver.id === id)?.received ?? nothing,
        entriesOf('received', { contributorId: id }),
      ),
    ),
  ];
}
