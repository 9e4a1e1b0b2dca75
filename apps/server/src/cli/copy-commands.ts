import { backUp } from '@dcc/db/back-up';
import { restore } from '@dcc/db/restore';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { withFund } from './open-fund.ts';
import { say } from './say.ts';
import { headWords } from './verify-command.ts';

async function runBackup(file: string): Promise<void> {
  const { fund, head } = await withFund((context) => backUp(context.shell.db, file));
  say(`“${fund}” is backed up in ${file}, its checksum in ${file}.sha256. Head: ${headWords(head)}`);
}

async function runRestore(file: string): Promise<void> {
  const { fund, head, previous } = await restore(readConfig().databaseUrl, file);
  say(`“${fund}” is restored from ${file}. Head: ${headWords(head)}`);
  if (previous !== null) say(`What stood there before is kept as ${previous}`);
}

/** `backup`. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'Write a verified copy of the database to a new file, and its SHA-256 beside it, while the server goes on. ' +
        'A fund on PostgreSQL is backed up with pg_dump.',
    )
    .argument('<file>', 'the file to write; one that is there already is never written over')
    .action(runBackup);
}

/** `restore`. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      'Put a backup in the place of the database, once it has been verified; the server must be stopped. ' +
        'What stood there before is kept beside it. A fund on PostgreSQL is restored with pg_restore.',
    )
    .argument('<file>', 'a file that backup wrote')
    .action(runRestore);
}
