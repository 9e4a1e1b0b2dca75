import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import type { Choice } from './kinds.ts';
import type { Delegation, Quorum } from './quorum.ts';
import { type CommitteeRules, needed } from './rules.ts';
import type { Seat } from './seats.ts';

/** The vote of one organization on one draft decision. */
export type Vote = { readonly organizationId: string; readonly choice: Choice };

/** An organization that takes no part: because it hosts what is decided, or because its member said so. */
export type Recusal = { readonly organizationId: string; readonly forced: boolean };

/** The hosts of what a decision is about are recused, whoever sits for them; others may recuse themselves. */
export function recusals(hosts: readonly string[], declared: readonly string[]): readonly Recusal[] {
  const forced = new Set(hosts);
  const own = new Set(declared.filter((organizationId) => !forced.has(organizationId)));
  return [
    ...[...forced].map((organizationId) => ({ organizationId, forced: true })),
    ...[...own].map((organizationId) => ({ organizationId, forced: false })),
  ];
}

const isHeldBy = (seat: Seat | null, personId: string): boolean => seat?.personId === personId;

/** The organization that a person speaks for, as its member or as the alternate. */
export function delegationOf(table: readonly Delegation[], personId: string): Result<Delegation, RuleViolation> {
  const own = table.find(({ member, alternate }) => isHeldBy(member, personId) || isHeldBy(alternate, personId));
  return own === undefined ? refused({ kind: 'NotSeated' }) : accepted(own);
}

/** The organization for which a person votes now: its member, or the alternate while the member is not here. */
export function voterOf(table: readonly Delegation[], personId: string): Result<Delegation, RuleViolation> {
  const own = delegationOf(table, personId);
  if (!own.ok) return own;
  const { organizationName: organization, voter, alternate } = own.value;
  if (isHeldBy(voter, personId)) return own;
  if (voter === null || isHeldBy(voter, alternate?.personId ?? ''))
    return refused({ kind: 'NotPresent', organization });
  return refused({ kind: 'MemberPresent', organization, member: voter.personName });
}

/** One vote an organization, never after a recusal and never twice: what is said at the table is said. */
export function castVote(input: {
  readonly delegation: Pick<Delegation, 'organizationId' | 'organizationName'>;
  readonly votes: readonly Vote[];
  readonly recusals: readonly Recusal[];
  readonly choice: Choice;
}): Result<Vote, RuleViolation> {
  const { organizationId, organizationName: organization } = input.delegation;
  const recusal = input.recusals.find((each) => each.organizationId === organizationId);
  if (recusal !== undefined) return refused({ kind: 'RecusedFromDecision', organization, forced: recusal.forced });
  if (input.votes.some((vote) => vote.organizationId === organizationId))
    return refused({ kind: 'AlreadyVoted', organization });
  return accepted({ organizationId, choice: input.choice });
}

export type Tally = { readonly inFavour: number; readonly against: number; readonly abstained: number };

/** Counts the votes of those who take part; what somebody said before being recused does not count. */
export function tally(votes: readonly Vote[], recused: readonly Recusal[]): Tally {
  const out = new Set(recused.map(({ organizationId }) => organizationId));
  const counted = votes.filter(({ organizationId }) => !out.has(organizationId));
  const of = (choice: Choice): number => counted.filter((vote) => vote.choice === choice).length;
  return { inFavour: of('for'), against: of('against'), abstained: of('abstain') };
}

/** How many votes in favour carry a decision. */
export function neededToCarry(counted: Tally, { present }: Pick<Quorum, 'present'>, rules: CommitteeRules): number {
  const base = rules.majorityOf === 'cast' ? counted.inFavour + counted.against : present;
  return Math.max(1, needed(rules.majority, base));
}
