import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { add, type Money, subtract, zero } from '../money.ts';
import { type KindBalance, sourceAndUse } from './statement.ts';

/**
 * The administrator's record of what a host organization was sent and sent back beside the host's own, US dollars. Two records,
 * never forced to be equal: the differences are the administrator's less the host's.
 */
export type TwoBooks = {
  readonly transferred: Money;
  readonly refundsReceived: Money;
  /** Transferred less refunded, as the administrator has it. */
  readonly netTransferred: Money;
  readonly received: Money;
  readonly refundsMade: Money;
  /** Received less sent back, as the host has it. */
  readonly netReceived: Money;
  readonly difference: Money;
  /** The part of the difference that is of transfers; the rest is of refunds. */
  readonly transferDifference: Money;
  readonly refundDifference: Money;
  /** As the host reports it; interim while nobody else has certified the report. */
  readonly expenditure: Money;
  readonly certifiedExpenditure: Money;
  readonly interimExpenditure: Money;
  /** What the host still has by its own record. */
  readonly balance: Money;
};

/** Compares the books by the sums per account and kind of all entries, and of those that wait for certification. */
export function compareBooks(balances: readonly KindBalance[], pending: readonly KindBalance[]): TwoBooks {
  const all = sourceAndUse(balances);
  const agent = all.fundsWithAdministrativeAgent;
  const host = all.fundsWithParticipatingOrganizations;
  const interim = sourceAndUse(pending).fundsWithParticipatingOrganizations.expenditure;
  const transferDifference = subtract(
    agent.transferredToParticipatingOrganizations,
    host.transfersToParticipatingOrganizations,
  );
  const refundDifference = subtract(host.refunds, agent.refundsFromParticipatingOrganizations);
  return {
    transferred: agent.transferredToParticipatingOrganizations,
    refundsReceived: agent.refundsFromParticipatingOrganizations,
    netTransferred: subtract(
      agent.transferredToParticipatingOrganizations,
      agent.refundsFromParticipatingOrganizations,
    ),
    received: host.transfersToParticipatingOrganizations,
    refundsMade: host.refunds,
    netReceived: subtract(host.transfersToParticipatingOrganizations, host.refunds),
    difference: add(transferDifference, refundDifference),
    transferDifference,
    refundDifference,
    expenditure: host.expenditure,
    certifiedExpenditure: subtract(host.expenditure, interim),
    interimExpenditure: interim,
    balance: host.balance,
  };
}

/** Which record has more of what: what was sent and not yet reported received, and so on. */
export const AHEAD = ['transfer', 'receipt', 'refund-made', 'refund-received'] as const;
export type Ahead = (typeof AHEAD)[number];

/** One entry of a record. */
export type Move = { readonly ahead: Ahead; readonly on: CalendarDate; readonly amount: Money };

/** For so many days money may well be on its way; source: assumed, a bank transfer and the host's own booking take days. */
const UNDER_WAY_DAYS = 30;

/**
 * Why two records differ, as far as it can be computed: the latest entries of the record that is ahead, where they come to exactly
 * the difference. `latest` is null where they do not.
 */
export type Cause = {
  readonly ahead: Ahead;
  /** Never negative. */
  readonly amount: Money;
  readonly latest: {
    readonly count: number;
    /** The earliest of them. */
    readonly since: CalendarDate;
    readonly days: number;
    readonly underWay: boolean;
  } | null;
};

/** The causes of a difference of transfers and of one of refunds. `moves` are the latest entries, newest first. */
export function causesOf(books: TwoBooks, moves: readonly Move[], asOf: CalendarDate): Cause[] {
  const ahead: [Ahead, Money][] = [];
  const { transferDifference: transfers, refundDifference: refunds } = books;
  if (transfers.minor !== 0n) ahead.push([transfers.minor > 0n ? 'transfer' : 'receipt', size(transfers)]);
  if (refunds.minor !== 0n) ahead.push([refunds.minor > 0n ? 'refund-made' : 'refund-received', size(refunds)]);
  return ahead.map(([which, amount]) => ({
    ahead: which,
    amount,
    latest: latestThatComeTo(
      amount,
      moves.filter((move) => move.ahead === which),
      asOf,
    ),
  }));
}

const size = (amount: Money): Money => (amount.minor < 0n ? subtract(zero(BOOK_CURRENCY), amount) : amount);

function latestThatComeTo(amount: Money, moves: readonly Move[], asOf: CalendarDate): Cause['latest'] {
  let total = 0n;
  for (const [index, move] of moves.entries()) {
    total += move.amount.minor;
    if (total !== amount.minor) continue;
    const days = daysBetween(move.on, asOf);
    return { count: index + 1, since: move.on, days, underWay: days <= UNDER_WAY_DAYS };
  }
  return null;
}
