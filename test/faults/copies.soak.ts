import { test } from 'vitest';
import { backupKills, restoreKills } from './copy-kills.ts';

test('a hundred restorations that are killed leave the old fund or the new one, whole', async () => {
  await restoreKills(100);
});

test('fifty backups that are killed are whole or not there', async () => {
  await backupKills(50);
});
