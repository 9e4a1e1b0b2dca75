import { expect, test } from 'vitest';
import { killCycles } from './kill-cycles.ts';

test('ten kills of the real server under load lose nothing that was acknowledged', async () => {
  expect(await killCycles(10, 30_000)).toBe(0);
});
