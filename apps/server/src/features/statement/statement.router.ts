import { dateSchema } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { getStatement } from './read-statement.ts';
import { statementView } from '../../views/statement-view.ts';

export const statementRouter = router({
  get: procedure('statement.read')
    .input(z.strictObject({ asOf: dateSchema.optional() }))
    .output(statementView)
    .query(({ ctx, input }) => getStatement(ctx.context, input)),
});
