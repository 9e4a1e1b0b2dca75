import { ROLES } from '@dcc/domain/people/capability';
import { FIRST_STEP_NAMES } from '@dcc/domain/people/first-steps';
import { z } from 'zod';

export const firstStepsView = z.strictObject({
  steps: z.array(z.strictObject({ step: z.enum(FIRST_STEP_NAMES), done: z.boolean() })),
  /** Roles that are needed and that nobody holds. */
  missingRoles: z.array(z.enum(ROLES)),
  /** The agreement whose money is expected first; `null` where none is expected. */
  agreementId: z.string().nullable(),
});
