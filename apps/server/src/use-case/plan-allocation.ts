import type { Reader } from '@dcc/db/open-database';
import { poolFunds, reserveHeld } from '@dcc/db/stores/pool-store';
import {
  findPosition,
  movePosition,
  saveAllocations,
  saveDecision,
  type StoredPosition,
} from '@dcc/db/stores/position-store';
import { type AllocationLine, decideAllocation } from '@dcc/domain/allocations/allocation';
import { poolAfter, yearAfter } from '@dcc/domain/allocations/release';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { Money } from '@dcc/domain/money';
import { phaseOf, type PositionState } from '@dcc/domain/positions/states';
import type { Plan } from './command.ts';
import type { Context } from './context.ts';
import { carryOutRelease, type CausingSteps, NO_STEPS, type Release } from './plan-release.ts';
import { orRefuse, Refusal } from './refusal.ts';

/** A decision of the committee that reserves money, as it was taken on a day. */
export type AllocationDecision = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly text: string;
  readonly decidedOn: CalendarDate;
  readonly lines: readonly {
    readonly positionId: string;
    readonly year: number;
    readonly poolId: string;
    readonly amount: Money;
  }[];
  /** The organization of the one who decides alone; `null` where the committee does, with its own recusals. */
  readonly deciderOrganizationId: string | null;
  /** Why a position was approved, by position; the reference alone where nothing is said. */
  readonly reasons: ReadonlyMap<string, string>;
};

async function loadPositions(db: Reader, ids: readonly string[]): Promise<Map<string, StoredPosition>> {
  const positions = new Map<string, StoredPosition>();
  for (const id of new Set(ids)) {
    const position = await findPosition(db, id);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    positions.set(id, position);
  }
  return positions;
}

function toLine(
  positions: ReadonlyMap<string, StoredPosition>,
  { positionId, year: number, poolId, amount }: AllocationDecision['lines'][number],
): AllocationLine {
  const position = positions.get(positionId);
  const year = position?.years.find((candidate) => candidate.year === number);
  if (position === undefined || year === undefined) throw new Refusal({ kind: 'NotFound', subject: 'position-year' });
  return {
    target: {
      positionId: position.id,
      positionTitle: position.title,
      organizationId: position.organizationId,
      organizationName: position.organizationName,
      state: position.state,
      year: number,
      cost: year.cost,
      allocated: year.allocated,
    },
    poolId,
    amount,
  };
}

/** Whether an allocation is what approves a position in this state. */
function isApprovedByAllocation(state: PositionState): boolean {
  const phase = phaseOf(state);
  return phase === 'proposed' || phase === 'not-approved';
}

/**
 * Plans a decision that reserves money for position-years, within what its pools and the fund hold free. A proposed position
 * that it pays for is approved by it. What it releases of the decision that it supersedes is free again.
 */
export async function planAllocation(
  context: Context,
  db: Reader,
  decision: AllocationDecision,
  release: Release | null,
  steps: CausingSteps = NO_STEPS,
): Promise<Plan> {
  const { shell, actor } = context;
  const { id, reference, title, text, decidedOn } = decision;
  const released = release?.lines ?? [];
  const positions = await loadPositions(
    db,
    decision.lines.map(({ positionId }) => positionId),
  );
  const lines = decision.lines
    .map((line) => toLine(positions, line))
    .map((line) => ({ ...line, target: yearAfter(line.target, released) }));
  const approved = [...positions.values()].filter(({ state }) => isApprovedByAllocation(state));
  const ahead = approved.find(({ since }) => decidedOn < since);
  if (ahead !== undefined) throw new Refusal({ kind: 'StepBeforeLast', since: ahead.since, on: decidedOn });
  const { deciderOrganizationId } = decision;
  const { held } = await reserveHeld(db);
  const pools = (await poolFunds(db)).map((pool) => poolAfter(pool, released));
  const entry = orRefuse(
    decideAllocation({
      decisionId: id,
      reference,
      title,
      decidedOn,
      deciderOrganizationId,
      lines,
      pools,
      reserve: held,
    }),
  );
  return {
    id,
    entry,
    async save(tx) {
      const stamp = { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
      await saveDecision(tx, { id, reference, title, decidedOn, text, ...stamp, lines: [] });
      // First what goes back, then what takes its place: a year never has more reserved than it costs.
      await carryOutRelease(context, tx, release, steps);
      await saveAllocations(tx, id, decision.lines);
      for (const position of approved) {
        const reason = decision.reasons.get(position.id);
        await movePosition(tx, position.id, position.state, 'approved', {
          id: shell.newId(),
          on: decidedOn,
          note: reason === undefined ? reference : `${reference}: ${reason}`,
          ...stamp,
        });
      }
    },
  };
}
