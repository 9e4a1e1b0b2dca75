import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { findFund } from '@dcc/db/stores/fund-store';
import { listContributors, nameKey } from '@dcc/db/stores/contribution-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { parseDate } from '@dcc/domain/calendar-date';
import { type Role, ROLES } from '@dcc/domain/people/capability';
import { addPersonInput } from '@dcc/domain/people/inputs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exportStatement } from '../features/exports/export-statement.ts';
import { ImportRefused } from '../features/imports/csv-table.ts';
import { importContributions } from '../features/imports/import-contributions.ts';
import { importEntries } from '../features/imports/import-entries.ts';
import type { ImportAnswer, ImportOptions, Progress } from '../features/imports/import-file.ts';
import { importRates } from '../features/imports/import-rates.ts';
import { addPerson } from '../features/people/manage-people.ts';
import { beginDemonstrationFund } from '../setup/demonstration-fund.ts';
import { beginRealFund } from '../setup/real-fund.ts';
import { type Context, today } from '../use-case/context.ts';
import { Refusal } from '../use-case/refusal.ts';
import { PlainError, withDatabase, withFund } from './open-fund.ts';
import { readPassword } from './read-password.ts';
import { violationWords } from './words.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function calendarDate(text: string) {
  const parsed = parseDate(text);
  if (parsed === null) throw new InvalidArgumentError('It is not a date of the calendar (YYYY-MM-DD).');
  return parsed;
}

async function init(options: { readonly demo?: boolean }): Promise<void> {
  await withDatabase(async (shell) => {
    const fund = await findFund(shell.db.read);
    if (fund !== null) throw new PlainError(`“${fund.name}” stands in this database already; nothing was changed.`);
    await (options.demo === true ? beginDemonstrationFund(shell) : beginRealFund(shell));
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

type UserOptions = {
  readonly name: string;
  readonly role: Role[];
  readonly organization?: string;
  readonly contributor?: string;
};

/** Finds a record by name, or says that there is none. */
function idOf(
  kind: string,
  text: string | undefined,
  records: readonly { id: string; names: readonly string[] }[],
): string | null {
  if (text === undefined) return null;
  const found = records.find(({ names }) => names.some((name) => nameKey(name) === nameKey(text)));
  if (found === undefined) throw new PlainError(`There is no ${kind} “${text}”; nobody was added.`);
  return found.id;
}

async function addUser(email: string, options: UserOptions): Promise<void> {
  await withFund(async (context) => {
    const db = context.shell.db.read;
    const organizations = (await listOrganizations(db)).map(({ id, name, shortName }) => ({
      id,
      names: [name, shortName],
    }));
    const contributors = (await listContributors(db)).map(({ id, name }) => ({ id, names: [name] }));
    const belonging = {
      organizationId: idOf('organization', options.organization, organizations),
      contributorId: idOf('contributor', options.contributor, contributors),
    };
    const parsed = addPersonInput.safeParse({
      idempotencyKey: randomUUID(),
      email,
      name: options.name,
      roles: options.role,
      ...belonging,
      password: await readPassword(),
    });
    if (!parsed.success) {
      throw new PlainError(
        `Nobody was added. ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message.replaceAll('-', ' ')}`).join('; ')}`,
      );
    }
    await addPerson(context, parsed.data);
    say(`${parsed.data.name} can now sign in as ${parsed.data.email}.`);
  });
}

/** One line on the terminal that is written over, or every stage once where the output is no terminal. */
function progressLine(): Progress {
  const stages = { read: 'Read', check: 'Checked', write: 'Wrote' } as const;
  return (stage, done, total) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r\u001B[K${stages[stage]} ${done} of ${total}${done === total ? '\n' : ''}`);
    else if (done === total) process.stderr.write(`${stages[stage]} ${done} of ${total}\n`);
  };
}

type Importer = (context: Context, text: string, options: ImportOptions) => Promise<ImportAnswer>;

/** Letters of another encoding would be kept as question marks for ever, so a file that is not UTF-8 is refused. */
function utf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlainError(`The file ${file} is not UTF-8; nothing was written. Save it as “CSV UTF-8”.`);
  }
}

async function runImport(importer: Importer, file: string, options: { readonly dryRun?: boolean }): Promise<void> {
  const text = utf8(
    file,
    await readFile(file).catch(() => {
      throw new PlainError(`The file ${file} cannot be read; nothing was written.`);
    }),
  );
  const answer = await withFund((context) =>
    importer(context, text, { dryRun: options.dryRun === true, onProgress: progressLine() }),
  );
  say(
    answer.dryRun
      ? `Dry run: ${answer.rows} rows are good and would post ${answer.entries} entries. Nothing was written.`
      : `Imported ${answer.rows} rows as ${answer.entries} entries.`,
  );
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

async function verify(): Promise<void> {
  const { entries, rules, findings } = await withFund((context) => verifyDatabase(context.shell.db));
  if (findings.length === 0) {
    say(`${entries} entries and ${rules} rules verified: everything holds.`);
    return;
  }
  const lines = findings.map(({ rule, detail }) => `- ${rule}: broken at ${detail}`);
  throw new PlainError([`${findings.length} of ${rules} rules do not hold:`, ...lines].join('\n'));
}

function importCommand(name: string, description: string, importer: Importer): Command {
  return new Command(name)
    .description(description)
    .argument('<file>', 'a CSV file (UTF-8, with a heading)')
    .option('--dry-run', 'check every row and write nothing')
    .action((file: string, options: { dryRun?: boolean }) => runImport(importer, file, options));
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
  root
    .command('user')
    .description('People who can sign in.')
    .command('add')
    .description('Add a person. The password is asked for, or read from the first line of standard input.')
    .argument('<email>', 'the address the person signs in with')
    .requiredOption('--name <name>', 'the name others see')
    .addOption(new Option('--role <role...>', 'one or more roles').choices(ROLES).makeOptionMandatory())
    .option('--organization <name>', 'the organization a committee member represents')
    .option('--contributor <name>', 'the contributor a person of that role belongs to')
    .action(addUser);
  const imports = root
    .command('import')
    .description('Import a CSV file: all of its rows, or none. A refusal names each bad row.');
  imports.addCommand(
    importCommand(
      'contributions',
      'Columns: contributor,contributor_type,country,status,currency,amount,effective_on,usd_amount,earmark,reference,description',
      importContributions,
    ),
  );
  imports.addCommand(
    importCommand(
      'entries',
      'Columns: effective_on,kind,amount,currency,contributor,organization,description',
      importEntries,
    ),
  );
  imports.addCommand(
    importCommand('rates', 'Columns: currency,effective_on,published_on,units_per_usd,source', importRates),
  );
  root
    .command('export')
    .description('Write a report.')
    .command('statement')
    .description('The statement of source and use of funds.')
    .option('--as-of <date>', 'as it stood on a day (default: today)', calendarDate)
    .addOption(new Option('--format <format>', 'how to write it').choices(['json', 'csv']).default('json'))
    .option('--output <file>', 'write to a file instead of the terminal')
    .action(exportStatementTo);
  root
    .command('verify')
    .description('Recompute the chain of entries, every kept sum and every rule; name the first bad row.')
    .action(verify);
  for (const command of allCommands(root)) command.exitOverride();
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
