import { appendFileSync } from 'node:fs';

/** One line of the table of `npm run test:faults`. */
export type FaultLine = {
  /** The number of the fault or attack: `F1`, `A13`. */
  readonly fault: string;
  /** What was done, with its count: `200 kills during imports`. */
  readonly tried: string;
  /** What was lost or let through: `nothing`. */
  readonly lost: string;
};

/** Adds a line to the table; without one (a single test run by hand) it does nothing. */
export function reportFault(line: FaultLine): void {
  const file = process.env['FAULT_REPORT'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
}
