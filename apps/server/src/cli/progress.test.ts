import { expect, test } from 'vitest';
import { bar, progressBar } from './progress.ts';

test('a bar shows how much of how much is done', () => {
  expect(bar('check', 0, 200)).toBe(`Checked 0 of 200  [${'-'.repeat(30)}]   0 %`);
  expect(bar('write', 50, 200)).toBe(`Wrote 50 of 200  [${'#'.repeat(7)}${'-'.repeat(23)}]  25 %`);
  expect(bar('write', 199, 200)).toBe(`Wrote 199 of 200  [${'#'.repeat(29)}-]  99 %`);
  expect(bar('write', 200, 200)).toBe(`Wrote 200 of 200  [${'#'.repeat(30)}] 100 %`);
  expect(bar('check', 0, 0)).toContain('100 %');
});

function written(isTTY: boolean, ...moments: number[]) {
  const said: string[] = [];
  let clock = 0;
  const show = progressBar({ isTTY, write: (text: string) => said.push(text) }, () => clock);
  for (const [index, moment] of moments.entries()) {
    clock = moment;
    show('write', index, moments.length - 1);
  }
  return said;
}

test('a terminal shows the bar again at most ten times a second, and its end in any case', () => {
  const said = written(true, 0, 10, 99, 150, 151, 152);
  expect(said.map((text) => /\d+ of \d+/u.exec(text)?.[0])).toEqual(['0 of 5', '3 of 5', '5 of 5']);
  expect(said.every((text) => text.startsWith('\r\u001B[K'))).toBe(true);
  expect(said.at(-1)?.endsWith('\n')).toBe(true);
});

test('what is no terminal gets one line for each stage', () => {
  expect(written(false, 0, 500, 1000)).toEqual(['Wrote 2 of 2\n']);
});
