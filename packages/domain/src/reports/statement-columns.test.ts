import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACCOUNTS } from '../ledger/accounts.ts';
import { ENTRY_KINDS } from '../ledger/kinds.ts';
import { always, anyMinor, usd } from '../laws.arbitrary.ts';
import { add, type Money, subtract } from '../money.ts';
import { type ColumnBalance, movedSince, statementByColumn, statementByYear } from './statement-columns.ts';
import { type SourceAndUse, sourceAndUse } from './statement.ts';

const YEARS = ['2022', '2023', '2024', '2025'];

const anyColumnBalance = (columns: readonly string[]): fc.Arbitrary<ColumnBalance> =>
  fc.record({
    column: fc.constantFrom(...columns),
    account: fc.constantFrom(...ACCOUNTS),
    kind: fc.constantFrom(...ENTRY_KINDS),
    amount: anyMinor.map((minor) => usd(minor)),
  });
const anyBalances = (columns: readonly string[]) => fc.array(anyColumnBalance(columns), { maxLength: 60 });

/** Every amount of a statement, by its name. */
function amounts(statement: SourceAndUse): Map<string, Money> {
  const named: [string, Money | string | null][] = [
    ...Object.entries(statement.fundsWithAdministrativeAgent),
    ...Object.entries(statement.fundsWithParticipatingOrganizations).map(
      ([line, value]): [string, Money | string | null] => [`hosts' ${line}`, value],
    ),
    ['opening', statement.totalOpeningBalance],
    ['total balance', statement.totalBalanceOfFunds],
  ];
  const found = new Map<string, Money>();
  for (const [line, value] of named) if (typeof value === 'object' && value !== null) found.set(line, value);
  return found;
}

function total(statements: Iterable<SourceAndUse>): Map<string, Money> {
  const sums = new Map<string, Money>();
  for (const statement of statements)
    for (const [line, amount] of amounts(statement)) sums.set(line, add(sums.get(line) ?? usd(0), amount));
  return sums;
}

test('the columns of contributors, hosts or positions add up to the statement, line by line', () => {
  const columns = ['', 'a', 'b', 'c'];
  always(
    fc.property(anyBalances(columns), anyBalances(columns), (movements, before) => {
      const byColumn = statementByColumn(movements, before);
      const whole = amounts(sourceAndUse(movements, before));
      const added = total(byColumn.values());
      for (const [line, amount] of whole) expect([line, added.get(line) ?? usd(0)]).toEqual([line, amount]);
    }),
    0.2,
  );
});

test('what was opened with, and sources less uses, are the balance, in every column', () => {
  always(
    fc.property(anyBalances(YEARS), anyBalances(YEARS), (movements, before) => {
      for (const { fundsWithAdministrativeAgent: agent, ...rest } of statementByColumn(movements, before).values()) {
        const hosts = rest.fundsWithParticipatingOrganizations;
        expect(agent.balance).toEqual(
          subtract(add(agent.openingBalance, agent.totalSourceOfFunds), agent.totalUseOfFunds),
        );
        expect(hosts.balance).toEqual(
          subtract(add(hosts.openingBalance, hosts.transfersToParticipatingOrganizations), hosts.totalExpenses),
        );
        expect(rest.totalBalanceOfFunds).toEqual(add(agent.balance, hosts.balance));
      }
    }),
    0.2,
  );
});

// A balance is carried from year to year.
const CHAINED = /opening|balance/iu;

test('each year opens with what the one before closed with, and the years add up', () => {
  always(
    fc.property(anyBalances(YEARS), anyBalances(['2021']), (movements, before) => {
      const byYear = [...statementByYear(YEARS, movements, before).values()];
      const whole = sourceAndUse(movements, before);
      let previous = sourceAndUse(before);
      for (const year of byYear) {
        expect(year.totalOpeningBalance).toEqual(previous.totalBalanceOfFunds);
        expect(year.fundsWithAdministrativeAgent.openingBalance).toEqual(previous.fundsWithAdministrativeAgent.balance);
        previous = year;
      }
      expect(previous.fundsWithAdministrativeAgent.balance).toEqual(whole.fundsWithAdministrativeAgent.balance);
      expect(previous.totalBalanceAsPercentOfDeposits).toBe(whole.totalBalanceAsPercentOfDeposits);
      const added = total(byYear);
      for (const [line, amount] of amounts(whole)) if (CHAINED.test(line)) added.set(line, amount);
      expect(added).toEqual(amounts(whole));
    }),
    0.2,
  );
});

test('two periods, one after the other, are the period of both', () => {
  always(
    fc.property(anyBalances(['']), anyBalances(['']), anyBalances(['']), (before, first, second) => {
      const [begun, half, whole] = [before, [...before, ...first], [...before, ...first, ...second]];
      const one = sourceAndUse(movedSince(half, begun), begun);
      const two = sourceAndUse(movedSince(whole, half), half);
      const both = sourceAndUse(movedSince(whole, begun), begun);
      expect(two.fundsWithAdministrativeAgent.openingBalance).toEqual(one.fundsWithAdministrativeAgent.balance);
      expect(two.fundsWithParticipatingOrganizations.balance).toEqual(both.fundsWithParticipatingOrganizations.balance);
      expect(both.fundsWithAdministrativeAgent.totalUseOfFunds).toEqual(
        add(one.fundsWithAdministrativeAgent.totalUseOfFunds, two.fundsWithAdministrativeAgent.totalUseOfFunds),
      );
    }),
    0.2,
  );
});

test('a year in which nothing moved carries the balance on', () => {
  const deposit: ColumnBalance = { column: '2022', account: 'cash', kind: 'deposit', amount: usd(500) };
  const [, second] = [...statementByYear(['2022', '2023'], [deposit]).values()];
  expect(second?.fundsWithAdministrativeAgent).toMatchObject({
    openingBalance: usd(500),
    totalSourceOfFunds: usd(0),
    balance: usd(500),
    balanceAsPercentOfDeposits: '100.0',
  });
});
