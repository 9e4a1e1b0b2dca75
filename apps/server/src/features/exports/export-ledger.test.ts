import { date } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { entriesCsv } from '../../testing/csv.ts';
import { importText, requestOf, textOf } from '../../testing/files.ts';
import { newKey, openTestFund, type TestFund, TODAY } from '../../testing/test-fund.ts';
import { exportLedger, type LedgerFormat } from './export-ledger.ts';

type Row = Record<string, string>;

const exported = (
  fund: TestFund,
  format: LedgerFormat,
  standpoint: Standpoint = { asOf: date(TODAY), knownOn: null },
) => textOf(exportLedger(requestOf(fund, standpoint), format));
const rowsOf = async (fund: TestFund): Promise<Row[]> => parse(await exported(fund, 'csv'), { columns: true });

test('the ledger as CSV has one row for each posting, and its amounts add up to nothing in each book', async () => {
  const fund = await openTestFund();
  const rows = await rowsOf(fund);
  const postings = await fund.db.read.selectFrom('posting').select('line').execute();
  expect(rows).toHaveLength(postings.length);
  for (const book of ['fund', 'organizations', 'commitments']) {
    const amounts = rows
      .filter((row) => row['book'] === book)
      .map((row) => BigInt((row['amount'] ?? '').replace('.', '')));
    expect(amounts.length).toBeGreaterThan(0);
    expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
  }
});

test('JSON says of each entry what CSV says of its rows', async () => {
  const fund = await openTestFund();
  const rows = await rowsOf(fund);
  const document = JSON.parse(await exported(fund, 'json')) as {
    asOf: string;
    entries: {
      number: number;
      kind: string;
      postings: { amount: string; account: string; position: number | null }[];
    }[];
  };
  expect(document).toMatchObject({ fund: 'Test fund', asOf: TODAY, knownOn: TODAY, currency: 'USD' });
  expect(document.entries.map(({ number }) => number)).toEqual(document.entries.map((_, index) => index + 1));
  const flat = document.entries.flatMap(({ number, kind, postings }) =>
    postings.map(({ amount, account, position }) => [number, kind, amount, account, position]),
  );
  expect(flat.map((cells) => cells.map((cell) => String(cell ?? '')))).toEqual(
    rows.map((row) => [row['entry'], row['kind'], row['amount'], row['account'], row['position']]),
  );
});

test('an empty fund has a ledger without an entry', async () => {
  const fund = await openTestFund('real');
  expect(JSON.parse(await exported(fund, 'json'))).toMatchObject({ entries: [] });
  expect((await exported(fund, 'csv')).trim().split('\r\n')).toHaveLength(1);
  expect(await exported(fund, 'hledger')).toContain('account fund:cash\n');
});

test('a text that a spreadsheet would calculate is a text; a negative amount is a number', async () => {
  const fund = await openTestFund();
  const description = '=HYPERLINK("http://x.invalid","y")';
  await importText(fund, 'entries', entriesCsv({ kind: 'bank-charge', amount: '1.00', description }));
  const row = (await rowsOf(fund)).at(-1) ?? {};
  expect(row['description']).toBe(`'${description}`);
  expect(row['amount']).toBe('-1.00');
});

test('what took effect later and what was recorded later is left out, to the byte', async () => {
  const fund = await openTestFund();
  const standpoint = { asOf: date('2025-12-31'), knownOn: date(TODAY) };
  const formats: readonly LedgerFormat[] = ['csv', 'json', 'hledger'];
  const before = await Promise.all(formats.map((format) => exported(fund, format, { ...standpoint, knownOn: null })));
  fund.setTime('2026-11-23T00:00:00.000Z');
  await importText(
    fund,
    'entries',
    entriesCsv(
      { kind: 'bank-charge', amount: '1.00', effective_on: '2025-06-01' },
      { kind: 'deposit', amount: '1000', currency: 'JPY', effective_on: '2025-06-01' },
    ),
  );
  const { rows } = await fund
    .as('secretariat')
    .ledger.list({ filter: { kinds: ['bank-charge'], to: date('2025-12-31') } });
  const reversal = { idempotencyKey: newKey(), entryId: rows[1]?.id ?? '', effectiveOn: '2025-12-31', reason: 'Twice' };
  await fund.as('secretariat').ledger.reversal.record(reversal);
  const after = await Promise.all(formats.map((format) => exported(fund, format, standpoint)));
  expect(after).toEqual(before);
  const now = await Promise.all(formats.map((format) => exported(fund, format, { ...standpoint, knownOn: null })));
  for (const [index, text] of now.entries()) expect(text.length).toBeGreaterThan(before[index]?.length ?? 0);
});
