import { writeFileSync } from 'node:fs';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { openDatabase } from '@dcc/db/open-database';
import { expect, test } from 'vitest';
import { reportFault } from './report.ts';
import { runFund } from '../server-process.ts';
import { databaseFile } from './real-server.ts';

const ROWS = 10_000;
const CURRENCIES = ['USD', 'CHF', 'EUR', 'JPY'] as const;

function tenThousandRows(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const currency = CURRENCIES[index % CURRENCIES.length] ?? 'USD';
    const amount = currency === 'JPY' ? `${15_000 + index}` : `${100 + index}.${String(index % 100).padStart(2, '0')}`;
    const stage = ['received', 'signed', 'pledged'][index % 3];
    const day = `2025-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;
    return `Giver ${index % 200},ngo,,${stage},${currency},${amount},${day},,Pool ${index % 8},BULK-${index},Row ${index}`;
  });
  return `contributor,contributor_type,country,status,currency,amount,effective_on,usd_amount,earmark,reference,description\n${rows.join('\n')}\n`;
}

test('10,000 contributions are checked and imported by the command line, with progress', async () => {
  const databaseUrl = databaseFile();
  await runFund(databaseUrl, 'init', '--demo');
  const file = databaseUrl.replace('file:', '').replace('fund.db', 'bulk.csv');
  writeFileSync(file, tenThousandRows());
  const timed = async (...options: string[]) => {
    const started = performance.now();
    const { stdout, stderr } = await runFund(databaseUrl, 'import', 'contributions', file, ...options);
    return { stdout, stderr, seconds: (performance.now() - started) / 1000 };
  };
  const dry = await timed('--dry-run');
  const real = await timed();
  expect(dry.stdout).toContain('Dry run: 10000 rows are good and would post 10000 entries. Nothing was written.');
  expect(real.stdout).toContain('Imported 10000 rows as 10000 entries.');
  expect(real.stderr.split('\n').filter((line) => line !== '')).toEqual([
    'Checked 10000 of 10000',
    'Wrote 10000 of 10000',
  ]);
  const db = await openDatabase(databaseUrl);
  const { findings } = await verifyDatabase(db);
  await db.close();
  expect(findings).toEqual([]);
  reportFault({
    fault: 'Load',
    tried: `10,000 contributions: dry run ${dry.seconds.toFixed(2)} s + import ${real.seconds.toFixed(2)} s, both with the start of the program`,
    lost: 'nothing; every sum verified',
  });
});
