import { plural, t } from '@lingui/core/macro';
import type { Contribution, ContributionList } from '../../api/views.ts';
import { amountWords } from '../../ui/amount-words.ts';
import { formatDate, formatMoney, formatMoneyWhole, signOf } from '../../ui/format.ts';
import { setApart } from '../../ui/set-apart.ts';

type Listed = Pick<ContributionList, 'rowCount' | 'totals'>;

/** What the list of contributions says: first what is to come and late, then what is only announced, then what came. */
export function contributionsSentence({ rowCount, totals }: Listed, filtered: boolean): string {
  if (rowCount === 0) return filtered ? t`No contribution is like this` : t`No contribution is on record yet`;
  const [toCome, late, pledged, received] = [
    amountWords(totals.outstanding),
    amountWords(totals.overdue),
    amountWords(totals.pledged),
    amountWords(totals.received),
  ];
  if (signOf(totals.outstanding.amount) > 0) {
    if (totals.overdue.amount === totals.outstanding.amount)
      return t`${toCome} is signed and still to come; all of it is overdue`;
    return signOf(totals.overdue.amount) > 0
      ? t`${toCome} is signed and still to come; ${late} of it is overdue`
      : t`${toCome} is signed and still to come; none of it is overdue`;
  }
  if (signOf(totals.pledged.amount) > 0)
    return t`${pledged} is pledged and not yet signed; nothing signed is still to come`;
  if (signOf(totals.received.amount) > 0) return t`All that was signed has been received: ${received}`;
  return plural(rowCount, {
    one: '# contribution is on record, without an amount yet',
    other: '# contributions are on record, without an amount yet',
  });
}

/** What one contribution says: what is late, else what comes next, else how it ended. */
export function contributionSentence({ row, instalments }: Pick<Contribution, 'row' | 'instalments'>): string {
  const [name, amount] = [setApart(row.contributor.name), formatMoneyWhole(row.original)];
  if (row.stage === 'pledged')
    return signOf(row.original.amount) === 0
      ? t`${name} withdrew this pledge`
      : t`${name} announced ${amount}; nothing is signed yet`;
  if (signOf(row.original.amount) === 0) return t`The amount that ${name} gave is not on record yet`;
  if (row.stage === 'received') return t`${name} gave ${amount}, received without a recorded agreement`;
  const late = instalments.find(({ state }) => state === 'overdue');
  if (late !== undefined) return overdueSentence(name, late);
  const next = instalments.find(({ outstanding }) => signOf(outstanding.amount) > 0);
  if (next === undefined) {
    if (instalments.some(({ writtenOff }) => signOf(writtenOff.amount) > 0))
      return t`Nothing more is expected of the ${amount} that ${name} signed; part of it is written off`;
    return signOf(row.received.amount) === 0
      ? t`${name} signed ${amount}`
      : t`${name} has paid all of the ${amount} that it signed`;
  }
  const [due, on] = [formatMoneyWhole(next.outstanding), formatDate(next.dueOn)];
  return t`${due} from ${name} is due on ${on}`;
}

function overdueSentence(name: string, { outstanding, daysOverdue }: Contribution['instalments'][number]): string {
  const due = formatMoneyWhole(outstanding);
  return plural(daysOverdue ?? 0, {
    one: `${due} from ${name} is # day overdue`,
    other: `${due} from ${name} is # days overdue`,
  });
}

/** A difference of exchange in plain words; `null` when there is none. */
export function exchangeWords(difference: { readonly amount: string; readonly currency: string }): string | null {
  const sign = signOf(difference.amount);
  if (sign === 0) return null;
  const size = formatMoney({ ...difference, amount: difference.amount.replace('-', '') });
  return sign > 0
    ? t`a gain: the rate on the day of receipt brought ${size} more than the rate of the signature`
    : t`a loss: the rate on the day of receipt brought ${size} less than the rate of the signature`;
}
