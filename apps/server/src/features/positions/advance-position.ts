import { findPosition, movePosition } from '@dcc/db/stores/position-store';
import type { AdvancePosition } from '@dcc/domain/positions/inputs';
import { checkStep } from '@dcc/domain/positions/step';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { carryOutRelease } from '../../use-case/plan-release.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { standpointOf } from '../../use-case/standpoint.ts';
import { releaseByStep } from './release-reserved.ts';
import { stepFacts } from './step-facts.ts';

/** Records the next step in the life of a position, and with its last one gives back what was reserved and not sent. */
export function advancePosition(context: Context, input: AdvancePosition): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'position.advance', input, async (tx) => {
    refuseFuture(context, input.on);
    const position = await findPosition(tx, input.positionId);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    const facts = await stepFacts(tx, standpointOf(shell, {}), position, { reason: input.note, on: input.on });
    const to = orRefuse(checkStep({ standing: position, from: input.from, to: input.to, on: input.on, facts }));
    const step = {
      id: shell.newId(),
      on: input.on,
      note: input.note,
      recordedAt: shell.now().toISOString(),
      recordedBy: actor.personId,
    };
    const release = await releaseByStep(tx, position, to, input.on);
    await movePosition(tx, position.id, position.state, to, step);
    const entryNumber = await carryOutRelease(context, tx, release, step.id);
    return { id: position.id, entryNumber, detail: { from: position.state, to } };
  });
}
