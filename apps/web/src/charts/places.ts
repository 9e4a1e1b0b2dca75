import table from './places.tsv?raw';

type Place = { readonly country: string; readonly city: string; readonly east: number; readonly north: number };

const PLACES: readonly Place[] = table.split('\n').flatMap((line) => {
  const [country = '', city = '', east, north] = line.split('\t');
  return line === '' || line.startsWith('#') ? [] : [{ country, city, east: Number(east), north: Number(north) }];
});

/** A name without accents, marks and case, so that “N’Djamena” and “NDjamena” are one. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** Where a city of a country lies; without a city, where the point of the country stands. `null` where that is not known. */
export function placeOf(country: string, city: string | null): Place | null {
  const own = PLACES.filter((place) => place.country === country);
  return (city === null ? own[0] : own.find((place) => plain(place.city) === plain(city))) ?? null;
}
