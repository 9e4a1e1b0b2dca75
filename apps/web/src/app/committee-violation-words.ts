import { plural, t } from '@lingui/core/macro';
import type { WireViolation } from '../api/refusal.ts';
import { formatDate } from '../ui/format.ts';
import { meetingWord, motionWord } from './committee-words.ts';

const COMMITTEE = {
  TermEndsBeforeStart: true,
  TermEnded: true,
  TermsOverlap: true,
  SeatOfOtherOrganization: true,
  CommitteeRulesNotSet: true,
  CommitteeRulesBeforeLast: true,
  NotSeated: true,
  NotPresent: true,
  MemberPresent: true,
  NoQuorum: true,
  RecusedFromDecision: true,
  AlreadyVoted: true,
  NoVotesCast: true,
  NoConsensus: true,
  DecisionState: true,
  DraftChanged: true,
  DecisionNotTabled: true,
  DecisionsOpen: true,
  SupersedesLater: true,
  AlreadySuperseded: true,
  WindowOver: true,
  MeetingInState: true,
  ActionPointDone: true,
} as const satisfies Partial<Record<WireViolation['kind'], true>>;
export type CommitteeViolation = Extract<WireViolation, { kind: keyof typeof COMMITTEE }>;

export function isCommitteeViolation(violation: WireViolation): violation is CommitteeViolation {
  return violation.kind in COMMITTEE;
}

/** What a refusal of the committee's rules means: seats, quorum, votes, recusals and the states of its decisions. */
export function committeeViolationWords(violation: CommitteeViolation): string {
  switch (violation.kind) {
    case 'NoQuorum':
      return t`There is no quorum: of ${violation.seated} organizations ${violation.present} are here and may decide, and ${violation.needed} are needed. Nothing was recorded. Record who is here, or defer it to another meeting.`;
    case 'DraftChanged':
      return t`Somebody wrote version ${violation.version} of ${violation.reference} meanwhile. Nothing was saved. Look at the draft again and write yours on top of it.`;
    case 'RecusedFromDecision':
      return violation.forced
        ? t`${violation.organization} hosts what is decided here and takes no part. Nothing was recorded.`
        : t`${violation.organization} has recused itself from this decision. Nothing was recorded.`;
    case 'AlreadyVoted':
      return t`${violation.organization} has voted already, and a vote stands. Nothing was recorded.`;
    case 'NotSeated':
      return t`You sit for no organization today, so you have no vote. Nothing was recorded. Ask the secretariat to enter your seat.`;
    case 'NotPresent':
      return t`Nobody who votes for ${violation.organization} is recorded as present, or the alternate stands in. Nothing was recorded. Record who is here first.`;
    case 'MemberPresent':
      return t`${violation.member} is here and votes for ${violation.organization}; the alternate votes in the member’s absence. Nothing was recorded.`;
    case 'NoVotesCast':
      return t`Nobody has voted who may. Nothing was decided. Collect the votes, or close it by consensus.`;
    case 'NoConsensus':
      return plural(violation.opposed, {
        one: 'One organization voted otherwise, so this is no consensus. Nothing was decided. Close it by its votes.',
        other: '# organizations voted otherwise, so this is no consensus. Nothing was decided. Close it by its votes.',
      });
    case 'DecisionState':
      return t`The decision ${violation.reference} is ${motionWord(violation.state)} by now. Nothing more was recorded. Look at the page again.`;
    case 'DecisionNotTabled':
      return t`The draft ${violation.reference} is on the agenda of no meeting. Nothing was changed. Put it on an agenda first.`;
    case 'DecisionsOpen':
      return plural(violation.count, {
        one: 'One decision is still on the table. The meeting was not closed. Close or defer that decision first.',
        other: '# decisions are still on the table. The meeting was not closed. Close or defer them first.',
      });
    default:
      return seatAndRuleWords(violation);
  }
}

type Rest = Exclude<
  CommitteeViolation,
  {
    kind:
      | 'NoQuorum'
      | 'RecusedFromDecision'
      | 'AlreadyVoted'
      | 'NotSeated'
      | 'NotPresent'
      | 'MemberPresent'
      | 'NoVotesCast'
      | 'NoConsensus'
      | 'DecisionState'
      | 'DraftChanged'
      | 'DecisionNotTabled'
      | 'DecisionsOpen';
  }
>;

function seatAndRuleWords(violation: Rest): string {
  switch (violation.kind) {
    case 'TermEndsBeforeStart':
      return t`The term would end on ${formatDate(violation.endsOn)}, before it starts on ${formatDate(violation.startsOn)}. Nothing was recorded. Check both days.`;
    case 'TermEnded':
      return t`This term ends on ${formatDate(violation.endsOn)} already. Nothing was changed.`;
    case 'TermsOverlap':
      return termsOverlap(violation);
    case 'SeatOfOtherOrganization':
      return t`${violation.person} belongs to another organization than the seat. Nothing was recorded. Choose somebody of that organization, or have the account changed first.`;
    case 'CommitteeRulesNotSet':
      return t`The rules of the committee are not set for ${formatDate(violation.on)}, so nothing can be decided by vote. Nothing was recorded. Enter quorum, majority and time to object, with their source.`;
    case 'CommitteeRulesBeforeLast':
      return t`The last rules hold from ${formatDate(violation.since)} on, after ${formatDate(violation.on)}. Nothing was recorded. Give that day or a later one.`;
    case 'SupersedesLater':
      return t`${violation.reference} was decided later, on ${formatDate(violation.decidedOn)}. Nothing was recorded. Name a decision that was taken before.`;
    case 'AlreadySuperseded':
      return t`${violation.by} has taken the place of ${violation.reference} already. Nothing was recorded. Name the later decision.`;
    case 'WindowOver':
      return t`The time to object ended on ${formatDate(violation.closesOn)}. Nothing was recorded.`;
    case 'MeetingInState':
      return t`The meeting ${violation.reference} is ${meetingWord(violation.state)}. Nothing was changed. Look at the page again.`;
    case 'ActionPointDone':
      return t`This action point was done on ${formatDate(violation.doneOn)}. Nothing was changed.`;
    default:
      return unknown(violation);
  }
}

function termsOverlap({ person, organization, from, until }: Extract<Rest, { kind: 'TermsOverlap' }>): string {
  const seat = organization === null ? t`the chair` : organization;
  return until === null
    ? t`${person} holds the seat of ${seat} from ${formatDate(from)} on: the terms overlap. Nothing was recorded. End that term first.`
    : t`${person} holds the seat of ${seat} from ${formatDate(from)} to ${formatDate(until)}: the terms overlap. Nothing was recorded. Choose other days.`;
}

/** A newer server may know a refusal that this page does not. */
function unknown(violation: never): string {
  void violation;
  return t`The program refused this for a reason that this page does not know yet. Nothing was recorded. Reload the page and try again.`;
}
