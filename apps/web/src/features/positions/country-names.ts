import type { PositionRow } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';

/** Names of countries as the UN writes them: they come with the choices, so that no list of names is in the bundle. */
export function useCountryNames(): (code: string) => string {
  const { countries } = useChoices();
  const names = new Map(countries.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

/** ISO 3166-1 keeps ZZ for the user: a country that is not known. */
const UNKNOWN_COUNTRY = 'ZZ';

/** Where a post is: `Dhaka, Bangladesh`; the place alone while its country is not known. */
export function usePlaceWords(): (place: PositionRow['dutyStation']) => string {
  const countryName = useCountryNames();
  return ({ name, countryCode }) => (countryCode === UNKNOWN_COUNTRY ? name : `${name}, ${countryName(countryCode)}`);
}
