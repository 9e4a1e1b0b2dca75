import { expect, test } from 'vitest';
import { demoActor, openTestFund, rowCounts, type TestFund } from '../../testing/test-fund.ts';
import { contributionsCsv, entriesCsv } from '../../testing/csv.ts';
import { ImportRefused, type Problem } from './csv-table.ts';
import { importContributions } from './import-contributions.ts';
import { importEntries } from './import-entries.ts';
import { importRates } from './import-rates.ts';

const options = { dryRun: false, onProgress: () => undefined };
const importers = { contributions: importContributions, entries: importEntries, rates: importRates };

/** Imports a file that has to be refused, and sees that nothing at all was written. */
async function problemsOf(fund: TestFund, kind: keyof typeof importers, text: string): Promise<readonly Problem[]> {
  const before = await rowCounts(fund.db);
  const context = { shell: fund.shell, actor: demoActor('secretariat') };
  const error: unknown = await importers[kind](context, text, options).then(
    () => new Error('The file was taken'),
    (thrown: unknown) => thrown,
  );
  expect(await rowCounts(fund.db)).toEqual(before);
  if (error instanceof ImportRefused) return error.problems;
  throw error;
}

const good = {};
test.each<[string, string, Problem[]]>([
  [
    'an unknown country',
    contributionsCsv(good, { country: 'ZZ' }),
    [{ row: 3, field: 'country', reason: '“ZZ” is not a country code of ISO 3166-1' }],
  ],
  [
    'a country without its code',
    contributionsCsv({ country: '' }),
    [{ row: 2, field: 'country', reason: 'a country needs its ISO 3166-1 code' }],
  ],
  [
    'an unknown currency',
    contributionsCsv({ currency: 'XQQ' }),
    [{ row: 2, field: 'currency', reason: '“XQQ” is not a currency code of ISO 4217' }],
  ],
  [
    '31 February',
    contributionsCsv({ effective_on: '2026-02-31' }),
    [{ row: 2, field: 'effective_on', reason: '“2026-02-31” is not a date of the calendar (YYYY-MM-DD)' }],
  ],
  [
    'a day that has not come',
    contributionsCsv({ effective_on: '2026-11-23' }),
    [{ row: 2, field: 'effective_on', reason: '2026-11-23 has not come yet (today is 2026-11-22)' }],
  ],
  [
    'a negative amount',
    contributionsCsv({ amount: '-5.00' }),
    [{ row: 2, field: 'amount', reason: '“-5.00” is not above zero' }],
  ],
  ['no amount', contributionsCsv({ amount: '0' }), [{ row: 2, field: 'amount', reason: '“0” is not above zero' }]],
  [
    'an over-precise amount',
    contributionsCsv({ amount: '5.005' }),
    [{ row: 2, field: 'amount', reason: '“5.005” is more precise than USD, which has 2 decimals' }],
  ],
  [
    'yen with decimals',
    contributionsCsv({ currency: 'JPY', amount: '5.5' }),
    [{ row: 2, field: 'amount', reason: '“5.5” is more precise than JPY, which has 0 decimals' }],
  ],
  [
    'an amount with separators',
    contributionsCsv({ amount: '1,000.00' }),
    [{ row: 2, field: 'amount', reason: '“1,000.00” is not a plain decimal such as 1234.50' }],
  ],
  [
    'an amount beyond the books',
    contributionsCsv({ amount: '99999999999999999999' }),
    [{ row: 2, field: 'amount', reason: '“99999999999999999999” is larger than any amount the books hold' }],
  ],
  [
    'a dollar that is worth something else',
    contributionsCsv({ usd_amount: '99.00' }),
    [{ row: 2, field: 'usd_amount', reason: 'differs from the amount, which is in US dollars already' }],
  ],
  [
    'a currency without a rate',
    contributionsCsv({ currency: 'BRL' }),
    [
      {
        row: 2,
        field: 'currency',
        reason: 'no BRL rate is in force on 2026-01-15: import rates first, or give usd_amount',
      },
    ],
  ],
  [
    'a reference twice in the file',
    contributionsCsv({ reference: 'SAME' }, {}, { reference: 'SAME' }),
    [{ row: 4, field: 'reference', reason: '“SAME” stands in row 2 already' }],
  ],
  [
    'a reference on record',
    contributionsCsv({ reference: 'AUR-2022' }),
    [{ row: 2, field: 'reference', reason: '“AUR-2022” is on record already' }],
  ],
  [
    'a contributor of another kind',
    contributionsCsv({ contributor: 'AURELIA', contributor_type: 'ngo' }),
    [{ row: 2, field: 'contributor_type', reason: 'Aurelia is on record as country' }],
  ],
  [
    'control characters in a note',
    contributionsCsv({ description: 'a\u0000b' }),
    [{ row: 2, field: 'description', reason: 'is longer than 4000 characters or holds control characters' }],
  ],
  [
    'too long a note',
    contributionsCsv({ description: 'x'.repeat(4001) }),
    [{ row: 2, field: 'description', reason: 'is longer than 4000 characters or holds control characters' }],
  ],
])('a contributions file with %s is refused by row, field and reason', async (_name, text, problems) => {
  expect(await problemsOf(await openTestFund(), 'contributions', text)).toEqual(problems);
});

