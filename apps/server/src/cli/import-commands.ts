import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { importContributions } from '../features/imports/import-contributions.ts';
import { ENTRY_COLUMNS, ENTRY_FILE_KINDS, EXTRA_ENTRY_COLUMNS } from '../features/imports/entry-columns.ts';
import { importEntries } from '../features/imports/import-entries.ts';
import type { ImportAnswer, ImportOptions } from '../features/imports/import-file.ts';
import { COST_COLUMNS, importCosts } from '../features/imports/import-costs.ts';
import { GROUP_COLUMNS, importGroups } from '../features/imports/import-groups.ts';
import { importRates, RATE_COLUMNS } from '../features/imports/import-rates.ts';
import { CONTRIBUTOR_TYPES } from '@dcc/domain/contributions/kinds';
import { CONTRIBUTION_COLUMNS } from '../files/contribution-columns.ts';
import type { Context } from '../use-case/context.ts';
import { PlainError, withFund } from './open-fund.ts';
import { progressBar } from './progress.ts';
import { say } from './say.ts';

type Importer = (context: Context, text: string, options: ImportOptions) => Promise<ImportAnswer>;

/** Letters of another encoding would be kept as question marks for ever, so a file that is not UTF-8 is refused. */
function utf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlainError(`The file ${file} is not UTF-8; nothing was written. Save it as “CSV UTF-8”.`);
  }
}

/** How many entries rows became; rates, cost tables and country groups become none. */
function asEntries(verb: string, count: number): string {
  if (count === 0) return '';
  return count === 1 ? ` ${verb} 1 entry` : ` ${verb} ${count} entries`;
}

async function runImport(importer: Importer, file: string, options: { readonly dryRun?: boolean }): Promise<void> {
  const text = utf8(
    file,
    await readFile(file).catch(() => {
      throw new PlainError(`The file ${file} cannot be read; nothing was written.`);
    }),
  );
  const answer = await withFund((context) =>
    importer(context, text, {
      dryRun: options.dryRun === true,
      onProgress: progressBar(process.stderr, () => performance.now()),
    }),
  );
  say(
    answer.dryRun
      ? `Dry run: ${answer.rows} ${answer.rows === 1 ? 'row is' : 'rows are'} good${asEntries('and would post', answer.entries)}. Nothing was written.`
      : `Imported ${answer.rows === 1 ? '1 row' : `${answer.rows} rows`}${asEntries('as', answer.entries)}.`,
  );
}

/** What holds for every file; docs/files.md says the rest. */
const HELP = `
All rows are imported, or none: a refusal names each bad row. Amounts are plain
decimals without separators, at most as precise as their currency (ISO 4217);
dates YYYY-MM-DD; countries ISO 3166-1 alpha-2. docs/files.md says it in full.`;

function importCommand(name: string, description: string, importer: Importer): Command {
  return new Command(name)
    .description(description)
    .argument('<file>', 'a CSV file (UTF-8, with a heading)')
    .option('--dry-run', 'check every row and write nothing')
    .addHelpText('after', HELP)
    .action((file: string, options: { dryRun?: boolean }) => runImport(importer, file, options));
}

/** `import contributions`, `import entries`, `import rates`, `import costs`, `import groups`. */
export function importCommands(): Command {
  const imports = new Command('import').description(
    'Import a CSV file: all of its rows, or none. A refusal names each bad row.',
  );
  imports.addCommand(
    importCommand(
      'contributions',
      `Columns: ${CONTRIBUTION_COLUMNS.join(',')}. Types: ${CONTRIBUTOR_TYPES.join(', ')}; a country needs its code. Status: pledged, signed, received. Without usd_amount the rate in force values it.`,
      importContributions,
    ),
  );
  imports.addCommand(
    importCommand(
      'entries',
      `Columns: ${ENTRY_COLUMNS.join(',')}; besides, where a file has them: ${EXTRA_ENTRY_COLUMNS.join(',')}. Kinds: ${ENTRY_FILE_KINDS.join(', ')}.`,
      importEntries,
    ),
  );
  imports.addCommand(importCommand('rates', `Columns: ${RATE_COLUMNS.join(',')}`, importRates));
  imports.addCommand(importCommand('costs', `Columns: ${COST_COLUMNS.join(',')}`, importCosts));
  imports.addCommand(
    importCommand('groups', `Dated country groups. Columns: ${GROUP_COLUMNS.join(',')}`, importGroups),
  );
  return imports;
}
