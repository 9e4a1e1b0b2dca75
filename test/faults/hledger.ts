import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { importText, writeLedger } from '@dcc/server/testing/files';
import { openTestFund, newKey, testFolder, type TestFund } from '@dcc/server/testing/test-fund';
import { contributionsCsv, entriesCsv } from '@dcc/server/testing/csv';
import { date } from '@dcc/domain/calendar-date';
import { type Currency, decimalsOf } from '@dcc/domain/currency';
import { ACCOUNT_BOOKS } from '@dcc/domain/ledger/accounts';
import { MOVEMENT_KINDS } from '@dcc/domain/ledger/movements';
import { formatDecimal, money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { expect } from 'vitest';
import { findHledger } from '../../scripts/find-hledger.ts';
import { chance } from '../server-process.ts';

/** Balances by account and currency, as decimal strings; those of nothing are left out. */
type Balances = Record<string, string>;

async function hledger(file: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(findHledger(), ['-f', file, ...args], {
    maxBuffer: 64 * 1024 * 1024,
    // It reads files in the letters of its locale, and a bare machine has none but ASCII.
    env: { LC_ALL: 'C.UTF-8' },
  });
  return stdout;
}

/** What hledger makes of the exported journal, once it has accepted it by its strictest checks. */
async function theirBalances(file: string): Promise<Balances> {
  await hledger(file, 'check', '--strict');
  const csv = await hledger(file, 'balance', '--flat', '--no-total', '--layout=bare', '--output-format=csv');
  const rows = csv.trim().split('\n').slice(1);
  return Object.fromEntries(
    rows.map((row) => {
      const [account, currency, balance] = row.split(',').map((cell) => cell.slice(1, -1));
      return [`${account} ${currency}`, balance];
    }),
  ) as Balances;
}

/** The same sums over our own postings, added up here: nothing is shared with the export. */
async function ourBalances(fund: TestFund, { asOf, knownOn }: Standpoint): Promise<Balances> {
  const rows = await fund.db.read
    .selectFrom('posting')
    .innerJoin('journal_entry', 'journal_entry.number', 'posting.entry_number')
    .select(['account', 'amount', 'currency', 'original_amount', 'original_currency', 'recorded_at'])
    .where('journal_entry.effective_on', '<=', asOf)
    .execute();
  const sums = new Map<string, bigint>();
  const add = (account: string, currency: string, amount: bigint): void => {
    const key = `${account} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  };
  for (const row of rows.filter(({ recorded_at: at }) => knownOn === null || at.slice(0, 10) <= knownOn)) {
    const account = `${ACCOUNT_BOOKS[row.account]}:${row.account}`;
    add(account, row.currency, row.amount);
    if (row.original_amount !== null && row.original_currency !== null)
      add(`original:${account}`, row.original_currency, row.original_amount);
  }
  const balances = [...sums].filter(([, amount]) => amount !== 0n);
  return Object.fromEntries(
    balances.map(([key, amount]) => [key, formatDecimal(money(amount, key.slice(-3) as Currency))]),
  );
}

/** Compares every account in every currency, from a standpoint. Returns how many balances agreed and the size of the journal. */
export async function compareWithHledger(
  fund: TestFund,
  standpoint: Standpoint,
): Promise<{ balances: number; bytes: number }> {
  const file = join(testFolder(), 'ledger.journal');
  await writeLedger(fund, standpoint, 'hledger', file);
  const [theirs, ours] = [await theirBalances(file), await ourBalances(fund, standpoint)];
  expect(theirs).toEqual(ours);
  return { balances: Object.keys(ours).length, bytes: statSync(file).size };
}

const CURRENCIES = ['USD', 'CHF', 'EUR', 'JPY', 'KWD', 'NOK'] as Currency[];
/** Texts that mean something to hledger, to a spreadsheet, or to a terminal. */
const TEXTS = [
  '',
  'Spring session',
  'a ; b | c, d',
  '* ! (12) "quoted" {1} @ 2 USD',
  '2026-01-01 transfer',
  'date:2026-99-99, [2026-13-45]',
  'two\nlines\n    fund:cash  USD 1.00',
  'include /etc/passwd',
  '=SUM(A1)',
  'end comment',
  'Côte d’Ivoire · اليمن · 日本',
  '\u00a0 \u3000 wide spaces',
];

/** Refunds rest on what was sent, which chance does not know. */
const SENDING = MOVEMENT_KINDS.filter((kind) => kind !== 'refund' && kind !== 'organization-refund');

/** Entries of every kind that files bring, in many currencies, recorded on two days, some of them reversed on the second. */
export async function randomFund(entries: number, seed: number): Promise<TestFund> {
  const fund = await openTestFund();
  const random = chance(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  // The years before are closed in the demonstration fund.
  const day = () => new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 320) * 86_400_000).toISOString().slice(0, 10);
  const amount = (currency: Currency) =>
    formatDecimal(
      money(
        (BigInt(Math.floor(10 ** (3 + random() * 7))) * 10n ** BigInt(decimalsOf(currency))) / 100n + 1000n,
        currency,
      ),
    );
  const value = () => {
    const currency = pick(CURRENCIES);
    return { currency, amount: amount(currency), effective_on: day(), description: pick(TEXTS) };
  };
  const rates = CURRENCIES.slice(1).map((code, index) => `${code},2019-03-01,,${index + 1}.37,A test`);
  await importText(fund, 'rates', `currency,effective_on,published_on,units_per_usd,source\n${rates.join('\n')}\n`);
  const half = Math.floor(entries / 4);
  for (const instant of ['2026-11-22T12:00:00.000Z', '2026-11-23T12:00:00.000Z']) {
    fund.setTime(instant);
    const contributions = Array.from({ length: half }, (_, index) => ({
      ...value(),
      contributor: `Giver ${index % 300}; [${index % 7}]`,
      contributor_type: 'ngo',
      country: '',
      status: pick(['received', 'signed', 'pledged']),
      earmark: `Pool ${index % 20} | "a", b`,
      reference: `${instant.slice(8, 10)}-${index}`,
    }));
    await importText(fund, 'contributions', contributionsCsv(...contributions));
    const movements = Array.from({ length: half }, () => {
      const kind = pick(SENDING);
      const component = kind === 'organization-expenditure' ? pick(['', 'salary', 'pension']) : '';
      return { ...value(), kind, cost_component: component, organization: pick(['Lyceum', 'Meridian', '']) };
    });
    // A little of what was signed is given up.
    const writtenOff = contributions
      .filter(({ status }) => status === 'signed')
      .slice(0, 100)
      .map(({ reference, currency, effective_on: on }) => ({
        kind: 'write-off',
        contribution: reference,
        instalment: '1',
        currency,
        amount: formatDecimal(money(1000n, currency)),
        effective_on: on,
      }));
    await importText(fund, 'entries', entriesCsv(...movements, ...writtenOff));
  }
  await reverseSome(fund, random);
  return fund;
}

async function reverseSome(fund: TestFund, random: () => number): Promise<void> {
  const { rows } = await fund
    .as('secretariat')
    .ledger.list({ filter: { kinds: ['bank-charge', 'direct-cost', 'agent-fee'] } });
  for (const { id } of rows.filter(() => random() < 0.5)) {
    const reversal = { idempotencyKey: newKey(), entryId: id, effectiveOn: '2026-11-23', reason: 'Twice; by mistake' };
    await fund.as('secretariat').ledger.reversal.record(reversal);
  }
}

const [LATEST, BEFORE] = [date('2026-11-23'), date('2026-11-22')];

/** How the books stand now, stood on a past day, and stood before the second day's recordings. */
export const STANDPOINTS: readonly Standpoint[] = [
  { asOf: LATEST, knownOn: null },
  { asOf: date('2026-06-30'), knownOn: null },
  { asOf: BEFORE, knownOn: BEFORE },
  { asOf: date('2026-06-30'), knownOn: BEFORE },
];
