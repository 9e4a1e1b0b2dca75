import { findFund } from '@dcc/db/stores/fund-store';
import { findCredentials, listPeople, setPassword } from '@dcc/db/stores/person-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { withTransaction } from '@dcc/db/with-transaction';
import { recordAudit } from '@dcc/db/stores/audit-store';
import { DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { checkPassword, hashPassword, refuseCommonPassword } from '../../auth/password.ts';
import { withinTries } from '../../auth/sign-in.ts';
import { type Actor, type Context, type Shell, today } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** Which fund this is and who is signed in. A demonstration fund offers its invented people. */
export async function session(shell: Shell, actor: Actor | null) {
  const db = shell.db.read;
  const fund = await findFund(db);
  const demonstration = fund?.demonstration ?? false;
  const organization =
    actor === null || actor.organizationId === null
      ? null
      : (await listOrganizations(db)).find(({ id }) => id === actor.organizationId)?.shortName;
  return {
    fund: { name: fund?.name ?? 'DCC Trust Fund', demonstration },
    demoAccounts:
      demonstration && actor === null
        ? (await listPeople(db))
            .filter(({ disabled, email }) => !disabled && email.endsWith('@demo.invalid'))
            .map(({ email, name, roles }) => ({ email, name, roles: [...roles], password: DEMONSTRATION_PASSWORD }))
        : [],
    today: today(shell),
    person:
      actor === null
        ? null
        : {
            id: actor.personId,
            email: actor.email,
            name: actor.name,
            roles: [...actor.roles],
            organization: organization ?? null,
            contributorId: actor.contributorId,
          },
  };
}

/** Changes one's own password; every session of that person ends. */
export async function changePassword(
  context: Context,
  input: { readonly currentPassword: string; readonly newPassword: string },
): Promise<void> {
  const { shell, actor } = context;
  await withinTries(shell, actor.personId, async () => {
    const found = await findCredentials(shell.db.read, actor.email);
    if (found === null || !(await checkPassword(found.passwordHash, input.currentPassword)))
      throw new Refusal({ kind: 'PasswordWrong' });
  });
  refuseCommonPassword(input.newPassword, [actor.email, actor.name]);
  const passwordHash = await hashPassword(input.newPassword);
  await withTransaction(shell.db, async (tx) => {
    await setPassword(tx, actor.personId, passwordHash);
    await recordAudit(tx, {
      id: shell.newId(),
      at: shell.now().toISOString(),
      personId: actor.personId,
      action: 'password.change',
      subject: actor.personId,
      detail: {},
    });
  });
}
