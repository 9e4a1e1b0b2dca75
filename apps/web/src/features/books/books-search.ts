import { idSchema } from '@dcc/domain/wire';
import { z } from 'zod';

/** State of the two books in the address, beside the standpoint: the host organization that is opened. */
export const booksSearch = z.object({ host: idSchema.optional().catch(undefined) });
