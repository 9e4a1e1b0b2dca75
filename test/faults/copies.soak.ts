import { expect, test } from 'vitest';
import { backupKills, restoreKills } from './copy-kills.ts';

test('a hundred restorations that are killed leave the old fund or the new one, whole', async () => {
  expect(await restoreKills(100)).toBe(100);
});

test('fifty backups that are killed are whole or not there', async () => {
  expect(await backupKills(50)).toBeGreaterThan(0);
});
