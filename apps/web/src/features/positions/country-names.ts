import { useChoices } from '../../app/choices.ts';

/** Names of countries as the UN writes them: they come with the choices, so that no list of names is in the bundle. */
export function useCountryNames(): (code: string) => string {
  const { countries } = useChoices();
  const names = new Map(countries.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
