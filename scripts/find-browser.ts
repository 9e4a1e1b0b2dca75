import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { canRun, installDebianPackage, onThePath } from './find-program.ts';
import { root, toolFile } from './tools.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap(
    (folder) => (folder === undefined ? [] : [join(folder, 'Google\\Chrome\\Application\\chrome.exe')]),
  ),
};

const NO_BROWSER = `No Chromium was found for the browser tests, and none could be installed. Do one of these:
  - install Chromium or Google Chrome (Debian, Ubuntu: sudo apt-get install chromium);
  - or set CHROMIUM_PATH to the program of a Chromium you have;
  - or run: pnpm --filter @dcc/test exec playwright install chromium`;

/** What this search may look at and do; tests narrow it. */
export type Search = {
  readonly env?: NodeJS.ProcessEnv;
  readonly usualPlaces?: () => readonly string[];
  /** Whether a browser may be fetched where none is found. */
  readonly mayInstall?: boolean;
};

/** The path of a Chromium: named, installed, Playwright's own, or installed now. Throws a message that says what to do. */
export function findBrowser(search: Search = {}): string {
  const { env = process.env, usualPlaces = placesOfThisSystem, mayInstall = true } = search;
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (canRun(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not a program that can be run.`);
  }
  const installed = () => [...onThePath(NAMES, env['PATH'] ?? ''), ...usualPlaces()].find(canRun);
  const found = installed();
  if (found !== undefined) return found;
  for (const install of mayInstall ? [() => installDebianPackage('chromium'), installPlaywrightBrowser] : []) {
    install();
    const now = installed();
    if (now !== undefined) return now;
  }
  throw new Error(NO_BROWSER);
}

function placesOfThisSystem(): string[] {
  return [...(USUAL_PLACES[process.platform] ?? []), playwrightBrowser()];
}

function playwrightBrowser(): string {
  const fromTests = createRequire(join(root, 'test/package.json'));
  const { chromium } = fromTests('@playwright/test') as { chromium: { executablePath: () => string } };
  return chromium.executablePath();
}

function installPlaywrightBrowser(): void {
  console.error("No Chromium found; fetching Playwright's own…");
  const command = [toolFile('@playwright/test', 'playwright', 'test'), 'install', 'chromium'];
  spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 2, 2], timeout: 10 * 60_000 });
}

if (import.meta.main) console.log(findBrowser());