test('every bad row is told at once, in the order of the file', async () => {
  const text = contributionsCsv({ country: 'ZZ', amount: '-1' }, good, { currency: 'XQQ', effective_on: 'yesterday' });
  const problems = await problemsOf(await openTestFund(), 'contributions', text);
  expect(problems.map(({ row, field }) => `${row} ${field}`)).toEqual([
    '2 country',
    '2 amount',
    '4 effective_on',
    '4 currency',
  ]);
});

const heading = contributionsCsv().trim();
const line = contributionsCsv(good).split('\n')[1] ?? '';
test.each<[string, string, Problem]>([
  ['nothing in it', '', { row: 1, field: 'contributor', reason: 'this column is missing from the heading' }],
  ['a heading alone', heading, { row: 1, field: 'file', reason: 'there is no row below the heading' }],
  [
    'an unknown column',
    `${heading},colour\n${line},red`,
    { row: 1, field: 'colour', reason: 'this column is not part of the format' },
  ],
  ['a column twice', `${heading},amount\n${line},1`, { row: 1, field: 'amount', reason: 'this column appears twice' }],
  [
    'a missing column',
    `${heading.replace(',amount', '')}\n${line.replace(',100.00', '')}`,
    { row: 1, field: 'amount', reason: 'this column is missing from the heading' },
  ],
  [
    'a short row',
    `${heading}\n${line}\nAurelia,country`,
    { row: 3, field: 'row', reason: 'has another number of fields than the heading' },
  ],
  [
    'an open quotation mark',
    `${heading}\n${line}\n"Aurelia,${line}`,
    { row: 3, field: 'row', reason: 'opens a quotation mark that is never closed' },
  ],
  [
    'a stray quotation mark',
    `${heading}\nAur"elia,${line}`,
    { row: 2, field: 'row', reason: 'is not well-formed CSV' },
  ],
  [
    'an endless row',
    `${heading}\n${'x'.repeat(30_000)}`,
    { row: 2, field: 'row', reason: 'is longer than any real row' },
  ],
])('a malformed file with %s is refused', async (_name, text, problem) => {
  expect(await problemsOf(await openTestFund(), 'contributions', text)).toContainEqual(problem);
});

test('a row is numbered as a spreadsheet numbers it: an empty line is a row, a line break in a cell is not', async () => {
  const text = `${heading}\n\n${line.replace(/,$/u, ',"two\nlines"')}\n\n${line.replace('IS', 'ZZ')}\n`;
  const problems = await problemsOf(await openTestFund(), 'contributions', text);
  expect(problems.map(({ row, field }) => `${row} ${field}`)).toEqual(['5 country']);
});

test('the same file is not taken twice', async () => {
  const fund = await openTestFund();
  const context = { shell: fund.shell, actor: demoActor('secretariat') };
  const text = contributionsCsv(good);
  await importContributions(context, text, options);
  expect(await problemsOf(fund, 'contributions', text)).toEqual([
    { row: 1, field: 'file', reason: 'this very file has been imported before' },
  ]);
  // Nor does anybody else import it a second time.
  const other = importContributions({ shell: fund.shell, actor: demoActor('chair') }, text, options);
  await expect(other).rejects.toThrow(ImportRefused);
});

test.each<[string, string, Problem]>([
  [
    'an unknown kind',
    entriesCsv({ kind: 'gift', amount: '1' }),
    { row: 2, field: 'kind', reason: expect.stringContaining('“gift” is none of deposit, interest-fund') as string },
  ],
  [
    'an unknown organization',
    entriesCsv({ kind: 'transfer', amount: '1', organization: 'Nowhere' }),
    { row: 2, field: 'organization', reason: '“Nowhere” is not on record' },
  ],
  [
    'an unknown contributor',
    entriesCsv({ kind: 'deposit', amount: '1', contributor: 'Nobody' }),
    { row: 2, field: 'contributor', reason: '“Nobody” is not on record' },
  ],
  [
    'a negative amount',
    entriesCsv({ kind: 'deposit', amount: '-1' }),
    { row: 2, field: 'amount', reason: '“-1” is not above zero' },
  ],
])('an entries file with %s is refused', async (_name, text, problem) => {
  expect(await problemsOf(await openTestFund(), 'entries', text)).toEqual([problem]);
});

const rates = (...rows: string[]) => `currency,effective_on,published_on,units_per_usd,source\n${rows.join('\n')}\n`;
test.each<[string, string, string]>([
  ['the dollar itself', rates('USD,2026-01-01,,1,UN'), 'currency'],
  ['an unknown currency', rates('XQQ,2026-01-01,,1,UN'), 'currency'],
  ['a rate of nothing', rates('BRL,2026-01-01,,0,UN'), 'units_per_usd'],
  ['a negative rate', rates('BRL,2026-01-01,,-5,UN'), 'units_per_usd'],
  ['thirteen decimals', rates('BRL,2026-01-01,,5.1234567890123,UN'), 'units_per_usd'],
  ['31 February', rates('BRL,2026-02-31,,5,UN'), 'effective_on'],
  ['an unreal day of publication', rates('BRL,2026-01-01,2026-02-31,5,UN'), 'published_on'],
  ['no source', rates('BRL,2026-01-01,,5,'), 'source'],
  ['a day on record', rates('CHF,2026-01-01,,5,UN'), 'effective_on'],
  ['a day twice', rates('BRL,2026-01-01,,5,UN', 'BRL,2026-01-01,,6,UN'), 'effective_on'],
])('a rates file with %s is refused', async (_name, text, field) => {
  expect((await problemsOf(await openTestFund(), 'rates', text)).map((problem) => problem.field)).toEqual([field]);
});
