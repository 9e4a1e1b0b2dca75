import type SqliteDatabase from 'better-sqlite3';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { addMonths } from '@dcc/domain/calendar-date';
import type { asker } from './ask.ts';
import { timeInTurn, type Timing } from './measure.ts';
import { type Line, ms } from './table.ts';

/** How much dearer a screen may be over a million postings than over a thousand. */
const GROWTH_LIMIT = 1.5;
/** How much of the server's own time one bare query may stand for. */
const BARE_LIMIT = 3;
const KNOWN_LIMIT = 1.5;

type Ask = ReturnType<typeof asker>['ask'];

const SINCE_ACCOUNTS = `('cash', 'contribution-revenue', 'transfers', 'organization-expenditure')`;

/**
 * Everything that an overview shows of the kept balances, and of the sums that are kept in columns of contributions and instalments, by
 * hand: no names, no positions, no decisions but the day of the last one. Sums are taken in the order in which the rows lie.
 */
function bareOverview(bare: SqliteDatabase.Database): () => void {
  // Balances, pools, hosts, statement and flows.
  const balances = bare.prepare(`
    select account, kind, contributor_id, pool_id, organization_id, position_id, sum(amount) from kept_balance
    where grain = 'year' and account in ('cash', 'contribution-revenue', 'allocations-open', 'transfers', 'organization-funds',
      'organization-expenditure')
    group by account, kind, contributor_id, pool_id, organization_id, position_id`);
  // Cash and what is promised, month by month.
  const months = bare.prepare(
    `select account, period, sum(amount) from kept_total where grain = 'month' and account in ('cash', 'allocations-open') group by account, period`,
  );
  // Contributions by year, and hosts that have reported no spending for one.
  const years = bare.prepare(
    `select account, period, kind, sum(amount) from kept_balance where grain = 'year' and account in ('cash', 'contribution-revenue') group by account, period, kind`,
  );
  const hostYears = bare.prepare(
    `select account, period, organization_id, sum(amount) from kept_balance where grain = 'year' and account in ('transfers', 'organization-expenditure') group by account, period, organization_id`,
  );
  // What moved after the last decision: the months after its month, and the rest of that month.
  const decision = bare.prepare('select decided_on from decision order by decided_on desc limit 1').pluck();
  const since = bare.prepare(`
    select account, kind, sum(amount) from (
      select account, kind, amount from kept_total where account in ${SINCE_ACCOUNTS} and grain = 'month' and period > substr(@day, 1, 7)
      union all
      select account, kind, amount from kept_total
      where account in ${SINCE_ACCOUNTS} and grain = 'day' and period > @day and period <= substr(@day, 1, 7) || '-31'
    ) group by account, kind`);
  // Promised, outstanding and overdue by contributor, and what is to come.
  const contributions = bare.prepare(`
    select contributor_id, sum(pledged_value), sum(signed_value), sum(received_value), sum(outstanding_value), sum(due.overdue) from contribution
    left join (select contribution_id, sum(case when due_on < ? then outstanding_value else 0 end) as overdue from instalment
      where cancelled = 0 and outstanding_original > 0 group by contribution_id) as due on due.contribution_id = contribution.id
    group by contributor_id`);
  const instalments = bare.prepare(
    'select contribution_id, due_on, outstanding_original, outstanding_value from instalment where cancelled = 0 and outstanding_original > 0 order by due_on',
  );
  const reserve = bare.prepare(`select sum(amount), max(effective_on) from posting where account = 'reserve-held'`);
  const waiting = bare.prepare('select count(*) from pending_certification');
  const today = new Date().toISOString().slice(0, 10);
  return () => {
    balances.all();
    months.all();
    years.all();
    hostYears.all();
    since.all({ day: decision.get() });
    contributions.all(today);
    instalments.all();
    reserve.all();
    waiting.get();
  };
}

/** Everything that a statement shows: the sums of its accounts, what waits for certification, and the first day, by hand. */
function bareStatement(bare: SqliteDatabase.Database): () => void {
  const sums = bare.prepare(`
    select account, kind, sum(amount) from (
      select account, kind, sum(amount) as amount from kept_balance
      where grain = 'year' and account in ('cash', 'organization-funds', 'contribution-revenue', 'contributions-receivable',
        'contributions-written-off', 'exchange-difference')
      group by account, period, kind
    ) group by account, kind`);
  const waiting = bare.prepare(`
    select account, kind, substr(effective_on, 1, 4) as year, sum(amount), count(distinct entry_number) from pending_certification
    cross join posting using (entry_number) where account || '' in ('cash', 'organization-funds') group by 1, 2, 3`);
  const first = bare.prepare(`
    select min(first) from (select min(effective_on) as first from posting where account = 'cash'
      union all select min(effective_on) from posting where account = 'organization-funds')`);
  return () => {
    sums.all();
    waiting.all();
    first.get();
  };
}

