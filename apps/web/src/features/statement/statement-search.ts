import { dateSchema } from '@dcc/domain/wire';
import { z } from 'zod';

/** State of the statement page in its address. */
export const statementSearch = z.object({ asOf: dateSchema.optional().catch(undefined) });
