import { listContributors } from '@dcc/db/stores/contribution-store';
import { givenByYear } from '@dcc/db/stores/contribution-years';
import { yearOf } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Figure } from '@dcc/domain/figure';
import { sum } from '@dcc/domain/money';
import type { StandpointInput } from '@dcc/domain/wire';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

/** Who gives, when, and how far it has come: in US dollars and in the currency it was in. */
export async function getGiving(context: Context, input: StandpointInput) {
  assertMay(context, 'overview.read');
  const standpoint = standpointOf(context.shell, input);
  const { asOf } = standpoint;
  const db = context.shell.db.read;
  const rows = await givenByYear(db, standpoint);
  const received: Figure = {
    amount: sum(
      rows.filter(({ step }) => step === 'received').map(({ value }) => value),
      BOOK_CURRENCY,
    ),
    basis: 'cash',
    asOf,
    entries: { account: 'cash', kinds: ['deposit', 'contributor-refund'], to: asOf },
  };
  return {
    ...standsAt(context.shell, standpoint),
    currentYear: yearOf(standpoint.knownOn ?? today(context.shell)),
    received,
    contributors: await listContributors(db, standpoint),
    rows,
  };
}
