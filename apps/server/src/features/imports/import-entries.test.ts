import { verifyDatabase } from '@dcc/db/integrity-checks';
import { COMMAND_LINE } from '@dcc/db/stores/fund-store';
import { expect, test } from 'vitest';
import { entriesCsv } from '../../testing/csv.ts';
import { importText } from '../../testing/files.ts';
import { demoActor, openTestFund, rowCounts, type TestFund } from '../../testing/test-fund.ts';
import { ImportRefused } from './csv-table.ts';
import type { EntryColumn } from './entry-columns.ts';

type Row = Partial<Record<EntryColumn, string>>;

const imported = (fund: TestFund, ...rows: Row[]) =>
  importText(fund, 'entries', entriesCsv(...rows), { ...demoActor('secretariat'), personId: COMMAND_LINE });

/** What a file is refused for, as `row field: reason`; nothing may have been written. */
async function refusal(fund: TestFund, ...rows: Row[]): Promise<string[]> {
  const before = await rowCounts(fund.db);
  const error: unknown = await imported(fund, ...rows).then(
    () => new Error('The file was taken'),
    (thrown: unknown) => thrown,
  );
  expect(await rowCounts(fund.db)).toEqual(before);
  if (!(error instanceof ImportRefused)) throw error;
  return error.problems.map(({ row, field, reason }) => `${row} ${field}: ${reason}`);
}

/** The postings of the last entries, newest first: account, amount, original, what they are about. */
async function lastEntry(fund: TestFund) {
  const auditor = fund.as('auditor');
  const { rows } = await auditor.ledger.list({ filter: {} });
  return auditor.ledger.get({ id: rows[0]?.id ?? '' });
}

const linesOf = (entry: Awaited<ReturnType<typeof lastEntry>>): string[] =>
  entry.postings.map(({ account, debit, credit }) => `${account} ${debit?.amount ?? `-${credit?.amount}`}`);

/** A position for which something is reserved, with its pool. */
async function reservedPosition(fund: TestFund) {
  return fund.db.read
    .selectFrom('posting')
    .innerJoin('position', 'position.id', 'posting.position_id')
    .innerJoin('pool', 'pool.id', 'posting.pool_id')
    .select(['position.number', 'position.title', 'pool.name as pool', 'position.id'])
    .select((eb) => eb.fn.sum<bigint>('posting.amount').as('open'))
    .where('posting.account', '=', 'allocations-open')
    .groupBy(['position.number', 'position.title', 'pool.name', 'position.id'])
    .having((eb) => eb(eb.fn.sum('posting.amount'), '>', 0n))
    .orderBy('position.number')
    .executeTakeFirstOrThrow();
}

