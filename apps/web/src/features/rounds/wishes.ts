export type Limit = {
  readonly id: string;
  readonly mark: string;
  readonly of: 'count' | 'percent-of-money';
  readonly least: number | null;
  readonly most: number | null;
};

/** A proposal may be locked in and out at once: that is said as a contradiction. */
export type Lock = { readonly in: boolean; readonly out: boolean };

/** What a plan is to keep, and what if there were more money. */
export type Wishes = {
  readonly limits: readonly Limit[];
  readonly locks: Readonly<Record<string, Lock>>;
  readonly more: { readonly poolId: string; readonly amount: string } | null;
};

export const NO_WISHES: Wishes = { limits: [], locks: {}, more: null };
export const NO_LOCK: Lock = { in: false, out: false };
