import { describe, expect, test } from 'vitest';
import css from '../../app/tokens.css?raw';
import { APART, contrast, distance, NEIGHBOURS, PAIRS, themesIn } from './colours.ts';

const themes = themesIn(css);
const LOOKED_AT = ['light', 'dark', 'print'] as const;

test('dark is the same by the system and by choice', () => {
  expect(themes.chosenDark).toEqual(themes.dark);
});

test.each(['dark', 'print'] as const)('%s gives every colour that light gives', (name) => {
  expect(Object.keys(themes[name])).toEqual(Object.keys(themes.light));
  expect(Object.keys(themes.light).length).toBeGreaterThan(15);
});

test('black on white has the largest contrast, and no order', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#000000')).toBe(21);
});

describe.each(LOOKED_AT)('in %s', (name) => {
  const of = (colour: string): string => themes[name][colour] ?? '';

  test.each(PAIRS)('$front stands out from $ground at $least', ({ front, ground, least }) => {
    expect(contrast(of(front), of(ground))).toBeGreaterThanOrEqual(least);
  });

  test.each(NEIGHBOURS)('%s beside %s is told apart by every eye', (one, other) => {
    const distances = (['all', 'protanopia', 'deuteranopia'] as const).map((eyes) =>
      distance(of(one), of(other), eyes),
    );
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(APART);
  });
});
