import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };

/** Names by ISO 3166-1 alpha-2 code; where the list knows several, the official one is the first. */
const LISTED = new Map(
  Object.entries(english.countries).map(([code, names]) => [code, typeof names === 'string' ? names : names[0]]),
);

/** Names the United Nations writes otherwise than the list we take them from. Source: UN Terminology Database (UNTERM). */
const UN_NAMES: Readonly<Record<string, string>> = {
  BO: 'Bolivia (Plurinational State of)',
  CD: 'Democratic Republic of the Congo',
  CG: 'Congo',
  CI: 'Côte d’Ivoire',
  CN: 'China',
  CV: 'Cabo Verde',
  CZ: 'Czechia',
  FM: 'Micronesia (Federated States of)',
  GB: 'United Kingdom of Great Britain and Northern Ireland',
  GM: 'Gambia',
  HK: 'China, Hong Kong Special Administrative Region',
  IR: 'Iran (Islamic Republic of)',
  KP: 'Democratic People’s Republic of Korea',
  KR: 'Republic of Korea',
  LA: 'Lao People’s Democratic Republic',
  MD: 'Republic of Moldova',
  MK: 'North Macedonia',
  MO: 'China, Macao Special Administrative Region',
  NL: 'Netherlands (Kingdom of the)',
  PS: 'State of Palestine',
  RE: 'Réunion',
  RU: 'Russian Federation',
  SY: 'Syrian Arab Republic',
  SZ: 'Eswatini',
  TR: 'Türkiye',
  TZ: 'United Republic of Tanzania',
  US: 'United States of America',
  VA: 'Holy See',
  VE: 'Venezuela (Bolivarian Republic of)',
  VG: 'British Virgin Islands',
  VI: 'United States Virgin Islands',
  VN: 'Viet Nam',
};

/** ISO entries that are no State or territory the United Nations names on its own. */
const NOT_LISTED = new Set(['TW', 'XK']);

/** Name of a country by its ISO 3166-1 alpha-2 code as the UN writes it; `null` for an unknown code. */
export function countryName(code: string): string | null {
  if (!/^[A-Z]{2}$/u.test(code) || NOT_LISTED.has(code)) return null;
  return UN_NAMES[code] ?? LISTED.get(code) ?? null;
}

/** All countries and areas by name. */
export function allCountries(): { code: string; name: string }[] {
  return [...LISTED.keys()]
    .map((code) => ({ code, name: countryName(code) }))
    .filter((country): country is { code: string; name: string } => country.name !== null)
    .toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
}
