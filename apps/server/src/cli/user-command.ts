import { randomUUID } from 'node:crypto';
import { listContributors, nameKey } from '@dcc/db/stores/contribution-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { type Role, ROLES } from '@dcc/domain/people/capability';
import { addPersonInput } from '@dcc/domain/people/inputs';
import { Command, Option } from 'commander';
import { addPerson } from '../features/people/manage-people.ts';
import { PlainError, withFund } from './open-fund.ts';
import { readPassword } from './read-password.ts';
import { say } from './say.ts';

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

/** `user add`. */
export function userCommand(): Command {
  const user = new Command('user').description('People who can sign in.');
  user
    .command('add')
    .description('Add a person. The password is asked for, or read from the first line of standard input.')
    .argument('<email>', 'the address the person signs in with')
    .requiredOption('--name <name>', 'the name others see')
    .addOption(new Option('--role <role...>', 'one or more roles').choices(ROLES).makeOptionMandatory())
    .option('--organization <name>', 'the organization a committee member represents')
    .option('--contributor <name>', 'the contributor a person of that role belongs to')
    .action(addUser);
  return user;
}
