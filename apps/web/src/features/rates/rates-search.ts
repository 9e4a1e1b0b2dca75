import { currencySchema } from '@dcc/domain/wire';
import { z } from 'zod';

/** State of the page in its address: one currency, or all of them as they are in force. */
export const ratesSearch = z.object({ currency: currencySchema.optional().catch(undefined) });
