import { type Head, verifyDatabase } from '@dcc/db/integrity-checks';
import { Command, InvalidArgumentError } from 'commander';
import { PlainError, withFund } from './open-fund.ts';
import { say } from './say.ts';

/** A head as people note it: the number of an entry and its hash. */
export const headWords = ({ number, hash }: Head): string => `entry ${number}, ${hash}`;

function readAnchor(text: string, before: readonly Head[] = []): Head[] {
  const [, number, hash] = /^(\d{1,15}):([\da-f]{64})$/u.exec(text) ?? [];
  if (number === undefined || hash === undefined)
    throw new InvalidArgumentError('It is not the number of an entry, a colon and the 64 characters of its hash.');
  return [...before, { number: Number(number), hash }];
}

async function verify(options: { readonly anchor?: readonly Head[] }): Promise<void> {
  const { entries, rules, findings, head } = await withFund((context) =>
    verifyDatabase(context.shell.db, options.anchor),
  );
  if (findings.length === 0) {
    say(`${entries} entries and ${rules} rules verified: everything holds. Head: ${headWords(head)}`);
    return;
  }
  const lines = findings.map(({ rule, detail }) => `- ${rule}: broken at ${detail}`);
  throw new PlainError([`${findings.length} of ${rules} rules do not hold:`, ...lines].join('\n'));
}

/** `verify`. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'Recompute the chain of entries, every kept sum and every rule; name the first bad row. ' +
        'The head it prints, kept outside the database, shows later with --anchor that nothing before it was rewritten.',
    )
    .option('--anchor <number:hash>', 'a head noted earlier, which must still stand (may be repeated)', readAnchor)
    .action(verify);
}
