import type { Reader } from '@dcc/db/open-database';
import { findPosition, type StoredPosition } from '@dcc/db/stores/position-store';
import type { AdvancePosition } from '@dcc/domain/positions/inputs';
import { checkStep } from '@dcc/domain/positions/step';
import type { Context } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { standpointOf } from '../../use-case/standpoint.ts';
import { stepFacts } from './step-facts.ts';

/** The position of a step that may be taken; what the step still waits for is refused, in a preview as when it is recorded. */
export async function positionForStep(context: Context, db: Reader, input: AdvancePosition): Promise<StoredPosition> {
  refuseFuture(context, input.on);
  const position = await findPosition(db, input.positionId);
  if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
  const facts = await stepFacts(db, standpointOf(context.shell, {}), position, { reason: input.note, on: input.on });
  orRefuse(checkStep({ standing: position, from: input.from, to: input.to, on: input.on, facts }));
  return position;
}
