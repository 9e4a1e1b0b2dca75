import type SqliteDatabase from 'better-sqlite3';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { asker } from './ask.ts';
import { timeInTurn } from './measure.ts';
import { type Line, ms } from './table.ts';

const LIMIT = 3;
const PAGE = 50;

type View = {
  readonly what: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Which page: the first, or the one in the middle of all. */
  readonly page: 'first' | 'middle';
  /** The numbers of the entries of a page, by hand; ends with limit and offset. */
  readonly numbers: string;
  /** The whole ledger by number: its numbers have no gaps, so a page begins at a number. */
  readonly dense?: boolean;
  /** How many entries there are, by hand. */
  readonly count: string;
  /** What their postings add up to, where the screen shows it. */
  readonly total?: string;
};

/** Entries that have a posting of some kind, newest first: numbers, count and sum, each from an index. */
function ofPostings(where: string): Pick<View, 'numbers' | 'count'> {
  return {
    numbers: `select entry_number from posting where ${where} group by entry_number order by entry_number desc`,
    count: `select count(distinct entry_number) from posting where ${where}`,
  };
}

const ALL = { count: 'select entry_count from fund', dense: true } as const;
const CASH = `account = 'cash'`;
const byNumber = (direction: string): string => `select number from journal_entry order by number ${direction}`;
const byDate = (direction: string): string =>
  `select number from journal_entry order by effective_on ${direction}, number ${direction}`;

function views(today: CalendarDate): View[] {
  const month = `${Number(today.slice(0, 4)) - 1}-03`;
  const inMonth = `effective_on between '${month}-01' and '${month}-31'`;
  const cash = { ...ofPostings(CASH), total: `select sum(amount) from posting where ${CASH}` };
  return [
    { what: 'newest first', input: {}, page: 'first', numbers: byNumber('desc'), ...ALL },
    { what: 'newest first', input: {}, page: 'middle', numbers: byNumber('desc'), ...ALL },
    { what: 'oldest first', input: { direction: 'asc' }, page: 'first', numbers: byNumber('asc'), ...ALL },
    {
      what: 'by date, latest first',
      input: { sort: 'date' },
      page: 'first',
      numbers: byDate('desc'),
      count: ALL.count,
    },
    {
      what: 'by date, latest first',
      input: { sort: 'date' },
      page: 'middle',
      numbers: byDate('desc'),
      count: ALL.count,
    },
    { what: 'account cash', input: { filter: { account: 'cash' } }, page: 'first', ...cash },
    { what: 'account cash', input: { filter: { account: 'cash' } }, page: 'middle', ...cash },
    {
      what: 'kind deposit',
      input: { filter: { kinds: ['deposit'] } },
      page: 'middle',
      numbers: `select number from journal_entry where kind = 'deposit' order by number desc`,
      count: `select count(*) from journal_entry where kind = 'deposit'`,
    },
    {
      what: 'one contributor',
      input: { filter: { contributorId: 'c-1' } },
      page: 'middle',
      ...ofPostings(`contributor_id = 'c-1'`),
    },
    {
      what: 'one host and one account',
      input: { filter: { organizationId: 'o-1', account: 'transfers' } },
      page: 'middle',
      ...ofPostings(`organization_id = 'o-1' and account = 'transfers'`),
      total: `select sum(amount) from posting where organization_id = 'o-1' and account = 'transfers'`,
    },
    {
      what: 'one month, by date',
      input: { filter: { from: `${month}-01`, to: `${month}-31` }, sort: 'date' },
      page: 'middle',
      numbers: `select number from journal_entry where ${inMonth} order by effective_on desc, number desc`,
      count: `select count(*) from journal_entry where ${inMonth}`,
    },
  ];
}

/** A page of the screen by hand: its entries with who recorded and certified them, their postings with every name, how many there are and their sum. */
function barePage(bare: SqliteDatabase.Database, view: View, offset: number): () => void {
  const text =
    view.dense === true && offset > 0
      ? view.numbers.replace('order by', `where number <= (select entry_count - ${offset} from fund) order by`)
      : `${view.numbers} limit ${PAGE} offset ${offset}`;
  const numbers = bare.prepare(text.includes('limit') ? text : `${text} limit ${PAGE}`).pluck();
  const marks = Array.from({ length: PAGE }, () => '?').join(', ');
  const entries = bare.prepare(
    `select e.*, p.name, r.number, c.certified_at, q.name from journal_entry e join person p on p.id = e.recorded_by
     left join journal_entry r on r.reverses = e.number left join certification c on c.entry_number = e.number
     left join person q on q.id = c.certified_by where e.number in (${marks})`,
  );
  const postings = bare.prepare(
    `select m.*, g.name, k.reference, e.name, o.short_name, p.title from posting m left join contributor g on g.id = m.contributor_id
     left join contribution k on k.id = m.contribution_id left join pool e on e.id = m.pool_id
     left join organization o on o.id = m.organization_id left join position p on p.id = m.position_id
     where m.entry_number in (${marks}) order by m.entry_number, m.line`,
  );
  const count = bare.prepare(view.count);
  const total = view.total === undefined ? null : bare.prepare(view.total);
  return () => {
    const page = numbers.all();
    const full = Array.from({ length: PAGE }, (_, index) => page[index] ?? null);
    entries.all(full);
    postings.all(full);
    count.get();
    total?.get();
  };
}

/** Times the ledger's list: sorted, filtered, and at the page in the middle of everything. */
export async function measureLedger(
  ask: ReturnType<typeof asker>['ask'],
  bare: SqliteDatabase.Database,
  given: { readonly today: CalendarDate; readonly postings: number; readonly runs: number },
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const view of views(given.today)) {
    const rowCount = Number(bare.prepare(view.count).pluck().get());
    const pages = Math.ceil(rowCount / PAGE);
    const page = view.page === 'first' ? 1 : Math.max(1, Math.floor(pages / 2));
    const timed = await timeInTurn(
      {
        empty: () => ask('session.current', {}),
        program: () => ask('ledger.list', { filter: {}, ...view.input, page }),
        bare: barePage(bare, view, (page - 1) * PAGE),
      },
      given.runs,
    );
    const own = Math.max(0, timed.program.median - timed.empty.median);
    const ratio = own / timed.bare.median;
    lines.push({
      section: 'Ledger screen over HTTP',
      what: `${view.what}, page ${page.toLocaleString('en')} of ${pages.toLocaleString('en')}`,
      size: given.postings,
      program: ms(timed.program),
      bare: ms(timed.bare),
      ratio,
      limit: `at most ${LIMIT}`,
      kept: ratio <= LIMIT,
      measured: timed,
    });
  }
  return lines;
}
