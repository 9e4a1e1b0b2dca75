import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
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
  const installed = () => [...onThePath(env['PATH'] ?? ''), ...usualPlaces()].find(canRun);
  const found = installed();
  if (found !== undefined) return found;
  for (const install of mayInstall ? [installDebianPackage, installPlaywrightBrowser] : []) {
    install();
    const now = installed();
    if (now !== undefined) return now;
  }
  throw new Error(NO_BROWSER);
}

function onThePath(path: string): string[] {
  const names = process.platform === 'win32' ? NAMES.map((name) => `${name}.exe`) : NAMES;
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function placesOfThisSystem(): string[] {
  return [...(USUAL_PLACES[process.platform] ?? []), playwrightBrowser()];
}

function playwrightBrowser(): string {
  const fromTests = createRequire(join(root, 'test/package.json'));
  const { chromium } = fromTests('@playwright/test') as { chromium: { executablePath: () => string } };
  return chromium.executablePath();
}

/** Debian's package, where we are root and so may install it. */
function installDebianPackage(): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  console.error('No Chromium found; installing the package chromium (apt-get)…');
  const stdio = ['ignore', 2, 2] as const;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: [...stdio], env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: [...stdio],
      env,
    });
  } catch {
    console.error('The package could not be installed.');
  }
}

function installPlaywrightBrowser(): void {
  console.error("No Chromium found; fetching Playwright's own…");
  const command = [toolFile('@playwright/test', 'playwright', 'test'), 'install', 'chromium'];
  spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 2, 2], timeout: 10 * 60_000 });
}

if (import.meta.main) console.log(findBrowser());
