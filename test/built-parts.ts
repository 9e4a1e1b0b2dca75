import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Where the web is built. */
export const BUILT = join(import.meta.dirname, '../apps/web/dist');

type Part = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};

type Parts = ReadonlyMap<string, Part>;

function readParts(): Parts {
  return new Map(
    Object.entries(JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Record<string, Part>),
  );
}

/** A part and everything that comes with it; with `later`, also what it fetches once it is shown, such as its charts. */
function broughtBy(parts: Parts, name: string, later: boolean, seen = new Set<string>()): Set<string> {
  const part = parts.get(name);
  if (part === undefined || seen.has(name)) return seen;
  seen.add(name);
  for (const next of part.imports ?? []) broughtBy(parts, next, later, seen);
  // What the entry fetches later are the routes, each of which is looked at by itself.
  if (later && part.isEntry !== true) for (const next of part.dynamicImports ?? []) broughtBy(parts, next, later, seen);
  return seen;
}

/** Bytes of script by gzip: a browser that takes brotli fetches about a tenth less. */
function weigh(parts: Parts, names: Iterable<string>): number {
  return Array.from(names, (name) => parts.get(name)?.file ?? '')
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
}

/** What the built program weighs: the sign-in page from nothing, and what each further page adds, its charts included. */
export function weights(): { readonly firstView: number; readonly pages: ReadonlyMap<string, number> } {
  const parts = readParts();
  const entry = [...parts.keys()].find((name) => parts.get(name)?.isEntry === true) ?? '';
  const pages = [...(parts.get(entry)?.dynamicImports ?? [])].filter((name) => name.includes('-page.'));
  const signIn = pages.find((name) => name.includes('/sign-in-page.')) ?? '';
  const firstView = broughtBy(parts, signIn, false, broughtBy(parts, entry, false));
  const further = (page: string) => [...broughtBy(parts, page, true)].filter((name) => !firstView.has(name));
  return {
    firstView: weigh(parts, firstView),
    pages: new Map(pages.map((page) => [page, weigh(parts, further(page))])),
  };
}

/** Files of script that a page fetches once it is shown, such as its charts: nothing that it begins with is among them. */
export function laterFiles(page: string): ReadonlySet<string> {
  const parts = readParts();
  const entry = [...parts.keys()].find((name) => parts.get(name)?.isEntry === true) ?? '';
  const name = [...parts.keys()].find((part) => part.endsWith(`/${page}.tsx`)) ?? '';
  const first = broughtBy(parts, name, false, broughtBy(parts, entry, false));
  const later = [...broughtBy(parts, name, true)].filter((part) => !first.has(part));
  return new Set(later.map((part) => parts.get(part)?.file ?? ''));
}
