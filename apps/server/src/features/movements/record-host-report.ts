import type { Currency } from '@dcc/domain/currency';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import type { RecordHostReport } from '@dcc/domain/ledger/movement-inputs';
import { movementEntry } from '@dcc/domain/ledger/movements';
import { type Money, parseMoney, split, sum } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { assertReceivedCovers } from '../../use-case/host-money.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { assertHost, valued, type Valued } from './record-movement.ts';

type Component = { readonly component: CostComponent; readonly amount: Money };

/** The cost components of a report in US dollars: they add up in the report's currency, and share its value to the cent. */
function componentsOf(input: RecordHostReport, { amount, original }: Valued): Component[] {
  if (input.components.length === 0) return [];
  const currency: Currency = input.currency;
  const typed = input.components.map((line) => orRefuse(parseMoney(line.amount, currency)));
  if (typed.some(({ minor }) => minor <= 0n)) throw new Refusal({ kind: 'AmountNotPositive' });
  const [total, parts] = [original ?? amount, sum(typed, currency)];
  if (total.minor !== parts.minor) throw new Refusal({ kind: 'ComponentsDoNotAddUp', total, sum: parts });
  const shares = split(
    amount,
    typed.map(({ minor }) => minor),
  );
  return input.components.flatMap(({ component }, index) => {
    const share = shares[index];
    // What is worth less than half a cent has no line of its own.
    return share === undefined || share.minor === 0n ? [] : [{ component, amount: share }];
  });
}

/** Records what a host says of its own books. It may differ from the fund's: the two are reconciled, never forced equal. */
export const recordHostReport: Recording<RecordHostReport> = {
  action: 'host-report.record',
  async plan(context, db, input) {
    refuseFuture(context, input.on);
    await assertHost(db, input.organizationId, input.positionId);
    const value = await valued(db, input);
    const entry = orRefuse(
      movementEntry({
        kind: input.kind,
        effectiveOn: input.on,
        description: input.description,
        ...value,
        contributorId: null,
        organizationId: input.organizationId,
        positionId: input.positionId,
        // A host's own books know no pools.
        poolId: '',
        components: componentsOf(input, value),
      }),
    );
    if (input.kind === 'organization-refund') await assertReceivedCovers(db, entry);
    return { id: input.organizationId, entry, save: () => Promise.resolve() };
  },
};
