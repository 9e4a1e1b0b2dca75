import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '../../../scripts/find-browser.ts';

/** Fetched when it is run: at 180 MB it is too heavy for everybody who only wants to start the program. */
const PROGRAM = 'lighthouse@13.5.0';
const FLAGS = '--headless=new --disable-quic --disable-background-networking --disable-component-update --disable-sync';

type Category = 'performance' | 'accessibility' | 'best-practices';

type Report = {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<
      Category,
      | {
          readonly score: number | null;
          readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
        }
      | undefined
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly numericValue?: number } | undefined>
  >;
};

/** Scores of 100, and what lies under them. */
export type Scores = {
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  /** First and largest paint and blocking time in milliseconds, layout shift without unit, as Lighthouse reckons for a slow phone. */
  readonly measures: Readonly<Record<string, number>>;
  /** Audits of accessibility and best practices that are not passed. */
  readonly missed: readonly string[];
};

const MEASURES = {
  'first-contentful-paint': 'first paint',
  'largest-contentful-paint': 'largest paint',
  'total-blocking-time': 'blocked',
  'cumulative-layout-shift': 'layout shift',
} as const;

function scoresOf({ categories, audits }: Report): Scores {
  const given = Object.entries(categories).flatMap(([name, category]) =>
    category?.score === null || category === undefined ? [] : [[name, Math.round(category.score * 100)] as const],
  );
  const judged = [categories.accessibility, categories['best-practices']].flatMap(
    (category) => category?.auditRefs ?? [],
  );
  return {
    scores: Object.fromEntries(given),
    measures: Object.fromEntries(
      Object.entries(MEASURES).flatMap(([id, name]) => {
        const value = audits[id]?.numericValue;
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    missed: judged
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => id)
      .filter((id) => (audits[id]?.score ?? 1) < 1),
  };
}

/** Lets Lighthouse look at a page as a slow phone does (its mobile throttling), in a session. */
export async function lighthouse(url: string, token: string, categories: readonly Category[]): Promise<Scores> {
  const folder = mkdtempSync(join(tmpdir(), 'fund-lighthouse-'));
  const output = join(folder, 'report.json');
  const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : '';
  const asked = [
    url,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    `--only-categories=${categories.join(',')}`,
    `--chrome-flags=${FLAGS}${sandbox}`,
    ...(token === '' ? [] : [`--extra-headers=${JSON.stringify({ Cookie: `fund-session=${token}` })}`]),
  ];
  try {
    await promisify(execFile)('npm', ['exec', '--yes', `--package=${PROGRAM}`, '--', 'lighthouse', ...asked], {
      env: { ...process.env, CHROME_PATH: findBrowser() },
      timeout: 180_000,
    });
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
    if (report.runtimeError !== undefined) throw new Error(report.runtimeError.message);
    return scoresOf(report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
