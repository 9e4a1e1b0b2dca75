import { beforeAll, expect, it } from 'vitest';
import type { Giving, GivingRow } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { concentrationTitle, yearsTitle } from './giving-sentences.ts';
import { currenciesOf, givers, yearsOfGiving } from './giving-sums.ts';

beforeAll(startWords);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const row = (contributorId: string, year: number, step: GivingRow['step'], value: string, own?: [string, string]) => ({
  contributorId,
  year,
  step,
  value: usd(value),
  original: own === undefined ? usd(value) : { amount: own[0], currency: own[1] },
});

const GIVING: Giving = {
  asOf: '2026-11-22',
  knownOn: null,
  today: '2026-11-22',
  currentYear: 2026,
  received: { amount: usd('100.00'), basis: 'cash', asOf: '2026-11-22', entries: null },
  contributors: ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), type: 'country', countryCode: null })),
  rows: [
    row('a', 2024, 'signed', '50.00', ['45.00', 'CHF']),
    row('a', 2024, 'received', '52.00', ['45.00', 'CHF']),
    row('b', 2026, 'received', '30.00'),
    row('c', 2026, 'received', '18.00'),
    row('c', 2026, 'pledged', '7.00'),
  ],
};

it('shows everybody’s money in US dollars, the year between without gaps, and says which has not ended', () => {
  const years = yearsOfGiving(GIVING, { contributorId: undefined, currency: 'USD' });
  expect(
    years.map(({ year, pledged, signed, received, incomplete }) => [
      year,
      pledged.amount,
      signed.amount,
      received.amount,
      incomplete,
    ]),
  ).toEqual([
    [2024, '0.00', '50.00', '52.00', false],
    [2025, '0.00', '0.00', '0.00', false],
    [2026, '7.00', '0.00', '48.00', true],
  ]);
  expect(yearsTitle(years)).toBe('2024 brought the most money, US$\u00a052; 2026 so far US$\u00a048');
});

it('shows in another currency only what was promised or paid in it, exactly', () => {
  expect(currenciesOf(GIVING, undefined)).toEqual(['USD', 'CHF']);
  expect(currenciesOf(GIVING, 'b')).toEqual(['USD']);
  const [year, ...others] = yearsOfGiving(GIVING, { contributorId: 'a', currency: 'CHF' });
  expect(year).toMatchObject({ signed: { amount: '45.00', currency: 'CHF' }, received: { amount: '45.00' } });
  expect(others).toEqual([]);
});

it('says how few gave four fifths, or all', () => {
  const paid = givers(GIVING);
  expect(paid.map(({ id, upTo }) => [id, upTo.amount])).toEqual([
    ['a', '52.00'],
    ['b', '82.00'],
    ['c', '100.00'],
  ]);
  expect(concentrationTitle(paid)).toBe('Two contributors gave 82\u00a0% of the fund');
  const two = givers({ ...GIVING, rows: [row('a', 2024, 'received', '60.00'), row('b', 2024, 'received', '40.00')] });
  expect(concentrationTitle(two)).toBe('Two contributors gave 100\u00a0% of the fund');
  expect(concentrationTitle([])).toBe('Nobody has paid yet');
  expect(yearsTitle([])).toBe('No money has come in yet');
});
