import { date } from '@dcc/domain/calendar-date';
import { movementEntry, type Movement } from '@dcc/domain/ledger/movements';
import { withTransaction } from '@dcc/db/with-transaction';
import { COMMAND_LINE } from '@dcc/db/stores/fund-store';
import { appendEntries } from '@dcc/db/stores/ledger-store';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { money } from '@dcc/domain/money';
import { expect, test } from 'vitest';
import { codeOf, openTestFund, type TestFund } from '../../testing/test-fund.ts';
import { orRefuse } from '../../use-case/refusal.ts';

const cents = ({ amount }: { readonly amount: string }): bigint => BigInt(amount.replace('.', ''));
const text = (figure: { readonly amount: { readonly amount: string } }): string => figure.amount.amount;

/** Records movements of hosts, so many dollars each. */
async function moved(
  fund: TestFund,
  recordedAt: string,
  ...moves: (Pick<Movement, 'kind' | 'organizationId'> & { on: string; dollars: number; positionId?: string })[]
) {
  const entries = moves.map(({ on, dollars, positionId = null, ...move }) =>
    orRefuse(
      movementEntry({
        ...move,
        positionId,
        effectiveOn: date(on),
        amount: money(BigInt(dollars) * 100n, BOOK_CURRENCY),
        original: null,
        description: '',
        contributorId: null,
        poolId: 'unearmarked',
      }),
    ),
  );
  await withTransaction(fund.db, (tx) => appendEntries(tx, { recordedAt, recordedBy: COMMAND_LINE }, entries));
}

test('the two books differ by the transfer that is under way, at its host and its position', async () => {
  const { hosts, total } = await (await openTestFund()).as('auditor').books.get({});
  expect(total.difference.amount).toBe('140000.00');
  const [first, ...others] = hosts;
  expect(first?.books.difference.amount).toBe('140000.00');
  const cause = {
    ahead: 'transfer',
    amount: { amount: '140000.00', currency: 'USD' },
    latest: { count: 1, since: '2026-11-10', days: 12, underWay: true },
  };
  expect(first?.causes).toEqual([cause]);
  expect(first?.positions[0]).toMatchObject({ position: { title: 'Migration statistics associate' }, causes: [cause] });
  expect(others.every(({ causes, books }) => causes.length === 0 && books.difference.amount === '0.00')).toBe(true);
});

test('the sums over the hosts, over their positions and over the years are the lines of the statement', async () => {
  const auditor = (await openTestFund()).as('auditor');
  for (const standpoint of [{}, { asOf: '2024-12-31' }, { knownOn: '2026-06-30' }]) {
    const { hosts, total, years } = await auditor.books.get(standpoint);
    const statement = await auditor.statement.get(standpoint);
    const [agent, host] = [statement.fundsWithAdministrativeAgent, statement.fundsWithParticipatingOrganizations];
    const lines = {
      transferred: agent.transferredToParticipatingOrganizations,
      refundsReceived: agent.refundsFromParticipatingOrganizations,
      received: host.transfersToParticipatingOrganizations,
      refundsMade: host.refunds,
      expenditure: host.expenditure,
      balance: host.balance,
    };
    for (const [line, figure] of Object.entries(lines)) {
      const key = line as keyof typeof lines;
      const sum = (books: readonly { readonly books: typeof total }[]): bigint =>
        books.reduce((added, { books: own }) => added + cents(own[key].amount), 0n);
      expect([line, text(total[key])]).toEqual([line, text(figure)]);
      expect([line, sum(hosts)]).toEqual([line, cents(figure.amount)]);
      expect([line, sum(hosts.flatMap(({ positions }) => positions))]).toEqual([line, cents(figure.amount)]);
      // The balance of a year is the one at its end.
      const inYears = key === 'balance' ? cents(years.at(-1)?.books.balance.amount ?? { amount: '0' }) : sum(years);
      expect([line, inYears]).toEqual([line, cents(figure.amount)]);
    }
    expect(years.at(-1)?.differenceAtEnd).toEqual(total.difference);
  }
});

test('expenditure is interim until somebody else certifies it, and the current year is not final', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const before = await auditor.books.get({ knownOn: '2026-06-30' });
  expect(text(before.total.interimExpenditure)).toBe('201300.00');
  expect(text(before.total.certifiedExpenditure)).toBe('948800.00');
  const after = await auditor.books.get({});
  expect(text(after.total.interimExpenditure)).toBe('0.00');
  expect(after.years.map(({ year, notFinal }) => [year, notFinal])).toEqual([
    [2022, false],
    [2023, false],
    [2024, false],
    [2025, false],
    [2026, true],
  ]);
});

test('a transfer that the host has not recorded after a month is not under way any more', async () => {
  const { hosts } = await (await openTestFund()).as('auditor').books.get({ asOf: '2026-11-22' });
  expect(hosts[0]?.causes[0]?.latest?.underWay).toBe(true);
  const fund = await openTestFund();
  fund.setTime('2026-12-20T12:00:00.000Z');
  const later = await fund.as('auditor').books.get({});
  expect(later.hosts[0]?.causes[0]?.latest).toEqual({ count: 1, since: '2026-11-10', days: 40, underWay: false });
});

test('what the host alone has, a refund that has not arrived and a difference nothing explains are told apart', async () => {
  const fund = await openTestFund();
  const at = '2026-11-20T09:00:00.000Z';
  await moved(
    fund,
    at,
    { kind: 'organization-received', organizationId: 'o-oceans', on: '2026-11-15', dollars: 70 },
    { kind: 'organization-refund', organizationId: 'o-lyceum', on: '2026-11-16', dollars: 30 },
    { kind: 'transfer', organizationId: 'o-meridian', on: '2026-11-17', dollars: 90 },
    { kind: 'organization-received', organizationId: 'o-meridian', on: '2026-11-18', dollars: 88 },
  );
  const { hosts } = await fund.as('auditor').books.get({});
  const causes = (id: string) => hosts.find(({ organization }) => organization?.id === id)?.causes;
  expect(causes('o-oceans')).toMatchObject([{ ahead: 'receipt', latest: { count: 1, since: '2026-11-15' } }]);
  expect(causes('o-lyceum')).toMatchObject([{ ahead: 'refund-made', latest: { count: 1, underWay: true } }]);
  expect(causes('o-meridian')).toMatchObject([{ ahead: 'transfer', amount: { amount: '2.00' }, latest: null }]);
});

test('entries that name no host or no position have a line of their own', async () => {
  const fund = await openTestFund('real');
  const [organization] = (await fund.as(REVIEWER).books.get({})).hosts;
  expect(organization).toBeUndefined();
  await moved(fund, '2026-11-20T09:00:00.000Z', {
    kind: 'transfer',
    organizationId: null,
    on: '2026-11-17',
    dollars: 90,
  });
  const { hosts, total } = await fund.as(REVIEWER).books.get({});
  expect(hosts).toMatchObject([{ organization: null, positions: [{ position: null }] }]);
  expect(total.difference.amount).toBe('90.00');
});

const REVIEWER = {
  personId: 'p-secretariat',
  name: 'A reviewer',
  email: 'reviewer@example.org',
  roles: ['auditor'],
  organizationId: null,
  contributorId: null,
} as const;

test.each(['contributor', 'administrator'] as const)('the books are not for a %s', async (role) => {
  const fund = await openTestFund();
  expect(await codeOf(fund.as(role).books.get({}))).toBe('FORBIDDEN');
});