test('a transfer that names a position leaves its pool and closes what is reserved for it', async () => {
  const fund = await openTestFund();
  const position = await reservedPosition(fund);
  const amount = '1000.00';
  await imported(fund, { kind: 'transfer', amount, position: position.title, effective_on: '2026-11-20' });
  const entry = await lastEntry(fund);
  expect(linesOf(entry)).toEqual([
    'transfers 1000.00',
    'cash -1000.00',
    'allocations-control 1000.00',
    'allocations-open -1000.00',
  ]);
  expect(entry.postings[0]).toMatchObject({ position: position.title, pool: position.pool });
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('a transfer above what is reserved is refused, the rows before it counted', async () => {
  const fund = await openTestFund();
  const position = await reservedPosition(fund);
  const open = `${Number(position.open) / 100}`;
  const row = { kind: 'transfer', position: String(position.number), pool: position.pool, effective_on: '2026-11-20' };
  const [problem] = await refusal(fund, { ...row, amount: open }, { ...row, amount: '0.01' });
  expect(problem).toMatch(/^3 amount: 0\.01 USD is more than the 0\.00 USD reserved for this position/u);
  expect(await refusal(fund, { ...row, amount: '1', currency: 'CHF' })).toEqual([
    '2 currency: what is reserved for a position is in US dollars, and so is its transfer',
  ]);
});

test('a deposit settles its instalment and a write-off gives the rest up, at the rate of the signature', async () => {
  const fund = await openTestFund();
  const { rows } = await fund.as('auditor').contributions.list({ text: 'BOR-2026' });
  const contribution = { contribution: 'BOR-2026', instalment: '1', currency: rows[0]?.currency ?? '' };
  const { instalments } = await fund.as('auditor').contributions.get({ id: rows[0]?.id ?? '' });
  const open = instalments.find(({ outstanding }) => outstanding.amount !== '0.00');
  const row = { ...contribution, instalment: String(open?.number), effective_on: '2026-11-20' };
  const rest = (Number(open?.outstanding.amount) - 100).toFixed(2);
  await imported(
    fund,
    { ...row, kind: 'deposit', amount: '100.00' },
    { ...row, kind: 'write-off', amount: rest, description: 'Never to come' },
  );
  const entry = await lastEntry(fund);
  expect(entry.row).toMatchObject({ kind: 'write-off', reference: 'BOR-2026', description: 'Never to come' });
  expect(entry.postings.map(({ account }) => account)).toEqual([
    'contributions-written-off',
    'contributions-receivable',
  ]);
  const after = await fund.as('auditor').contributions.get({ id: rows[0]?.id ?? '' });
  expect(after.instalments.find(({ number }) => number === open?.number)?.outstanding.amount).toBe('0.00');
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
  expect(await refusal(fund, { ...row, kind: 'write-off', amount: '0.01' })).toEqual([
    `2 amount: 0.01 ${contribution.currency} is more than the 0.00 ${contribution.currency} still due on this instalment.`,
  ]);
});

test('a percentage is computed where the amount is left empty, and has to fit where it is given', async () => {
  const fund = await openTestFund();
  const row = { kind: 'agent-fee', percent: '1', base: '12345.55', effective_on: '2026-11-20' };
  await imported(fund, { ...row, amount: '' });
  const entry = await lastEntry(fund);
  expect(linesOf(entry)).toEqual(['agent-fee 123.46', 'cash -123.46']);
  expect(await refusal(fund, { ...row, amount: '123.45' })).toEqual([
    '2 amount: “123.45” is not 1 % of 12345.55, which is 123.46',
  ]);
  expect(await refusal(fund, { ...row, amount: '', currency: 'CHF' })).toEqual([
    '2 currency: a percentage is taken of US dollars',
  ]);
  expect(await refusal(fund, { ...row, amount: '', percent: '101' })).toEqual([
    '2 percent: “101” is not a percentage of 0 to 100 with at most two decimals',
  ]);
  expect(await refusal(fund, { ...row, amount: '', base: '' })).toEqual([
    '2 base: “” is not a plain decimal such as 1234.50',
  ]);
});

test('what came in another currency keeps its amount and the rate that valued it', async () => {
  const fund = await openTestFund();
  await imported(
    fund,
    {
      kind: 'organization-expenditure',
      amount: '500',
      currency: 'JPY',
      cost_component: 'salary',
      organization: 'Lyceum',
    },
    { kind: 'deposit', amount: '100.00', currency: 'CHF', contributor: 'Aurelia' },
  );
  const entry = await lastEntry(fund);
  expect(entry.postings[0]).toMatchObject({ account: 'cash', original: { amount: '100.00', currency: 'CHF' } });
  expect(entry.rate).toMatchObject({ currency: 'CHF' });
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('a percentage is never taken twice of the same money', async () => {
  const fund = await openTestFund('real');
  const fee = { kind: 'agent-fee', amount: '', percent: '1', base: '1000.00' };
  const deposit = { kind: 'deposit', amount: '1500.00' };
  expect(await refusal(fund, fee, deposit, fee)).toEqual([
    '4 base: A charge on 1000.00 USD is asked, and only 500.00 USD is not charged yet.',
  ]);
  const spent = { kind: 'organization-expenditure', amount: '99.99' };
  expect(await refusal(fund, spent, { kind: 'support-cost', amount: '', percent: '7', base: '100.00' })).toEqual([
    '3 base: A charge on 100.00 USD is asked, and only 99.99 USD is not charged yet.',
  ]);
});

test('the operating reserve is set to what the percentage comes to, row after row', async () => {
  const fund = await openTestFund();
  const row = { kind: 'operating-reserve', amount: '', effective_on: '2026-11-21' };
  await imported(fund, { ...row, percent: '15', base: '1000000.00' }, { ...row, percent: '10', base: '1000000.00' });
  expect(linesOf(await lastEntry(fund))).toEqual(['reserve-held -50000.00', 'reserve-control 50000.00']);
  expect(await refusal(fund, { ...row, effective_on: '2026-11-20', percent: '20', base: '1000000.00' })).toEqual([
    '2 amount: 2026-11-20 lies before the operating reserve set on 2026-11-21.',
  ]);
  expect(await refusal(fund, { ...row, amount: '5.00', percent: '', base: '' })).toEqual([
    '2 percent: is empty: the reserve is a percentage of a base',
  ]);
});

test('expenditure says what it was for, and support cost under which agreement', async () => {
  const fund = await openTestFund();
  const position = await reservedPosition(fund);
  await imported(fund, {
    kind: 'organization-expenditure',
    amount: '10.00',
    position: String(position.number),
    cost_component: 'travel-and-shipment',
  });
  const row = await fund.db.read
    .selectFrom('posting')
    .select(['cost_component', 'position_id'])
    .where('account', '=', 'organization-expenditure')
    .orderBy('entry_number', 'desc')
    .executeTakeFirst();
  expect(row).toEqual({ cost_component: 'travel-and-shipment', position_id: position.id });
  await imported(fund, { kind: 'support-cost', amount: '', percent: '7', base: '100.00', contribution: 'BOR-2026' });
  expect(linesOf(await lastEntry(fund))).toEqual(['support-cost 7.00', 'cash -7.00']);
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('refunds above what was sent are refused, wherever the transfers stand in the file', async () => {
  const fund = await openTestFund('real');
  const undp = { organization: 'UNDP' };
  expect(await refusal(fund, { kind: 'refund', amount: '10.00', ...undp })).toEqual([
    '2 amount: 10.00 USD is more than the 0.00 USD that was transferred and not yet refunded.',
  ]);
  expect(await refusal(fund, { kind: 'organization-refund', amount: '10.00', ...undp })).toEqual([
    '2 amount: 10.00 USD is more than the 0.00 USD that the host reports as received and not yet refunded.',
  ]);
  const sent = { kind: 'transfer', amount: '15.00', ...undp };
  const back = { kind: 'refund', amount: '10.00', ...undp };
  expect(await refusal(fund, back, sent, back)).toEqual([
    '4 amount: 10.00 USD is more than the 5.00 USD that was transferred and not yet refunded.',
  ]);
  expect(await imported(fund, back, sent)).toMatchObject({ entries: 2 });
});

const position = { position: '1', effective_on: '2026-11-20' };
test.each<[string, Row, string]>([
  ['an unknown pool', { kind: 'bank-charge', amount: '1', pool: 'Nowhere' }, 'pool: “Nowhere” is not on record'],
  ['an unknown position', { kind: 'transfer', amount: '1', position: '999' }, 'position: “999” is not on record'],
  [
    'an unknown contribution',
    { kind: 'write-off', amount: '1', contribution: 'X', instalment: '1' },
    'contribution: “X” is not on record',
  ],
  [
    'a host that is not the position’s',
    { kind: 'organization-received', amount: '1', organization: 'Lyceum', ...position },
    'organization: position 1 is hosted by Meridian Development Programme',
  ],
  [
    'an unknown component',
    { kind: 'organization-expenditure', amount: '1', cost_component: 'gold' },
    'cost_component: “gold” is none of salary, post-adjustment',
  ],
  [
    'a pool in a host’s own book',
    { kind: 'organization-received', amount: '1', pool: 'Unearmarked' },
    'pool: has no meaning for organization-received',
  ],
  [
    'a write-off of nothing in particular',
    { kind: 'write-off', amount: '1' },
    'contribution: is empty: a write-off names a contribution',
  ],
  [
    'a write-off without an instalment',
    { kind: 'write-off', amount: '1', contribution: 'BOR-2026' },
    'instalment: is empty: give its number',
  ],
  [
    'an instalment that is none',
    { kind: 'write-off', amount: '1', contribution: 'BOR-2026', instalment: '9' },
    'instalment: “9” is not the number of an instalment of this contribution',
  ],
  [
    'a pledge that is written off',
    { kind: 'write-off', amount: '1', contribution: 'AUR-2027', instalment: '1' },
    'instalment: “1” is not the number of an instalment of this contribution',
  ],
  [
    'another currency than the agreement’s',
    { kind: 'write-off', amount: '1', currency: 'EUR', contribution: 'BOR-2026', instalment: '1' },
    'currency: the contribution is in ',
  ],
  [
    'another contributor than the agreement’s',
    { kind: 'deposit', amount: '1', contributor: 'Aurelia', contribution: 'BOR-2026', instalment: '1' },
    'contributor: “BOR-2026” is somebody else',
  ],
])('an entries file with %s is refused by its row', async (_name, row, reason) => {
  const problems = await refusal(await openTestFund(), row);
  expect(problems[0]?.slice(2, reason.length + 2)).toBe(reason);
  expect(problems).toHaveLength(1);
});

test('a row of a closed financial year is refused', async () => {
  const fund = await openTestFund();
  await fund.db.write.insertInto('financial_year').values({ year: 2025n, state: 'closed' }).execute();
  expect(await refusal(fund, { kind: 'bank-charge', amount: '1', effective_on: '2025-12-31' })).toEqual([
    '2 effective_on: the financial year 2025 is closed',
  ]);
});
