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
import { givenByContributor } from '../../read-models/contributors.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, onlyContributor, today } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

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
export async function listContributors(context: Context) {
  assertMay(context, 'contributions.read');
  const asOf = today(context.shell);
  const db = context.shell.db.read;
  const own = onlyContributor(context.actor);
  const totals = await totalsByContributor(db, asOf);
  const { rowCount: _count, ...all } = await contributionTotals(db, asOf, own === null ? {} : { contributorId: own });
  const contributors = (await storedContributors(db)).filter(({ id }) => own === null || id === own);
  const given = await givenByContributor(db, { asOf, knownOn: null });
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
  return { asOf, rows, totals: { ...all, received, signed: amount('signed') } };
}

/** One contributor: its figures, its years and its contributions. To a contributor another one does not exist. */
export async function getContributor(context: Context, id: string) {
  assertMay(context, 'contributions.read');
  const asOf = today(context.shell);
  const db = context.shell.db.read;
  const own = onlyContributor(context.actor);
  const contributor = (await storedContributors(db)).find(
    (candidate) => candidate.id === id && (own === null || id === own),
  );
  if (contributor === undefined) throw new Refusal({ kind: 'NotFound', subject: 'contributor' });
  const given = await givenByContributor(db, { asOf, knownOn: null });
  const { rowCount: _count, ...promised } = await contributionTotals(db, asOf, { contributorId: id });
  const amounts = { ...promised, ...given(id) };
  const all = sum(
    (await storedContributors(db)).map((each) => given(each.id).received),
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
    asOf,
    contributor,
    figures: {
      pledged: figure(amounts.pledged, 'pledged', 'pledges-open'),
      signed: figure(amounts.signed, 'signed', 'contribution-revenue'),
      received: figure(amounts.received, 'cash', 'cash', ['deposit', 'contributor-refund']),
      outstanding: figure(amounts.outstanding, 'signed', 'contributions-receivable'),
      overdue: { ...figure(amounts.overdue, 'signed', 'contributions-receivable'), entries: null },
    },
    sharePercent: own === null ? percentOf(amounts.received, all) : null,
    byYear: await contributionsByYear(db, { asOf, knownOn: null }, id),
    contributions: await contributionRows(db, asOf, {
      contributorId: id,
      sort: 'date',
      direction: 'desc',
      limit: ALL,
      offset: 0,
    }),
  };
}
