import { compare, type Money } from '../money.ts';
import { type Finding, type FindingKind, lastFinding, neededFindings } from './review.ts';
import { type PositionState, yearOfState } from './states.ts';
import type { Gate, StepRule } from './step-table.ts';
import { emptyFields, NO_TERMS, type Terms, type TermsField } from './terms.ts';

/** One thing that a step waits for, with its numbers. Amounts in US dollars. */
export type Missing =
  | { readonly what: 'terms'; readonly fields: readonly TermsField[] }
  | { readonly what: 'reason' }
  | {
      readonly what: 'finding';
      readonly finding: FindingKind;
      readonly year: number;
      /** Nothing is on record, or what was found speaks against it. */
      readonly found: 'nothing' | 'unfavourable';
    }
  | { readonly what: 'year-unknown'; readonly year: number }
  | { readonly what: 'year-not-reserved'; readonly year: number; readonly cost: Money; readonly allocated: Money }
  /** `by`: the decision that approved the post and is in force; `null` where none is on record. */
  | { readonly what: 'supersession'; readonly by: string | null }
  | { readonly what: 'cash-not-arrived'; readonly pool: string; readonly short: Money };

export type YearFunding = { readonly year: number; readonly cost: Money; readonly allocated: Money };

/** What is on record about a position when a step is asked for. */
export type StepFacts = {
  /** Why the step is taken, in the words of who takes it. */
  readonly reason: string;
  readonly terms: Terms;
  /** Findings of its extension reviews, in the order of recording. */
  readonly findings: readonly Finding[];
  /** Whether a separation on that day would come before the end of the contract. */
  readonly early: boolean;
  readonly years: readonly YearFunding[];
  /** Pools that reserve money for it and hold less cash than all their reservations together: by how much. */
  readonly shortPools: readonly { readonly pool: string; readonly short: Money }[];
  readonly approval: Approval;
};

/** The decision that approved a post and is in force, by its reference, and whether the one that is taken now supersedes it. */
export type Approval = { readonly by: string | null; readonly superseded: boolean };

/** A position of which nothing is on record. */
export const NOTHING_ON_RECORD: StepFacts = {
  reason: '',
  terms: NO_TERMS,
  findings: [],
  early: false,
  years: [],
  shortPools: [],
  approval: { by: null, superseded: false },
};

/** The contract year that a step promises to somebody: an offer promises the first. */
export function promisedYear(to: PositionState): number {
  return to === 'offered' ? 1 : yearOfState(to);
}

function yearMoney(facts: StepFacts, number: number): Missing[] {
  const year = facts.years.find((one) => one.year === number);
  if (year === undefined) return [{ what: 'year-unknown', year: number }];
  const { cost, allocated } = year;
  return [
    ...(compare(allocated, cost) < 0 ? [{ what: 'year-not-reserved' as const, year: number, cost, allocated }] : []),
    ...facts.shortPools.map(({ pool, short }) => ({ what: 'cash-not-arrived' as const, pool, short })),
  ];
}

function review(findings: readonly Finding[], year: number): Missing[] {
  return neededFindings(year).flatMap((kind) => {
    const last = lastFinding(findings, year, kind);
    if (last?.favourable === true) return [];
    const found = last === null ? ('nothing' as const) : ('unfavourable' as const);
    return [{ what: 'finding' as const, finding: kind, year, found }];
  });
}

function terms(facts: StepFacts): Missing[] {
  const fields = emptyFields(facts.terms);
  return fields.length === 0 ? [] : [{ what: 'terms', fields }];
}

const reason = (facts: StepFacts): Missing[] => (facts.reason.trim() === '' ? [{ what: 'reason' }] : []);

const GATES: Record<Gate, (facts: StepFacts, to: PositionState) => Missing[]> = {
  terms,
  reason,
  'early-reason': (facts) => (facts.early ? reason(facts) : []),
  review: ({ findings }, to) => review(findings, yearOfState(to)),
  supersession: ({ approval: { by, superseded } }) => (superseded ? [] : [{ what: 'supersession', by }]),
  'year-money': (facts, to) => yearMoney(facts, promisedYear(to)),
};

/** Everything that a step still waits for: all of it at once, so that nobody mends one thing to be told the next. */
export function missingFor({ to, gates }: Pick<StepRule, 'to' | 'gates'>, facts: StepFacts): Missing[] {
  return gates.flatMap((gate) => GATES[gate](facts, to));
}
