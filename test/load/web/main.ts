import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@dcc/db/open-database';
import { dateOfInstant } from '@dcc/domain/calendar-date';
import { DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { buildWebIfStale } from '../../../scripts/web-build.ts';
import { weights } from '../../built-parts.ts';
import { call, dataOf, openSession, startServerProcess } from '../../server-process.ts';
import { growLedger } from '../grow.ts';
import { beginWorld, SECRETARIAT } from '../world.ts';
import { watch } from './in-page.ts';
import { lighthouse, type Scores } from './lighthouse.ts';
import { type Line, measureChanges, measurePaint, measureScrolling } from './screens.ts';

/**
 * `npm run bench:web`: how fast the program is in a real browser, on the demonstration fund and on a large ledger. Prints a table, and
 * with `--json FILE` writes what it was made from. Not a test: a busy machine gives other figures, so the quietest of `--runs` counts.
 *
 * `--postings 1000000`, `--runs 3`, `--seed 1`, `--only weight,lighthouse,demonstration,million`.
 */
const { values } = parseArgs({
  options: {
    postings: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});

const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'fund-bench-web-'));
const today = dateOfInstant(new Date().toISOString());
const wanted = (part: string): boolean => values.only === undefined || values.only.split(',').includes(part);
const lines: Line[] = [];
const DEMONSTRATION = 'demonstration';

/** What a list has to be asked with, where that is something. */
const RECORDS: Readonly<Record<string, object>> = { ledger: { filter: {} } };

/** The record that a list holds first, whatever it calls its rows. */
function firstRecord({ text }: { readonly text: string }): string | undefined {
  return /\[\{(?:"contributor":\{)?"id":"([^"]+)"/u.exec(text)?.[1];
}

/** The addresses of the router, those of one record with the first record that its list holds. */
async function everyPath(url: string, token: string): Promise<string[]> {
  const files = ['router.tsx', 'root-routes.tsx', 'committee-routes.ts'].map((name) =>
    readFile(join(import.meta.dirname, '../../../apps/web/src/app', name), 'utf8'),
  );
  const routes = (await Promise.all(files)).join('');
  const paths = Array.from(routes.matchAll(/\bpath: '([^']+)'/gu), (match) => match[1] ?? '').filter(
    (path) => path !== '$' && path !== '/sign-in',
  );
  const first = new Map<string, string | undefined>();
  for (const path of paths) {
    const list = path.split('/')[1] ?? '';
    if (!path.includes('$id') || first.has(list)) continue;
    first.set(
      list,
      list === 'figures' ? 'free' : firstRecord(await call(url, `${list}.list`, RECORDS[list] ?? {}, token)),
    );
  }
  return paths.flatMap((path) => {
    const id = first.get(path.split('/')[1] ?? '');
    if (!path.includes('$id')) return [path];
    if (id === undefined) console.error(`${path} has no record to look at.`);
    return id === undefined ? [] : [path.replace('$id', id)];
  });
}

