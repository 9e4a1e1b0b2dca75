import { compare } from '@dcc/domain/money';
import { plural, t } from '@lingui/core/macro';
import { exact } from '../../api/exact.ts';
import type { Money, Overview } from '../../api/views.ts';
import { formatMoneyWhole, formatMonth, signOf } from '../format.ts';
import { capital, inWords, total, wholePercent } from '../share-words.ts';
import { setApart } from '../set-apart.ts';

// Every sentence of the overview is a rule over its data, and is silent or plain when there is nothing to say.

/** What the page says today: what can be done, then what is missing. */
export function headline(overview: Overview): string {
  if (overview.entryCount === 0) return nothingRecorded(overview);
  return [whatIsFree(overview), whatIsMissing(overview)].filter((sentence) => sentence !== null).join(' ');
}

function nothingRecorded({ contributors, positionCount }: Overview): string {
  const known = plural(contributors.length, { 0: 'no contributor', one: 'one contributor', other: '# contributors' });
  const posts = plural(positionCount, { 0: 'no position', one: 'one position', other: '# positions' });
  return t`No money is recorded yet. The fund knows ${known} and ${posts}.`;
}

function whatIsFree({ figures, fundablePositions }: Overview): string {
  const available = figures.available.amount;
  if (signOf(available.amount) < 0) {
    const missing = formatMoneyWhole({ ...available, amount: available.amount.replace('-', '') });
    return t`The fund has promised ${missing} more than it may spend.`;
  }
  if (fundablePositions === null) return t`The fund has ${formatMoneyWhole(available)} free to allocate.`;
  if (fundablePositions === 0) return t`The fund cannot sponsor another position now.`;
  const count = inWords(fundablePositions);
  return plural(fundablePositions, {
    one: `The fund can sponsor one more position.`,
    other: `The fund can sponsor ${count} more positions.`,
  });
}

function whatIsMissing({ attention, overdueCount, figures, positions }: Overview): string | null {
  const years = attention.filter((item) => item.kind === 'year-not-funded');
  if (years.length > 0) {
    const count = capital(inWords(years.length));
    return years.every((item) => item.year === 2)
      ? plural(years.length, {
          one: `One second year still lacks money.`,
          other: `${count} second years still lack money.`,
        })
      : plural(years.length, {
          one: `One year of a position still lacks money.`,
          other: `${count} years of positions still lack money.`,
        });
  }
  if (overdueCount > 0) {
    const [count, amount] = [capital(inWords(overdueCount)), formatMoneyWhole(figures.overdue.amount)];
    return plural(overdueCount, {
      one: `One instalment is overdue: ${amount}.`,
      other: `${count} instalments are overdue: ${amount}.`,
    });
  }
  return positions.some((position) => position.years.length > 0) ? t`Every year of every position is paid for.` : null;
}

/** Title of cash against promises. */
export function cashTitle({ asOf, cashShortOn, series }: Overview): string {
  if (series.length === 0) return t`Cash and promises`;
  if (cashShortOn === null) return t`Cash covers every promise`;
  return cashShortOn <= asOf
    ? t`Cash no longer covers every promise`
    : t`Cash covers every promise until ${formatMonth(cashShortOn)}`;
}

type Named = { readonly name: string; readonly amount: Money };

function largest(items: readonly Named[]): Named | null {
  return items.reduce<Named | null>(
    (best, item) => (best === null || compare(exact(item.amount), exact(best.amount)) > 0 ? item : best),
    null,
  );
}

function receivedByContributor({ contributors }: Overview): Named[] {
  return contributors.map((row) => ({ name: setApart(row.contributor.name), amount: row.received }));
}

/** Title of the contributors' bars. */
export function contributorsTitle(overview: Overview): string {
  const items = receivedByContributor(overview);
  const first = largest(items);
  const share = first === null ? null : wholePercent(first.amount, total(items.map((item) => item.amount)));
  if (first === null || share === null) return t`Contributors`;
  return items.filter((item) => signOf(item.amount.amount) > 0).length === 1
    ? t`${first.name} gave all that was received`
    : t`${first.name} gave ${share} of what was received`;
}

