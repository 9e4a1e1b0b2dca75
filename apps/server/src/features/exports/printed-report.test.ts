import { date } from '@dcc/domain/calendar-date';
import { always } from '@dcc/domain/laws.arbitrary';
import { COLUMN_KINDS } from '@dcc/domain/reports/statement-columns';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesCsv } from '../../testing/csv.ts';
import { bytesOf, importText, requestOf, textOf } from '../../testing/files.ts';
import { pagesOf } from '../../testing/pdf.ts';
import { openTestFund, TODAY, type TestFund } from '../../testing/test-fund.ts';
import { exportContributions } from './export-contributions.ts';
import { exportLedger } from './export-ledger.ts';
import { exportPositions } from './export-positions.ts';
import { exportStatement } from './export-statement.ts';
import { inWords, printedDecimal, printedReport } from './printed-report.ts';
import { onePage } from './report-table.ts';

const NOW = { asOf: date(TODAY), knownOn: null };
const now = (fund: TestFund) => requestOf(fund, NOW);

/** A report of one column of words, 200 points wide, and one of figures. */
async function printed(...rows: readonly (readonly [words: string, figures: string])[]): Promise<Uint8Array> {
  const fund = await openTestFund('empty');
  const columns = [
    { head: 'Words', width: 200 },
    { head: 'Figures', width: 60, figures: true },
  ];
  const tables = [{ columns, pages: onePage(rows.map((cells) => ({ cells }))) }];
  return bytesOf(
    printedReport({ title: 'A report', about: [['Fund', 'Côte d’Or']], landscape: false, tables }, now(fund)),
  );
}

const saidOn = (pages: readonly string[][]): string => pages.flat().join(' ');

test('a decimal on paper has every figure, in groups of three', () => {
  always(
    fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const text = `${whole}.${String(cents).padStart(2, '0')}`;
      const shown = printedDecimal(text);
      expect(shown.replaceAll(',', '').replace('−', '-')).toBe(text);
      expect(shown).toMatch(/^−?\d{1,3}(?:,\d{3})*\.\d\d$/u);
    }),
  );
  expect(['-0.50', '42000000', '13837.500'].map(printedDecimal)).toEqual(['−0.50', '42,000,000', '13,837.500']);
});

test('names that programs read are words on paper', () => {
  expect(['duty_station', 'cost_usd', 'subTotalTransfers', 'bankCharges'].map(inWords)).toEqual([
    'Duty station',
    'Cost USD',
    'Subtotal transfers',
    'Bank charges',
  ]);
});

test('Latin, Greek, Cyrillic and Arabic names are printed in fonts that the file holds', async () => {
  const names = ['Åse Žižek, Đà Nẵng', 'Ελληνική Δημοκρατία', 'Российская Федерация, Україна', 'مصر'];
  const file = await printed(...names.map((name) => [name, '1.00'] as const));
  const said = saidOn(pagesOf(file));
  for (const name of names.slice(0, 3)) expect(said).toContain(name);
  // Written from right to left: the last letter stands first on the paper.
  expect(said).toContain('رصم');
  expect(said).not.toContain('\u0000');
  const text = Buffer.from(file).toString('latin1');
  const fonts = new Set(text.match(/\/BaseFont \/\S+/gu));
  expect(text.match(/\/FontFile2 /gu)).toHaveLength(fonts.size);
  expect([...fonts].every((font) => font.includes('+NotoSans'))).toBe(true);
});

test('no word of a text that is longer than a page, and no figure that is wider than its column, is lost', async () => {
  const words = Array.from({ length: 900 }, (_, index) => `w${index}`).join(' ');
  const pages = pagesOf(await printed([words, '1.00'], ['x'.repeat(200), '-92,233,720,368,547,758.08']));
  expect(pages.length).toBeGreaterThan(1);
  const said = pages.flat();
  expect(said.filter((each) => /^w\d/u.test(each)).join(' ')).toBe(words);
  expect(said.filter((each) => each.startsWith('x')).join('')).toBe('x'.repeat(200));
  expect(said).toContain('-92,233,720,368,547,758.08');
});

test('a report of more than 1,000 pages is refused', async () => {
  await expect(printed(['\n'.repeat(80_000), '1.00'])).rejects.toThrow('write it as xlsx or csv');
});

