import { date } from '@dcc/domain/calendar-date';
import { openTestFund } from '@dcc/server/testing/test-fund';
import { expect, test } from 'vitest';
import { compareWithHledger, randomFund, STANDPOINTS } from './hledger.ts';
import { seedOf } from './real-server.ts';
import { reportFault } from './report.ts';

test('hledger accepts the journal of the demonstration fund, and its balances are ours in every currency', async () => {
  const fund = await openTestFund();
  for (const asOf of ['2022-12-31', '2024-06-30', '2026-11-22'].map(date))
    for (const knownOn of [null, date('2023-12-31')])
      expect((await compareWithHledger(fund, { asOf, knownOn })).balances).toBeGreaterThan(10);
});

test('the same for 5,000 random entries with hostile texts, as of a past day and as known on one', async () => {
  const seed = seedOf();
  const fund = await randomFund(5000, seed);
  const compared = [];
  for (const standpoint of STANDPOINTS) compared.push(await compareWithHledger(fund, standpoint));
  const balances = compared.reduce((total, each) => total + each.balances, 0);
  expect(balances).toBeGreaterThan(100);
  reportFault({
    fault: 'Second opinion',
    tried: `hledger over 5,000 random entries (seed ${seed}) from ${STANDPOINTS.length} standpoints`,
    lost: `nothing: ${balances} balances equal to the last digit`,
  });
});
