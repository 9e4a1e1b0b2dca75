import { type ContributionDetail, contributionDetail } from '@dcc/db/stores/contribution-detail';
import { contributionRows, contributionTotals } from '@dcc/db/stores/contribution-reads';
import { entryRows, postingsOf } from '@dcc/db/stores/ledger-reads';
import { daysBetween, date, type CalendarDate } from '@dcc/domain/calendar-date';
import type { ListContributions } from '@dcc/domain/contributions/inputs';
import type { InstalmentState } from '@dcc/domain/contributions/kinds';
import type { Figure } from '@dcc/domain/figure';
import { type Money, subtract } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import { readableEntry } from '../../read-models/entries.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, onlyContributor } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

const PAGE_SIZE = 50;

/** A page of contributions with the totals of all pages. A contributor sees its own. */
export async function listContributions(context: Context, input: ListContributions) {
  assertMay(context, 'contributions.read');
  const standpoint = standpointOf(context.shell, input);
  const own = onlyContributor(context.actor);
  const selection = own === null ? input : { ...input, contributorId: own };
  const db = context.shell.db.read;
  const { rowCount, ...totals } = await contributionTotals(db, standpoint, selection);
  const rows = await contributionRows(db, standpoint, {
    ...selection,
    limit: PAGE_SIZE,
    offset: (input.page - 1) * PAGE_SIZE,
  });
  return { ...standsAt(context.shell, standpoint), rows, rowCount, page: input.page, pageSize: PAGE_SIZE, totals };
}

type Scheduled = ContributionDetail['instalments'][number];

function instalmentState({ dueOn, amount, outstanding, writtenOff }: Scheduled, asOf: CalendarDate): InstalmentState {
  if (outstanding.minor <= 0n) return writtenOff.minor > 0n ? 'written-off' : 'received';
  if (dueOn < asOf) return 'overdue';
  return outstanding.minor < amount.minor ? 'part-received' : 'expected';
}

async function history(context: Context, standpoint: Standpoint, id: string) {
  const db = context.shell.db.read;
  const window = { beside: null, toward: 'newer', limit: 500 } as const;
  const entries = await entryRows(db, { contributionId: id }, standpoint, window);
  const postings = await postingsOf(
    db,
    entries.map(({ number }) => number),
  );
  return entries.toReversed().map((entry) => {
    const readable = readableEntry(entry, postings.get(entry.number) ?? [], new Map(), undefined);
    return {
      entryId: readable.id,
      entryNumber: readable.number,
      kind: readable.kind,
      effectiveOn: readable.effectiveOn,
      recordedBy: readable.recordedBy,
      description: readable.description,
      original: readable.original,
      amount: readable.amount,
      reversed: readable.reversedBy !== null || readable.reverses !== null,
    };
  });
}

/** One contribution from its pledge to its last deposit. To a contributor another's does not exist. */
export async function getContribution(context: Context, id: string, input: StandpointInput) {
  assertMay(context, 'contributions.read');
  const standpoint = standpointOf(context.shell, input);
  const { asOf } = standpoint;
  const db = context.shell.db.read;
  const own = onlyContributor(context.actor);
  const [row] = await contributionRows(db, standpoint, {
    ...(own === null ? {} : { contributorId: own }),
    id,
    sort: 'date',
    direction: 'asc',
    limit: 1,
    offset: 0,
  });
  const detail = await contributionDetail(db, standpoint, id);
  if (row === undefined || detail === null) throw new Refusal({ kind: 'NotFound', subject: 'contribution' });
  const { instalments, writtenOff, exchangeDifference, ...rest } = detail;
  const figure = (
    amount: Money,
    basis: Figure['basis'],
    account: NonNullable<Figure['entries']>['account'],
  ): Figure => ({
    amount,
    basis,
    asOf,
    entries: own === null ? { contributionId: id, account, to: asOf } : null,
  });
  return {
    ...standsAt(context.shell, standpoint),
    row,
    ...rest,
    instalments: instalments.map((instalment) => {
      const state = instalmentState(instalment, asOf);
      return {
        ...instalment,
        received: subtract(subtract(instalment.amount, instalment.outstanding), instalment.writtenOff),
        state,
        daysOverdue: state === 'overdue' ? daysBetween(date(instalment.dueOn), asOf) : null,
      };
    }),
    figures: {
      pledged: figure(row.pledged, 'pledged', 'pledges-open'),
      signed: figure(row.signed, 'signed', 'contribution-revenue'),
      received: figure(row.received, 'cash', 'cash'),
      writtenOff: figure(writtenOff, 'signed', 'contributions-written-off'),
      exchangeDifference: figure(exchangeDifference, 'cash', 'exchange-difference'),
    },
    history: await history(context, standpoint, id),
  };
}
