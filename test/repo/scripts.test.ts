import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.ts';
import { findHledger } from '../../scripts/find-hledger.ts';
import { playwrightCounts, vitestCounts } from '../../scripts/test-counts.ts';
import { root } from './planted-tree.ts';

test('the toolchain passes arguments, input and exit code on, and says nothing on stdout', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fund-toolchain-'));
  try {
    const script = join(folder, 'echo.ts');
    writeFileSync(
      script,
      "for await (const chunk of process.stdin) process.stdout.write(chunk);\nconst words: string[] = process.argv.slice(2);\nconsole.log(words.join('|'));\nprocess.exitCode = 7;\n",
    );
    const { status, stdout } = spawnSync('node', ['scripts/with-toolchain.mjs', script, 'a b', '--c'], {
      cwd: root,
      input: 'in ',
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 7, stdout: 'in a b|--c\n' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a browser named by CHROMIUM_PATH is taken', () => {
  expect(findBrowser({ env: { CHROMIUM_PATH: process.execPath } })).toBe(process.execPath);
});

test('a CHROMIUM_PATH that names nothing is refused by name', () => {
  expect(() => findBrowser({ env: { CHROMIUM_PATH: '/nowhere/chromium' } })).toThrow(/CHROMIUM_PATH names \/nowhere/);
});

test('without any browser the message says what to do', () => {
  const search = { env: { PATH: '' }, usualPlaces: () => [], mayInstall: false };
  expect(() => findBrowser(search)).toThrow(/install Chromium[\s\S]*CHROMIUM_PATH[\s\S]*playwright install chromium/);
});

test('hledger is taken where HLEDGER_PATH names it; without any, the message says how to get it', () => {
  expect(findHledger({ env: { HLEDGER_PATH: process.execPath } })).toBe(process.execPath);
  expect(() => findHledger({ env: { HLEDGER_PATH: '/nowhere/hledger' } })).toThrow(/HLEDGER_PATH names \/nowhere/);
  expect(() => findHledger({ env: { PATH: '' }, mayInstall: false })).toThrow(/apt-get install hledger/);
});

test('a test file that broke before its first test counts as one failure, and each failure says what it was', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [{ status: 'failed', fullName: 'adds up', failureMessages: ['1 is not 2'] }],
      },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'holds' }] },
    ],
  };
  expect(vitestCounts(JSON.stringify(report))).toEqual({
    passed: 3,
    failed: 2,
    skipped: 2,
    failures: [
      { test: 'a.test.ts', said: 'No such module' },
      { test: 'b.test.ts: adds up', said: '1 is not 2' },
    ],
  });
});

test('a journey that passed only when repeated has failed, and says what it met', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, results: [{ error: { message: `${title}: not found` } }] }],
  });
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
    errors: [],
    suites: [
      { specs: [spec('one', 'expected')], suites: [{ specs: [spec('two', 'unexpected'), spec('three', 'flaky')] }] },
    ],
  };
  expect(playwrightCounts(JSON.stringify(report))).toEqual({
    passed: 5,
    failed: 2,
    skipped: 0,
    failures: [
      { test: 'a.spec.ts: two', said: 'two: not found' },
      { test: 'a.spec.ts: three', said: 'three: not found' },
    ],
  });
});
