import { parseCurrency, BOOK_CURRENCY } from '@dcc/domain/currency';
import { date } from '@dcc/domain/calendar-date';
import type { Facts } from '@dcc/domain/forecast/facts';
import { money } from '@dcc/domain/money';
import { exact, onWire } from '../../api/exact.ts';
import type { ForecastFacts, Money } from '../../api/views.ts';

const cents = (amount: Money): bigint => exact(amount).minor;

/** Cents as money that screens write. */
export function usd(minor: bigint): Money {
  return onWire(money(minor, BOOK_CURRENCY));
}

/** What the server said, as the domain takes it. */
export function factsOf(answer: ForecastFacts): Facts {
  return {
    asOf: date(answer.asOf),
    reserve: cents(answer.reserve),
    pools: answer.pools.map(({ pool, cash, reserved }) => ({
      id: pool.id,
      earmarked: pool.earmarking !== 'unearmarked',
      cash: cents(cash),
      reserved: cents(reserved),
    })),
    receipts: answer.receipts.map(({ kind, contributor, poolId, dueOn, original, value }) => ({
      kind,
      contributorId: contributor.id,
      poolId,
      dueOn: dueOn === null ? null : date(dueOn),
      currency: parseCurrency(original.currency) ?? BOOK_CURRENCY,
      value: cents(value),
    })),
    positions: answer.positions.map(({ id, paidFrom, years }) => ({
      id,
      paidFrom,
      years: years.map(({ startsOn, cost, allocated, sent }) => ({
        startsOn: date(startsOn),
        cost: cents(cost),
        allocated: cents(allocated),
        sent: cents(sent),
      })),
    })),
  };
}
