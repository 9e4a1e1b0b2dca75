import { expect, test } from 'vitest';
import { raceProcesses } from './process-race.ts';

test('F7: 64 processes on one file take exactly what there is', async () => {
  expect(await raceProcesses(64)).toBe(0);
});
