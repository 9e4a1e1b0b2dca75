import { plural, t } from '@lingui/core/macro';
import type { Books, BooksCause } from '../../api/views.ts';
import { formatDate, formatMoneyWhole, signOf } from '../../ui/format.ts';

const size = (money: { readonly amount: string; readonly currency: string }): string =>
  formatMoneyWhole({ ...money, amount: money.amount.replace('-', '') });

type Told = {
  readonly hosts: readonly Pick<Books['hosts'][number], 'causes'>[];
  readonly total: Pick<Books['total'], 'difference'>;
};

/** Whether the two books agree; else by how much they differ, and why, where one thing explains it all. */
export function booksSentence({ hosts, total }: Told): string {
  const causes = hosts.flatMap((host) => host.causes);
  if (hosts.length === 0) return t`No money has gone to a host organization yet`;
  if (causes.length === 0) return t`The two books agree`;
  const difference = size(total.difference);
  const differing = hosts.filter((host) => host.causes.length > 0).length;
  if (signOf(total.difference.amount) === 0)
    return plural(differing, {
      one: 'The two books differ at one host organization, though their totals agree',
      other: 'The two books differ at # host organizations, though their totals agree',
    });
  const why = whyInAll(causes);
  if (why !== null) return t`The two books differ by ${difference}: ${why}`;
  return plural(differing, {
    one: `The two books differ by ${difference} at one host organization`,
    other: `The two books differ by ${difference} at # host organizations`,
  });
}

/** One reason for everything: all of it under way, in one direction. */
function whyInAll(causes: readonly BooksCause[]): string | null {
  const [first] = causes;
  if (first === undefined || causes.some(({ ahead, latest }) => ahead !== first.ahead || latest?.underWay !== true))
    return null;
  const count = causes.reduce((sum, { latest }) => sum + (latest?.count ?? 0), 0);
  if (first.ahead === 'transfer')
    return plural(count, { one: 'one transfer is under way', other: '# transfers are under way' });
  if (first.ahead === 'refund-made')
    return plural(count, { one: 'one refund is under way', other: '# refunds are under way' });
  return null;
}

/** Whether all that differs is only under way. */
export function isWaiting(causes: readonly BooksCause[]): boolean {
  return causes.length > 0 && causes.every(({ latest }) => latest?.underWay === true);
}

/** Why the records of one host differ, as far as entries say it. */
export function causeWords({ ahead, amount, latest }: BooksCause): string {
  const money = size(amount);
  if (latest === null) return unexplainedWords(ahead, money);
  return t`${money}: ${latestWords(ahead, latest)}`;
}

function latestWords(ahead: BooksCause['ahead'], latest: NonNullable<BooksCause['latest']>): string {
  const { count, days, underWay } = latest;
  const since = formatDate(latest.since);
  switch (ahead) {
    case 'transfer':
      return underWay
        ? plural(count, {
            one: `transfer of ${since}, not yet in the host’s record: under way`,
            other: `# transfers since ${since}, not yet in the host’s record: under way`,
          })
        : plural(count, {
            one: `transfer of ${since}, not in the host’s record after ${days} days`,
            other: `# transfers since ${since}, not in the host’s record after ${days} days`,
          });
    case 'receipt':
      return plural(count, {
        one: `receipt of ${since} that the host records, without a transfer`,
        other: `# receipts since ${since} that the host records, without a transfer`,
      });
    case 'refund-made':
      return underWay
        ? plural(count, {
            one: `refund that the host made on ${since}, not yet received: under way`,
            other: `# refunds that the host made since ${since}, not yet received: under way`,
          })
        : plural(count, {
            one: `refund that the host made on ${since}, not received after ${days} days`,
            other: `# refunds that the host made since ${since}, not received after ${days} days`,
          });
    case 'refund-received':
      return plural(count, {
        one: `refund received on ${since}, not in the host’s record`,
        other: `# refunds received since ${since}, not in the host’s record`,
      });
  }
}

function unexplainedWords(ahead: BooksCause['ahead'], money: string): string {
  switch (ahead) {
    case 'transfer':
      return t`${money} that was sent is not in the host’s record, and the latest transfers do not add up to it`;
    case 'receipt':
      return t`${money} in the host’s record was not sent, and its latest receipts do not add up to it`;
    case 'refund-made':
      return t`${money} that the host sent back was not received, and its latest refunds do not add up to it`;
    case 'refund-received':
      return t`${money} of refunds received is not in the host’s record, and the latest refunds do not add up to it`;
  }
}
