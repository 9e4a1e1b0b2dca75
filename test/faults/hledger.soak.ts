import { expect, test } from 'vitest';
import { compareWithHledger, randomFund, STANDPOINTS } from './hledger.ts';
import { seedOf } from './real-server.ts';
import { reportFault } from './report.ts';

test('hledger accepts the journal of 100,000 random entries, and its balances are ours in every currency', async () => {
  const seed = seedOf();
  const fund = await randomFund(100_000, seed);
  let balances = 0;
  let bytes = 0;
  for (const standpoint of STANDPOINTS) {
    const compared = await compareWithHledger(fund, standpoint);
    balances += compared.balances;
    bytes = Math.max(bytes, compared.bytes);
  }
  expect(balances).toBeGreaterThan(100);
  reportFault({
    fault: 'Second opinion',
    tried: `hledger over 100,000 random entries (seed ${seed}, ${Math.round(bytes / 1_000_000)} MB) from ${STANDPOINTS.length} standpoints`,
    lost: `nothing: ${balances} balances equal to the last digit`,
  });
});
