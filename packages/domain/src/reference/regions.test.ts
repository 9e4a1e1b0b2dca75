import { expect, test } from 'vitest';
import { allCountries } from './countries.ts';
import { regionOf } from './regions.ts';

test('every country and area but Antarctica stands in one region', () => {
  expect(
    allCountries()
      .filter(({ code }) => regionOf(code) === null)
      .map(({ code }) => code),
  ).toEqual(['AQ']);
  expect(['FJ', 'KE', 'PE', 'UZ', 'UA'].map(regionOf)).toEqual(['oceania', 'africa', 'americas', 'asia', 'europe']);
  expect(regionOf('XX')).toBeNull();
});
