import { test } from 'vitest';
import { killCycles } from './kill-cycles.ts';

test('200 kills of the real server under load lose nothing that was acknowledged', () => killCycles(200, 2000));
