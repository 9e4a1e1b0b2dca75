import { AHEAD } from '@dcc/domain/reports/two-books';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { figureView, organizationRef } from '../../views/common-views.ts';

/** The administrator's record, the host's record, and the administrator's less the host's. */
const booksView = z.strictObject({
  transferred: figureView,
  refundsReceived: figureView,
  netTransferred: figureView,
  received: figureView,
  refundsMade: figureView,
  netReceived: figureView,
  difference: moneyView,
  transferDifference: moneyView,
  refundDifference: moneyView,
  expenditure: figureView,
  certifiedExpenditure: figureView,
  interimExpenditure: figureView,
  balance: figureView,
});

/** Why the records differ, as far as entries that come to exactly the difference say it. */
const causeView = z.strictObject({
  ahead: z.enum(AHEAD),
  amount: moneyView,
  latest: z.strictObject({ count: z.number(), since: z.string(), days: z.number(), underWay: z.boolean() }).nullable(),
});

/** One calendar year: what moved in it, and how the records stood at its end. */
const yearView = z.strictObject({
  year: z.number(),
  /** It has not ended by the day that is known. */
  notFinal: z.boolean(),
  /** Nothing takes effect in it any more. */
  closed: z.boolean(),
  books: booksView,
  differenceAtEnd: moneyView,
});

export const twoBooksView = z.strictObject({
  asOf: z.string(),
  knownOn: z.string().nullable(),
  today: z.string(),
  /** The first year that has not ended by the day that is known. */
  currentYear: z.number(),
  total: booksView,
  years: z.array(yearView),
  /** Those whose records differ come first, then the largest. */
  hosts: z.array(
    z.strictObject({
      /** `null`: entries that name no host. */
      organization: organizationRef.nullable(),
      books: booksView,
      causes: z.array(causeView),
      years: z.array(yearView),
      positions: z.array(
        z.strictObject({
          /** `null`: entries that name no position. */
          position: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
          books: booksView,
          causes: z.array(causeView),
        }),
      ),
    }),
  ),
});
