import { agreementToPay, beginnings } from '@dcc/db/stores/first-steps-store';
import { listPeople } from '@dcc/db/stores/person-store';
import { FIRST_STEP_NAMES, missingRoles } from '@dcc/domain/people/first-steps';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';

/** How far a fund has come from nothing to its first position, worked out from what is on record today. Nothing of it is stored. */
export async function firstSteps(context: Context) {
  assertMay(context, 'first-steps.read');
  const db = context.shell.db.read;
  const missing = missingRoles(await listPeople(db));
  const begun: ReadonlySet<string> = await beginnings(db);
  return {
    steps: FIRST_STEP_NAMES.map((step) => ({
      step,
      done: step === 'people' ? missing.length === 0 : begun.has(step),
    })),
    missingRoles: [...missing],
    agreementId: await agreementToPay(db),
  };
}
