import type { CalendarDate } from '../calendar-date.ts';
import type { ExchangeRate } from '../exchange-rate.ts';
import { type Money, money, negate } from '../money.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { ACCOUNT_BOOKS, type Account } from './accounts.ts';
import type { Charge } from './charge.ts';
import type { CostComponent } from './cost-component.ts';
import type { EntryKind } from './kinds.ts';

/** What a posting is about. Everything the fund reports by is one of these. */
export type Dimensions = {
  readonly contributorId: string | null;
  readonly contributionId: string | null;
  readonly instalmentId: string | null;
  readonly poolId: string | null;
  readonly organizationId: string | null;
  readonly positionId: string | null;
};

export const NO_DIMENSIONS: Dimensions = {
  contributorId: null,
  contributionId: null,
  instalmentId: null,
  poolId: null,
  organizationId: null,
  positionId: null,
};

/** One line of an entry. `amount` is in the book currency, debit positive, credit negative; `original` is what was really promised or paid. */
export type Posting = Dimensions & {
  readonly account: Account;
  readonly amount: Money;
  readonly original: Money | null;
  /** What reported expenditure was for; `null` elsewhere and where the report does not say. */
  readonly costComponent: CostComponent | null;
};

declare const balancedBrand: unique symbol;

/** An entry that balances: only `balance` makes one, and only one of these can be recorded. */
export type EntryDraft = {
  readonly kind: EntryKind;
  readonly effectiveOn: CalendarDate;
  readonly description: string;
  readonly reference: string | null;
  readonly rate: ExchangeRate | null;
  readonly decisionId: string | null;
  readonly reverses: number | null;
  /** Of a percentage: what it is of. */
  readonly charge: Charge | null;
  readonly postings: readonly Posting[];
  readonly [balancedBrand]: true;
};

type Unbalanced = {
  readonly kind: EntryKind;
  readonly effectiveOn: CalendarDate;
  readonly description: string;
  readonly reference?: string | null;
  readonly rate?: ExchangeRate | null;
  readonly decisionId?: string | null;
  readonly reverses?: number | null;
  readonly charge?: Charge | null;
  readonly postings: readonly Posting[];
};

/** A debit of `amount`. */
export function debit(
  account: Account,
  amount: Money,
  dimensions: Partial<Dimensions> = {},
  original: Money | null = null,
): Posting {
  return { ...NO_DIMENSIONS, ...dimensions, account, amount, original, costComponent: null };
}

/** A credit of `amount`: the same posting with the sign turned. */
export function credit(
  account: Account,
  amount: Money,
  dimensions: Partial<Dimensions> = {},
  original: Money | null = null,
): Posting {
  return debit(account, negate(amount), dimensions, original === null ? null : negate(original));
}

/**
 * Sums of an entry per book and currency that are not zero: empty for a balanced entry.
 * An entry balances within each book it touches, so that no report of one book can be off by what stands in another.
 */
export function imbalances(postings: readonly Posting[]): { book: string; difference: Money }[] {
  const sums = new Map<string, { book: string; difference: Money }>();
  for (const posting of postings) {
    const book = ACCOUNT_BOOKS[posting.account];
    const key = `${book} ${posting.amount.currency}`;
    const before = sums.get(key)?.difference.minor ?? 0n;
    sums.set(key, { book, difference: money(before + posting.amount.minor, posting.amount.currency) });
  }
  return [...sums.values()].filter(({ difference }) => difference.minor !== 0n);
}

/** Checks a draft: at least two lines after dropping those of nothing, and every book in balance. */
export function balance(
  draft: Unbalanced,
): Result<EntryDraft, Extract<RuleViolation, { kind: 'EntryUnbalanced' | 'EntryEmpty' }>> {
  const postings = draft.postings.filter(
    ({ amount, original }) => amount.minor !== 0n || (original !== null && original.minor !== 0n),
  );
  if (postings.length < 2) return refused({ kind: 'EntryEmpty' });
  const [fault] = imbalances(postings);
  if (fault !== undefined) return refused({ kind: 'EntryUnbalanced', ...fault });
  const whole = { reference: null, rate: null, decisionId: null, reverses: null, charge: null, ...draft, postings };
  return accepted(whole as unknown as EntryDraft);
}
