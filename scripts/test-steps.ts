import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printFaultTable } from './fault-table.ts';
import { findBrowser } from './find-browser.ts';
import { NOTHING_COUNTED, playwrightCounts, vitestCounts, type Counts } from './test-counts.ts';
import { root, runNode, toolFile } from './tools.ts';
import { buildWebIfStale } from './web-build.ts';

/** How a step came out: `tests` where it runs tests. */
export type Outcome = { readonly passed: boolean; readonly tests?: Counts; readonly note?: string };

/** One part of `npm test`; `needs` names a step without which it means nothing. */
export type Step = {
  readonly name: string;
  readonly title: string;
  readonly needs?: string;
  readonly run: () => Promise<Outcome>;
};

const VITEST_PROJECTS = ['domain', 'db', 'demo-fund', 'optimiser', 'server', 'web', 'repo', 'postgres'];

/** Everything `npm test` runs, in this order. */
export const STEPS: readonly Step[] = [
  { name: 'types', title: 'Types', run: checkTypes },
  { name: 'lint', title: 'Lint', run: () => runTool('oxlint', 'oxlint', []) },
  { name: 'format', title: 'Format', run: () => runTool('oxfmt', 'oxfmt', ['--check']) },
  { name: 'dead-code', title: 'Dead code', run: () => runTool('knip', 'knip', []) },
  { name: 'words', title: 'Words for translation', run: checkWords },
  {
    name: 'tests',
    title: 'Rules, stores on both engines, use cases, web parts, house rules',
    run: () => runVitest(VITEST_PROJECTS),
  },
  { name: 'web', title: 'Build of the web', run: buildWeb },
  { name: 'journeys', title: 'Journeys in a browser', needs: 'web', run: runJourneys },
  { name: 'faults', title: 'Faults and attacks (the quick ones)', needs: 'web', run: runFaults },
];

/** Runs the TypeScript compiler over every package, two at a time, and shows what it says. */
async function checkTypes(): Promise<Outcome> {
  const projects = globSync(['tsconfig.json', '{apps,packages}/*/tsconfig*.json', 'test/tsconfig.json'], { cwd: root });
  const waiting = projects.toSorted();
  const failed: string[] = [];
  const compile = async () => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      const { code, output } = await runNode(toolFile('typescript', 'tsc'), ['-p', project], { quiet: true });
      if (code !== 0) failed.push(project);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${project}\n${output}`.trimEnd());
    }
  };
  await Promise.all([compile(), compile()]);
  return { passed: failed.length === 0 };
}

async function runTool(packageName: string, command: string, args: readonly string[]): Promise<Outcome> {
  const { code } = await runNode(toolFile(packageName, command), args);
  return { passed: code === 0 };
}

/** Every word of the screens must stand in the catalog: extracting them again may change nothing. */
async function checkWords(): Promise<Outcome> {
  if (!existsSync(join(root, 'apps/web/lingui.config.ts'))) return { passed: true, note: 'no catalog yet' };
  const before = readCatalogs();
  const tool = toolFile('@lingui/cli', 'lingui', 'apps/web');
  const { code, output } = await runNode(tool, ['extract', '--clean'], { folder: 'apps/web', quiet: true });
  const after = readCatalogs();
  restoreCatalogs(before, after);
  if (code !== 0) console.log(output);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  for (const file of changed) {
    console.log(`${file} does not hold the words of the screens. Run: pnpm --filter @dcc/web extract`);
  }
  if (code === 0 && changed.length === 0) console.log('The catalogs hold every word of the screens.');
  return { passed: code === 0 && changed.length === 0 };
}

function readCatalogs(): Map<string, string> {
  const files = globSync('apps/web/src/locales/**/*.po', { cwd: root });
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** A check leaves the project as it was. */
function restoreCatalogs(before: Map<string, string>, after: Map<string, string>): void {
  for (const file of after.keys()) if (!before.has(file)) rmSync(join(root, file));
  for (const [file, text] of before) if (after.get(file) !== text) writeFileSync(join(root, file), text);
}

/** Runs projects of vitest.config.ts. */
async function runVitest(projects: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const report = reportFile('vitest');
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const { code } = await runNode(toolFile('vitest', 'vitest'), ['run', ...chosen, ...flags], { env });
  return testOutcome(code, report, vitestCounts);
}

async function runFaults(): Promise<Outcome> {
  const table = reportFile('faults');
  const outcome = await runVitest(['faults'], { FAULT_REPORT: table });
  printFaultTable(table);
  return outcome;
}

async function buildWeb(): Promise<Outcome> {
  const passed = await buildWebIfStale((line) => console.log(line));
  if (passed) console.log('apps/web/dist is what its sources say.');
  return { passed };
}

async function runJourneys(): Promise<Outcome> {
  let browser: string;
  try {
    browser = findBrowser();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return { passed: false, note: 'no browser' };
  }
  console.log(`Browser: ${browser}`);
  const report = reportFile('playwright');
  const tool = toolFile('@playwright/test', 'playwright', 'test');
  const { code } = await runNode(tool, ['test', '-c', 'test/e2e/playwright.config.ts', '--pass-with-no-tests'], {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return testOutcome(code, report, playwrightCounts);
}

function reportFile(tool: string): string {
  return join(tmpdir(), `fund-${tool}-${process.pid}-${Date.now()}.json`);
}

/** A run that failed without a failed test (it broke before, left no report, or found no test) counts as one failure. */
function testOutcome(code: number, report: string, count: (json: string) => Counts): Outcome {
  const counted = existsSync(report) ? count(readFileSync(report, 'utf8')) : NOTHING_COUNTED;
  rmSync(report, { force: true });
  const empty = counted.passed + counted.failed === 0;
  const passed = code === 0 && counted.failed === 0 && !empty;
  const failed = passed ? 0 : Math.max(1, counted.failed);
  return { passed, tests: { ...counted, failed }, ...(empty ? { note: 'no test was run' } : {}) };
}
