import { decisionReferenceTaken } from '@dcc/db/stores/position-store';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { parseMoney } from '@dcc/domain/money';
import type { DecideAllocation } from '@dcc/domain/positions/inputs';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { planAllocation } from '../../use-case/plan-allocation.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

/**
 * Enters a decision of the committee that was taken outside of the program and reserves money for position-years. A chair
 * enters none about their own organization.
 */
export const decideAllocation: Recording<DecideAllocation> = {
  action: 'allocation.decide',
  async plan(context, db, { idempotencyKey: _key, lines, ...decision }) {
    refuseFuture(context, decision.decidedOn);
    if (await decisionReferenceTaken(db, decision.reference))
      throw new Refusal({ kind: 'ReferenceTaken', reference: decision.reference });
    const made = {
      ...decision,
      id: context.shell.newId(),
      lines: lines.map(({ amount, ...line }) => ({ ...line, amount: orRefuse(parseMoney(amount, BOOK_CURRENCY)) })),
      deciderOrganizationId: context.actor.organizationId,
      reasons: new Map<string, string>(),
    };
    return planAllocation(context, db, made, null);
  },
};
