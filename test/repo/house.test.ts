import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './planted-tree.ts';

const NOT_OURS = /(^|[/\\])(node_modules|dist|\.git|\.toolchain|\.vite-temp|test-results|playwright-report|data)$/;

function files(pattern: string): string[] {
  return globSync(pattern, { cwd: root, exclude: (path) => NOT_OURS.test(path) })
    .filter((file) => statSync(join(root, file)).isFile())
    .toSorted();
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

describe('every document has one title', () => {
  test.each(files('{*.md,docs/**/*.md}'))('%s', (file) => {
    const text = read(file).replaceAll(/^```[\s\S]*?^```/gm, '');
    expect(text.match(/^# .+/gm)).toHaveLength(1);
  });
});

describe('the documents a newcomer looks for are there', () => {
  test.each(['README.md', 'CONTRIBUTING.md', 'LICENSE', 'docs/testing.md'])('%s', (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  });
});

test('the licence is MIT', () => {
  expect(read('LICENSE')).toMatch(/^MIT License\n/);
});

test('links between documents lead somewhere', () => {
  const broken = files('{*.md,docs/**/*.md}').flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !existsSync(join(root, file, '..', target)))
      .map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('decision records are numbered from 0001 without a gap', () => {
  const numbers = files('docs/decisions/*.md').map((file) => Number(/(\d{4})-[\w-]+\.md$/.exec(file)?.[1]));
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
});

test('no file names a folder of the machine it was written on', () => {
  const personal = /(?:^|[\s"'`(=:])\/(?:home|root|work|Users)\/[\w.-]|[A-Z]:\\Users\\\w/m;
  const sources = files('{*,.ci/*,{apps,packages,scripts,test,docs}/**/*}').filter((file) =>
    /\.(?:[cm]?[jt]sx?|json|ya?ml|md|css|html|svg|po|csv)$|\.ci\/|LICENSE$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter((file) => personal.test(read(file)))).toEqual([]);
});

describe('every package takes its libraries from the catalog', () => {
  test.each(files('{package.json,{apps,packages}/*/package.json,test/package.json}'))('%s', (file) => {
    const manifest = JSON.parse(read(file)) as Record<string, Record<string, string> | undefined>;
    const wanted = { ...manifest['dependencies'], ...manifest['devDependencies'] };
    const own = Object.entries(wanted).filter(([, version]) => !['catalog:', 'workspace:*'].includes(version));
    expect(own).toEqual([]);
    expect(manifest['private']).toBe(true);
  });
});

test('the check of the project is npm test and nothing else', () => {
  const commands = read('.ci/run')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !/^(?:set|cd) /.test(line));
  expect(commands).toEqual(['npm test']);
});

test('each class is laid out in one style sheet: which one the browser loads last does not matter', () => {
  const sheets = new Map<string, string[]>();
  for (const file of files('apps/web/src/**/*.css')) {
    const selectors = read(file)
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/:not\([^)]*\)/g, '')
      .matchAll(/([^{}]+)\{/g);
    const alone = [...selectors].flatMap(([, list = '']) => list.split(',').map((selector) => selector.trim()));
    for (const name of new Set(alone.filter((selector) => /^\.[a-z][\w-]*$/.test(selector))))
      sheets.set(name, [...(sheets.get(name) ?? []), file]);
  }
  expect(sheets.size).toBeGreaterThan(100);
  expect([...sheets].filter(([, found]) => found.length > 1)).toEqual([]);
});
