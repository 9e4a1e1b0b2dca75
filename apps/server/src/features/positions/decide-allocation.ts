import type { Reader } from '@dcc/db/open-database';
import { poolFunds, reserveHeld } from '@dcc/db/stores/pool-store';
import {
  decisionReferenceTaken,
  findPosition,
  movePosition,
  saveDecision,
  type StoredPosition,
} from '@dcc/db/stores/position-store';
import { type AllocationLine, decideAllocation as decideAllocationRule } from '@dcc/domain/allocations/allocation';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { parseMoney } from '@dcc/domain/money';
import type { DecideAllocation } from '@dcc/domain/positions/inputs';
import { phaseOf, type PositionState } from '@dcc/domain/positions/states';
import type { Recording } from '../../use-case/command.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { refuseFuture } from '../../use-case/dates.ts';

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
  line: DecideAllocation['lines'][number],
): AllocationLine {
  const position = positions.get(line.positionId);
  const year = position?.years.find((candidate) => candidate.year === line.year);
  if (position === undefined || year === undefined) throw new Refusal({ kind: 'NotFound', subject: 'position-year' });
  return {
    target: {
      positionId: position.id,
      positionTitle: position.title,
      organizationId: position.organizationId,
      organizationName: position.organizationName,
      state: position.state,
      year: line.year,
      cost: year.cost,
      allocated: year.allocated,
    },
    poolId: line.poolId,
    amount: orRefuse(parseMoney(line.amount, BOOK_CURRENCY)),
  };
}

/** Whether an allocation is what approves a position in this state. */
function isApprovedByAllocation(state: PositionState): boolean {
  const phase = phaseOf(state);
  return phase === 'proposed' || phase === 'not-approved';
}

/** Records a decision of the committee that reserves money for position-years. A proposed position it pays for is approved by it. */
export const decideAllocation: Recording<DecideAllocation> = {
  action: 'allocation.decide',
  async plan(context, db, input) {
    const { shell, actor } = context;
    refuseFuture(context, input.decidedOn);
    const positions = await loadPositions(
      db,
      input.lines.map(({ positionId }) => positionId),
    );
    const lines = input.lines.map((line) => toLine(positions, line));
    const approved = [...positions.values()].filter(({ state }) => isApprovedByAllocation(state));
    const ahead = approved.find(({ since }) => input.decidedOn < since);
    if (ahead !== undefined) throw new Refusal({ kind: 'StepBeforeLast', since: ahead.since, on: input.decidedOn });
    if (await decisionReferenceTaken(db, input.reference))
      throw new Refusal({ kind: 'ReferenceTaken', reference: input.reference });
    const id = shell.newId();
    const entry = orRefuse(
      decideAllocationRule({
        decisionId: id,
        reference: input.reference,
        title: input.title,
        decidedOn: input.decidedOn,
        deciderOrganizationId: actor.organizationId,
        lines,
        pools: await poolFunds(db),
        reserve: (await reserveHeld(db)).held,
      }),
    );
    return {
      id,
      entry,
      async save(tx) {
        const stamp = { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
        await saveDecision(tx, {
          id,
          reference: input.reference,
          title: input.title,
          decidedOn: input.decidedOn,
          text: input.text,
          ...stamp,
          lines: lines.map(({ target, poolId, amount }) => ({
            positionId: target.positionId,
            year: target.year,
            poolId,
            amount,
          })),
        });
        for (const position of approved) {
          await movePosition(tx, position.id, position.state, 'approved', {
            id: shell.newId(),
            on: input.decidedOn,
            note: input.reference,
            ...stamp,
          });
        }
      },
    };
  },
};
