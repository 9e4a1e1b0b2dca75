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

/** Everything that an overview shows of the kept balances, by hand: the balances of today, and cash month by month. */
function bareOverview(bare: SqliteDatabase.Database): () => void {
  const balances = bare.prepare(`
    select account, kind, contributor_id, pool_id, organization_id, position_id, sum(amount) from kept_balance
    where grain = 'year' and account in ('cash', 'contributions-receivable', 'contribution-revenue', 'pledges-open', 'allocations-open',
      'reserve-held', 'transfers', 'organization-funds', 'organization-expenditure')
    group by account, kind, contributor_id, pool_id, organization_id, position_id`);
  const months = bare.prepare(
    `select period, kind, sum(amount) from kept_balance where grain = 'month' and account = 'cash' group by period, kind`,
  );
  return () => {
    balances.all();
    months.all();
  };
}

function bareStatement(bare: SqliteDatabase.Database): () => void {
  const query = bare.prepare(`
    select account, kind, sum(amount) from kept_balance
    where grain = 'year' and account in ('cash', 'organization-funds') group by account, kind`);
  return () => void query.all();
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

export type ScreenTimes = { readonly postings: number; readonly overview: Timing; readonly statement: Timing };

/** The time that a request spends outside the answer: the same way through the same server for a question that asks nothing. */
const own = (whole: Timing, empty: Timing): number => Math.max(0, whole.median - empty.median);

/** Times the screens at one size, and the bare queries beside them. */
export async function measureScreens(
  ask: Ask,
  bare: SqliteDatabase.Database,
  postings: number,
  runs: number,
  smallest: ScreenTimes | null,
): Promise<{ lines: Line[]; times: ScreenTimes }> {
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
  const lines = (['overview', 'statement'] as const).flatMap((screen): Line[] => {
    const [whole, byHand] = [timed[screen], timed[screen === 'overview' ? 'bareOverview' : 'bareStatement']];
    const growth = smallest === null ? null : whole.median / smallest[screen].median;
    const section = `${screen === 'overview' ? 'Overview' : 'Statement'} over HTTP, as of today`;
    return [
      {
        section,
        what: 'the answer, compared with the smallest ledger',
        size: postings,
        program: ms(whole),
        bare: '',
        ratio: growth,
        limit: growth === null ? '' : `at most ${GROWTH_LIMIT}`,
        kept: growth === null ? null : growth <= GROWTH_LIMIT,
        measured: { whole, empty: timed.empty },
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
  return { lines, times: { postings, overview: timed.overview, statement: timed.statement } };
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