test('every page says what it is of, which one it is, and what its columns are', async () => {
  const fund = await openTestFund();
  const pages = pagesOf(await bytesOf(exportLedger(now(fund), 'pdf')));
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, texts] of pages.entries()) {
    expect(texts).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(texts).toContain(`Test fund: Ledger, as of ${TODAY}, as known on ${TODAY}`);
    expect(texts).toContain('Effective on');
  }
});

/** The amounts of a CSV as they stand on paper. */
const amountsOf = (csv: string, columns: RegExp): string[] =>
  parse<Record<string, string>>(csv, { columns: true }).flatMap((row) =>
    Object.entries(row).flatMap(([name, text]) => (columns.test(name) && text !== '' ? [printedDecimal(text)] : [])),
  );

test('the printed lists have every amount that the CSV has, and the totals of the screens', async () => {
  const fund = await openTestFund();
  const auditor = fund.as('auditor');
  const contributions = saidOn(pagesOf(await bytesOf(exportContributions(now(fund), 'pdf'))));
  for (const amount of amountsOf(
    await textOf(exportContributions(now(fund), 'csv')),
    /(?:pledged|signed|received|outstanding)_usd/u,
  ))
    expect(contributions).toContain(amount);
  const { totals } = await auditor.contributions.list({});
  for (const basis of ['pledged', 'signed', 'received', 'outstanding'] as const)
    expect(contributions).toContain(printedDecimal(totals[basis].amount));
  const positions = saidOn(pagesOf(await bytesOf(exportPositions(now(fund), 'pdf'))));
  for (const amount of amountsOf(await textOf(exportPositions(now(fund), 'csv')), /_usd$/u))
    expect(positions).toContain(amount);
  expect(positions).toContain(printedDecimal((await auditor.positions.list({})).totals.allocated.amount));
});

test('the printed ledger has every posting, and what was paid in another currency', async () => {
  const fund = await openTestFund();
  const said = pagesOf(await bytesOf(exportLedger(now(fund), 'pdf'))).flat();
  const rows = parse<Record<string, string>>(await textOf(exportLedger(now(fund), 'csv')), { columns: true });
  const amounts = rows.map((row) => printedDecimal(row['amount'] ?? ''));
  expect(said.filter((text) => /^−?[\d,]+\.\d\d$/u.test(text))).toEqual(amounts);
  const originals = rows.flatMap((row) =>
    ['', 'USD'].includes(row['original_currency'] ?? '')
      ? []
      : [`${row['original_currency']} ${printedDecimal(row['original_amount'] ?? '')}`],
  );
  expect(originals.length).toBeGreaterThan(5);
  expect(said.filter((text) => /^[A-Z]{3} −?\d/u.test(text))).toEqual(originals);
});

test.each([undefined, ...COLUMN_KINDS])('the printed statement by %s has every value that the CSV has', async (by) => {
  const fund = await openTestFund();
  const said = saidOn(pagesOf(await bytesOf(exportStatement(now(fund), 'pdf', { by }))));
  const [head = [], ...rows]: string[][] = parse(await textOf(exportStatement(now(fund), 'csv', { by })));
  for (const name of head.slice(3)) for (const word of name.split(' ')) expect(said).toContain(word);
  for (const [, line = '', ...values] of rows)
    for (const value of values.filter((each) => each !== ''))
      expect(said).toContain(printedDecimal(value) + (line.includes('Percent') ? ' %' : ''));
});

test('a printed statement is read from the opening balance to the balance, income before its total', async () => {
  const fund = await openTestFund();
  const pages = pagesOf(await bytesOf(exportStatement(now(fund), 'pdf', { from: date('2025-01-01') })));
  const said = saidOn(pages);
  const order = [
    'Opening balance',
    'Contributions from donors',
    'Other income',
    'Total source of funds',
    'Total use of funds',
  ];
  expect(order.map((line) => said.indexOf(line)).toSorted((one, other) => one - other)).toEqual(
    order.map((line) => said.indexOf(line)),
  );
  expect(pages).toHaveLength(1);
});

test('a printed ledger says the words of an entry once', async () => {
  const fund = await openTestFund();
  await importText(
    fund,
    'entries',
    entriesCsv({ kind: 'bank-charge', amount: '7.77', description: '=Überweisung Škoda' }),
  );
  const said = saidOn(pagesOf(await bytesOf(exportLedger(now(fund), 'pdf'))));
  expect(said.split('=Überweisung Škoda')).toHaveLength(2);
});
