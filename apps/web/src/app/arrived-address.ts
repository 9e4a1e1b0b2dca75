import { parseSearch, stringifySearch } from './search-params.ts';

type Search = Readonly<Record<string, unknown>>;

/** An address as somebody typed or pasted it, before the program read it. */
export type Arrived = { readonly pathname: string; readonly search: Readonly<Record<string, string | string[]>> };

/** The address that a page was opened with; behind a sign-in, the one that was asked for. */
export function arrivedAt(pathname: string, search: string): Arrived {
  const parsed = parseSearch(search);
  const { to } = parsed;
  if (pathname !== '/sign-in' || typeof to !== 'string') return { pathname, search: parsed };
  const [path = '', rest = ''] = to.split(/\?(.*)/su);
  return { pathname: path, search: parseSearch(rest) };
}

/** One part of an address, as it stands there. */
export type Part = { readonly key: string; readonly text: string };

/** The parts of an address that were not understood: the program reads them as something else, or as nothing. */
export function notUnderstood({ search }: Arrived, read: Search): readonly Part[] {
  return Object.entries(search).flatMap(([key, value]) => {
    const [asked, shown] = [value, read[key]].map((one) => stringifySearch({ [key]: trimmed(one) }));
    const text = [value].flat().join(', ');
    return text === '' || asked === shown ? [] : [{ key, text }];
  });
}

const trimmed = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim() : Array.isArray(value) ? value.map((item: unknown) => trimmed(item)) : value;

/** What this page was opened with. Later addresses are the program's own. */
export const ARRIVED = arrivedAt(window.location.pathname, window.location.search);
