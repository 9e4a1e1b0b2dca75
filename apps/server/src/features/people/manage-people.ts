import { listContributors } from '@dcc/db/stores/contribution-store';
import {
  changeRoles,
  emailTaken,
  findPerson,
  listPeople,
  savePerson,
  setDisabled as storeDisabled,
} from '@dcc/db/stores/person-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import type { Reader } from '@dcc/db/open-database';
import type { Role } from '@dcc/domain/people/capability';
import type { AddPerson, setDisabledInput, setRolesInput } from '@dcc/domain/people/inputs';
import type { z } from 'zod';
import { hashPassword, refuseCommonPassword } from '../../auth/password.ts';
import { assertMay, command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** Everybody who can sign in, and what a new person can belong to. */
export async function people(context: Context) {
  assertMay(context, 'people.read');
  const db = context.shell.db.read;
  return {
    rows: (await listPeople(db)).map((person) => ({ ...person, roles: [...person.roles] })),
    organizations: (await listOrganizations(db)).map(({ id, name }) => ({ id, name })),
    contributors: (await listContributors(db)).map(({ id, name }) => ({ id, name })),
  };
}

async function checkBelonging(
  db: Reader,
  input: {
    readonly roles: readonly Role[];
    readonly organizationId: string | null;
    readonly contributorId: string | null;
  },
): Promise<void> {
  if (input.roles.includes('contributor') && input.contributorId === null)
    throw new Refusal({ kind: 'ContributorRoleNeedsContributor' });
  if (input.organizationId !== null && !(await listOrganizations(db)).some(({ id }) => id === input.organizationId)) {
    throw new Refusal({ kind: 'NotFound', subject: 'organization' });
  }
  if (input.contributorId !== null && !(await listContributors(db)).some(({ id }) => id === input.contributorId)) {
    throw new Refusal({ kind: 'NotFound', subject: 'contributor' });
  }
}

/** Adds a person who can sign in with a first password. */
export async function addPerson(context: Context, input: AddPerson): Promise<Recorded> {
  assertMay(context, 'people.manage');
  refuseCommonPassword(input.password, [input.email, input.name]);
  // Hashed before the transaction: nothing but SQL is awaited inside one.
  const passwordHash = await hashPassword(input.password);
  return command(context, 'people.manage', { ...input, password: '' }, async (tx) => {
    if (await emailTaken(tx, input.email)) throw new Refusal({ kind: 'EmailTaken', email: input.email });
    await checkBelonging(tx, input);
    const id = context.shell.newId();
    await savePerson(tx, { ...input, id, passwordHash, at: context.shell.now().toISOString() });
    return { id, entryNumber: null, detail: { added: id, roles: input.roles.join(' ') } };
  });
}

/** A fund without an administrator could never mend itself. */
async function refuseLastAdministrator(db: Reader, personId: string): Promise<void> {
  const others = (await listPeople(db)).filter(
    (person) => person.id !== personId && !person.disabled && person.roles.includes('administrator'),
  );
  if (others.length === 0) throw new Refusal({ kind: 'LastAdministrator' });
}

export function setRoles(context: Context, input: z.infer<typeof setRolesInput>): Promise<Recorded> {
  return command(context, 'people.manage', input, async (tx) => {
    const person = await findPerson(tx, input.personId);
    if (person === null) throw new Refusal({ kind: 'NotFound', subject: 'person' });
    await checkBelonging(tx, input);
    if (person.roles.includes('administrator') && !input.roles.includes('administrator'))
      await refuseLastAdministrator(tx, person.id);
    await changeRoles(tx, person.id, input);
    return {
      id: person.id,
      entryNumber: null,
      detail: { before: person.roles.join(' '), after: input.roles.join(' ') },
    };
  });
}

export function setDisabled(context: Context, input: z.infer<typeof setDisabledInput>): Promise<Recorded> {
  return command(context, 'people.manage', input, async (tx) => {
    const person = await findPerson(tx, input.personId);
    if (person === null) throw new Refusal({ kind: 'NotFound', subject: 'person' });
    if (input.disabled && person.roles.includes('administrator')) await refuseLastAdministrator(tx, person.id);
    await storeDisabled(tx, person.id, input.disabled);
    return { id: person.id, entryNumber: null, detail: { disabled: String(input.disabled) } };
  });
}
