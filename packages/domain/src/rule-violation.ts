import type { CalendarDate } from './calendar-date.ts';
import type { MeetingState, MotionState } from './committee/kinds.ts';
import type { AmountFault, Money } from './money.ts';
import type { Action } from './people/capability.ts';
import type { Missing } from './positions/gates.ts';
import type { PositionState } from './positions/states.ts';
import type { RoundState } from './rounds/round.ts';
import type { Stage } from './vacancies/candidate.ts';
import type { TermsField } from './positions/terms.ts';

/** Things a refusal can say it did not find. */
export type Subject =
  | 'contributor'
  | 'contribution'
  | 'instalment'
  | 'pool'
  | 'organization'
  | 'duty-station'
  | 'position'
  | 'position-year'
  | 'decision'
  | 'entry'
  | 'person'
  | 'document'
  | 'criteria-set'
  | 'forecast'
  | 'saved-view'
  | 'criterion'
  | 'rule-set'
  | 'round'
  | 'financial-year'
  | 'vacancy'
  | 'candidate'
  | 'seat'
  | 'meeting'
  | 'action-point';

/** Why an entry cannot be reversed as things stand: what has to be done instead, or first. */
export type ReversalBarrier = 'only-by-decision' | 'deposits-follow' | 'amend-instead' | 'charge-follows';

