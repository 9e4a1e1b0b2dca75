import { criteriaSets, saveCriteriaSet } from '@dcc/db/stores/criteria-store';
import { checkCriteria } from '@dcc/domain/rounds/criteria';
import type { SetCriteria } from '@dcc/domain/rounds/inputs';
import type { StandpointInput } from '@dcc/domain/wire';
import { assertMay, command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

/** Every set of criteria that a decision had set, the latest first. */
export async function listCriteria(context: Context, input: StandpointInput) {
  assertMay(context, 'rounds.read');
  const standpoint = standpointOf(context.shell, input);
  return {
    ...standsAt(context.shell, standpoint),
    sets: await criteriaSets(context.shell.db.read, standpoint),
  };
}

/** Records priority areas and criteria with their weights, as a decision set them. They stay: a round is scored by the set it began with. */
export function setCriteria(context: Context, input: SetCriteria): Promise<Recorded> {
  return command(context, 'criteria.set', input, async (tx) => {
    refuseFuture(context, input.decidedOn);
    const criteria = orRefuse(checkCriteria(input.criteria));
    if ((await criteriaSets(tx)).some(({ name }) => name === input.name))
      throw new Refusal({ kind: 'NameTaken', subject: 'criteria-set', name: input.name });
    const { shell, actor } = context;
    const { name, decision, decidedOn, scale, priorities } = input;
    const id = shell.newId();
    await saveCriteriaSet(
      tx,
      { id, name, decision, decidedOn, scale, priorities, criteria },
      { recordedAt: shell.now().toISOString(), recordedBy: actor.personId },
    );
    return { id, entryNumber: null, detail: { name, decision } };
  });
}
