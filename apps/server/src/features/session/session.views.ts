import { ROLES } from '@dcc/domain/people/capability';
import { z } from 'zod';

export const sessionView = z.strictObject({
  fund: z.strictObject({ name: z.string(), demonstration: z.boolean() }),
  /** Accounts of a demonstration fund that the sign-in page offers; empty for a real fund. */
  demoAccounts: z.array(
    z.strictObject({ email: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), password: z.string() }),
  ),
  today: z.string(),
  person: z
    .strictObject({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      roles: z.array(z.enum(ROLES)),
      organization: z.string().nullable(),
      contributorId: z.string().nullable(),
    })
    .nullable(),
});
