import { balancesAt } from '@dcc/db/stores/balance-store';
import { entryRows, postingsOf } from '@dcc/db/stores/ledger-reads';
import {
  countByState,
  decisionsOfPosition,
  positionRows,
  positionStory,
  positionTotals,
} from '@dcc/db/stores/position-reads';
import { poolFunds, reserveHeld } from '@dcc/db/stores/pool-store';
import { releasesOf } from '@dcc/db/stores/release-store';
import { supersededBy } from '@dcc/db/stores/resolution-store';
import { reviewFindings } from '@dcc/db/stores/review-store';
import { termsVersions } from '@dcc/db/stores/terms-store';
import { vacancies } from '@dcc/db/stores/vacancy-store';
import { availableOverall } from '@dcc/domain/allocations/allocation';
import { hostClaim, isOver } from '@dcc/domain/allocations/release';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Figure } from '@dcc/domain/figure';
import { ALLOCATED_KINDS } from '@dcc/domain/ledger/kinds';
import { sum } from '@dcc/domain/money';
import type { ListPositions } from '@dcc/domain/positions/inputs';
import {
  mayReceiveAllocation,
  phaseOf,
  POSITION_PHASES,
  type PositionState,
  yearOfState,
} from '@dcc/domain/positions/states';
import { emptyFields } from '@dcc/domain/positions/terms';
import type { Standpoint } from '@dcc/domain/standpoint';
import { statusOn } from '@dcc/domain/vacancies/vacancy';
import type { StandpointInput } from '@dcc/domain/wire';
import { poolsAvailable } from '../../read-models/pools.ts';
import { withYears } from '../../read-models/positions.ts';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';
import { allowanceView, costOf } from './read-costs.ts';
import { nextSteps, reviewOf, separationOf } from './read-life.ts';
import { wholeStory } from './read-story.ts';
import { stepFacts } from './step-facts.ts';

const PAGE_SIZE = 50;
/** More than a fund of two hundred years has on one board. */
const MOST_ON_A_BOARD = 2000;

type Row = Awaited<ReturnType<typeof withYears>>[number];

/** A page of positions with the totals of all pages and how many stand in each phase. */
export async function listPositions(context: Context, input: ListPositions) {
  assertMay(context, 'positions.read');
  const standpoint = standpointOf(context.shell, input);
  const db = context.shell.db.read;
  const { rowCount, ...totals } = await positionTotals(db, standpoint, input);
  const rows = await positionRows(db, standpoint, {
    ...input,
    limit: input.whole === true ? MOST_ON_A_BOARD : PAGE_SIZE,
    offset: input.whole === true ? 0 : (input.page - 1) * PAGE_SIZE,
  });
  const states = await countByState(db, standpoint);
  return {
    ...standsAt(context.shell, standpoint),
    rows: await withYears(db, standpoint, rows),
    rowCount,
    page: input.page,
    pageSize: PAGE_SIZE,
    byPhase: POSITION_PHASES.map((phase) => ({
      phase,
      count: states.filter(({ state }) => phaseOf(state) === phase).reduce((total, { count }) => total + count, 0),
    })),
    totals,
  };
}

async function transfers(context: Context, standpoint: Standpoint, id: string) {
  const db = context.shell.db.read;
  const entries = await entryRows(db, { positionId: id, account: 'transfers' }, standpoint, {
    beside: null,
    toward: 'older',
    limit: 200,
  });
  const postings = await postingsOf(
    db,
    entries.map(({ number }) => number),
  );
  return entries.toReversed().map((entry) => ({
    entryId: String(entry.number),
    entryNumber: entry.number,
    on: entry.effectiveOn,
    amount: sum(
      (postings.get(entry.number) ?? [])
        .filter(({ account, positionId }) => account === 'transfers' && positionId === id)
        .map(({ amount }) => amount),
      BOOK_CURRENCY,
    ),
    description: entry.description,
  }));
}

