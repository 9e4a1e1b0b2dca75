import { plural, t } from '@lingui/core/macro';
import type { Contributor, ContributorList } from '../../api/views.ts';
import { amountWords } from '../../ui/amount-words.ts';
import { formatPercent, signOf } from '../../ui/format.ts';
import { setApart } from '../../ui/set-apart.ts';

type Rows = Pick<ContributorList, 'rows'>;

/** From this share on one contributor is worth a sentence of its own. */
const LARGE = 40;

/** Who carries the fund; else how many do. The server gives the rows most received first. */
export function contributorsSentence({ rows }: Rows): string {
  const paid = rows.filter(({ received }) => signOf(received.amount) > 0);
  const [first] = paid;
  if (rows.length === 0) return t`No contributor is on record yet`;
  if (first === undefined)
    return plural(rows.length, {
      one: '# contributor is on record; no receipt is recorded yet',
      other: '# contributors are on record; no receipt is recorded yet',
    });
  if (first.sharePercent !== null && paid.length > 1 && Number(first.sharePercent) >= LARGE) {
    const [name, share] = [setApart(first.contributor.name), formatPercent(first.sharePercent)];
    return t`${name} gave ${share} of all that the fund received`;
  }
  return plural(paid.length, {
    one: `${setApart(first.contributor.name)} gave all that the fund received`,
    other: '# contributors gave what the fund received',
  });
}

type One = Pick<Contributor, 'contributor' | 'figures' | 'sharePercent'>;

/** What one contributor means to the fund; to itself, what it gave and what is to come. */
export function contributorSentence({ contributor, figures, sharePercent }: One): string {
  const name = setApart(contributor.name);
  const [received, outstanding, pledged] = [
    figures.received.amount,
    figures.outstanding.amount,
    figures.pledged.amount,
  ];
  if (signOf(received.amount) > 0) {
    if (sharePercent !== null) {
      const share = formatPercent(sharePercent);
      return t`${name} gave ${share} of all that the fund received`;
    }
    const [given, toCome] = [amountWords(received), amountWords(outstanding)];
    return signOf(outstanding.amount) > 0
      ? t`${name} has given ${given}; ${toCome} is signed and still to come`
      : t`${name} has given ${given}`;
  }
  if (signOf(outstanding.amount) > 0) return t`${name} signed ${amountWords(outstanding)}, which is still to come`;
  if (signOf(pledged.amount) > 0) return t`${name} announced ${amountWords(pledged)}; nothing is signed yet`;
  return t`No amount from ${name} is on record yet`;
}

/** Message of the chart of years: the year in which most came. */
export function yearsSentence(years: Contributor['byYear'], name: string): string {
  const paid = years.filter(({ received }) => signOf(received.amount) > 0);
  // Numbers are good enough to choose the largest; the words come from the exact amount.
  const best = paid.toSorted((left, right) => Number(right.received.amount) - Number(left.received.amount))[0];
  if (best === undefined)
    return years.length === 0 ? t`Nothing by year yet` : t`${name} signed; no receipt is recorded yet`;
  const [amount, year] = [amountWords(best.received), best.year];
  if (paid.length > 1 && paid.every(({ received }) => received.amount === best.received.amount)) {
    return plural(paid.length, { one: `${amount} came in # year`, other: `${amount} came in each of # years` });
  }
  return paid.length === 1 ? t`All that came, ${amount}, came in ${year}` : t`Most came in ${year}: ${amount}`;
}