/** Every reason the program refuses, with the numbers a person needs to mend it. The words stand in the web and in the command line. */
export type RuleViolation =
  | AmountFault
  | { readonly kind: 'AmountNotPositive' }
  | { readonly kind: 'NotPermitted'; readonly action: Action }
  | { readonly kind: 'NotFound'; readonly subject: Subject }
  | { readonly kind: 'NameTaken'; readonly subject: Subject; readonly name: string }
  | { readonly kind: 'ReferenceTaken'; readonly reference: string }
  | { readonly kind: 'CountryUnknown'; readonly code: string }
  | { readonly kind: 'CountryRequired' }
  | { readonly kind: 'NoRateInForce'; readonly currency: string; readonly on: CalendarDate }
  | { readonly kind: 'DateInFuture'; readonly date: CalendarDate; readonly today: CalendarDate }
  | { readonly kind: 'SignatureBeforePledge'; readonly pledgedOn: CalendarDate; readonly signedOn: CalendarDate }
  | { readonly kind: 'DepositBeforeSignature'; readonly signedOn: CalendarDate; readonly receivedOn: CalendarDate }
  | { readonly kind: 'AmendmentBeforePledge'; readonly pledgedOn: CalendarDate; readonly amendedOn: CalendarDate }
  | { readonly kind: 'NotAPledge' }
  | { readonly kind: 'AmountUnchanged' }
  | { readonly kind: 'DepositAboveInstalment'; readonly outstanding: Money; readonly deposited: Money }
  | { readonly kind: 'RefundAboveReceived'; readonly received: Money; readonly requested: Money }
  | {
      readonly kind: 'InsufficientFunds';
      readonly pool: string | null;
      readonly available: Money;
      readonly requested: Money;
    }
  | {
      readonly kind: 'AllocationAboveCost';
      readonly position: string;
      readonly year: number;
      readonly remaining: Money;
      readonly requested: Money;
    }
  | { readonly kind: 'Recused'; readonly organization: string }
  | { readonly kind: 'DraftChanged'; readonly reference: string; readonly version: number }
  | { readonly kind: 'NothingReserved' }
  | { readonly kind: 'PositionNotOver'; readonly state: PositionState }
  | { readonly kind: 'WeightsDoNotSum'; readonly total: number }
  | { readonly kind: 'ScoreOutsideScale'; readonly score: number; readonly scale: number }
  | { readonly kind: 'CodesUnknown'; readonly codes: readonly string[] }
  | { readonly kind: 'NotEligible'; readonly position: string; readonly country: string; readonly ruleSet: string }
  | { readonly kind: 'RuleSetNotInForce'; readonly ruleSet: string; readonly on: CalendarDate }
  | { readonly kind: 'RoundNotIn'; readonly state: RoundState; readonly needed: RoundState }
  | { readonly kind: 'RoundStepNotAllowed'; readonly from: RoundState; readonly to: RoundState }
  | { readonly kind: 'RoundChanged'; readonly expected: RoundState; readonly actual: RoundState }
  | { readonly kind: 'ProposalsNotScored'; readonly count: number }
  | { readonly kind: 'AlreadyInRound'; readonly position: string }
  | { readonly kind: 'StepNotAllowed'; readonly from: PositionState; readonly to: PositionState }
  | { readonly kind: 'TermsOnRecord' }
  | { readonly kind: 'StepBeforeLast'; readonly since: CalendarDate; readonly on: CalendarDate }
  | { readonly kind: 'StateChanged'; readonly expected: PositionState; readonly actual: PositionState }
  | { readonly kind: 'StateTakesNoAllocation'; readonly position: string; readonly state: PositionState }
  | { readonly kind: 'TermsChanged'; readonly version: number }
  | { readonly kind: 'TermsIncomplete'; readonly state: PositionState; readonly fields: readonly TermsField[] }
  | { readonly kind: 'ReviewNotDue'; readonly state: PositionState; readonly year: number }
  | { readonly kind: 'YearNotShared'; readonly year: number }
  | { readonly kind: 'NotSeparated'; readonly state: PositionState }
  | { readonly kind: 'RetentionNotDue'; readonly months: number; readonly dueOn: CalendarDate }
  | { readonly kind: 'AllowanceRateTaken'; readonly on: CalendarDate }
  | { readonly kind: 'AllowanceNotBegun'; readonly on: CalendarDate }
  | { readonly kind: 'AllowanceEnded'; readonly last: CalendarDate; readonly on: CalendarDate }
  | { readonly kind: 'AllowanceAboveLeft'; readonly left: Money; readonly requested: Money }
  | { readonly kind: 'AllowanceBackAboveUsed'; readonly used: Money; readonly requested: Money }
  /** Somebody has an offer or is in post: no decision takes that back. */
  | {
      readonly kind: 'PostPromised';
      readonly position: string;
      readonly state: PositionState;
      readonly to: PositionState;
    }
  | { readonly kind: 'GateClosed'; readonly to: PositionState; readonly missing: readonly Missing[] }
  | { readonly kind: 'EntryUnbalanced'; readonly book: string; readonly difference: Money }
  | { readonly kind: 'EntryEmpty' }
  | { readonly kind: 'AlreadyReversed'; readonly by: string }
  | { readonly kind: 'ReversalNotReversible' }
  | { readonly kind: 'ReversalBeforeEntry'; readonly effectiveOn: CalendarDate }
  | { readonly kind: 'ReversalRefused'; readonly reason: ReversalBarrier }
  | { readonly kind: 'PeriodClosed'; readonly year: number; readonly date: CalendarDate }
  | { readonly kind: 'CertifiedBySelf'; readonly number: number }
  | { readonly kind: 'AlreadyCertified'; readonly number: number }
  | { readonly kind: 'YearNotEnded'; readonly year: number }
  | { readonly kind: 'YearStateUnchanged'; readonly year: number; readonly state: 'open' | 'closed' }
  | { readonly kind: 'EarlierYearOpen'; readonly year: number }
  | { readonly kind: 'LaterYearClosed'; readonly year: number }
  | { readonly kind: 'YearHasPending'; readonly year: number; readonly count: number }
  | { readonly kind: 'WriteOffAboveOutstanding'; readonly outstanding: Money; readonly requested: Money }
  | { readonly kind: 'WriteOffBeforeSignature'; readonly signedOn: CalendarDate; readonly on: CalendarDate }
  | { readonly kind: 'ReserveBeforeLast'; readonly since: CalendarDate; readonly on: CalendarDate }
  | { readonly kind: 'ChargeAboveBase'; readonly remaining: Money; readonly requested: Money }
  | { readonly kind: 'AgreementNotSigned'; readonly reference: string }
  | { readonly kind: 'SupportCostRateBeforeLast'; readonly since: CalendarDate; readonly on: CalendarDate }
  | { readonly kind: 'NoSupportCostRate'; readonly reference: string; readonly on: CalendarDate }
  | { readonly kind: 'RefundAboveTransferred'; readonly transferred: Money; readonly requested: Money }
  | { readonly kind: 'HostRefundAboveReceived'; readonly received: Money; readonly requested: Money }
  | {
      readonly kind: 'TransferAboveReserved';
      readonly pool: string;
      readonly reserved: Money;
      readonly requested: Money;
    }
  | { readonly kind: 'ComponentsDoNotAddUp'; readonly total: Money; readonly sum: Money }
  | { readonly kind: 'DocumentEmpty' }
  | { readonly kind: 'DocumentTooLarge'; readonly limitMegabytes: number }
  | { readonly kind: 'DocumentTypeRefused' }
  | { readonly kind: 'DocumentNameRefused' }
  | { readonly kind: 'TooManyDocuments'; readonly of: 'record' | 'fund'; readonly limit: number }
  | { readonly kind: 'DocumentOnRecord'; readonly name: string }
  | { readonly kind: 'VacancyClosesBeforeOpening'; readonly opensOn: CalendarDate; readonly closesOn: CalendarDate }
  | { readonly kind: 'VacancyOverlaps'; readonly closesOn: CalendarDate; readonly opensOn: CalendarDate }
  | { readonly kind: 'PositionNotAdvertised'; readonly position: string; readonly state: PositionState }
  | { readonly kind: 'CriteriaFixed'; readonly candidates: number }
  | { readonly kind: 'LanguageUnknown'; readonly code: string }
  | { readonly kind: 'LanguageTwice'; readonly code: string }
  | {
      readonly kind: 'AppliedOutsideVacancy';
      readonly opensOn: CalendarDate;
      readonly closesOn: CalendarDate;
      readonly on: CalendarDate;
    }
  | { readonly kind: 'TooManyCandidates'; readonly limit: number }
  | { readonly kind: 'StageNotAllowed'; readonly from: Stage; readonly to: Stage }
  | { readonly kind: 'StageChanged'; readonly expected: Stage; readonly actual: Stage }
  | { readonly kind: 'StageBeforeLast'; readonly since: CalendarDate; readonly on: CalendarDate }
  | { readonly kind: 'AnotherSelected'; readonly number: number }
  | { readonly kind: 'CandidateErased'; readonly on: CalendarDate }
  | { readonly kind: 'RetentionNotSet' }
  | { readonly kind: 'RetentionBeforeLast'; readonly since: CalendarDate; readonly on: CalendarDate }
  | { readonly kind: 'TermEndsBeforeStart'; readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }
  | { readonly kind: 'TermEnded'; readonly endsOn: CalendarDate }
  | {
      readonly kind: 'TermsOverlap';
      readonly person: string;
      readonly organization: string | null;
      readonly from: CalendarDate;
      readonly until: CalendarDate | null;
    }
  | { readonly kind: 'SeatOfOtherOrganization'; readonly person: string }
  | { readonly kind: 'CommitteeRulesNotSet'; readonly on: CalendarDate }
  | { readonly kind: 'CommitteeRulesBeforeLast'; readonly since: CalendarDate; readonly on: CalendarDate }
  | { readonly kind: 'NotSeated' }
  | { readonly kind: 'NotPresent'; readonly organization: string }
  | { readonly kind: 'MemberPresent'; readonly organization: string; readonly member: string }
  | { readonly kind: 'NoQuorum'; readonly seated: number; readonly present: number; readonly needed: number }
  | { readonly kind: 'RecusedFromDecision'; readonly organization: string; readonly forced: boolean }
  | { readonly kind: 'AlreadyVoted'; readonly organization: string }
  | { readonly kind: 'NoVotesCast' }
  | { readonly kind: 'NoConsensus'; readonly opposed: number }
  | { readonly kind: 'DecisionState'; readonly reference: string; readonly state: MotionState }
  | { readonly kind: 'DecisionNotTabled'; readonly reference: string }
  | { readonly kind: 'DecisionsOpen'; readonly count: number }
  | { readonly kind: 'SupersedesLater'; readonly reference: string; readonly decidedOn: CalendarDate }
  | { readonly kind: 'AlreadySuperseded'; readonly reference: string; readonly by: string }
  | { readonly kind: 'WindowOver'; readonly closesOn: CalendarDate }
  | { readonly kind: 'MeetingInState'; readonly reference: string; readonly state: MeetingState }
  | { readonly kind: 'ActionPointDone'; readonly doneOn: CalendarDate }
  | { readonly kind: 'TooManySavedViews'; readonly limit: number }
  | { readonly kind: 'KeyReused' }
  | { readonly kind: 'SignInFailed' }
  | { readonly kind: 'TooManyAttempts'; readonly retryAfterSeconds: number }
  | { readonly kind: 'PasswordTooCommon' }
  | { readonly kind: 'PasswordWrong' }
  | { readonly kind: 'EmailTaken'; readonly email: string }
  | { readonly kind: 'LastAdministrator' }
  | { readonly kind: 'ContributorRoleNeedsContributor' };
