import { expect, it } from 'vitest';
import { ledgerQuery, ledgerSearch } from '../features/ledger/ledger-search.ts';
import { safeReturn } from './route-guards.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

it('keeps the filter of a figure in an address a person can read, and reads it back', () => {
  const address = stringifySearch({
    account: 'cash',
    kinds: ['deposit', 'refund'],
    contributorId: 'c1',
    text: undefined,
    beside: 84,
  });
  expect(address).toBe('?account=cash&kinds=deposit&kinds=refund&contributorId=c1&beside=84');
  expect(ledgerQuery(ledgerSearch.parse(parseSearch(address)))).toEqual({
    filter: { account: 'cash', kinds: ['deposit', 'refund'], contributorId: 'c1' },
    beside: 84,
  });
  expect(ledgerSearch.parse(parseSearch('?kinds=deposit')).kinds).toEqual(['deposit']);
});

it('refuses a filter of the ledger that there is not, and minds no empty one', () => {
  expect(() => ledgerQuery({ kind: 'deposit' } as never)).toThrow('kind');
  expect(ledgerQuery({ kind: '' } as never).filter).toEqual({});
});

it('returns after sign-in only to an address inside this program', () => {
  expect(safeReturn('/ledger?account=cash')).toBe('/ledger?account=cash');
  for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in?to=/x', undefined]) {
    expect(safeReturn(elsewhere)).toBe('/');
  }
});
