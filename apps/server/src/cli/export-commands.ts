import { findFund } from '@dcc/db/stores/fund-store';
import { type CalendarDate, parseDate } from '@dcc/domain/calendar-date';
import { COLUMN_KINDS } from '@dcc/domain/reports/statement-columns';
import { Command, InvalidArgumentError, Option } from 'commander';
import { exportContributions, LIST_FORMATS } from '../features/exports/export-contributions.ts';
import { exportLedger, LEDGER_FORMATS } from '../features/exports/export-ledger.ts';
import { exportPositions } from '../features/exports/export-positions.ts';
import { exportStatement, STATEMENT_FORMATS } from '../features/exports/export-statement.ts';
import type { Report, ReportRequest } from '../features/exports/report.ts';
import { today } from '../use-case/context.ts';
import { standpointOf } from '../use-case/standpoint.ts';
import { withFund } from './open-fund.ts';
import { writeReport } from './write-report.ts';

function calendarDate(text: string): CalendarDate {
  const parsed = parseDate(text);
  if (parsed === null) throw new InvalidArgumentError('It is not a date of the calendar (YYYY-MM-DD).');
  return parsed;
}

type Options<F extends string> = {
  readonly asOf?: CalendarDate;
  readonly knownOn?: CalendarDate;
  readonly format: F;
  readonly output?: string;
};

/** One report of the contract: `export NAME`, with the options that all reports share. */
function exportCommand<F extends string, O extends object>(
  name: string,
  description: string,
  formats: readonly [F, ...F[]],
  report: (request: ReportRequest, format: F, choice: O) => Report,
  more: readonly Option[] = [],
): Command {
  const command = new Command(name)
    .description(description)
    .option('--as-of <date>', 'what had taken effect by a day (default: today)', calendarDate)
    .option('--known-on <date>', 'as it was on record at the end of a day, UTC (default: all that is)', calendarDate)
    .addOption(new Option('--format <format>', 'how to write it').choices(formats).default(formats[0]))
    .option('--output <file>', 'write to a file, whole or not at all, instead of the terminal');
  for (const option of more) command.addOption(option);
  return command.action(({ asOf, knownOn, format, output, ...choice }: Options<F> & O) =>
    withFund(async ({ shell }) => {
      const now = today(shell);
      const db = shell.db.read;
      const fundName = (await findFund(db))?.name ?? '';
      const standpoint = standpointOf(shell, { asOf, knownOn });
      const request = { db, fundName, standpoint, knownOn: knownOn ?? now };
      await writeReport(report(request, format, choice as unknown as O), output);
    }),
  );
}

/** `export statement` and the other reports. */
export function exportCommands(): Command {
  const exports = new Command('export').description('Write a report. docs/files.md describes every file.');
  exports.addCommand(
    exportCommand('statement', 'The statement of source and use of funds.', STATEMENT_FORMATS, exportStatement, [
      new Option('--from <date>', 'of a period that begins on a day (default: since the fund began)').argParser(
        calendarDate,
      ),
      new Option('--by <what>', 'also in columns that add up to it').choices(COLUMN_KINDS),
      new Option('--certified <which>', 'all entries, or only what somebody else has certified').choices([
        'all',
        'only',
      ]),
    ]),
  );
  exports.addCommand(
    exportCommand(
      'ledger',
      'Every entry in the order of recording: one row for each posting (csv), one object for each entry (json), or a journal that the program hledger reads (hledger).',
      LEDGER_FORMATS,
      exportLedger,
    ),
  );
  exports.addCommand(
    exportCommand(
      'contributions',
      'Every contribution by its reference. The CSV has the columns of import contributions and can be imported into another fund.',
      LIST_FORMATS,
      exportContributions,
    ),
  );
  exports.addCommand(
    exportCommand(
      'positions',
      'Every position by its number, with its state and its money. It names no person.',
      LIST_FORMATS,
      exportPositions,
    ),
  );
  return exports;
}
