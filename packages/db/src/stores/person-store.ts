import type { Role } from '@dcc/domain/people/capability';
import type { Selectable } from 'kysely';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';

export type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organization: { readonly id: string; readonly shortName: string } | null;
  readonly contributor: { readonly id: string; readonly name: string } | null;
  readonly disabled: boolean;
  readonly lastSignInAt: string | null;
};

type Known = Person & { readonly passwordHash: string | null };

/** Everybody who can sign in. */
function people(db: Reader) {
  return db
    .selectFrom('person')
    .leftJoin('organization', 'organization.id', 'person.organization_id')
    .leftJoin('contributor', 'contributor.id', 'person.contributor_id')
    .select([
      'person.id',
      'person.email',
      'person.name',
      'person.password_hash',
      'person.disabled',
      'person.last_sign_in_at',
      'organization.id as organization_id',
      'organization.short_name',
      'contributor.id as contributor_id',
      'contributor.name as contributor_name',
    ])
    .where('person.password_hash', 'is not', null);
}
type Row = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number];

function knownPerson(row: Row, roles: readonly Selectable<Tables['person_role']>[]): Known {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
    roles: roles.filter((role) => role.person_id === row.id).map(({ role }) => role),
    organization: row.organization_id === null ? null : { id: row.organization_id, shortName: row.short_name ?? '' },
    contributor: row.contributor_id === null ? null : { id: row.contributor_id, name: row.contributor_name ?? '' },
    disabled: row.disabled === 1n,
    lastSignInAt: row.last_sign_in_at,
  };
}

async function known(db: Reader, column: 'id' | 'email', value: string): Promise<Known | null> {
  const [row] = await runWritten(db, `person by ${column}`, { value }, (given) =>
    people(db).where(`person.${column}`, '=', given.value),
  );
  if (row === undefined) return null;
  const roles = await runWritten(db, 'roles of a person', { id: row.id }, ({ id }) =>
    db.selectFrom('person_role').selectAll().where('person_id', '=', id).orderBy('role'),
  );
  return knownPerson(row, roles);
}

/** Everybody who can sign in, by name. Password hashes stay in the store. */
export async function listPeople(db: Reader): Promise<Person[]> {
  const rows = await people(db).orderBy('person.name').execute();
  const roles = await db.selectFrom('person_role').selectAll().orderBy('role').execute();
  return rows.map((row) => {
    const { passwordHash: _kept, ...person } = knownPerson(row, roles);
    return person;
  });
}

export async function findPerson(db: Reader, id: string): Promise<Person | null> {
  const found = await known(db, 'id', id);
  if (found === null) return null;
  const { passwordHash: _kept, ...person } = found;
  return person;
}

/** For sign-in only: a person with the hash of the password. */
export async function findCredentials(
  db: Reader,
  email: string,
): Promise<{ person: Person; passwordHash: string } | null> {
  const found = await known(db, 'email', email);
  if (found === null || found.passwordHash === null) return null;
  const { passwordHash, ...person } = found;
  return { person, passwordHash };
}

export async function emailTaken(db: Reader, email: string): Promise<boolean> {
  return (await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;
}

export async function savePerson(
  tx: Tx,
  person: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly organizationId: string | null;
    readonly contributorId: string | null;
    readonly passwordHash: string;
    readonly at: string;
  },
): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      id: person.id,
      email: person.email,
      name: person.name,
      password_hash: person.passwordHash,
      organization_id: person.organizationId,
      contributor_id: person.contributorId,
      last_sign_in_at: null,
      created_at: person.at,
    })
    .execute();
  await saveRoles(tx, person.id, person.roles);
}

async function saveRoles(tx: Tx, personId: string, roles: readonly Role[]): Promise<void> {
  await tx.deleteFrom('person_role').where('person_id', '=', personId).execute();
  await tx
    .insertInto('person_role')
    .values([...new Set(roles)].map((role) => ({ person_id: personId, role })))
    .execute();
}

/** Changes what a person may do; every open session of that person ends. */
export async function changeRoles(
  tx: Tx,
  personId: string,
  to: {
    readonly roles: readonly Role[];
    readonly organizationId: string | null;
    readonly contributorId: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ organization_id: to.organizationId, contributor_id: to.contributorId })
    .where('id', '=', personId)
    .execute();
  await saveRoles(tx, personId, to.roles);
  await endSessions(tx, personId);
}

export async function setDisabled(tx: Tx, personId: string, disabled: boolean): Promise<void> {
  await tx
    .updateTable('person')
    .set({ disabled: disabled ? 1n : 0n })
    .where('id', '=', personId)
    .execute();
  await endSessions(tx, personId);
}

export async function setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', personId).execute();
  await endSessions(tx, personId);
}

async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('session').where('person_id', '=', personId).execute();
}
