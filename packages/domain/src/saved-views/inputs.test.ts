import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always } from '../laws.arbitrary.ts';
import { addressPath, saveViewInput } from './inputs.ts';

const FUND = 'https://fund.example';
const KEY = '00000000-0000-4000-8000-000000000000';
const takes = (path: string): boolean => addressPath.safeParse(path).success;

test('an address of the program is taken, with what it filters and the days it stands on', () => {
  for (const path of ['/', '/positions', '/ledger?kinds=deposit&kinds=refund', '/?asOf=2025-12-31&text=a%2Fb+c'])
    expect([path, takes(path)]).toEqual([path, true]);
});

test('an address of anything else is refused', () => {
  const others = [
    '',
    'positions',
    '//evil.example',
    '/a//b',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil',
    '/ x',
  ];
  for (const path of [...others, 'javascript:1', '/é', `/${'x'.repeat(2000)}`])
    expect([path, takes(path)]).toEqual([path, false]);
});

test('an address that is taken leads to the program itself, whatever it says', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '%2F',
    '\t',
    '\n',
    ' ',
    'evil.example',
    'https',
  );
  const path = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 8 })
    .map((parts) => `/${parts.join('')}`);
  always(
    fc.property(path, (text) => {
      const origin = takes(text) ? new URL(text, `${FUND}/here`).origin : FUND;
      expect([text, origin]).toEqual([text, FUND]);
    }),
  );
});

test('a name has 1 to 80 characters', () => {
  const named = (name: string) => saveViewInput.safeParse({ idempotencyKey: KEY, name, path: '/' }).success;
  expect(['x', 'x'.repeat(80)].map(named)).toEqual([true, true]);
  expect(['', '  ', 'x'.repeat(81), 'a\nb'].map(named)).toEqual([false, false, false, false]);
});
