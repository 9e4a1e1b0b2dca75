import { onBothEngines } from '@dcc/db/test-support/engines';
import { expect, test } from 'vitest';
import { anyLife } from './any-life.ts';

onBothEngines('whatever people record', (bench) => {
  test('thousands of lives: every invariant holds, and what was reported stays', { timeout: 7_200_000 }, async () => {
    expect(await anyLife(bench, 2000)).toBeGreaterThan(0.25);
  });
});
