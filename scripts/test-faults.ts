import { readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode, toolFile } from './tools.ts';
import { buildWebIfStale } from './web-build.ts';

/**
 * `npm run test:faults`: every fault and attack, the long ones too, and one table of what was tried and what was lost.
 * A test adds a line to the table by appending JSON to the file that FAULT_REPORT names, one object to a line.
 */
type FaultLine = { readonly fault: string; readonly tried: string; readonly lost: string };

const built = await buildWebIfStale((line) => console.log(line));
const reportFile = join(tmpdir(), `fund-faults-${process.pid}.jsonl`);
const { code } = await runNode(
  toolFile('vitest', 'vitest'),
  ['run', '--project', 'faults', '--project', 'faults-soak', '--reporter=verbose', ...process.argv.slice(2)],
  { env: { FAULT_REPORT: reportFile }, limitMs: 3 * 3_600_000 },
);

const lines = existsSync(reportFile)
  ? readFileSync(reportFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as FaultLine)
  : [];
rmSync(reportFile, { force: true });

const heading: FaultLine = { fault: 'Fault', tried: 'Tried', lost: 'Lost' };
const table = [heading, ...lines.toSorted((a, b) => a.fault.localeCompare(b.fault, 'en', { numeric: true }))];
const width = (column: keyof FaultLine) => Math.max(...table.map((line) => line[column].length));
console.log(`\nWhat was tried and what was lost`);
for (const line of table) {
  console.log(`${line.fault.padEnd(width('fault'))}  ${line.tried.padEnd(width('tried'))}  ${line.lost}`);
}
process.exitCode = built && code === 0 ? 0 : 1;
