import { findMotion } from '@dcc/db/stores/motion-store';
import { decisionReferenceTaken, findPosition } from '@dcc/db/stores/position-store';
import { positionsOfDecision } from '@dcc/db/stores/release-store';
import { savePaperSupersession } from '@dcc/db/stores/resolution-store';
import type { Reader } from '@dcc/db/open-database';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { EnterSuperseding } from '@dcc/domain/committee/inputs';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { assertMay, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { carryOut, checkSuperseded, releaseBy, type Said, verdictsOf } from '../../use-case/enact.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { committeeCommand } from '../../use-case/settle-consented.ts';

/** Who enters a decision alone enters none about a post of their own organization, nor in the place of one about it. */
async function refuseOwn({ actor }: Context, db: Reader, { supersedesId, positions }: EnterSuperseding): Promise<void> {
  const before = await findMotion(db, supersedesId);
  const ids = [
    ...positions.map(({ positionId }) => positionId),
    ...(await positionsOfDecision(db, supersedesId)),
    ...(before?.positions ?? []).map(({ positionId }) => positionId),
  ];
  for (const id of new Set(ids)) {
    const position = await findPosition(db, id);
    if (position !== null && position.organizationId === actor.organizationId)
      throw new Refusal({ kind: 'Recused', organization: position.organizationName });
  }
}

/** What the paper says, once all that can be refused of it is refused. */
async function checked(
  context: Context,
  db: Reader,
  input: EnterSuperseding,
): Promise<{ readonly said: Said; readonly on: CalendarDate }> {
  const { idempotencyKey: _key, decidedOn, ...paper } = input;
  const on = date(decidedOn);
  refuseFuture(context, on);
  const { reference } = paper;
  if (await decisionReferenceTaken(db, reference)) throw new Refusal({ kind: 'ReferenceTaken', reference });
  await checkSuperseded(db, paper.supersedesId, on);
  await refuseOwn(context, db, input);
  return { said: { ...paper, id: context.shell.newId(), lines: [] }, on };
}

/** Shows what a decision on paper would release; `null` where nothing is left. What would be refused is refused here. */
export async function previewSuperseding(context: Context, input: EnterSuperseding): Promise<EntryDraft | null> {
  assertMay(context, 'allocation.decide');
  const db = context.shell.db.read;
  const { said, on } = await checked(context, db, input);
  await verdictsOf(db, said, on);
  return (await releaseBy(db, said, on))?.entry ?? null;
}

/** Enters a decision that was taken on paper in the place of another, with all that follows from it. */
export function enterSuperseding(context: Context, input: EnterSuperseding): Promise<Recorded> {
  return committeeCommand(context, 'allocation.decide', input, async (tx) => {
    const { said, on } = await checked(context, tx, input);
    const entryNumber = await carryOut(context, tx, said, on);
    await savePaperSupersession(tx, said.id, input.supersedesId);
    return { id: said.id, entryNumber, detail: { reference: said.reference, supersedes: input.supersedesId } };
  });
}
