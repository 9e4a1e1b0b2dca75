import type { Ids } from './procedures.ts';

const DAY = '2026-11-20';

/** Example inputs of the committee's procedures: its seats and rules, its meetings, its decisions. */
export function committeeInputs(ids: Ids, idempotencyKey: string): Record<string, object> {
  const said = {
    idempotencyKey,
    title: 'Test',
    text: 'Test',
    options: '',
    kind: 'allocation',
    supersedesId: null,
    criteriaSetId: null,
    lines: [{ positionId: ids.scored, year: 1, poolId: 'e-islands', amount: '1.00' }],
    positions: [{ positionId: ids.scored, verdict: 'approve', reason: 'Test' }],
  };
  const draft = { ...said, reference: `M ${idempotencyKey.slice(0, 30)}`, meetingId: null };
  const superseding = {
    idempotencyKey,
    reference: `S ${idempotencyKey.slice(0, 30)}`,
    title: 'Test',
    text: 'Test',
    decidedOn: '2026-11-22',
    supersedesId: ids.decided,
    positions: [],
  };
  const share = { bound: 'at-least', numerator: 1, denominator: 2 };
  return {
    'committee.get': {},
    'committee.seats.record': {
      idempotencyKey,
      kind: 'alternate',
      organizationId: 'o-oceans',
      personId: 'p-chair',
      startsOn: DAY,
      endsOn: null,
    },
    'committee.seats.end': { idempotencyKey, seatId: ids.seat, endsOn: DAY, reason: 'Test' },
    'committee.rules.set': {
      idempotencyKey,
      effectiveOn: DAY,
      quorum: share,
      majority: share,
      majorityOf: 'cast',
      windowDays: 10,
      source: 'Test',
    },
    'meetings.list': {},
    'meetings.get': { id: ids.plannedMeeting },
    'meetings.pulse': { id: ids.plannedMeeting },
    'meetings.plan': {
      idempotencyKey,
      reference: `G ${idempotencyKey.slice(0, 30)}`,
      title: 'Test',
      plannedOn: DAY,
      place: 'Test',
    },
    'meetings.addAgendaItem': { idempotencyKey, meetingId: ids.plannedMeeting, title: 'Test', note: '' },
    'meetings.open': { idempotencyKey, meetingId: ids.plannedMeeting },
    'meetings.attend': { idempotencyKey, meetingId: ids.sittingMeeting, personId: ids.member, present: true },
    'meetings.recordMinutes': { idempotencyKey, meetingId: ids.sittingMeeting, text: 'Test' },
    'meetings.addActionPoint': {
      idempotencyKey,
      meetingId: ids.sittingMeeting,
      text: 'Test',
      owner: 'Test',
      dueOn: DAY,
    },
    'meetings.completeActionPoint': { idempotencyKey, actionPointId: ids.actionPoint, doneOn: DAY, note: '' },
    'meetings.close': { idempotencyKey, meetingId: ids.clearedMeeting },
    'decisions.list': {},
    'decisions.get': { id: ids.drafted },
    'decisions.draft.choices': {},
    'decisions.draft.record': draft,
    'decisions.draft.revise': { ...said, decisionId: ids.drafted, version: 1 },
    'decisions.superseding.preview': superseding,
    'decisions.superseding.record': superseding,
    'decisions.table': { idempotencyKey, decisionId: ids.drafted, meetingId: ids.plannedMeeting },
    'decisions.withdraw': { idempotencyKey, decisionId: ids.drafted },
    'decisions.open': { idempotencyKey, decisionId: ids.drafted },
    'decisions.circulate': { idempotencyKey, decisionId: ids.drafted },
    'decisions.vote': { idempotencyKey, decisionId: ids.onTable, choice: 'for', note: '' },
    'decisions.recuse': { idempotencyKey, decisionId: ids.onTable, reason: 'Test' },
    'decisions.object': { idempotencyKey, decisionId: ids.circulated, reason: 'Test' },
    'decisions.close': {
      idempotencyKey,
      decisionId: ids.onTable,
      by: 'consensus',
      outcome: 'adopt',
      conditions: '',
      reason: '',
    },
  };
}
