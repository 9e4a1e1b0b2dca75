import { type JournalEntry, type JournalLine, journalCurrencies, journalPages } from '@dcc/db/stores/journal-reads';
import { BOOK_CURRENCY, type Currency, decimalsOf } from '@dcc/domain/currency';
import { ACCOUNT_BOOKS, type Account, ACCOUNTS } from '@dcc/domain/ledger/accounts';
import { formatDecimal, type Money } from '@dcc/domain/money';
import type { ReportRequest, ReportText } from './report.ts';

const accountName = (account: Account): string => `${ACCOUNT_BOOKS[account]}:${account}`;
/** Where what was promised or paid stands in its own currency, beside the book's US dollars. */
const originalName = (account: Account): string => `original:${accountName(account)}`;

/** An amount as hledger writes one with its currency before it. */
const written = (amount: Money): string => `${amount.currency} ${formatDecimal(amount)}`;

/** hledger wants a decimal mark where it learns how a currency is written, even for one without decimals. */
function commodity(currency: Currency): string {
  return `commodity ${currency} 1000.${'0'.repeat(decimalsOf(currency))}`;
}

/** Text on one line: what would break it, or hide behind a control character, is a space. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();

/** A description. In hledger `;` begins a comment and `|` ends the payee. */
const descriptionText = (text: string): string => oneLine(text).replaceAll(';', ',').replaceAll('|', '/');

/** The value of a tag: a comma would end it, and a bracket can begin a date. */
const tagText = (text: string): string => oneLine(text).replaceAll(',', ';').replaceAll('[', '(').replaceAll(']', ')');

type Tags = Readonly<Record<string, string | number | null>>;

function comment(tags: Tags): string {
  return Object.entries(tags)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}:${tagText(String(value))}`)
    .join(', ');
}

function postings(line: JournalLine): string {
  const about = comment({
    contributor: line.contributor,
    contribution: line.contribution,
    instalment: line.instalment,
    pool: line.pool,
    organization: line.organization,
    position: line.position,
    cost_component: line.costComponent,
  });
  const said = about === '' ? '' : `  ; ${about}`;
  const booked = `    ${accountName(line.account)}  ${written(line.amount)}${said}\n`;
  // In parentheses: outside the balance of the entry, whose other side may be in US dollars only.
  return line.original === null
    ? booked
    : `${booked}    (${originalName(line.account)})  ${written(line.original)}${said}\n`;
}

function transaction(entry: JournalEntry): string {
  const tags = comment({
    kind: entry.kind,
    recorded_at: entry.recordedAt,
    recorded_by: entry.recordedBy,
    reference: entry.reference,
    decision: entry.decision,
    reverses: entry.reverses,
    exchange_rate: entry.exchangeRate,
    charge: entry.charge === null ? null : `${entry.charge.percent} % of ${written(entry.charge.base)}`,
    certified_at: entry.certified?.at ?? null,
    certified_by: entry.certified?.by ?? null,
    hash: entry.hash,
  });
  const heading = `${entry.effectiveOn} (${entry.number}) ${descriptionText(entry.description)}`.trimEnd();
  return `\n${heading}\n    ; ${tags}\n${entry.lines.map(postings).join('')}`;
}

/**
 * The ledger as a journal of hledger (hledger.org), so that a program that is not ours can check and recompute it. Accounts are
 * BOOK:ACCOUNT in US dollars; what was promised or paid in its own currency stands beside it in original:BOOK:ACCOUNT.
 */
export async function* hledgerJournal({ db, fundName, standpoint, knownOn }: ReportRequest): ReportText {
  const currencies = new Set([BOOK_CURRENCY, ...(await journalCurrencies(db, standpoint))]);
  const lines = [
    `; ${oneLine(fundName)}: the ledger as of ${standpoint.asOf}, as known on ${knownOn}`,
    ...[...currencies].map(commodity),
    ...ACCOUNTS.flatMap((account) => [`account ${accountName(account)}`, `account ${originalName(account)}`]),
  ];
  yield `${lines.join('\n')}\n`;
  for await (const page of journalPages(db, standpoint)) yield page.map(transaction).join('');
}
