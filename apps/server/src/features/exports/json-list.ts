import type { ReportRequest } from './report.ts';

/** How every JSON report of a list begins: whose it is and where it stands. Amounts are in US dollars unless they say otherwise. */
export function jsonHead({ fundName, standpoint, knownOn }: ReportRequest): string {
  return JSON.stringify({ fund: fundName, asOf: standpoint.asOf, knownOn, currency: 'USD' }).slice(0, -1);
}

/** A list as one object with one record a line, so that a file of any size can be read line by line too. */
export function jsonList(request: ReportRequest, name: string, records: readonly object[]): string {
  const lines = records.map((record) => `\n${JSON.stringify(record)}`).join(',');
  return `${jsonHead(request)},${JSON.stringify(name)}:[${lines}\n]}\n`;
}
