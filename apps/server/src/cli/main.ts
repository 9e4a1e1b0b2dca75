import { CopyRefused } from '@dcc/db/back-up';
import { findFund } from '@dcc/db/stores/fund-store';
import { Command, CommanderError } from 'commander';
import { ImportRefused } from '../features/imports/csv-table.ts';
import { beginRealFund } from '../setup/real-fund.ts';
import { Refusal } from '../use-case/refusal.ts';
import { violationWords } from '../use-case/violation-words.ts';
import { committeeCommand } from './committee-command.ts';
import { backupCommand, restoreCommand } from './copy-commands.ts';
import { digestCommand } from './digest-command.ts';
import { exportCommands } from './export-commands.ts';
import { importCommands } from './import-commands.ts';
import { PlainError, withDatabase } from './open-fund.ts';
import { say } from './say.ts';
import { userCommand } from './user-command.ts';
import { verifyCommand } from './verify-command.ts';

async function init(options: { readonly demo?: boolean }): Promise<void> {
  await withDatabase(async (shell) => {
    const fund = await findFund(shell.db.read);
    if (fund !== null) throw new PlainError(`“${fund.name}” stands in this database already; nothing was changed.`);
    if (options.demo !== true) return beginRealFund(shell);
    const { beginDemonstrationFund } = await import('../setup/demonstration-fund.ts');
    return beginDemonstrationFund(shell);
  });
  if (options.demo === true) {
    say('The demonstration fund has begun: every name and figure is invented. Open it with: npm start');
    return;
  }
  say('The DCC Trust Fund has begun from its public record, without any amount.');
  say(
    'Add its first administrator: npm run --silent fund -- user add you@example.org --name "Your Name" --role administrator',
  );
  say('Then open it with: npm start');
}

function program(): Command {
  const root = new Command('fund')
    .description(
      'Keeps the books of the DCC Trust Fund. The database is the one that DATABASE_URL names (default file:./data/fund.db).',
    )
    .exitOverride()
    .showHelpAfterError('(add --help for the whole description)');
  root
    .command('init')
    .description(
      'Begin a fund in an empty database: the DCC Trust Fund from its public record, or the demonstration fund.',
    )
    .option('--demo', 'begin the demonstration fund, which is invented')
    .action(init);
  for (const command of [
    userCommand(),
    importCommands(),
    exportCommands(),
    committeeCommand(),
    digestCommand(),
    verifyCommand(),
    backupCommand(),
    restoreCommand(),
  ])
    root.addCommand(command);
  for (const command of allCommands(root)) command.copyInheritedSettings(root);
  return root;
}

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}

function explain(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  if (error instanceof ImportRefused) {
    const shown = error.problems.slice(0, 200).map(({ row, field, reason }) => `row ${row}, ${field}: ${reason}`);
    const rest = error.problems.length - shown.length;
    return [
      `The file was refused and nothing was written. ${error.problems.length} to mend:`,
      ...shown,
      ...(rest > 0 ? [`and ${rest} more`] : []),
    ].join('\n');
  }
  if (error instanceof CopyRefused) return `${error.message}; nothing was changed.`;
  if (error instanceof Refusal) return violationWords(error.violation);
  return error instanceof Error ? error.message : String(error);
}

try {
  await program().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
