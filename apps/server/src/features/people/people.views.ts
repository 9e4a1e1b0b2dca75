import { ROLES } from '@dcc/domain/people/capability';
import { z } from 'zod';

export const personView = z.strictObject({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  organization: z.strictObject({ id: z.string(), shortName: z.string() }).nullable(),
  contributor: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  disabled: z.boolean(),
  lastSignInAt: z.string().nullable(),
});

export const peopleView = z.strictObject({
  rows: z.array(personView),
  organizations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  contributors: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
