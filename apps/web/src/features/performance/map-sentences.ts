import { countryName } from '@dcc/domain/reference/countries';
import { plural, t } from '@lingui/core/macro';
import type { Nationalities, Performance } from '../../api/views.ts';

/** In how many places and countries sponsored positions are, and of how many that is not known. */
export function placesTitle({ places }: Pick<Performance, 'places'>): string {
  if (places.length === 0) return t`No position is sponsored yet`;
  const count = (of: Performance['places']) => of.reduce((sum, { positions }) => sum + positions, 0);
  const known = places.filter(({ dutyStation }) => countryName(dutyStation.countryCode) !== null);
  const missing = count(places) - count(known);
  const posts = plural(count(places), { one: '# sponsored position', other: '# sponsored positions' });
  if (known.length === 0) return t`${posts}, and of none the duty station is known`;
  const countries = new Set(known.map(({ dutyStation }) => dutyStation.countryCode)).size;
  const stations = plural(known.length, { one: '# duty station', other: '# duty stations' });
  const title = plural(countries, {
    one: `${posts} at ${stations} in # country`,
    other: `${posts} at ${stations} in # countries`,
  });
  return missing === 0 ? title : plural(missing, { one: `${title}, # not known`, other: `${title}, # not known` });
}

/** Of how many nationalities those are that may be told of. */
export function nationalitiesTitle({ countries, known }: Pick<Nationalities, 'countries' | 'known'>): string {
  const [first] = countries;
  if (known === null || first === undefined) return t`No nationality of candidates can be told`;
  const told = countries.reduce((sum, { count }) => sum + count, 0);
  const share = told === known ? t`all ${known} candidates` : t`${told} of ${known} candidates`;
  return plural(countries.length, {
    one: `Of ${share} the one nationality is told`,
    other: `Of ${share} the # nationalities are told`,
  });
}
