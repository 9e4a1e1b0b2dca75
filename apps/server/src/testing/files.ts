import { writeFileSync, openSync, closeSync } from 'node:fs';
import type { Standpoint } from '@dcc/domain/standpoint';
import { exportLedger, type LedgerFormat } from '../features/exports/export-ledger.ts';
import type { Report } from '../features/exports/report.ts';
import { importContributions } from '../features/imports/import-contributions.ts';
import { importEntries } from '../features/imports/import-entries.ts';
import type { ImportAnswer } from '../features/imports/import-file.ts';
import { importRates } from '../features/imports/import-rates.ts';
import { today } from '../use-case/context.ts';
import { pagesOf } from './pdf.ts';
import { demoActor, type TestFund } from './test-fund.ts';
import { partsOf } from './workbook.ts';

const IMPORTERS = { contributions: importContributions, entries: importEntries, rates: importRates };

/** Imports a text in the name of the secretariat, or of somebody else. */
export function importText(
  fund: TestFund,
  kind: keyof typeof IMPORTERS,
  text: string,
  actor = demoActor('secretariat'),
): Promise<ImportAnswer> {
  const context = { shell: fund.shell, actor };
  return IMPORTERS[kind](context, text, { dryRun: false, onProgress: () => undefined });
}

/** A report as one text; of a file that is not text, one letter for each byte. */
export async function textOf(report: Report): Promise<string> {
  let text = '';
  for await (const piece of report) text += typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
  return text;
}

/** A report as the bytes of its file. */
export async function bytesOf(report: Report): Promise<Uint8Array> {
  return Buffer.from(await textOf(report), 'latin1');
}

/** Everything that a report says, whatever its format. */
export async function saidBy(report: Report): Promise<string> {
  const text = await textOf(report);
  const bytes = Buffer.from(text, 'latin1');
  if (text.startsWith('PK')) return Object.values(partsOf(bytes)).join('\n');
  return text.startsWith('%PDF') ? pagesOf(bytes).flat().join(' ') : text;
}

/** What a report of a test's fund is asked for. */
export function requestOf(fund: TestFund, standpoint: Standpoint) {
  const knownOn = standpoint.knownOn ?? today(fund.shell);
  return { db: fund.db.read, fundName: 'Test fund', standpoint, knownOn };
}

/** Writes the ledger of a test's fund to a file. */
export async function writeLedger(
  fund: TestFund,
  standpoint: Standpoint,
  format: LedgerFormat,
  file: string,
): Promise<void> {
  const handle = openSync(file, 'w');
  for await (const piece of exportLedger(requestOf(fund, standpoint), format)) writeFileSync(handle, piece);
  closeSync(handle);
}
