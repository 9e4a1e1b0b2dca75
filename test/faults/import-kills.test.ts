import { spawn } from 'node:child_process';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { chance, runFund } from '../server-process.ts';
import { entriesOf, fileOf } from './copy-kills.ts';
import { databaseFile, seedOf } from './real-server.ts';
import { reportFault } from './report.ts';

const PROGRAM = join(import.meta.dirname, '../../apps/server/src/cli/main.ts');
const ROWS = 4000;
const KILLS = 12;

function bankCharges(): string {
  const row = '2026-01-15,bank-charge,0.01,USD,,,Killed';
  return `effective_on,kind,amount,currency,contributor,organization,description\n${`${row}\n`.repeat(ROWS)}`;
}

/** Imports a file, and kills the program so long after its start; returns how long it lived, in milliseconds. */
async function importFor(url: string, file: string, afterMs: number): Promise<number> {
  const started = performance.now();
  const env = { PATH: process.env['PATH'], DATABASE_URL: url };
  const child = spawn(process.execPath, [PROGRAM, 'import', 'entries', file], { env, stdio: 'ignore' });
  const blow = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(blow);
  return performance.now() - started;
}

test('an import that is killed at any moment leaves all of itself or nothing, and is taken when it is sent again', async () => {
  const seed = seedOf();
  const random = chance(seed);
  const url = databaseFile();
  const [fund, clean] = [fileOf(url), join(dirname(fileOf(url)), 'clean.db')];
  await runFund(url, 'init', '--demo');
  await runFund(url, 'backup', clean);
  const begun = await entriesOf(url);
  const file = join(dirname(fund), 'charges.csv');
  writeFileSync(file, bankCharges());
  const whole = await importFor(url, file, 60_000);
  let taken = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    for (const end of ['', '-wal', '-shm']) rmSync(`${fund}${end}`, { force: true });
    copyFileSync(clean, fund);
    await importFor(url, file, whole * (0.3 + random() * 0.75));
    const written = (await entriesOf(url)) - begun;
    expect([0, ROWS]).toContain(written);
    if (written === 0) await runFund(url, 'import', 'entries', file, '--dry-run');
    else taken += 1;
  }
  reportFault({
    fault: 'F1',
    tried: `${KILLS} kills during an import of ${ROWS} entries (seed ${seed})`,
    lost: `nothing: ${taken} times all of it, ${KILLS - taken} times none, verified each time`,
  });
});
