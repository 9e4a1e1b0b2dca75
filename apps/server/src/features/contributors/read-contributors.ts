import {
  contributionRows,
  type ContributionTotals,
  contributionTotals,
  totalsByContributor,
} from '@dcc/db/stores/contribution-reads';
import { listContributors as storedContributors } from '@dcc/db/stores/contribution-store';
import { contributionsByYear } from '@dcc/db/stores/contribution-years';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Figure } from '@dcc/domain/figure';
import { percentOf, sum, zero } from '@dcc/domain/money';
import type { StandpointInput } from '@dcc/domain/wire';
import { givenByContributor } from '../../read-models/contributors.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, onlyContributor } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

const NOTHING = zero(BOOK_CURRENCY);
const NO_TOTALS: ContributionTotals & { readonly count: number } = {
  pledged: NOTHING,
  signed: NOTHING,
  received: NOTHING,
  outstanding: NOTHING,
  overdue: NOTHING,
  count: 0,
};
const ALL = 10_000;

/** Every contributor with the totals of its contributions, most received first. A contributor sees itself. */
export async function listContributors(context: Context, input: StandpointInput) {
  assertMay(context, 'contributions.read');
  const standpoint = standpointOf(context.shell, input);
  const db = context.shell.db.read;
  const own = onlyContributor(context.actor);
  const totals = await totalsByContributor(db, standpoint);
  const { rowCount: _count, ...all } = await contributionTotals(
    db,
    standpoint,
    own === null ? {} : { contributorId: own },
  );
  const contributors = (await storedContributors(db, standpoint)).filter(({ id }) => own === null || id === own);
  const given = await givenByContributor(db, standpoint);
  const amount = (key: 'received' | 'signed') =>
    sum(
      contributors.map(({ id }) => given(id)[key]),
      BOOK_CURRENCY,
    );
  const received = amount('received');
  const rows = contributors
    .map((contributor) => {
      const { count, ...amounts } = { ...(totals.get(contributor.id) ?? NO_TOTALS), ...given(contributor.id) };
      return {
        contributor,
        contributions: count,
        ...amounts,
        sharePercent: own === null ? percentOf(amounts.received, received) : null,
      };
    })
    .toSorted((left, right) =>
      right.received.minor > left.received.minor ? 1 : right.received.minor < left.received.minor ? -1 : 0,
    );
  return { ...standsAt(context.shell, standpoint), rows, totals: { ...all, received, signed: amount('signed') } };
}

/** One contributor: its figures, its years and its contributions. To a contributor another one does not exist. */
export async function getContributor(context: Context, id: string, input: StandpointInput) {
  assertMay(context, 'contributions.read');
  const standpoint = standpointOf(context.shell, input);
  const { asOf } = standpoint;
  const db = context.shell.db.read;
  const own = onlyContributor(context.actor);
  const contributors = await storedContributors(db, standpoint);
  const contributor = contributors.find((candidate) => candidate.id === id && (own === null || id === own));
  if (contributor === undefined) throw new Refusal({ kind: 'NotFound', subject: 'contributor' });
  const given = await givenByContributor(db, standpoint);
  const { rowCount: _count, ...promised } = await contributionTotals(db, standpoint, { contributorId: id });
  const amounts = { ...promised, ...given(id) };
  const all = sum(
    contributors.map((each) => given(each.id).received),
    BOOK_CURRENCY,
  );
  const figure = (
    amount: Figure['amount'],
    basis: Figure['basis'],
    account: NonNullable<Figure['entries']>['account'],
    kinds?: NonNullable<Figure['entries']>['kinds'],
  ): Figure => ({
    amount,
    basis,
    asOf,
    entries: own === null ? { contributorId: id, account, ...(kinds === undefined ? {} : { kinds }), to: asOf } : null,
  });
  return {
    ...standsAt(context.shell, standpoint),
    contributor,
    figures: {
      pledged: figure(amounts.pledged, 'pledged', 'pledges-open'),
      signed: figure(amounts.signed, 'signed', 'contribution-revenue'),
      received: figure(amounts.received, 'cash', 'cash', ['deposit', 'contributor-refund']),
      outstanding: figure(amounts.outstanding, 'signed', 'contributions-receivable'),
      overdue: { ...figure(amounts.overdue, 'signed', 'contributions-receivable'), entries: null },
    },
    sharePercent: own === null ? percentOf(amounts.received, all) : null,
    byYear: await contributionsByYear(db, standpoint, id),
    contributions: await contributionRows(db, standpoint, {
      contributorId: id,
      sort: 'date',
      direction: 'desc',
      limit: ALL,
      offset: 0,
    }),
  };
}
