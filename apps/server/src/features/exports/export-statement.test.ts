import { date } from '@dcc/domain/calendar-date';
import { expect, test } from 'vitest';
import { entriesCsv } from '../../testing/csv.ts';
import { importText, requestOf, textOf } from '../../testing/files.ts';
import { demoActor, openTestFund, type TestFund } from '../../testing/test-fund.ts';
import { exportStatement } from './export-statement.ts';

/** The funding status that the UN Peacebuilding Fund published, in whole US dollars. */
const PUBLISHED = {
  fundsWithAdministrativeAgent: {
    contributionsFromDonors: '756821732.00',
    interestAndInvestmentIncomeFromFund: '20006220.00',
    interestFromParticipatingOrganizations: '3122214.00',
    totalSourceOfFunds: '779950166.00',
    transferredToParticipatingOrganizations: '693135684.00',
    transfersToOtherFunds: '13792503.00',
    subTotalTransfers: '706928187.00',
    refundsFromParticipatingOrganizations: '48030831.00',
    administrativeAgentFee: '7484571.00',
    directCost: '22638221.00',
    bankCharges: '29699.00',
    totalUseOfFunds: '689049847.00',
    balance: '90900319.00',
    balanceAsPercentOfDeposits: '12.0',
  },
  fundsWithParticipatingOrganizations: {
    transfersToParticipatingOrganizations: '693135684.00',
    expenditure: '535464931.00',
    refunds: '48030831.00',
    totalExpenses: '583495762.00',
    balance: '109639922.00',
    balanceAsPercentOfTransfers: '15.8',
  },
  totalBalanceOfFunds: '200540241.00',
  totalBalanceAsPercentOfDeposits: '26.5',
};

/** What has to have moved for that table to be true. */
const MOVEMENTS = [
  ['deposit', '756821732'],
  ['interest-fund', '20006220.00'],
  ['interest-organization', '3122214', 'UNDP'],
  ['transfer', '693135684', 'UNDP'],
  ['transfer-other-fund', '13792503'],
  ['refund', '48030831', 'UNDP'],
  ['agent-fee', '7484571'],
  ['direct-cost', '22638221'],
  ['bank-charge', '29699'],
  ['organization-received', '693135684', 'UNDP'],
  ['organization-expenditure', '535464931', 'UNDP'],
  ['organization-refund', '48030831', 'undp'],
] as const;

async function peacebuildingFund() {
  const fund = await openTestFund('real');
  const text = entriesCsv(...MOVEMENTS.map(([kind, amount, organization = '']) => ({ kind, amount, organization })));
  await importText(fund, 'entries', text, { ...demoActor('secretariat'), personId: 'command-line' });
  return fund;
}

const exported = (
  fund: TestFund,
  asOf: string,
  format: 'json' | 'csv',
  choice: Parameters<typeof exportStatement>[2] = {},
): Promise<string> => textOf(exportStatement(requestOf(fund, { asOf: date(asOf), knownOn: null }), format, choice));

test('the published table of the Peacebuilding Fund comes back line by line, percentages too', async () => {
  const fund = await peacebuildingFund();
  const text = await exported(fund, '2026-01-15', 'json');
  const { source, ...lines } = JSON.parse(text) as typeof PUBLISHED & { source: string };
  expect(lines).toEqual(PUBLISHED);
  expect(source).toContain('2026-01-15');
  expect(JSON.parse(await exported(fund, '2026-01-14', 'json'))).toMatchObject({
    totalBalanceOfFunds: '0.00',
    totalBalanceAsPercentOfDeposits: null,
  });
});

test('the same table as CSV has one line for each of its lines', async () => {
  const fund = await peacebuildingFund();
  const rows = (await exported(fund, '2026-01-15', 'csv')).trim().split('\r\n');
  expect(rows[0]).toBe('part,line,value');
  const expected = Object.entries(PUBLISHED).flatMap(([part, lines]) =>
    typeof lines === 'string'
      ? [`total,${part},${lines}`]
      : Object.entries(lines).map(([line, value]) => `${part},${line},${value}`),
  );
  expect(rows.slice(1)).toEqual(expected);
});

