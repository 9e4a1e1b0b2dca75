import { standpointInput } from '@dcc/domain/wire';
import { procedure, router } from '../../trpc/trpc.ts';
import { twoBooksView } from './books.views.ts';
import { getBooks } from './read-books.ts';

export const booksRouter = router({
  get: procedure('statement.read')
    .input(standpointInput)
    .output(twoBooksView)
    .query(({ ctx, input }) => getBooks(ctx.context, input)),
});
