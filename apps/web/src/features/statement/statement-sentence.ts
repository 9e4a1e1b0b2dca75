import { t } from '@lingui/core/macro';
import type { Statement, StatementColumn } from '../../api/views.ts';
import { amountWords } from '../../ui/amount-words.ts';
import { formatDate, formatMoneyWhole, signOf } from '../../ui/format.ts';
import { yearOfPeriod } from './statement-search.ts';
import { setApart } from '../../ui/set-apart.ts';

type Told = Pick<Statement, 'asOf' | 'today' | 'from' | 'certifiedOnly'> & {
  readonly fundsWithAdministrativeAgent: Pick<
    Statement['fundsWithAdministrativeAgent'],
    'balance' | 'totalSourceOfFunds' | 'totalUseOfFunds'
  >;
};

/** What the statement says: what the fund holds, or what it received and used in a period. */
export function statementSentence({
  asOf,
  today,
  from,
  certifiedOnly,
  fundsWithAdministrativeAgent: agent,
}: Told): string {
  const on = formatDate(asOf);
  if (from === null) {
    const balance = formatMoneyWhole(agent.balance.amount);
    // Money that is nowhere recorded is not the same as none.
    if (asOf === today && !certifiedOnly && signOf(agent.totalSourceOfFunds.amount.amount) === 0)
      return t`No money is recorded yet`;
    if (certifiedOnly)
      return asOf === today
        ? t`By what is certified, the fund holds ${balance}`
        : t`By what is certified, the fund held ${balance} on ${on}`;
    return asOf === today ? t`The fund holds ${balance}` : t`On ${on} the fund held ${balance}`;
  }
  if (from > asOf) return t`The period begins after it ends, so nothing moved in it`;
  const [sources, uses] = [amountWords(agent.totalSourceOfFunds.amount), amountWords(agent.totalUseOfFunds.amount)];
  const year = yearOfPeriod(from, asOf, today);
  if (year === null) return t`From ${formatDate(from)} to ${on} the fund received ${sources} and used ${uses}`;
  const name = String(year);
  return asOf.endsWith('-12-31')
    ? t`In ${name} the fund received ${sources} and used ${uses}`
    : t`In ${name} the fund has received ${sources} and used ${uses} so far`;
}

/** How realised exchange moved what was signed on its way to cash; only a name where nothing was signed or received. */
export function exchangeSentence({ signature }: Pick<Statement, 'signature'>): string {
  const { amount } = signature.exchangeDifference;
  const sign = signOf(amount.amount);
  if (Object.values(signature).every((line) => signOf(line.amount.amount) === 0)) return t`From signature to cash`;
  if (sign === 0) return t`Between signature and deposit exchange changed nothing`;
  const size = formatMoneyWhole({ ...amount, amount: amount.amount.replace('-', '') });
  return sign > 0
    ? t`Between signature and deposit exchange brought ${size}`
    : t`Between signature and deposit exchange cost ${size}`;
}

/** Who is first in a statement by contributor, host or position. The server gives the columns largest first. */
export function largestSentence(
  by: Exclude<Statement['by'], 'year' | null>,
  columns: readonly StatementColumn[],
): string {
  const named = columns.filter(({ key }) => key !== '').map((column) => ({ ...column, name: setApart(column.name) }));
  const [first] = named;
  const count = String(named.length);
  const given = first?.fundsWithAdministrativeAgent.contributionsFromDonors;
  const sent = first?.fundsWithAdministrativeAgent.transferredToParticipatingOrganizations;
  if (by === 'contributor') {
    if (first === undefined) return t`No contributor is named by any entry`;
    if (given === undefined) return t`No contributor gave money`;
    return named.length === 1
      ? t`${first.name} gave all: ${amountWords(given.amount)}`
      : t`Of ${count} contributors, ${first.name} gave the most: ${amountWords(given.amount)}`;
  }
  if (first === undefined)
    return by === 'organization' ? t`No host organization is named by any entry` : t`No position is named by any entry`;
  if (sent === undefined)
    return by === 'organization' ? t`No host organization was sent money` : t`No money was sent for a position`;
  const amount = amountWords(sent.amount);
  if (by === 'organization')
    return named.length === 1
      ? t`${first.name} was sent all: ${amount}`
      : t`Of ${count} host organizations, ${first.name} was sent the most: ${amount}`;
  return named.length === 1
    ? t`All was sent for ${first.name}: ${amount}`
    : t`Of ${count} positions, the most was sent for ${first.name}: ${amount}`;
}
