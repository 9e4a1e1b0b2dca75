import { poolExists } from '@dcc/db/stores/contribution-store';
import { findPosition } from '@dcc/db/stores/position-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import type { Reader } from '@dcc/db/open-database';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type ExchangeRate, toBookCurrency } from '@dcc/domain/exchange-rate';
import type { RecordMovement } from '@dcc/domain/ledger/movement-inputs';
import { movementEntry, type MovementKind } from '@dcc/domain/ledger/movements';
import { type Money, parseMoney } from '@dcc/domain/money';
import type { Recording } from '../../use-case/command.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { assertFree } from '../../use-case/free-money.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { rateOrRefuse } from '../../use-case/valuation.ts';

/** Money as the ledger takes it: its value in US dollars, and beside it what it really was and at which rate. */
export type Valued = { readonly amount: Money; readonly original: Money | null; readonly rate: ExchangeRate | null };

/** Values what was typed at the rate in force on its day. */
export async function valued(
  db: Reader,
  { amount: text, currency, on }: { readonly amount: string; readonly currency: Currency; readonly on: CalendarDate },
): Promise<Valued> {
  const original = orRefuse(parseMoney(text, currency));
  const rate = await rateOrRefuse(db, currency, on);
  if (currency === BOOK_CURRENCY) return { amount: original, original: null, rate: null };
  return { amount: toBookCurrency(original, rate), original, rate };
}

export async function assertPool(db: Reader, id: string): Promise<void> {
  if (!(await poolExists(db, id))) throw new Refusal({ kind: 'NotFound', subject: 'pool' });
}

/** The host exists, and the position, where one is named, is with it. */
export async function assertHost(db: Reader, organizationId: string, positionId: string | null): Promise<void> {
  if (!(await listOrganizations(db)).some(({ id }) => id === organizationId))
    throw new Refusal({ kind: 'NotFound', subject: 'organization' });
  if (positionId === null) return;
  const position = await findPosition(db, positionId);
  if (position?.organizationId !== organizationId) throw new Refusal({ kind: 'NotFound', subject: 'position' });
}

/** Money that somebody decides to spend. What a bank takes is a fact, and is recorded even where money is promised. */
const DISCRETIONARY: ReadonlySet<MovementKind> = new Set<MovementKind>(['transfer-other-fund', 'direct-cost']);

/** Records a movement that is about the fund alone: income, a cost, a charge of the bank, or money to another fund. */
export const recordMovement: Recording<RecordMovement> = {
  action: 'movement.record',
  async plan(context, db, input) {
    refuseFuture(context, input.on);
    await assertPool(db, input.poolId);
    const organizationId = input.kind === 'interest-organization' ? input.organizationId : null;
    if (organizationId !== null) await assertHost(db, organizationId, null);
    const entry = orRefuse(
      movementEntry({
        kind: input.kind,
        effectiveOn: input.on,
        description: input.description,
        ...(await valued(db, input)),
        contributorId: null,
        organizationId,
        positionId: null,
        poolId: input.poolId,
      }),
    );
    if (DISCRETIONARY.has(input.kind)) await assertFree(db, entry);
    return { id: input.poolId, entry, save: () => Promise.resolve() };
  },
};
