import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printFaultTable } from './fault-table.ts';
import { runNode, toolFile } from './tools.ts';
import { buildWebIfStale } from './web-build.ts';

/** `npm run test:faults`: every fault and attack, the long ones too, and one table of what was tried and what was lost. */
const built = await buildWebIfStale((line) => console.log(line));
const report = join(tmpdir(), `fund-faults-${process.pid}.jsonl`);
const { code } = await runNode(
  toolFile('vitest', 'vitest'),
  // One file after the other: what is timed shares the machine with nothing.
  [
    'run',
    '--project',
    'faults',
    '--project',
    'faults-soak',
    '--no-file-parallelism',
    '--reporter=verbose',
    ...process.argv.slice(2),
  ],
  { env: { FAULT_REPORT: report }, limitMs: 3 * 3_600_000 },
);
printFaultTable(report);
process.exitCode = built && code === 0 ? 0 : 1;
