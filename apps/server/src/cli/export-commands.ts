import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { parseDate } from '@dcc/domain/calendar-date';
import { Command, InvalidArgumentError, Option } from 'commander';
import { exportStatement } from '../features/exports/export-statement.ts';
import { today } from '../use-case/context.ts';
import { PlainError, withFund } from './open-fund.ts';

function calendarDate(text: string) {
  const parsed = parseDate(text);
  if (parsed === null) throw new InvalidArgumentError('It is not a date of the calendar (YYYY-MM-DD).');
  return parsed;
}

type ExportOptions = {
  readonly asOf?: ReturnType<typeof calendarDate>;
  readonly format: 'json' | 'csv';
  readonly output?: string;
};

async function exportStatementTo(options: ExportOptions): Promise<void> {
  const text = await withFund((context) =>
    exportStatement(context.shell.db.read, options.asOf ?? today(context.shell), options.format),
  );
  if (options.output === undefined) {
    process.stdout.write(text);
    return;
  }
  // Written aside and moved into place, so that nobody reads half a file.
  const aside = `${options.output}.${randomUUID()}.part`;
  try {
    await writeFile(aside, text, { flag: 'wx' });
    await rename(aside, options.output);
  } catch {
    await rm(aside, { force: true });
    throw new PlainError(`The file ${options.output} cannot be written.`);
  }
}

/** `export statement`. */
export function exportCommands(): Command {
  const exports = new Command('export').description('Write a report.');
  exports
    .command('statement')
    .description('The statement of source and use of funds.')
    .option('--as-of <date>', 'as it stood on a day (default: today)', calendarDate)
    .addOption(new Option('--format <format>', 'how to write it').choices(['json', 'csv']).default('json'))
    .option('--output <file>', 'write to a file instead of the terminal')
    .action(exportStatementTo);
  return exports;
}
