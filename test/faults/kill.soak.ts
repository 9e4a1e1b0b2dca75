import { expect, test } from 'vitest';
import { killCycles } from './kill-cycles.ts';

test('200 kills of the real server under load lose nothing that was acknowledged', async () => {
  expect(await killCycles(200, 2000)).toBe(0);
});
