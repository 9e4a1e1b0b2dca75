import { expect, test } from 'vitest';
import { openTestFund } from '../../testing/test-fund.ts';

const cents = ({ amount }: { readonly amount: { readonly amount: string } }): bigint =>
  BigInt(amount.amount.replace('.', ''));

test('the money of the positions adds up to what is allocated, from every standpoint', async () => {
  const member = (await openTestFund()).as('member');
  for (const standpoint of [{}, { asOf: '2024-12-31' }, { knownOn: '2026-06-30' }] as const) {
    const { positions, total } = await member.allocation.get(standpoint);
    const { figures } = await member.overview.get(standpoint);
    expect(total).toEqual(figures.allocated);
    expect(positions.length).toBeGreaterThan(0);
    expect(positions.reduce((all, { amount }) => all + cents(amount), 0n)).toBe(cents(total));
  }
});

test('a position is what its terms of reference and the groups of its country say', async () => {
  const member = (await openTestFund()).as('member');
  const { positions } = await member.allocation.get({});
  expect(positions.find(({ title }) => title === 'Coastal resilience analyst')).toMatchObject({
    region: 'oceania',
    groups: ['DEMO-ISLANDS'],
    goals: ['13', '14'],
    themes: ['Climate'],
  });
});

test('a position that says nothing of goals and themes has none', async () => {
  const member = (await openTestFund()).as('member');
  const { positions } = await member.allocation.get({});
  expect(positions.filter(({ goals, themes }) => goals.length === 0 && themes.length === 0).length).toBeGreaterThan(0);
});
