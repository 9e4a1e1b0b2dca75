import type { CalendarDate } from '../calendar-date.ts';
import type { ExchangeRate } from '../exchange-rate.ts';
import { type Money, money, sum } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { type Charge, chargedAmount } from './charge.ts';
import type { CostComponent } from './cost-component.ts';
import { balance, credit, debit, type EntryDraft } from './entry.ts';
import type { EntryKind } from './kinds.ts';
import { RECIPES } from './recipes.ts';

/** Movements that need no agreement and no decision: the lines of a statement of source and use of funds. */
export const MOVEMENT_KINDS = [
  'deposit',
  'interest-fund',
  'interest-organization',
  'other-income',
  'transfer',
  'transfer-other-fund',
  'refund',
  'agent-fee',
  'support-cost',
  'direct-cost',
  'bank-charge',
  'organization-received',
  'organization-expenditure',
  'organization-refund',
] as const satisfies readonly EntryKind[];
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

export type Movement = {
  readonly kind: MovementKind;
  readonly effectiveOn: CalendarDate;
  /** In US dollars. */
  readonly amount: Money;
  readonly original: Money | null;
  /** The rate that valued what was not in US dollars. */
  readonly rate?: ExchangeRate | null;
  readonly description: string;
  readonly contributorId: string | null;
  readonly organizationId: string | null;
  readonly positionId: string | null;
  readonly poolId: string;
  /** The agreement that a support cost is charged under. */
  readonly contributionId?: string | null;
  /** Of a percentage: what it is of; the amount is what it comes to. */
  readonly charge?: Charge | null;
  /** What reported expenditure was for; the parts add up to the amount. */
  readonly components?: readonly { readonly component: CostComponent; readonly amount: Money }[];
};

/** The debit side: one line, or one for each cost component that a host reports. */
function debitSide(
  movement: Movement,
  dimensions: Parameters<typeof debit>[2],
): Result<ReturnType<typeof debit>[], RuleViolation> {
  const [account] = RECIPES[movement.kind].debit;
  const { components = [] } = movement;
  if (components.length === 0) return accepted([debit(account, movement.amount, dimensions, movement.original)]);
  const total = sum(
    components.map(({ amount }) => amount),
    movement.amount.currency,
  );
  if (components.some(({ amount }) => amount.minor <= 0n)) return refused({ kind: 'AmountNotPositive' });
  if (total.minor !== movement.amount.minor)
    return refused({ kind: 'ComponentsDoNotAddUp', total: movement.amount, sum: total });
  // A report in another currency is kept in it on the total; a component has its dollars only.
  return accepted(
    components.map(({ component, amount }) => ({ ...debit(account, amount, dimensions), costComponent: component })),
  );
}

/** The entry of one movement. The host organizations' own books hold no pools: earmarks are the administrator's. */
export function movementEntry(movement: Movement): Result<EntryDraft, RuleViolation> {
  if (movement.amount.minor <= 0n) return refused({ kind: 'AmountNotPositive' });
  const { charge = null } = movement;
  if (charge !== null && chargedAmount(charge).minor !== movement.amount.minor)
    throw new Error('A percentage was posted with another amount than it comes to');
  const [debited] = RECIPES[movement.kind].debit;
  const [credited] = RECIPES[movement.kind].credit;
  const ofHost = debited === 'organization-funds' || credited === 'organization-funds';
  const dimensions = {
    contributorId: movement.contributorId,
    organizationId: movement.organizationId,
    positionId: movement.positionId,
    poolId: ofHost ? null : movement.poolId,
  };
  // Cash that names a contribution is what was received of it: the agreement stands on the other side only.
  const debits = debitSide(movement, { ...dimensions, contributionId: movement.contributionId ?? null });
  if (!debits.ok) return debits;
  return balance({
    kind: movement.kind,
    effectiveOn: movement.effectiveOn,
    description: movement.description,
    rate: movement.rate ?? null,
    charge,
    postings: [...debits.value, credit(credited, movement.amount, dimensions, movement.original)],
  });
}

/** A transfer that pays for a position: cash leaves the pools it was reserved in, and the reservations close. */
export function transferForPosition(input: {
  readonly effectiveOn: CalendarDate;
  readonly description: string;
  readonly organizationId: string;
  readonly positionId: string;
  readonly draws: readonly { readonly poolId: string; readonly amount: Money }[];
}): Result<EntryDraft, RuleViolation> {
  if (input.draws.some(({ amount }) => amount.minor <= 0n)) return refused({ kind: 'AmountNotPositive' });
  const postings = input.draws.flatMap(({ poolId, amount }) => {
    const dimensions = { poolId, organizationId: input.organizationId, positionId: input.positionId };
    return [
      debit('transfers', amount, dimensions),
      credit('cash', amount, dimensions),
      debit('allocations-control', amount, dimensions),
      credit('allocations-open', amount, dimensions),
    ];
  });
  return balance({ kind: 'transfer', effectiveOn: input.effectiveOn, description: input.description, postings });
}

/** What each year of a position has been sent: transfers pay the years in their order. */
export function transferredByYear(costs: readonly Money[], transferred: Money): Money[] {
  let left = transferred.minor;
  return costs.map((cost, index) => {
    const last = index === costs.length - 1;
    const part = last || left < cost.minor ? left : cost.minor;
    left -= part;
    return money(part, transferred.currency);
  });
}
