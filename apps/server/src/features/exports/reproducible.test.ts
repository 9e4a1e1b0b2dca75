import { date } from '@dcc/domain/calendar-date';
import { ROLES } from '@dcc/domain/people/capability';
import { COLUMN_KINDS } from '@dcc/domain/reports/statement-columns';
import type { Standpoint } from '@dcc/domain/standpoint';
import { expect, test } from 'vitest';
import { entriesCsv } from '../../testing/csv.ts';
import { importText, requestOf, textOf } from '../../testing/files.ts';
import { goodInputs, PROCEDURES } from '../../testing/procedures.ts';
import { demoIds } from '../../testing/real-ids.ts';
import { demoActor, openTestFund, outcomeOf, type TestFund } from '../../testing/test-fund.ts';
import { exportContributions, LIST_FORMATS } from './export-contributions.ts';
import { exportLedger, LEDGER_FORMATS } from './export-ledger.ts';
import { exportPositions } from './export-positions.ts';
import { exportStatement, STATEMENT_FORMATS } from './export-statement.ts';
import type { Report, ReportRequest } from './report.ts';

type NamedReport = readonly [name: string, report: (request: ReportRequest) => Report];

const REPORTS: readonly NamedReport[] = [
  ...STATEMENT_FORMATS.map((format): NamedReport => [`statement ${format}`, (of) => exportStatement(of, format)]),
  ...COLUMN_KINDS.map((by): NamedReport => [`statement by ${by}`, (of) => exportStatement(of, 'csv', { by })]),
  ['statement on paper by year', (of) => exportStatement(of, 'pdf', { by: 'year' })],
  ['certified statement', (of) => exportStatement(of, 'json', { certified: 'only' })],
  ...LEDGER_FORMATS.map((format): NamedReport => [`ledger ${format}`, (of) => exportLedger(of, format)]),
  ...LIST_FORMATS.map((format): NamedReport => [`contributions ${format}`, (of) => exportContributions(of, format)]),
  ...LIST_FORMATS.map((format): NamedReport => [`positions ${format}`, (of) => exportPositions(of, format)]),
];

const DAY = date('2026-11-22');
const ENDS = [DAY, date('2026-06-30'), date('2026-02-28')];

/** Every report as of several days, by its name and day. */
async function reports(fund: TestFund, knownOn: Standpoint['knownOn']): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const asOf of ENDS)
    for (const [name, report] of REPORTS)
      texts[`${name} as of ${asOf}`] = await textOf(report(requestOf(fund, { asOf, knownOn })));
  return texts;
}

/** Everything that the program can record, done once by somebody who may do it all, and once again a day later by another. */
async function recordEverything(fund: TestFund): Promise<string[]> {
  const done: string[] = [];
  for (const [who, instant, reserve] of [
    ['secretariat', '2026-11-23T08:00:00.000Z', '100000.00'],
    ['chair', '2026-11-24T08:00:00.000Z', '200000.00'],
  ] as const) {
    fund.setTime(instant);
    const caller = fund.as({ ...demoActor(who), roles: ROLES });
    const ids = await demoIds(fund.as('auditor'));
    for (const { path } of PROCEDURES.filter(
      ({ path: of, type }) => type === 'mutation' && !/^(?:session|people)\./u.test(of),
    )) {
      const call = path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller);
      const outcome = await outcomeOf((call as (input: unknown) => Promise<unknown>)(goodInputs(ids)[path]));
      if (outcome === 'answered') done.push(path);
    }
    await recordFromFiles(fund, reserve);
  }
  return done;
}

async function recordFromFiles(fund: TestFund, reserve: string): Promise<void> {
  const past = { effective_on: '2026-02-01' };
  const rows = [
    { ...past, kind: 'bank-charge', amount: '12.34' },
    { ...past, kind: 'deposit', amount: '1000', currency: 'JPY', contributor: 'Borealis' },
    { ...past, kind: 'organization-expenditure', amount: '77.00', organization: 'Lyceum', cost_component: 'salary' },
    { kind: 'operating-reserve', amount: '', percent: '10', base: reserve, effective_on: '2026-11-22' },
  ];
  await importText(fund, 'entries', entriesCsv(...rows));
}

test('whatever is recorded later leaves every report of a day as it was written on that day, to the byte', async () => {
  const fund = await openTestFund();
  const written = await reports(fund, null);
  expect(await reports(fund, DAY)).toEqual(written);
  const done = await recordEverything(fund);
  expect(done.length).toBeGreaterThan(12);
  expect(await reports(fund, DAY)).toEqual(written);
  const now = await reports(fund, null);
  const same = Object.keys(written).filter((name) => now[name] === written[name]);
  expect(same.filter((name) => /statement|ledger/u.test(name))).toEqual([]);
}, 240_000);

test('a report of a day within the history of the demonstration fund is the one that was written then', async () => {
  const fund = await openTestFund();
  const knownOn = date('2025-03-31');
  const written = await reports(fund, knownOn);
  await recordEverything(fund);
  expect(await reports(fund, knownOn)).toEqual(written);
}, 240_000);
