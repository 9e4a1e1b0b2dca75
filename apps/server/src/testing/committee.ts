import { DEMO_PEOPLE } from '@dcc/demo-fund/people';
import type { DraftDecision } from '@dcc/domain/committee/inputs';
import { type Caller, newKey, type TestFund, TODAY } from './test-fund.ts';
import type { Actor } from '../use-case/context.ts';

/** One of the demonstration fund's people, by id. */
export function personOf(id: string): Actor {
  const person = DEMO_PEOPLE.find((each) => each.id === id);
  if (person === undefined) throw new Error(`The demonstration fund has no ${id}`);
  const { name, email, roles, organizationId, contributorId } = person;
  return { personId: id, name, email, roles, organizationId, contributorId };
}

export const MERIDIAN = 'p-member';
export const ALTERNATE = 'p-alternate-meridian';
export const LYCEUM = 'p-member-lyceum';
export const FAIRWORK = 'p-member-fairwork';
export const OCEANS = 'p-member-oceans';
export const MEMBERS = [MERIDIAN, LYCEUM, FAIRWORK, OCEANS] as const;

/** A draft of nothing but words; what a test says of it takes the place of that. */
export function draftOf(of: Partial<DraftDecision> = {}): DraftDecision {
  const idempotencyKey = newKey();
  return {
    idempotencyKey,
    reference: `D ${idempotencyKey.slice(0, 30)}`,
    title: 'Test',
    text: 'The committee decides.',
    options: '',
    kind: 'other',
    meetingId: null,
    supersedesId: null,
    criteriaSetId: null,
    lines: [],
    positions: [],
    ...of,
  };
}

/** Plans a meeting, opens it, and records who is here. */
export async function sit(
  fund: Pick<TestFund, 'as'>,
  present: readonly string[] = MEMBERS,
  reference = `M ${newKey().slice(0, 30)}`,
): Promise<string> {
  const { id } = await fund.as('secretariat').meetings.plan({
    idempotencyKey: newKey(),
    reference,
    title: 'Test',
    plannedOn: '2026-11-22',
    place: 'Test',
  });
  await fund.as('chair').meetings.open({ idempotencyKey: newKey(), meetingId: id });
  for (const personId of present) await attend(fund.as('secretariat'), id, personId, true);
  return id;
}

export async function attend(as: Caller, meetingId: string, personId: string, present: boolean): Promise<void> {
  await as.meetings.attend({ idempotencyKey: newKey(), meetingId, personId, present });
}

/** Drafts a decision for a meeting and puts it on its table. */
export async function putOnTable(
  fund: Pick<TestFund, 'as'>,
  meetingId: string,
  of: Partial<DraftDecision> = {},
): Promise<string> {
  const { id } = await fund.as('secretariat').decisions.draft.record(draftOf({ ...of, meetingId }));
  await fund.as('chair').decisions.open({ idempotencyKey: newKey(), decisionId: id });
  return id;
}

/** Votes as one of the members. */
export function vote(
  fund: Pick<TestFund, 'as'>,
  personId: string,
  decisionId: string,
  choice: 'for' | 'against' | 'abstain' = 'for',
): Promise<unknown> {
  return fund.as(personOf(personId)).decisions.vote({ idempotencyKey: newKey(), decisionId, choice, note: '' });
}

export const closeByVote = (decisionId: string) =>
  ({ idempotencyKey: newKey(), decisionId, by: 'vote', conditions: '', reason: '' }) as const;

/** Meetings that sit and drafts in every state in which something can be done with them: what the ids of tests stand for. */
export async function prepareCommittee(fund: Pick<TestFund, 'as'>): Promise<void> {
  const meetingId = await sit(fund, MEMBERS, 'T-SITTING');
  await sit(fund, [], 'T-CLEARED');
  await putOnTable(fund, meetingId, { reference: 'T-TABLE' });
  const secretariat = fund.as('secretariat');
  await secretariat.decisions.draft.record(draftOf({ reference: 'T-DRAFTED', meetingId }));
  const { id } = await secretariat.decisions.draft.record(draftOf({ reference: 'T-CIRCULATED' }));
  await fund.as('chair').decisions.circulate({ idempotencyKey: newKey(), decisionId: id });
  await reserveForWhatIsOver(fund);
}

/** A transfer for a post that is over is taken back: then money is reserved for it again. */
async function reserveForWhatIsOver(fund: Pick<TestFund, 'as'>): Promise<void> {
  const secretariat = fund.as('secretariat');
  const [row] = (await secretariat.positions.list({ text: 'Decent work officer' })).rows;
  const { transfers } = await secretariat.positions.get({ id: row?.id ?? '' });
  const sent = transfers.findLast(({ amount }) => !amount.amount.startsWith('-'));
  await secretariat.ledger.reversal.record({
    idempotencyKey: newKey(),
    entryId: sent?.entryId ?? '',
    effectiveOn: TODAY,
    reason: 'Test',
  });
}