type Lines = Record<string, string | null>;
type Exported = {
  readonly fundsWithAdministrativeAgent: Lines;
  readonly fundsWithParticipatingOrganizations: Lines;
  readonly totalBalanceOfFunds: string;
  readonly columns: readonly (Omit<Exported, 'columns'> & { readonly key: string; readonly name: string })[];
};

const cents = (text: string | null | undefined): bigint => BigInt((text ?? '0.00').replace('.', ''));

/** Every amount of a part in cents, percentages left out. */
const amountsOf = (lines: Lines): [string, bigint][] =>
  Object.entries(lines)
    .filter(([line]) => !line.startsWith('balanceAs'))
    .map(([line, value]) => [line, cents(value)]);

test.each([
  ['contributor', ['']],
  ['organization', ['UNDP', '']],
  ['position', ['']],
] as const)('the published table set by %s adds up to it, line by line', async (by, names) => {
  const fund = await peacebuildingFund();
  const { columns, ...whole } = JSON.parse(await exported(fund, '2026-01-15', 'json', { by })) as Exported;
  expect(whole).toMatchObject(PUBLISHED);
  for (const part of ['fundsWithAdministrativeAgent', 'fundsWithParticipatingOrganizations'] as const)
    for (const [line, value] of amountsOf(whole[part]))
      expect([line, columns.reduce((sum, column) => sum + cents(column[part][line]), 0n)]).toEqual([line, value]);
  expect(columns.reduce((sum, column) => sum + cents(column.totalBalanceOfFunds), 0n)).toBe(
    cents(PUBLISHED.totalBalanceOfFunds),
  );
  expect(columns.map(({ name }) => name)).toEqual(names);
});

test('a period begins with what the one before ended with, and its lines are its own', async () => {
  const fund = await openTestFund();
  const statement = async (asOf: string, from?: string) =>
    JSON.parse(await exported(fund, asOf, 'json', from === undefined ? {} : { from: date(from) })) as Exported;
  const before = await statement('2024-12-31');
  const year = await statement('2025-12-31', '2025-01-01');
  const until = await statement('2025-12-31');
  expect(year.fundsWithAdministrativeAgent['openingBalance']).toBe(before.fundsWithAdministrativeAgent['balance']);
  expect(year.fundsWithParticipatingOrganizations['openingBalance']).toBe(
    before.fundsWithParticipatingOrganizations['balance'],
  );
  expect(year.fundsWithAdministrativeAgent['balance']).toBe(until.fundsWithAdministrativeAgent['balance']);
  expect(year.fundsWithAdministrativeAgent['contributionsFromDonors']).toBe('650000.00');
  expect('openingBalance' in until.fundsWithAdministrativeAgent).toBe(false);
});

test('the certified statement leaves out what nobody else has certified, and says that it does', async () => {
  const fund = await openTestFund();
  const text = await exported(fund, '2026-11-22', 'json', { certified: 'only' });
  const certified = JSON.parse(text) as Exported;
  // The transfer of 10 November 2026 waits.
  expect(certified.fundsWithAdministrativeAgent['transferredToParticipatingOrganizations']).toBe('1548000.00');
  expect(text).toContain('certified entries only');
});

test('by year as CSV every line has one value for each year, and they add up', async () => {
  const fund = await openTestFund();
  const [head = '', ...rows] = (await exported(fund, '2026-11-22', 'csv', { by: 'year' })).trim().split('\r\n');
  expect(head).toBe('part,line,value,2022,2023,2024,2025,2026');
  for (const row of rows) {
    const [part = '', line = '', whole, ...years] = row.split(',');
    if (/balance/iu.test(line)) continue;
    expect([part, line, years.reduce((sum, value) => sum + cents(value), 0n)]).toEqual([part, line, cents(whole)]);
  }
});
