import { date } from '@dcc/domain/calendar-date';
import { decimalsOf } from '@dcc/domain/currency';
import { alwaysAsync, anyCurrency, anyDate } from '@dcc/domain/laws.arbitrary';
import { formatDecimal, money } from '@dcc/domain/money';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, requestOf, textOf } from '../../testing/files.ts';
import { openTestFund, TODAY } from '../../testing/test-fund.ts';
import { cellsOf, type KeptCell, partsOf } from '../../testing/workbook.ts';
import type { Cell } from './csv-text.ts';
import { exportContributions } from './export-contributions.ts';
import { exportLedger } from './export-ledger.ts';
import { exportPositions } from './export-positions.ts';
import { exportStatement } from './export-statement.ts';
import { type ColumnKind, onePage } from './report-table.ts';
import type { Report, ReportRequest } from './report.ts';
import { workbook } from './workbook.ts';

const bookOf = (kind: ColumnKind, ...cells: readonly Cell[]): Promise<Uint8Array> =>
  bytesOf(
    workbook({
      title: 'A report',
      name: 'Report',
      about: [],
      columns: [{ name: 'it', kind }],
      pages: onePage(cells.map((cell) => [cell])),
    }),
  );

const firstCell = async (kind: ColumnKind, cell: Cell): Promise<KeptCell | undefined> =>
  cellsOf(await bookOf(kind, cell)).get('A2');

test('an amount is a number with the very digits of the ledger, or a text where a spreadsheet would round it', async () => {
  await alwaysAsync(
    fc.asyncProperty(
      fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
      fc.nat({ max: 18 }),
      anyCurrency,
      async (all, cut, of) => {
        const amount = money(all / 10n ** BigInt(cut), of);
        const text = formatDecimal(amount);
        const cell = await firstCell('amount', text);
        // What a spreadsheet makes of a number, a binary one, still shows every digit.
        const binary = (digits: string): string =>
          Number(digits)
            .toFixed(decimalsOf(of))
            .replace(/^-0(\.0*)?$/u, '0$1');
        const isText = String(amount.minor).replace('-', '').length > 15;
        expect(cell).toMatchObject(isText ? { text } : { digits: text });
        expect(isText ? text : binary(text)).toBe(text);
      },
    ),
    0.3,
  );
});

test.each([
  ['12345678901.23', { digits: '12345678901.23', style: 8 }],
  ['-9999999999999.99', { digits: '-9999999999999.99', style: 8 }],
  ['42000000', { digits: '42000000', style: 6 }],
  ['13837.500', { digits: '13837.500', style: 9 }],
  ['9007199254740993.00', { text: '9007199254740993.00' }],
  ['-92233720368547758.08', { text: '-92233720368547758.08' }],
])('%s comes back as it is', async (amount, cell) => {
  expect(await firstCell('amount', amount)).toEqual(cell);
});

test('a day is a day of the calendar that spreadsheets count from, and words in its place stay words', async () => {
  await alwaysAsync(
    fc.asyncProperty(anyDate, async (on) => {
      const cell = await firstCell('date', on);
      const days = (Date.parse(on) - Date.UTC(1899, 11, 30)) / 86_400_000;
      expect(cell).toEqual(on < '1900-03-01' ? { text: on } : { digits: String(days), style: 2 });
    }),
    0.1,
  );
  expect(await firstCell('number', 'D-2026/1')).toEqual({ text: 'D-2026/1' });
});

test('no text is a formula, and every text comes back', async () => {
  const texts = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '<&>"',
    ' a\tb\r\nc ',
    '_x0041_',
    'Čeština Ελλάδα Россия 東京 مصر',
    '😀',
  ];
  const book = await bookOf('text', ...texts);
  const cells = cellsOf(book);
  expect(texts.map((_, index) => cells.get(`A${index + 2}`))).toEqual(texts.map((text) => ({ text })));
  expect(partsOf(book)['xl/worksheets/sheet1.xml']).not.toContain('<f');
  await alwaysAsync(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
      // eslint-disable-next-line no-control-regex -- what the program never takes in
      fc.pre(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u.test(text));
      expect(await firstCell('text', text)).toEqual({ text });
    }),
    0.1,
  );
});

test('the heading stays in sight, and a second sheet says what the report is', async () => {
  const fund = await openTestFund();
  const request = requestOf(fund, { asOf: date(TODAY), knownOn: null });
  const book = await bytesOf(exportStatement(request, 'xlsx', { from: date('2025-01-01'), certified: 'only' }));
  expect(partsOf(book)['xl/worksheets/sheet1.xml']).toContain('<pane ySplit="1" topLeftCell="A2"');
  const words = [...cellsOf(book, 2).values()].map((cell) => ('text' in cell ? cell.text : cell.digits));
  const about = new Map(words.flatMap((label, index) => (index % 2 === 0 ? [[label, words[index + 1]] as const] : [])));
  expect([...about.keys()]).toEqual([
    'Report',
    'Fund',
    'As of',
    'As known on',
    'Period',
    'Entries',
    'Basis',
    'Currency',
    'Figures',
  ]);
  expect(['Report', 'As of', 'Period', 'Entries'].map((label) => about.get(label))).toEqual([
    'Statement of source and use of funds',
    TODAY,
    'from 2025-01-01',
    'only those that somebody else has certified',
  ]);
});

type Both = readonly [name: string, report: (of: ReportRequest, format: 'csv' | 'xlsx') => Report];

test.each<Both>([
  ['statement', (of, format) => exportStatement(of, format)],
  ['statement by contributor', (of, format) => exportStatement(of, format, { by: 'contributor' })],
  ['ledger', exportLedger],
  ['contributions', exportContributions],
  ['positions', exportPositions],
])('the workbook of the %s says cell by cell what the CSV says', async (_name, report) => {
  const fund = await openTestFund();
  const request = requestOf(fund, { asOf: date(TODAY), knownOn: null });
  const rows: string[][] = parse(await textOf(report(request, 'csv')));
  const cells = cellsOf(await bytesOf(report(request, 'xlsx')));
  const column = (index: number): string =>
    index < 26 ? String.fromCodePoint(65 + index) : `A${String.fromCodePoint(65 + index - 26)}`;
  const said = (cell: KeptCell | undefined): string => {
    if (cell === undefined) return '';
    if ('text' in cell) return cell.text;
    const day = new Date(Date.UTC(1899, 11, 30) + Number(cell.digits) * 86_400_000);
    return cell.style === 2 ? day.toISOString().slice(0, 10) : cell.digits;
  };
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.map((row, index) => row.map((_, place) => said(cells.get(`${column(place)}${index + 1}`))))).toEqual(
    rows,
  );
});

test('more rows than a spreadsheet has are refused', async () => {
  const rows: readonly Cell[][] = Array.from({ length: 1_048_576 }, () => []);
  const tooLong = workbook({ title: 'A report', name: 'Report', about: [], columns: [], pages: onePage(rows) });
  await expect(bytesOf(tooLong)).rejects.toThrow('write it as csv');
});
