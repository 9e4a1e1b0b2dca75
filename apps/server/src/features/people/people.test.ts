import { DEMO_PEOPLE } from '@dcc/demo-fund/people';
import { expect, test } from 'vitest';
import { type Caller, codeOf, demoActor, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

const PASSWORD = 'seven quiet herons over';

const add = (caller: Caller, change: object = {}) =>
  caller.people.add({
    idempotencyKey: newKey(),
    email: 'New.Person@example.org',
    name: 'New Person',
    roles: ['member'],
    organizationId: 'o-lyceum',
    contributorId: null,
    password: PASSWORD,
    ...change,
  });

test('a person who was added can sign in, under the address in small letters', async () => {
  const fund = await openTestFund();
  await add(fund.as('administrator'));
  const session = await fund.as(null).session.signIn({ email: ' new.person@EXAMPLE.org ', password: PASSWORD });
  expect(session.person).toMatchObject({ email: 'new.person@example.org', roles: ['member'], organization: 'Lyceum' });
  const { rows } = await fund.as('auditor').people.list({});
  expect(rows.find(({ name }) => name === 'New Person')).toMatchObject({ disabled: false });
  expect(JSON.stringify(rows)).not.toContain('argon2');
});

test.each([
  [{ email: 'MEMBER@demo.invalid' }, { kind: 'EmailTaken', email: 'member@demo.invalid' }],
  [{ organizationId: 'none' }, { kind: 'NotFound', subject: 'organization' }],
  [{ contributorId: 'none' }, { kind: 'NotFound', subject: 'contributor' }],
  [{ roles: ['contributor'] }, { kind: 'ContributorRoleNeedsContributor' }],
  [{ password: 'passwordpassword' }, { kind: 'PasswordTooCommon' }],
  [{ password: 'aaaaaaaaaaaaaaaaaaaa' }, { kind: 'PasswordTooCommon' }],
  [{ password: 'New Person 12345678' }, { kind: 'PasswordTooCommon' }],
])('a person with %j is refused', async (change, violation) => {
  const fund = await openTestFund();
  expect(await violationOf(add(fund.as('administrator'), change))).toMatchObject(violation);
  expect(await codeOf(add(fund.as('secretariat'), change))).toBe('FORBIDDEN');
});

test.each([{ password: 'fourteen chars' }, { roles: [] }, { roles: ['king'] }, { email: 'nobody' }, { name: '' }])(
  'a person who cannot be read, %j, is refused before the rules',
  async (change) => {
    const fund = await openTestFund();
    expect(await codeOf(add(fund.as('administrator'), change))).toBe('BAD_REQUEST');
  },
);

test('the last administrator stays: neither role nor access is taken from it', async () => {
  const fund = await openTestFund();
  const administrator = fund.as('administrator');
  const demote = (personId: string) =>
    administrator.people.setRoles({
      idempotencyKey: newKey(),
      personId,
      roles: ['auditor'],
      organizationId: null,
      contributorId: null,
    });
  const disable = (personId: string) =>
    administrator.people.setDisabled({ idempotencyKey: newKey(), personId, disabled: true });
  expect(await violationOf(demote('p-administrator'))).toEqual({ kind: 'LastAdministrator' });
  expect(await violationOf(disable('p-administrator'))).toEqual({ kind: 'LastAdministrator' });
  const second = await add(administrator, { roles: ['administrator'] });
  await disable(second.id);
  expect(await violationOf(demote('p-administrator'))).toEqual({ kind: 'LastAdministrator' });
  await administrator.people.setDisabled({ idempotencyKey: newKey(), personId: second.id, disabled: false });
  await demote('p-administrator');
  expect(await violationOf(demote('nobody'))).toEqual({ kind: 'NotFound', subject: 'person' });
});

test('nobody can sign in as the command line, nor change it', async () => {
  const fund = await openTestFund();
  const signIn = fund.as(null).session.signIn({ email: 'command-line', password: 'anything at all' });
  expect(await violationOf(signIn)).toEqual({ kind: 'SignInFailed' });
  const { rows } = await fund.as('administrator').people.list({});
  expect(rows.map(({ id }) => id)).not.toContain('command-line');
  const change = fund
    .as('administrator')
    .people.setDisabled({ idempotencyKey: newKey(), personId: 'command-line', disabled: true });
  expect(await violationOf(change)).toEqual({ kind: 'NotFound', subject: 'person' });
});

test('a changed password replaces the old one; the old one must be known', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const change = (currentPassword: string, newPassword: string) =>
    member.session.changePassword({ currentPassword, newPassword });
  expect(await violationOf(change('not my password', PASSWORD))).toEqual({ kind: 'PasswordWrong' });
  expect(await violationOf(change('invented for show', 'mira halden mira'))).toEqual({ kind: 'PasswordTooCommon' });
  await change('invented for show', PASSWORD);
  const signIn = (password: string) => fund.as(null).session.signIn({ email: 'member@demo.invalid', password });
  expect(await violationOf(signIn('invented for show'))).toEqual({ kind: 'SignInFailed' });
  expect((await signIn(PASSWORD)).person?.id).toBe('p-member');
});

test('guesses at the present password are limited as guesses at sign-in are', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const guesses = Array.from({ length: 8 }, (_, index) =>
    violationOf(member.session.changePassword({ currentPassword: `guess ${index}`, newPassword: PASSWORD })),
  );
  const kinds = (await Promise.all(guesses)).map(({ kind }) => kind).toSorted();
  expect(kinds).toEqual([
    ...Array.from({ length: 5 }, () => 'PasswordWrong'),
    ...Array.from({ length: 3 }, () => 'TooManyAttempts'),
  ]);
});

test('the session tells who is signed in, and offers the demonstration accounts to nobody else', async () => {
  const fund = await openTestFund();
  expect((await fund.as(null).session.current({})).demoAccounts).toHaveLength(DEMO_PEOPLE.length);
  const own = await fund.as('contributor').session.current({});
  expect(own).toMatchObject({ demoAccounts: [], today: '2026-11-22', person: { contributorId: 'c-aurelia' } });
  const real = await openTestFund('real');
  expect(await real.as(null).session.current({})).toEqual({
    fund: { name: 'DCC Trust Fund', demonstration: false },
    demoAccounts: [],
    today: '2026-11-22',
    person: null,
  });
  expect(demoActor('chair').roles).toContain('chair');
});
