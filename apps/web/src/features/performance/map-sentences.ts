import { plural, t } from '@lingui/core/macro';
import type { Nationalities, Performance } from '../../api/views.ts';

/** In how many places and countries sponsored positions are. */
export function placesTitle({ places }: Pick<Performance, 'places'>): string {
  if (places.length === 0) return t`No position is sponsored yet`;
  const total = places.reduce((sum, { positions }) => sum + positions, 0);
  const countries = new Set(places.map(({ dutyStation }) => dutyStation.countryCode)).size;
  const posts = plural(total, { one: '# sponsored position', other: '# sponsored positions' });
  const stations = plural(places.length, { one: '# duty station', other: '# duty stations' });
  return plural(countries, {
    one: `${posts} at ${stations} in # country`,
    other: `${posts} at ${stations} in # countries`,
  });
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
