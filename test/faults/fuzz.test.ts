import { test } from 'vitest';
import { fuzz } from './fuzz.ts';

test('200 malformed inputs for every procedure are refused or answered, never an unexpected error', () => fuzz(200));
