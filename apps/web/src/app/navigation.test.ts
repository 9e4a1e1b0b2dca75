import { expect, it } from 'vitest';
import { SCREEN_GROUPS } from './navigation.ts';
import { KEY_ACTS } from './shortcuts.ts';

const SCREENS = SCREEN_GROUPS.flatMap(({ screens }) => screens);
const KEYS = SCREENS.flatMap(({ key }) => key ?? []);

it('gives no letter to two screens, and only single letters', () => {
  expect(KEYS.filter((key, index) => KEYS.indexOf(key) !== index)).toEqual([]);
  expect(KEYS.filter((key) => !/^[a-z]$/u.test(key))).toEqual([]);
});

it('leaves G to itself, so that typed twice it begins anew', () => {
  expect([...KEYS, ...Object.keys(KEY_ACTS)]).not.toContain('g');
});

it('leads to no screen twice', () => {
  expect(new Set(SCREENS.map(({ to }) => to)).size).toBe(SCREENS.length);
});
