import { expect, test } from 'vitest';
import { addPersonInput, changePasswordInput, PASSWORD_MINIMUM, signInInput } from './inputs.ts';

const person = {
  idempotencyKey: '0198c0de-0000-7000-8000-000000000000',
  email: ' Ada@Example.ORG ',
  name: 'Ada',
  roles: ['auditor'],
  organizationId: null,
  contributorId: null,
  password: 'long enough to be safe',
};

test('an address is one address however it is written', () => {
  expect(addPersonInput.parse(person).email).toBe('ada@example.org');
  expect(signInInput.parse({ email: ' Ada@Example.ORG ', password: 'x' }).email).toBe('ada@example.org');
  expect(addPersonInput.safeParse({ ...person, email: 'ada' }).success).toBe(false);
});

test('a person has a known role at least', () => {
  expect(addPersonInput.safeParse({ ...person, roles: [] }).success).toBe(false);
  expect(addPersonInput.safeParse({ ...person, roles: ['root'] }).success).toBe(false);
});

test('a new password is long', () => {
  const change = (length: number) => ({ currentPassword: 'x', newPassword: 'a'.repeat(length) });
  expect(changePasswordInput.safeParse(change(PASSWORD_MINIMUM)).success).toBe(true);
  expect(changePasswordInput.safeParse(change(PASSWORD_MINIMUM - 1)).success).toBe(false);
});
