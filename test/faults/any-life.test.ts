import { onBothEngines } from '@dcc/db/test-support/engines';
import { expect, test } from 'vitest';
import { anyLife } from './any-life.ts';

onBothEngines('whatever people record', (bench) => {
  test('every invariant holds, and what was reported on a day stays reported', async () => {
    expect(await anyLife(bench, bench.engine === 'sqlite' ? 100 : 30)).toBeGreaterThan(0.25);
  });
});
