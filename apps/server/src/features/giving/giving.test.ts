import { expect, test } from 'vitest';
import { openTestFund } from '../../testing/test-fund.ts';

const cents = ({ amount }: { readonly amount: string }): bigint => BigInt(amount.replace('.', ''));

test('years and contributors add up to what the overview and each contributor say, from every standpoint', async () => {
  const member = (await openTestFund()).as('member');
  for (const standpoint of [{}, { asOf: '2024-12-31' }, { knownOn: '2026-06-30' }] as const) {
    const { rows, received } = await member.giving.get(standpoint);
    const { figures } = await member.overview.get(standpoint);
    expect(received).toEqual(figures.received);
    const list = await member.contributors.list(standpoint);
    for (const row of list.rows) {
      const own = rows.filter(({ contributorId }) => contributorId === row.contributor.id);
      for (const step of ['signed', 'received'] as const)
        expect(own.filter((each) => each.step === step).reduce((sum, { value }) => sum + cents(value), 0n)).toBe(
          cents(row[step]),
        );
    }
  }
});

test('what was promised or paid in another currency keeps its exact amount beside the dollars', async () => {
  const { rows } = await (await openTestFund()).as('member').giving.get({});
  const foreign = rows.filter(({ original }) => original.currency !== 'USD');
  expect(foreign.length).toBeGreaterThan(0);
  expect(rows.every(({ value }) => value.currency === 'USD')).toBe(true);
  for (const { value, original } of rows.filter((row) => row.original.currency === 'USD'))
    expect(original).toEqual(value);
});
