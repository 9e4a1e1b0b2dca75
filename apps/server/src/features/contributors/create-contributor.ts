import { contributorNamed, saveContributors } from '@dcc/db/stores/contribution-store';
import { checkCountry } from '@dcc/domain/contributions/contributor';
import type { createContributorInput } from '@dcc/domain/contributions/inputs';
import type { z } from 'zod';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

/** Adds a contributor; its name must be new. */
export function createContributor(context: Context, input: z.infer<typeof createContributorInput>): Promise<Recorded> {
  return command(context, 'contributor.create', input, async (tx) => {
    const countryCode = orRefuse(checkCountry(input.type, input.countryCode));
    if ((await contributorNamed(tx, input.name)) !== null)
      throw new Refusal({ kind: 'NameTaken', subject: 'contributor', name: input.name });
    const id = context.shell.newId();
    await saveContributors(tx, context.shell.now().toISOString(), [
      { id, name: input.name, type: input.type, countryCode },
    ]);
    return { id, entryNumber: null, detail: { name: input.name } };
  });
}
