import { movePosition } from '@dcc/db/stores/position-store';
import type { AdvancePosition } from '@dcc/domain/positions/inputs';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { carryOutRelease } from '../../use-case/plan-release.ts';
import { positionForStep } from './checked-step.ts';
import { releaseByStep } from './release-reserved.ts';

/** Records the next step in the life of a position, and with its last one gives back what was reserved and not sent. */
export function advancePosition(context: Context, input: AdvancePosition): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'position.advance', input, async (tx) => {
    const position = await positionForStep(context, tx, input);
    const step = {
      id: shell.newId(),
      on: input.on,
      note: input.note,
      recordedAt: shell.now().toISOString(),
      recordedBy: actor.personId,
    };
    const release = await releaseByStep(tx, position, input.to, input.on);
    await movePosition(tx, position.id, position.state, input.to, step);
    const entryNumber = await carryOutRelease(context, tx, release, new Map([[position.id, step.id]]));
    return { id: position.id, entryNumber, detail: { from: position.state, to: input.to } };
  });
}
