import { z } from 'zod';
import { idempotencyKeySchema, idSchema, shortText } from '../wire.ts';
import { ROLES } from './capability.ts';

/** Shortest password accepted (OWASP ASVS 5.0, 6.2.1 asks for 8 at least and recommends 15). */
export const PASSWORD_MINIMUM = 15;

const email = z.string().trim().toLowerCase().max(254).pipe(z.email('not-an-email'));
const newPassword = z.string().min(PASSWORD_MINIMUM, 'password-too-short').max(200);
const roles = z.array(z.enum(ROLES)).min(1, 'required').max(ROLES.length);

export const signInInput = z.strictObject({
  email: z.string().trim().toLowerCase().min(1, 'required').max(254),
  password: z.string().min(1, 'required').max(200),
});

export const addPersonInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  email,
  name: shortText,
  roles,
  organizationId: idSchema.nullable(),
  contributorId: idSchema.nullable(),
  password: newPassword,
});
export type AddPerson = z.infer<typeof addPersonInput>;

export const setRolesInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  personId: idSchema,
  roles,
  organizationId: idSchema.nullable(),
  contributorId: idSchema.nullable(),
});
export const setDisabledInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  personId: idSchema,
  disabled: z.boolean(),
});
export const changePasswordInput = z.strictObject({
  currentPassword: z.string().min(1, 'required').max(200),
  newPassword,
});
