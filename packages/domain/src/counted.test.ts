import { expect, test } from 'vitest';
import { entriesOf, givenEntries } from './counted.ts';

test('a figure about the whole fund names an account, and one about somebody names them too', () => {
  expect(entriesOf('received')).toEqual({ account: 'cash', kinds: ['deposit', 'contributor-refund'] });
  expect(entriesOf('promised', { poolId: 'p-1' })).toEqual({ account: 'allocations-open', poolId: 'p-1' });
});

test('what is given in a year is announced, signed or received from its first to its last day', () => {
  const days = { from: '2025-01-01', to: '2025-12-31' };
  expect(givenEntries('pledged', 2025)).toEqual({
    account: 'pledges-open',
    kinds: ['pledge', 'pledge-amendment'],
    ...days,
  });
  expect(givenEntries('signed', 2025, { contributorId: 'c-1' })).toEqual({
    account: 'contribution-revenue',
    contributorId: 'c-1',
    ...days,
  });
});
