import type { CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { type CommitteeRules, needed } from './rules.ts';
import { type Seat, seatedOn } from './seats.ts';

/** An organization at the table: who speaks for it, and whether somebody is here who may. */
export type Delegation = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly member: Seat | null;
  readonly alternate: Seat | null;
  /** The one who votes for it: its member, or in the member's absence the alternate; `null` while neither is here. */
  readonly voter: Seat | null;
};

/** The organizations with a seat on a day, by name, with who of them is here. */
export function delegations(
  seats: readonly Seat[],
  on: CalendarDate,
  present: ReadonlySet<string>,
): readonly Delegation[] {
  const here = (seat: Seat | null): Seat | null => (seat !== null && present.has(seat.personId) ? seat : null);
  const byOrganization = new Map<string, { name: string; member: Seat | null; alternate: Seat | null }>();
  for (const seat of seatedOn(seats, on)) {
    const { organizationId, organizationName, kind } = seat;
    if (organizationId === null || organizationName === null) continue;
    const found = byOrganization.get(organizationId) ?? { name: organizationName, member: null, alternate: null };
    byOrganization.set(organizationId, kind === 'member' ? { ...found, member: seat } : { ...found, alternate: seat });
  }
  return [...byOrganization]
    .map(([organizationId, { name, member, alternate }]) => ({
      organizationId,
      organizationName: name,
      member,
      alternate,
      voter: here(member) ?? here(alternate),
    }))
    .toSorted((left, right) => (left.organizationName < right.organizationName ? -1 : 1));
}

/** How many organizations have a seat, how many are here and may decide, and how many the rules ask for. */
export type Quorum = {
  readonly seated: number;
  readonly present: number;
  readonly recused: number;
  readonly needed: number;
  readonly reached: boolean;
};

/**
 * Counts the quorum over the organizations with a seat. Who is recused is asked for among the seated and not counted among the
 * present: a decision never rests on those who may not take it.
 */
export function quorumOf(
  table: readonly Delegation[],
  recused: ReadonlySet<string>,
  rules: Pick<CommitteeRules, 'quorum'>,
): Quorum {
  const present = table.filter(({ voter }) => voter !== null);
  const deciding = present.filter(({ organizationId }) => !recused.has(organizationId));
  // An empty table decides nothing, whatever its share.
  const atLeast = Math.max(1, needed(rules.quorum, table.length));
  return {
    seated: table.length,
    present: deciding.length,
    recused: table.filter(({ organizationId }) => recused.has(organizationId)).length,
    needed: atLeast,
    reached: deciding.length >= atLeast,
  };
}

/** The quorum, or the refusal of what needs one. */
export function requireQuorum(quorum: Quorum): Result<Quorum, RuleViolation> {
  const { seated, present } = quorum;
  return quorum.reached ? accepted(quorum) : refused({ kind: 'NoQuorum', seated, present, needed: quorum.needed });
}