/** Title of the flows: where the money comes from and where it goes. */
export function flowsTitle(overview: Overview): string {
  const giving = receivedByContributor(overview).toSorted((a, b) => compare(exact(b.amount), exact(a.amount)));
  const [first, second] = giving;
  const host = largest(
    overview.hosts.map((row) => ({ name: setApart(row.organization.shortName), amount: row.allocated })),
  );
  if (first === undefined || signOf(first.amount.amount) <= 0) return t`From contributors to host organizations`;
  const together = second === undefined ? first.amount : total([first.amount, second.amount]);
  const share = wholePercent(together, total(giving.map((item) => item.amount))) ?? '';
  const from =
    second === undefined || signOf(second.amount.amount) <= 0
      ? t`${first.name} gave ${share} of the money`
      : t`${first.name} and ${second.name} gave ${share} of the money`;
  if (host === null || signOf(host.amount.amount) <= 0) return from;
  return t`${from}; the largest part goes to ${host.name}`;
}

/** Title of the contributions by year. */
export function yearsTitle({ contributionsByYear }: Overview): string {
  const best = largest(contributionsByYear.map((row) => ({ name: String(row.year), amount: row.received })));
  if (best === null || signOf(best.amount.amount) <= 0) return t`Contributions by year`;
  return t`${best.name} brought the most money: ${formatMoneyWhole(best.amount)}`;
}

/** Title of the hosts' bars. */
export function hostsTitle({ hosts }: Overview): string {
  const first = largest(hosts.map((row) => ({ name: setApart(row.organization.shortName), amount: row.allocated })));
  const share = first === null ? null : wholePercent(first.amount, total(hosts.map((row) => row.allocated)));
  return first === null || share === null
    ? t`Host organizations`
    : capital(t`${share} of the allocated money goes to ${first.name}`);
}

/** Title of the timeline: whose money is missing, those first that need it soon. */
export function timelineTitle({ positions, attention }: Overview): string {
  if (positions.every((position) => position.years.length === 0)) return t`Who is where, and which years are paid`;
  const short = positions.filter((position) =>
    position.years.some((year) => year.state === 'unfunded' || year.state === 'part-allocated'),
  ).length;
  if (short === 0) return t`Every year of every position is paid for`;
  const soon = new Set(attention.filter((item) => item.kind === 'year-not-funded').map((item) => item.positionId)).size;
  if (soon === 0 || soon >= short) {
    const count = capital(inWords(short));
    return plural(short, {
      one: `One position has a year without money`,
      other: `${count} positions have a year without money`,
    });
  }
  const [first, later] = [capital(inWords(soon)), inWords(short - soon)];
  return plural(soon, {
    one: `One position lacks money for a year that begins soon, ${later} more for a later one`,
    other: `${first} positions lack money for a year that begins soon, ${later} more for a later one`,
  });
}

/** Title of the bars of positions. */
export function phasesTitle({ positionsByState }: Overview): string {
  const inPhase = (phase: string) =>
    positionsByState.filter((row) => row.phase === phase).reduce((count, row) => count + row.count, 0);
  const [posted, recruiting] = [inPhase('in-post'), inPhase('in-recruitment')];
  if (posted + recruiting === 0) return t`Positions by phase`;
  const count = capital(inWords(recruiting));
  if (posted === 0)
    return plural(recruiting, {
      one: 'One position is in recruitment',
      other: `${count} positions are in recruitment`,
    });
  const first = plural(posted, { one: 'One person is in post', other: '# people are in post' });
  return recruiting === 0 ? first : t`${first}, ${inWords(recruiting)} more in recruitment`;
}

/** Title of the sources and uses. */
export function sourcesTitle({ statement }: Overview): string {
  const { subTotalTransfers, totalSourceOfFunds } = statement.fundsWithAdministrativeAgent;
  const share = wholePercent(subTotalTransfers.amount, totalSourceOfFunds.amount);
  if (share === null) return t`Sources and uses of funds`;
  return signOf(subTotalTransfers.amount.amount) === 0
    ? t`Nothing has been sent to host organizations yet`
    : capital(t`${share} of what came in was sent to host organizations`);
}

/** Where the free money is, and what it may be used for. */
export function poolsTitle({ pools }: Pick<Overview, 'pools'>): string {
  const free = pools.filter(({ available }) => signOf(available.amount) > 0);
  const [most, ...others] = free.toSorted((left, right) => compare(exact(right.available), exact(left.available)));
  if (most === undefined) return t`No pool has money free`;
  const [pool, amount] = [setApart(most.pool.name), formatMoneyWhole(most.available)];
  return others.length === 0
    ? t`All that is free is in ${pool}: ${amount}`
    : t`Most that is free is in ${pool}: ${amount}`;
}