/** A past standpoint by hand: a scan of the postings by their index, each asked whether it was on record. */
function bareKnownOn(bare: SqliteDatabase.Database, asOf: CalendarDate, knownOn: CalendarDate): () => void {
  const query = bare.prepare(`
    select account, kind, sum(amount) from posting
    where account in ('cash', 'organization-funds') and effective_on <= ?
      and entry_number <= (select max(number) from journal_entry where recorded_at < ?)
    group by account, kind`);
  return () => void query.all(asOf, `${knownOn}T99`);
}

/** The time that a request spends outside the answer: the same way through the same server for a question that asks nothing. */
const own = (whole: Timing, empty: Timing): number => Math.max(0, whole.median - empty.median);

/** The screens of a ledger and of the smallest one, in turn. */
async function besideSmallest(ask: Ask, askSmallest: Ask, runs: number) {
  const { overview, smallOverview, statement, smallStatement } = await timeInTurn(
    {
      overview: () => ask('overview.get', {}),
      smallOverview: () => askSmallest('overview.get', {}),
      statement: () => ask('statement.get', {}),
      smallStatement: () => askSmallest('statement.get', {}),
    },
    runs,
  );
  return {
    overview: { large: overview, small: smallOverview },
    statement: { large: statement, small: smallStatement },
  };
}

/** Times the screens at one size, and beside them the bare queries and the same screens over the smallest ledger. */
export async function measureScreens(
  ask: Ask,
  bare: SqliteDatabase.Database,
  postings: number,
  runs: number,
  askSmallest: Ask | null,
): Promise<Line[]> {
  const timed = await timeInTurn(
    {
      empty: () => ask('session.current', {}),
      overview: () => ask('overview.get', {}),
      statement: () => ask('statement.get', {}),
      bareOverview: bareOverview(bare),
      bareStatement: bareStatement(bare),
    },
    runs,
  );
  // Apart from the others: two servers in turn find the processor's caches cold, both alike.
  const grown = askSmallest === null ? null : await besideSmallest(ask, askSmallest, runs);
  return (['overview', 'statement'] as const).flatMap((screen): Line[] => {
    const [whole, byHand] = [timed[screen], timed[screen === 'overview' ? 'bareOverview' : 'bareStatement']];
    const pair = grown === null ? null : grown[screen];
    const growth = pair === null ? null : pair.large.median / pair.small.median;
    const section = `${screen === 'overview' ? 'Overview' : 'Statement'} over HTTP, as of today`;
    return [
      {
        section,
        what: 'the answer, and beside it that of the smallest ledger',
        size: postings,
        program: ms(pair?.large ?? whole),
        bare: pair === null ? '' : ms(pair.small),
        ratio: growth,
        limit: growth === null ? '' : `at most ${GROWTH_LIMIT}`,
        kept: growth === null ? null : growth <= GROWTH_LIMIT,
        measured: pair ?? { whole, empty: timed.empty },
      },
      {
        section,
        what: 'the server’s own time, compared with a bare query on the kept balances',
        size: postings,
        program: `${own(whole, timed.empty).toFixed(2)} ms`,
        bare: ms(byHand),
        ratio: own(whole, timed.empty) / byHand.median,
        limit: `at most ${BARE_LIMIT}`,
        kept: own(whole, timed.empty) / byHand.median <= BARE_LIMIT,
        measured: { whole, empty: timed.empty, bare: byHand },
      },
    ];
  });
}

/** Times the statement from past standpoints. */
export async function measureKnownOn(
  ask: Ask,
  bare: SqliteDatabase.Database,
  given: { readonly today: CalendarDate; readonly postings: number; readonly runs: number },
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const back of [1, 12, 36]) {
    const month = addMonths(given.today, -back).slice(0, 8);
    const [asOf, knownOn] = [`${month}15` as CalendarDate, `${month}21` as CalendarDate];
    const timed = await timeInTurn(
      { program: () => ask('statement.get', { asOf, knownOn }), bare: bareKnownOn(bare, asOf, knownOn) },
      given.runs,
    );
    const ratio = timed.program.median / timed.bare.median;
    lines.push({
      section: 'Statement over HTTP, as known on a past day',
      what: `as of ${asOf}, as known on ${knownOn}`,
      size: given.postings,
      program: ms(timed.program),
      bare: ms(timed.bare),
      ratio,
      limit: `under ${KNOWN_LIMIT}`,
      kept: ratio < KNOWN_LIMIT,
      measured: timed,
    });
  }
  return lines;
}
