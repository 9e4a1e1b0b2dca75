import { saveHostPension } from '@dcc/db/stores/pension-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import type { SetPension } from '@dcc/domain/positions/inputs';
import { command, type Recorded } from '../../use-case/command.ts';
import { stampOf } from '../../use-case/committee-table.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** Says from a day on whether the agreement with a host covers the pension of its officers; earlier days stay as they were. */
export function setPension(context: Context, input: SetPension): Promise<Recorded> {
  return command(context, 'pension.set', input, async (tx) => {
    const { organizationId, effectiveOn, covered, source } = input;
    if (!(await listOrganizations(tx)).some(({ id }) => id === organizationId))
      throw new Refusal({ kind: 'NotFound', subject: 'organization' });
    await saveHostPension(tx, organizationId, { effectiveOn, covered: covered === 'yes', source }, stampOf(context));
    return { id: organizationId, entryNumber: null, detail: { covered, effectiveOn, source } };
  });
}
