import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { FaultLine } from '../test/faults/report.ts';

/** Prints what the fault tests wrote to their report, as a table, and removes the report. */
export function printFaultTable(reportFile: string): void {
  const lines = existsSync(reportFile) ? readFileSync(reportFile, 'utf8').split('\n') : [];
  rmSync(reportFile, { force: true });
  const reported = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as FaultLine);
  if (reported.length === 0) return;
  const heading: FaultLine = { fault: 'Fault', tried: 'Tried', lost: 'Lost' };
  const table = [heading, ...reported.toSorted((a, b) => a.fault.localeCompare(b.fault, 'en', { numeric: true }))];
  const width = (column: keyof FaultLine) => Math.max(...table.map((line) => line[column].length));
  console.log('\nWhat was tried and what was lost');
  for (const line of table) {
    console.log(`${line.fault.padEnd(width('fault'))}  ${line.tried.padEnd(width('tried'))}  ${line.lost}`);
  }
}
