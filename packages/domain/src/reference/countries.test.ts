import { describe, expect, test } from 'vitest';
import { allCountries, countryName } from './countries.ts';

describe('a country has the name the United Nations write', () => {
  test.each([
    ['BO', 'Bolivia (Plurinational State of)'],
    ['CD', 'Democratic Republic of the Congo'],
    ['CG', 'Congo'],
    ['CN', 'China'],
    ['CV', 'Cabo Verde'],
    ['CZ', 'Czechia'],
    ['GB', 'United Kingdom of Great Britain and Northern Ireland'],
    ['GM', 'Gambia'],
    ['KP', 'Democratic People’s Republic of Korea'],
    ['KR', 'Republic of Korea'],
    ['LA', 'Lao People’s Democratic Republic'],
    ['MK', 'North Macedonia'],
    ['PS', 'State of Palestine'],
    ['SZ', 'Eswatini'],
    ['TR', 'Türkiye'],
    ['TL', 'Timor-Leste'],
    ['NO', 'Norway'],
    ['US', 'United States of America'],
  ])('%s is %s', (code, name) => {
    expect(countryName(code)).toBe(name);
  });

  test.each(['TW', 'XK', 'ZZ', 'EU', 'no', 'N', 'NOR', '', 'toString', '__proto__'])('“%s” is none', (code) => {
    expect(countryName(code)).toBeNull();
  });
});

test('the list goes by name, each code and each name once', () => {
  const all = allCountries();
  const names = all.map(({ name }) => name);
  expect(all.length).toBeGreaterThan(230);
  expect(names).toEqual(names.toSorted((left, right) => left.localeCompare(right, 'en')));
  expect(new Set(names).size).toBe(all.length);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(all.every(({ code, name }) => countryName(code) === name)).toBe(true);
  expect(all.map(({ code }) => code)).not.toContain('TW');
  expect(all.map(({ code }) => code)).not.toContain('XK');
});