/** Lighthouse sometimes loses the beginning of a page on a busy machine; it is asked again. */
async function asked(...given: Parameters<typeof lighthouse>): Promise<Scores> {
  for (let left = 3; ; left -= 1) {
    try {
      return await lighthouse(...given);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function measureByLighthouse(url: string, token: string, paths: readonly string[]): Promise<void> {
  for (const [path, own] of [
    ['/sign-in', ''],
    ['/', token],
  ] as const) {
    const seen: Scores[] = [];
    for (let run = 0; run < runs; run += 1) seen.push(await asked(url + path, own, ['performance']));
    const best = seen.toSorted((a, b) => (b.scores.performance ?? 0) - (a.scores.performance ?? 0))[0];
    const score = best?.scores.performance ?? 0;
    const under = Object.entries(best?.measures ?? {})
      .map(
        ([name, value]) => `${name} ${name === 'layout shift' ? value.toFixed(3) : `${(value / 1000).toFixed(1)} s`}`,
      )
      .join(', ');
    lines.push({
      what: `Lighthouse, a slow phone: performance of ${path}`,
      fund: DEMONSTRATION,
      found: `${score} (${under})`,
      target: 'at least 95',
      kept: score >= 95,
    });
  }
  const short: string[] = [];
  for (const path of ['/sign-in', ...paths]) {
    const { missed } = await asked(url + path, path === '/sign-in' ? '' : token, ['accessibility', 'best-practices']);
    if (missed.length > 0) short.push(`${path}: ${missed.join(', ')}`);
  }
  lines.push({
    what: `Lighthouse: accessibility and best practices of ${paths.length + 1} pages`,
    fund: DEMONSTRATION,
    found: short.length === 0 ? '100 on each' : short.join('; '),
    target: '100 on each',
    kept: short.length === 0,
  });
}

/** A window of a real browser in which somebody is signed in. */
async function inBrowser(url: string, token: string, work: (page: Page) => Promise<void>): Promise<void> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findBrowser(), args });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await context.addCookies([{ name: 'fund-session', value: token, url, httpOnly: true, sameSite: 'Strict' }]);
    const page = await context.newPage();
    await watch(page);
    await work(page);
  } finally {
    await browser.close();
  }
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/trpc/session.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-fund-client': 'web' },
    body: JSON.stringify({ email: 'member@demo.invalid', password: DEMONSTRATION_PASSWORD }),
  });
  return /fund-session=([\w-]+)/u.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
}

async function measureDemonstration(): Promise<void> {
  const server = await startServerProcess(`file:${join(folder, 'demonstration.db')}`);
  try {
    const token = await signIn(server.url);
    dataOf(await call(server.url, 'overview.get', {}, token));
    const paths = await everyPath(server.url, token);
    if (wanted('lighthouse')) await measureByLighthouse(server.url, token, paths);
    if (wanted('demonstration'))
      await inBrowser(server.url, token, async (page) => {
        lines.push(...(await measurePaint(page, DEMONSTRATION, server.url, paths, runs)));
        lines.push(...(await measureChanges(page, DEMONSTRATION, server.url, runs)));
      });
  } finally {
    await server.kill();
  }
}

async function measureMillion(): Promise<void> {
  const url = `file:${join(folder, 'large.db')}`;
  const postings = Number(values.postings);
  const db = await openDatabase(url);
  await beginWorld(db, today);
  await growLedger(db, { today, postings, seed: Number(values.seed) }, () => undefined);
  await db.close();
  const fund = `${postings.toLocaleString('en')} postings`;
  const server = await startServerProcess(url);
  try {
    await inBrowser(server.url, await openSession(url, SECRETARIAT), async (page) => {
      lines.push(
        ...(await measurePaint(page, fund, server.url, ['/', '/ledger', '/statement', '/contributors'], runs)),
      );
      lines.push(...(await measureChanges(page, fund, server.url, runs)));
      lines.push(await measureScrolling(page, fund, server.url, runs));
    });
  } finally {
    await server.kill();
  }
}

function measureWeight(): void {
  const { firstView, pages } = weights();
  const kB = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
  const heaviest = [...pages].toSorted(([, a], [, b]) => b - a).slice(0, 3);
  lines.push({
    what: 'script of the first view, by gzip',
    fund: '',
    found: kB(firstView),
    target: 'at most 250 kB',
    kept: firstView <= 250_000,
  });
  for (const [page, weight] of heaviest)
    lines.push({
      what: `script that ${page.split('/').at(-1) ?? ''} adds, charts included`,
      fund: '',
      found: kB(weight),
      target: 'at most 150 kB',
      kept: weight <= 150_000,
    });
}

function markdown(): string {
  const rows = [
    ['what', 'fund', 'found', 'target', ''],
    ...lines.map(({ what, fund, found, target, kept }) => [
      what,
      fund,
      found,
      target,
      kept === null ? '' : kept ? 'kept' : 'NOT KEPT',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const text = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  return [text[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...text.slice(1)].join('\n');
}

try {
  await buildWebIfStale((line) => console.error(line));
  if (wanted('weight')) measureWeight();
  if (wanted('lighthouse') || wanted('demonstration')) await measureDemonstration();
  if (wanted('million')) await measureMillion();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node ${process.version}`;
console.log(`${markdown()}\n\n${today}; ${machine}.`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ today, machine, lines }, null, 2)}\n`);
