import { COLUMN_KINDS } from '@dcc/domain/reports/statement-columns';
import { dateSchema, standpointFields } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { getStatement } from './read-statement.ts';
import { statementReportView } from './statement.views.ts';

export const statementRouter = router({
  get: procedure('statement.read')
    .input(
      z.strictObject({
        ...standpointFields,
        from: dateSchema.optional(),
        by: z.enum(COLUMN_KINDS).optional(),
        certified: z.enum(['all', 'only']).optional(),
      }),
    )
    .output(statementReportView)
    .query(({ ctx, input }) => getStatement(ctx.context, input)),
});
