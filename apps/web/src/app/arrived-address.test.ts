import { expect, test } from 'vitest';
import { arrivedAt, notUnderstood } from './arrived-address.ts';

test('what is no day, an unknown word and an unknown key are not understood; what is shown as asked is', () => {
  const arrived = arrivedAt('/contributions', '?asOf=2026-02-30&stage=late&page=2&text=%20bor%20&colour=red');
  expect(notUnderstood(arrived, { asOf: undefined, stage: undefined, page: 2, text: 'bor', sort: 'date' })).toEqual([
    { key: 'asOf', text: '2026-02-30' },
    { key: 'stage', text: 'late' },
    { key: 'colour', text: 'red' },
  ]);
});

test('a list of which one part is unknown is told whole', () => {
  const arrived = arrivedAt('/forecast', '?scenario=leaves.c-1&scenario=nonsense');
  expect(notUnderstood(arrived, { scenario: ['leaves.c-1'] })).toEqual([
    { key: 'scenario', text: 'leaves.c-1, nonsense' },
  ]);
  expect(notUnderstood(arrived, { scenario: ['leaves.c-1', 'nonsense'] })).toEqual([]);
});

test('behind a sign-in the address that was asked for counts', () => {
  const arrived = arrivedAt('/sign-in', `?to=${encodeURIComponent('/books?asOf=0000-01-01&host=o-1')}`);
  expect(arrived).toEqual({ pathname: '/books', search: { asOf: '0000-01-01', host: 'o-1' } });
  expect(arrivedAt('/sign-in', '')).toEqual({ pathname: '/sign-in', search: {} });
});

test('an empty part says nothing and is not complained of', () => {
  expect(notUnderstood(arrivedAt('/', '?asOf='), {})).toEqual([]);
});
