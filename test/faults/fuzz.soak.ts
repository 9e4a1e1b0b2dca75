import { test } from 'vitest';
import { fuzz } from './fuzz.ts';

test('2,000 malformed inputs for every procedure are refused or answered, never an unexpected error', () => fuzz(2000));
