import { dirname, join } from 'node:path';
import { filePath, isPostgres } from '@dcc/db/open-database';
import { type CalendarDate, parseDate } from '@dcc/domain/calendar-date';
import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';
import { today } from '../use-case/context.ts';
import { PlainError, withFund } from './open-fund.ts';
import { say } from './say.ts';

function day(text: string): CalendarDate {
  const on = parseDate(text);
  if (on === null) throw new InvalidArgumentError('It is not a day as YYYY-MM-DD.');
  return on;
}

/** Where mails go that no SMTP server takes: beside the database file, or where the data of this machine is. */
function folderOf(databaseUrl: string): string {
  return join(isPostgres(databaseUrl) ? 'data' : dirname(filePath(databaseUrl)), 'digests');
}

async function digest(options: { readonly date?: CalendarDate }): Promise<void> {
  // Fetched for this command alone: no import of a hundred thousand rows shares its memory with a mail program.
  const { sendDigests } = await import('../features/overview/digest.ts');
  const { bySmtp, toFiles } = await import('../mail/mail.ts');
  const config = readConfig();
  const folder = folderOf(config.databaseUrl);
  const carry =
    config.mail === null ? toFiles(folder, 'fund@localhost') : bySmtp(config.mail.smtpUrl, config.mail.from);
  const address = (config.publicUrl ?? `http://localhost:${config.port}`).replace(/\/$/u, '');
  const { sent, before, nothing, failed } = await withFund(({ shell }) => {
    const on = options.date ?? today(shell);
    if (on > today(shell)) throw new PlainError(`${on} has not come yet; nothing was sent.`);
    return sendDigests(shell, on, address, carry);
  });
  const where = config.mail === null ? `written to ${folder}` : 'sent';
  say(`${sent} ${where}, ${before} had been before, nothing waits for ${nothing}.`);
  if (failed.length > 0) throw new PlainError(['Not sent, and to be tried again:', ...failed].join('\n'));
}

/** `digest`. */
export function digestCommand(): Command {
  return new Command('digest')
    .description(
      'Send each person what waits for their roles, once a day: by the SMTP server of SMTP_URL, from MAIL_FROM; ' +
        'without it, to files in the folder “digests” beside the database.',
    )
    .option('--date <YYYY-MM-DD>', 'the day it stands on (default today)', day)
    .action(digest);
}