/** Where a position stood, with its years as the rules of its life see them. */
function lifeOf(row: Row, stateSince: string, states: readonly PositionState[]) {
  return {
    id: row.id,
    state: row.state,
    since: date(stateSince),
    yearInPost: Math.max(0, ...states.map(yearOfState)),
    years: row.years.map(({ number, ...year }) => ({ ...year, year: number })),
  };
}

/** One position: its years, its story, the decisions and transfers that paid for it, and what could pay for more. */
export async function getPosition(
  context: Context,
  id: string,
  input: StandpointInput & { readonly costTable?: string | undefined },
) {
  assertMay(context, 'positions.read');
  const standpoint = standpointOf(context.shell, input);
  const { asOf } = standpoint;
  const db = context.shell.db.read;
  const [stored] = await positionRows(db, standpoint, { id, sort: 'number', direction: 'asc', limit: 1, offset: 0 });
  if (stored === undefined) throw new Refusal({ kind: 'NotFound', subject: 'position' });
  const [row] = await withYears(db, standpoint, [stored]);
  if (row === undefined) throw new Refusal({ kind: 'NotFound', subject: 'position' });
  const balances = (
    await balancesAt(
      db,
      standpoint,
      ['allocations-open', 'transfers', 'organization-expenditure'],
      ['account', 'position_id'],
    )
  ).filter((balance) => balance.position_id === id);
  const figure = (account: NonNullable<Figure['entries']>['account'], basis: Figure['basis']): Figure => ({
    amount: sum(
      balances.filter((balance) => balance.account === account).map(({ amount }) => amount),
      BOOK_CURRENCY,
    ),
    basis,
    asOf,
    entries: { positionId: id, account, to: asOf },
  });
  const taken = await positionStory(db, standpoint, id);
  const life = lifeOf(
    row,
    stored.stateSince,
    taken.map(({ to }) => to),
  );
  const facts = await stepFacts(db, standpoint, life, { reason: '', on: asOf });
  const findings = await reviewFindings(db, standpoint, id);
  const advertised = await vacancies(db, standpoint, { positionId: id });
  const versions = await termsVersions(db, standpoint, id);
  const [sent, spent] = [figure('transfers', 'cash'), figure('organization-expenditure', 'spent')];
  const decisions = await decisionsOfPosition(db, standpoint, id);
  const later = await supersededBy(
    db,
    standpoint,
    decisions.map((decision) => decision.id),
  );
  return {
    ...standsAt(context.shell, standpoint),
    row,
    description: stored.description,
    steps: nextSteps(life, facts),
    terms: { versions, empty: emptyFields(facts.terms) },
    review: reviewOf(life, findings),
    separation: await separationOf(db, standpoint, life),
    cost: await costOf(
      db,
      standpoint,
      { id, organizationId: row.organization.id, dutyStationId: row.dutyStation.id, years: row.years.length },
      input.costTable,
    ),
    allowance: await allowanceView(db, standpoint, life),
    takesAllocation: mayReceiveAllocation(row.state),
    unsent: figure('allocations-open', 'allocated').amount,
    over: isOver(row.state),
    claim: hostClaim(row.state, sent.amount, spent.amount),
    released: await releasesOf(db, standpoint, { positionId: id }),
    figures: {
      allocated: {
        amount: row.allocated,
        basis: 'allocated' as const,
        asOf,
        entries: { positionId: id, kinds: [...ALLOCATED_KINDS], account: 'allocations-open' as const, to: asOf },
      },
      transferred: sent,
      spent,
    },
    story: await wholeStory(db, standpoint, { id, steps: taken, versions, findings, vacancies: advertised }),
    vacancies: advertised.map(({ id: vacancyId, terms }) => ({
      id: vacancyId,
      opensOn: terms.opensOn,
      closesOn: terms.closesOn,
      status: statusOn(terms, asOf),
    })),
    decisions: decisions.map((decision) => ({
      ...decision,
      entryId: String(decision.entryNumber),
      supersededBy: later.get(decision.id) ?? null,
    })),
    transfers: await transfers(context, standpoint, id),
    pools: await poolsAvailable(db, standpoint),
    available: availableOverall(await poolFunds(db, standpoint), (await reserveHeld(db, standpoint)).held),
  };
}
