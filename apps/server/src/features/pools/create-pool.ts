import { poolNamed, savePool } from '@dcc/db/stores/contribution-store';
import type { createPoolInput } from '@dcc/domain/contributions/inputs';
import type { z } from 'zod';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** Adds a pool: money under one rule of earmarking. */
export function createPool(context: Context, input: z.infer<typeof createPoolInput>): Promise<Recorded> {
  return command(context, 'pool.create', input, async (tx) => {
    if ((await poolNamed(tx, input.name)) !== null)
      throw new Refusal({ kind: 'NameTaken', subject: 'pool', name: input.name });
    const id = context.shell.newId();
    await savePool(tx, context.shell.now().toISOString(), {
      id,
      name: input.name,
      earmarking: input.earmarking,
      description: input.description,
    });
    return { id, entryNumber: null, detail: { name: input.name } };
  });
}
