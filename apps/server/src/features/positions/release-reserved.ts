import { findPosition, type StoredPosition } from '@dcc/db/stores/position-store';
import { lastStep } from '@dcc/db/stores/release-store';
import type { Reader } from '@dcc/db/open-database';
import { isOver } from '@dcc/domain/allocations/release';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import type { AdvancePosition, ReleaseReserved } from '@dcc/domain/positions/inputs';
import { endsEarly } from '@dcc/domain/positions/review';
import type { PositionState } from '@dcc/domain/positions/states';
import { assertMay, command, type Recorded } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { carryOutRelease, type Release, releaseOfPosition } from '../../use-case/plan-release.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { positionForStep } from './checked-step.ts';

async function requirePosition(db: Reader, id: string): Promise<StoredPosition> {
  const position = await findPosition(db, id);
  if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
  return position;
}

/** The release of a post, which names the step that caused it by its number. */
function releaseFor(
  db: Reader,
  { id, number, title }: StoredPosition,
  step: number,
  on: CalendarDate,
): Promise<Release | null> {
  const reference = `Position ${number}, step ${step}`;
  return releaseOfPosition(db, id, { decisionId: null, reference, description: title, on });
}

/**
 * What a step gives back: a post that is withdrawn, or separated before its contract ends, needs nothing more. One that ends on
 * its day may still owe its host a last transfer, and is released apart.
 */
export async function releaseByStep(
  db: Reader,
  position: StoredPosition,
  to: PositionState,
  on: CalendarDate,
): Promise<Release | null> {
  const early = to === 'separated' && endsEarly(position.years, position.yearInPost, on);
  if (to !== 'withdrawn' && !early) return null;
  const { number } = await lastStep(db, position.id);
  return releaseFor(db, position, number + 1, on);
}

/** Shows what a step would release, before it is taken; a step that would be refused is refused here. */
export async function previewStepRelease(context: Context, input: AdvancePosition): Promise<EntryDraft | null> {
  assertMay(context, 'position.advance');
  const db = context.shell.db.read;
  const release = await releaseByStep(db, await positionForStep(context, db, input), input.to, input.on);
  return release?.entry ?? null;
}

async function releaseOfOver(context: Context, db: Reader, positionId: string) {
  const position = await requirePosition(db, positionId);
  if (!isOver(position.state)) throw new Refusal({ kind: 'PositionNotOver', state: position.state });
  const step = await lastStep(db, positionId);
  const release = await releaseFor(db, position, step.number, today(context.shell));
  if (release === null) throw new Refusal({ kind: 'NothingReserved' });
  return { release, steps: new Map([[positionId, step.id]]) };
}

export async function previewRelease(context: Context, input: ReleaseReserved): Promise<EntryDraft> {
  assertMay(context, 'position.advance');
  return (await releaseOfOver(context, context.shell.db.read, input.positionId)).release.entry;
}

/** Gives back what is still reserved for a post that is over, once nothing more is owed to its host. */
export function releaseReserved(context: Context, input: ReleaseReserved): Promise<Recorded> {
  return command(context, 'position.advance', input, async (tx) => {
    const { release, steps } = await releaseOfOver(context, tx, input.positionId);
    return { id: input.positionId, entryNumber: await carryOutRelease(context, tx, release, steps) };
  });
}
