import { date } from './calendar-date.ts';
import type { EntryFilter } from './ledger/entry-filter.ts';
import { ALLOCATED_KINDS } from './ledger/kinds.ts';

/** A filter without parts that are there and say nothing. */
type Entries = { readonly [Part in keyof EntryFilter]?: Exclude<EntryFilter[Part], undefined> };

/** Figures that are the sum of an account, of some kinds of entries or of all: US dollars, debit positive, so what is signed is a credit. */
export const COUNTED = {
  /** Announced and neither signed nor given up. */
  pledged: { account: 'pledges-open' },
  /** Announced by pledges and their amendments, whatever became of them. */
  announced: { account: 'pledges-open', kinds: ['pledge', 'pledge-amendment'] },
  /** At the rate of the signature, or of the receipt where no agreement is on record. */
  signed: { account: 'contribution-revenue' },
  /** Cash that came, less what was given back to contributors. */
  received: { account: 'cash', kinds: ['deposit', 'contributor-refund'] },
  /** Signed, not received and not given up. */
  outstanding: { account: 'contributions-receivable' },
  cash: { account: 'cash' },
  /** What decisions reserved, less what was released, whether it was sent since or not. */
  allocated: { account: 'allocations-open', kinds: [...ALLOCATED_KINDS] },
  /** Reserved and not yet sent. */
  promised: { account: 'allocations-open' },
  reserve: { account: 'reserve-held' },
  /** Sent to hosts, less what they sent back. */
  transferred: { account: 'transfers' },
  /** As hosts report it. */
  spent: { account: 'organization-expenditure' },
} satisfies Record<string, Entries>;
export type Counted = keyof typeof COUNTED;

/** The entries that a figure about somebody or something is the sum of; of the whole fund where nothing is named. */
export function entriesOf(what: Counted, about: Omit<Entries, 'account' | 'kinds'> = {}): Entries {
  return { ...COUNTED[what], ...about };
}

/** What a contributor, or everybody, announced, signed or paid in one calendar year. */
export function givenEntries(
  step: 'pledged' | 'signed' | 'received',
  year: number,
  about: { readonly contributorId?: string } = {},
): Entries {
  const days = { from: date(`${year}-01-01`), to: date(`${year}-12-31`) };
  return entriesOf(step === 'pledged' ? 'announced' : step, { ...about, ...days });
}
