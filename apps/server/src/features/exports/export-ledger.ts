import { type JournalEntry, journalPages } from '@dcc/db/stores/journal-reads';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { ACCOUNT_BOOKS } from '@dcc/domain/ledger/accounts';
import { formatDecimal } from '@dcc/domain/money';
import { type Cell, csvText } from './csv-text.ts';
import { hledgerJournal } from './hledger-journal.ts';
import { jsonHead } from './json-list.ts';
import { printedAmount, printedReport, type PrintedRow } from './printed-report.ts';
import { aboutOf, columnsOf } from './report-table.ts';
import type { Report, ReportBytes, ReportRequest, ReportText } from './report.ts';
import { workbook } from './workbook.ts';

/** The columns of the ledger as CSV: one row for each posting. Their order and names are a promise to other programs. */
export const LEDGER_COLUMNS = [
  'entry',
  'effective_on',
  'recorded_at',
  'recorded_by',
  'kind',
  'description',
  'reference',
  'decision',
  'reverses',
  'exchange_rate',
  'line',
  'book',
  'account',
  'amount',
  'currency',
  'original_amount',
  'original_currency',
  'contributor',
  'contribution',
  'instalment',
  'pool',
  'organization',
  'position',
  'cost_component',
  'charge_percent',
  'charge_base',
  'certified_at',
  'certified_by',
  'hash',
] as const;

function csvRows(entry: JournalEntry): Cell[][] {
  return entry.lines.map((line) => [
    entry.number,
    entry.effectiveOn,
    entry.recordedAt,
    entry.recordedBy,
    entry.kind,
    entry.description,
    entry.reference,
    entry.decision,
    entry.reverses,
    entry.exchangeRate,
    line.line,
    ACCOUNT_BOOKS[line.account],
    line.account,
    formatDecimal(line.amount),
    line.amount.currency,
    line.original === null ? null : formatDecimal(line.original),
    line.original === null ? null : line.original.currency,
    line.contributor,
    line.contribution,
    line.instalment,
    line.pool,
    line.organization,
    line.position,
    line.costComponent,
    entry.charge?.percent ?? null,
    entry.charge === null ? null : formatDecimal(entry.charge.base),
    entry.certified?.at ?? null,
    entry.certified?.by ?? null,
    entry.hash,
  ]);
}

async function* ledgerCsv({ db, standpoint }: ReportRequest): ReportText {
  yield csvText(LEDGER_COLUMNS, [], true);
  for await (const page of journalPages(db, standpoint)) yield csvText(LEDGER_COLUMNS, page.flatMap(csvRows), false);
}

function jsonEntry({ lines, charge, certified, hash, ...entry }: JournalEntry): string {
  return JSON.stringify({
    ...entry,
    charge: charge === null ? null : { percent: charge.percent, base: formatDecimal(charge.base) },
    certified,
    hash,
    postings: lines.map(({ account, amount, original, ...about }) => ({
      book: ACCOUNT_BOOKS[account],
      account,
      amount: formatDecimal(amount),
      originalAmount: original === null ? null : formatDecimal(original),
      originalCurrency: original === null ? null : original.currency,
      ...about,
    })),
  });
}

/** The same shape as a list's, written page by page. */
async function* ledgerJson(request: ReportRequest): ReportText {
  yield `${jsonHead(request)},"entries":[`;
  let separator = '\n';
  for await (const page of journalPages(request.db, request.standpoint)) {
    yield separator + page.map(jsonEntry).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

const BASIS =
  'double entry, a debit is positive; fund: cash and accrual; organizations: as they report; commitments: promised, not yet cash';

const TABLE_COLUMNS = columnsOf(LEDGER_COLUMNS, {
  number: ['entry', 'reverses', 'exchange_rate', 'line', 'instalment', 'position', 'charge_percent'],
  amount: ['amount', 'original_amount', 'charge_base'],
  date: ['effective_on'],
});

/** Each page of the journal as rows of a report. */
async function* journalRows<T>({ db, standpoint }: ReportRequest, rowsOf: (entry: JournalEntry) => T[]) {
  for await (const page of journalPages(db, standpoint)) yield page.flatMap(rowsOf);
}

const ledgerXlsx = (request: ReportRequest): ReportBytes =>
  workbook({
    title: 'Ledger',
    name: 'Ledger',
    about: aboutOf(request, BASIS),
    columns: TABLE_COLUMNS,
    pages: journalRows(request, csvRows),
  });

const PRINTED_COLUMNS = [
  { head: 'Entry', width: 38 },
  { head: 'Effective on', width: 54 },
  { head: 'What happened', width: 190 },
  { head: 'Book and account', width: 136 },
  { head: 'About', width: 174 },
  { head: 'Original', width: 92, figures: true },
  { head: 'USD', width: 76, figures: true },
];

/** An entry on paper: what it says once, and a row for each posting. */
function printedRows(entry: JournalEntry): PrintedRow[] {
  const said = entry.description === '' ? entry.kind : `${entry.kind}: ${entry.description}`;
  return entry.lines.map((line, index) => ({
    cells: [
      ...(index === 0 ? [String(entry.number), entry.effectiveOn, said] : ['', '', '']),
      `${ACCOUNT_BOOKS[line.account]}: ${line.account}`,
      [line.contributor, line.organization, line.position === null ? null : `position ${line.position}`, line.pool]
        .filter((each) => each !== null)
        .join(', '),
      line.original === null || line.original.currency === BOOK_CURRENCY
        ? ''
        : `${line.original.currency} ${printedAmount(line.original)}`,
      printedAmount(line.amount),
    ],
  }));
}

function ledgerPdf(request: ReportRequest): ReportBytes {
  const tables = [{ columns: PRINTED_COLUMNS, pages: journalRows(request, printedRows) }];
  return printedReport({ title: 'Ledger', about: aboutOf(request, BASIS), landscape: true, tables }, request);
}

export const LEDGER_FORMATS = ['csv', 'json', 'xlsx', 'pdf', 'hledger'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

/** The whole ledger from a standpoint, entry by entry in the order of recording. */
export function exportLedger(request: ReportRequest, format: LedgerFormat): Report {
  return { csv: ledgerCsv, json: ledgerJson, xlsx: ledgerXlsx, pdf: ledgerPdf, hledger: hledgerJournal }[format](
    request,
  );
}
