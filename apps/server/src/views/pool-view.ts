import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { poolRef } from './common-views.ts';

/** A pool with its cash, what is promised from it and what is free. */
export const poolAvailableView = z.strictObject({
  pool: poolRef,
  description: z.string(),
  cash: moneyView,
  allocated: moneyView,
  available: moneyView,
});
