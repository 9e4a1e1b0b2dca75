import type { CalendarDate } from '@dcc/domain/calendar-date';
import { formatDecimal, type Money } from '@dcc/domain/money';
import type { getOverview } from './read-overview.ts';

export type Attention = Awaited<ReturnType<typeof getOverview>>['attention'][number];
type Kind = Attention['kind'];

/** What a kind of thing carries; one shape may serve two kinds. */
type Of<K extends Kind> = Attention extends infer A
  ? A extends { readonly kind: Kind }
    ? K extends A['kind']
      ? A
      : never
    : never
  : never;
type Words = { readonly [K in Kind]: (item: Of<K>) => string };

const amount = (money: Money): string => `${formatDecimal(money)} ${money.currency}`;
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const soon = (count: number): string => (count === 0 ? 'today' : `in ${days(count)}`);

const WORDS: Words = {
  'pool-overdrawn': ({ pool, short }) => `The pool “${pool}” is overdrawn by ${amount(short)}.`,
  'year-not-funded': ({ title, year, startsOn, short }) =>
    `${title}: year ${year}, from ${startsOn}, lacks ${amount(short)}.`,
  'instalment-overdue': ({ contributor, reference, amount: due, dueOn }) =>
    `${contributor}, ${reference}: ${amount(due)} was due on ${dueOn}.`,
  'instalment-due-soon': ({ contributor, reference, amount: due, dueOn }) =>
    `${contributor}, ${reference}: ${amount(due)} falls due on ${dueOn}.`,
  'host-claim': ({ title, organization, amount: held }) =>
    `${title} is over: ${organization} holds ${amount(held)} unspent, to be asked back.`,
  'reserved-after-end': ({ title, amount: left }) => `${title} is over: ${amount(left)} are still reserved for it.`,
  'reserve-below-mark': ({ held, mark, percent }) =>
    `The operating reserve is ${amount(held)}; ${percent} % of the planned expenditure would be ${amount(mark)}.`,
  'reserve-not-covered': ({ held, short }) =>
    `The free cash does not cover the operating reserve of ${amount(held)}: ${amount(short)} are missing.`,
  'group-leaving': ({ country, group, lastDay, proposals, vacancies }) =>
    `${country} leaves ${group} after ${lastDay}: ${proposals.length} proposals and ${vacancies.length} vacancies are touched.`,
  'action-point-due': ({ meeting, text, owner, dueOn }) => `${meeting}: ${text} (${owner}), due on ${dueOn}.`,
  'position-to-decide': ({ title, organization }) => `${title} (${organization}) waits for a decision.`,
  'window-closing': ({ reference, title, closesOn }) => `${reference}, ${title}: silence consents after ${closesOn}.`,
  'extension-due': ({ title, year, endsOn, days: left }) =>
    `${title}: year ${year} ends ${soon(left)}, on ${endsOn}; its extension is to be decided.`,
  'vacancy-closing': ({ title, closesOn, days: left }) => `${title}: the vacancy closes ${soon(left)}, on ${closesOn}.`,
  'vacancy-missing': ({ title, days: since }) => `${title} has had no vacancy for ${days(since)}.`,
  'expenditure-due': ({ organization, year, dueOn }) =>
    `${organization}: the spending of ${year} is not reported; it was due on ${dueOn}.`,
  'terms-stale': ({ title, writtenOn }) => `${title}: do the terms of reference of ${writtenOn} still hold?`,
  'retention-due': ({ title, dueOn }) => `${title}: since ${dueOn} it is to be asked where the person works.`,
  'candidates-expired': ({ count }) =>
    count === 1 ? '1 candidate is kept longer than allowed.' : `${count} candidates are kept longer than allowed.`,
  'candidate-retention-unset': () => 'Nobody has set how long candidates are kept.',
  'certification-pending': ({ count }) =>
    count === 1 ? '1 entry waits for certification.' : `${count} entries wait for certification.`,
};

/** Where a person does what waits, as the path of a page. */
function pathOf(item: Attention): string {
  switch (item.kind) {
    case 'instalment-overdue':
    case 'instalment-due-soon':
      return `/contributions/${item.contributionId}`;
    case 'year-not-funded':
    case 'position-to-decide':
    case 'extension-due':
    case 'terms-stale':
    case 'retention-due':
      return `/positions/${item.positionId}`;
    case 'host-claim':
    case 'reserved-after-end':
      return `/positions/${item.positionId}`;
    case 'action-point-due':
      return `/meetings/${item.meetingId}`;
    case 'window-closing':
      return `/decisions/${item.motionId}`;
    case 'vacancy-closing':
      return `/vacancies/${item.vacancyId}`;
    case 'vacancy-missing':
    case 'candidates-expired':
    case 'candidate-retention-unset':
      return '/vacancies';
    case 'group-leaving':
      return '/eligibility';
    case 'expenditure-due':
    case 'reserve-below-mark':
      return '/movements';
    case 'reserve-not-covered':
      return '/figures/free';
    case 'pool-overdrawn':
    case 'certification-pending':
      return '/ledger';
  }
}

/** The mail of a person: a line and an address for each thing that waits. Plain text: every program shows it. */
export function digestText(
  given: { readonly fund: string; readonly name: string; readonly on: CalendarDate; readonly address: string },
  items: readonly Attention[],
): { readonly subject: string; readonly text: string } {
  const count = items.length === 1 ? '1 thing waits' : `${items.length} things wait`;
  const lines = items.map((item) => {
    const words = (WORDS[item.kind] as (of: Attention) => string)(item);
    return `- ${words}\n  ${given.address}${pathOf(item)}`;
  });
  const text = [
    `${given.name},`,
    `${count} for you in ${given.fund} on ${given.on}:`,
    lines.join('\n'),
    `All that needs someone: ${given.address}/`,
  ].join('\n\n');
  return { subject: `${given.fund}: ${count} for you`, text: `${text}\n` };
}
