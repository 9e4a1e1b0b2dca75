import { formatDecimal, type Money } from '@dcc/domain/money';
import type { Missing } from '@dcc/domain/positions/gates';
import type { RuleViolation } from '@dcc/domain/rule-violation';

type Kind = RuleViolation['kind'];
type Words = { readonly [K in Kind]: (violation: Extract<RuleViolation, { kind: K }>) => string };

const amount = (money: Money): string => `${formatDecimal(money)} ${money.currency}`;
const plain = (name: string): string => name.replaceAll('-', ' ');

const ABOUT_INPUT = {
  AmountMalformed: ({ text }) => `“${text}” is not a plain decimal such as 1234.50.`,
  AmountTooPrecise: ({ text, currency, decimals }) =>
    `“${text}” is more precise than ${currency}, which has ${decimals} decimals.`,
  AmountTooLarge: ({ text }) => `“${text}” is larger than any amount the books hold.`,
  AmountNotPositive: () => 'The amount is not above zero, or is worth less than a cent.',
  AmountUnchanged: () => 'The amount is the same as before.',
  NotPermitted: ({ action }) => `Nobody without the role for it may do this (${action}).`,
  NotFound: ({ subject }) => `There is no such ${plain(subject)}.`,
  NameTaken: ({ subject, name }) => `There is a ${plain(subject)} “${name}” already.`,
  ReferenceTaken: ({ reference }) => `The reference “${reference}” is on record already.`,
  CountryUnknown: ({ code }) => `“${code}” is not a country code of ISO 3166-1.`,
  CountryRequired: () => 'A country needs its ISO 3166-1 code.',
  NoRateInForce: ({ currency, on }) => `No ${currency} rate is in force on ${on}: import rates first.`,
  DateInFuture: ({ date, today }) => `${date} has not come yet (today is ${today}).`,
  KeyReused: () => 'The same form was sent before with other values.',
} satisfies Partial<Words>;

const ABOUT_CONTRIBUTIONS = {
  SignatureBeforePledge: ({ signedOn, pledgedOn }) =>
    `The signature on ${signedOn} lies before the pledge of ${pledgedOn}.`,
  DepositBeforeSignature: ({ receivedOn, signedOn }) =>
    `The deposit on ${receivedOn} lies before the agreement of ${signedOn}.`,
  AmendmentBeforePledge: ({ amendedOn, pledgedOn }) =>
    `The amendment on ${amendedOn} lies before the pledge of ${pledgedOn}.`,
  NotAPledge: () => 'The contribution is no longer a pledge.',
  DepositAboveInstalment: ({ deposited, outstanding }) =>
    `${amount(deposited)} is more than the ${amount(outstanding)} still due on this instalment.`,
  RefundAboveReceived: ({ requested, received }) =>
    `${amount(requested)} is more than the ${amount(received)} that was received.`,
  WriteOffAboveOutstanding: ({ requested, outstanding }) =>
    `${amount(requested)} is more than the ${amount(outstanding)} still due on this instalment.`,
  WriteOffBeforeSignature: ({ on, signedOn }) => `${on} lies before the agreement of ${signedOn}.`,
  AgreementNotSigned: ({ reference }) => `“${reference}” is not signed.`,
  SupportCostRateBeforeLast: ({ on, since }) =>
    `${on} lies before ${since}, when the agreement was signed or its last support-cost rate took effect.`,
  NoSupportCostRate: ({ reference, on }) => `No support-cost rate of “${reference}” is in force on ${on}.`,
} satisfies Partial<Words>;

/** What a step waits for, each in a sentence. */
function missingWords(missing: Missing): string {
  switch (missing.what) {
    case 'reason':
      return 'The reason is missing.';
    case 'terms':
      return `The terms of reference lack ${missing.fields.map(plain).join(', ')}.`;
    case 'finding':
      return missing.found === 'nothing'
        ? `No ${plain(missing.finding)} for year ${missing.year} is on record.`
        : `The ${plain(missing.finding)} for year ${missing.year} speaks against it.`;
    case 'year-unknown':
      return `Year ${missing.year} has no cost on record.`;
    case 'year-not-reserved':
      return `Year ${missing.year} costs ${amount(missing.cost)} and only ${amount(missing.allocated)} is allocated.`;
    case 'supersession':
      return missing.by === null
        ? 'No decision on record approved the post, so none can take its place.'
        : `${missing.by} approved the post: name it as the decision whose place is taken.`;
    case 'cash-not-arrived':
      return `The pool “${missing.pool}” lacks ${amount(missing.short)} in cash for what it reserves.`;
  }
}

const ABOUT_POSITIONS = {
  InsufficientFunds: ({ requested, available, pool }) =>
    `${amount(requested)} is more than the ${amount(available)} available ${pool === null ? 'in the fund' : `in the pool “${pool}”`}.`,
  AllocationAboveCost: ({ year, position, remaining, requested }) =>
    `Year ${year} of “${position}” needs only ${amount(remaining)} more; ${amount(requested)} was asked.`,
  Recused: ({ organization }) => `This concerns ${organization}, the person's own organization.`,
  StepNotAllowed: ({ from, to }) => `A position cannot go from “${plain(from)}” to “${plain(to)}”.`,
  PostPromised: ({ position, state, to }) =>
    `“${position}” is ${plain(state)}: somebody has an offer, and no decision makes it ${plain(to)}.`,
  TermsOnRecord: () => 'The terms of this position are on record already.',
  StepBeforeLast: ({ on, since }) => `${on} lies before the last step of this position, on ${since}.`,
  StateChanged: ({ expected, actual }) =>
    `Somebody moved this position from “${plain(expected)}” to “${plain(actual)}” meanwhile.`,
  DraftChanged: ({ reference, version }) => `${reference} was written anew meanwhile: version ${version} is the last.`,
  NothingReserved: () => 'Nothing is reserved that was not sent yet, so nothing can be released.',
  PositionNotOver: ({ state }) =>
    `The position is ${plain(state)}: what is reserved is released once it is withdrawn or separated.`,
  StateTakesNoAllocation: ({ position, state }) =>
    `“${position}” is ${plain(state)} and takes no allocation in that state.`,
  TermsChanged: ({ version }) => `The terms of reference were changed meanwhile: version ${version} is the last.`,
  TermsIncomplete: ({ state, fields }) =>
    `The position is ${plain(state)}, so no field may be empty: ${fields.map(plain).join(', ')}.`,
  ReviewNotDue: ({ state, year }) => `The position is ${plain(state)}: nothing is reviewed for year ${year} now.`,
  YearNotShared: ({ year }) => `Year ${year} is not shared with the host.`,
  NotSeparated: ({ state }) => `The position is ${plain(state)}: retention is asked for after separation.`,
  RetentionNotDue: ({ months, dueOn }) => `${months} months after separation is ${dueOn}, which has not come.`,
  AllowanceRateTaken: ({ on }) => `An allowance from ${on} on is set already.`,
  AllowanceNotBegun: ({ on }) => `The contract has not begun on ${on}.`,
  AllowanceEnded: ({ last }) => `The allowance ends on ${last}.`,
  AllowanceAboveLeft: ({ requested, left }) => `${amount(requested)} is more than the ${amount(left)} left.`,
  AllowanceBackAboveUsed: ({ requested, used }) => `${amount(requested)} is more than the ${amount(used)} used.`,
  GateClosed: ({ to, missing }) => `“${plain(to)}” still waits: ${missing.map(missingWords).join(' ')}`,
  TransferAboveReserved: ({ requested, reserved, pool }) =>
    `${amount(requested)} is more than the ${amount(reserved)} reserved for this position in the pool “${pool}”.`,
} satisfies Partial<Words>;

const ABOUT_THE_LEDGER = {
  EntryUnbalanced: ({ book, difference }) => `The entry leaves ${amount(difference)} over in the book “${book}”.`,
  EntryEmpty: () => 'The entry would move no money.',
  AlreadyReversed: ({ by }) => `The entry is reversed already, by entry ${by}.`,
  ReversalNotReversible: () => 'A reversal cannot itself be reversed.',
  ReversalBeforeEntry: ({ effectiveOn }) =>
    `A reversal cannot lie before its entry, which took effect on ${effectiveOn}.`,
  ReversalRefused: ({ reason }) =>
    ({
      'only-by-decision': 'Only a decision of the committee takes an allocation back.',
      'deposits-follow': 'Deposits or write-offs follow on this agreement: reverse them first.',
      'charge-follows': 'A support cost was charged on this expenditure: reverse that entry first.',
      'amend-instead': 'This is amended, not reversed.',
    })[reason],
  PeriodClosed: ({ year, date }) => `${date} lies in the financial year ${year}, which is closed.`,
  YearNotEnded: ({ year }) => `The financial year ${year} has not ended yet.`,
  YearStateUnchanged: ({ year, state }) => `The financial year ${year} is ${state} already.`,
  EarlierYearOpen: ({ year }) => `The financial year ${year} is still open: close it first.`,
  LaterYearClosed: ({ year }) => `The financial year ${year} is closed: reopen it first.`,
  YearHasPending: ({ year, count }) => `${count} entries of the financial year ${year} wait for certification.`,
  CertifiedBySelf: ({ number }) => `Entry ${number} was recorded by the same person: somebody else certifies it.`,
  AlreadyCertified: ({ number }) => `Entry ${number} is certified already.`,
  ReserveBeforeLast: ({ on, since }) => `${on} lies before the operating reserve set on ${since}.`,
  ChargeAboveBase: ({ requested, remaining }) =>
    `A charge on ${amount(requested)} is asked, and only ${amount(remaining)} is not charged yet.`,
  RefundAboveTransferred: ({ requested, transferred }) =>
    `${amount(requested)} is more than the ${amount(transferred)} that was transferred and not yet refunded.`,
  HostRefundAboveReceived: ({ requested, received }) =>
    `${amount(requested)} is more than the ${amount(received)} that the host reports as received and not yet refunded.`,
  ComponentsDoNotAddUp: ({ total, sum }) => `The components add up to ${amount(sum)}, not to ${amount(total)}.`,
  DocumentEmpty: () => 'The document is empty.',
  DocumentTooLarge: ({ limitMegabytes }) => `The document is larger than ${limitMegabytes} MB.`,
  DocumentTypeRefused: () => 'The document is no whole PDF, PNG or JPEG, or its name says something else.',
  DocumentNameRefused: () => 'The name of the document is too long or holds characters that no file may have.',
  TooManyDocuments: ({ of, limit }) => `The ${of} holds ${limit} documents already.`,
  DocumentOnRecord: ({ name }) => `The document is on record already, as “${name}”.`,
} satisfies Partial<Words>;

const ABOUT_PEOPLE = {
  TooManySavedViews: ({ limit }) => `One person keeps at most ${limit} views.`,
  SignInFailed: () => 'The address or the password is wrong.',
  TooManyAttempts: ({ retryAfterSeconds }) => `Too many tries: wait ${retryAfterSeconds} seconds.`,
  PasswordTooCommon: () =>
    'The password is too easy to guess: use several words that have nothing to do with you or the fund.',
  PasswordWrong: () => 'The present password is wrong.',
  EmailTaken: ({ email }) => `${email} belongs to somebody already.`,
  LastAdministrator: () => 'The last administrator must remain one.',
  ContributorRoleNeedsContributor: () => 'The role contributor needs --contributor NAME.',
} satisfies Partial<Words>;

const ABOUT_ROUNDS = {
  WeightsDoNotSum: ({ total }) => `The weights add up to ${total} percent, not to 100.`,
  ScoreOutsideScale: ({ score, scale }) => `${score} is more than the ${scale} that the scale ends with.`,
  CodesUnknown: ({ codes }) => `No country and no imported group goes by ${codes.join(', ')}.`,
  NotEligible: ({ position, country, ruleSet }) =>
    `“${position}” is in ${country}, which “${ruleSet}” does not make eligible today.`,
  RuleSetNotInForce: ({ ruleSet, on }) => `The rules “${ruleSet}” are not in force on ${on}.`,
  RoundNotIn: ({ state, needed }) => `The round is ${state}; this is done while it is ${needed}.`,
  RoundStepNotAllowed: ({ from, to }) => `A round does not go from ${from} to ${to}.`,
  RoundChanged: ({ expected, actual }) => `Somebody took the round from ${expected} to ${actual} meanwhile.`,
  ProposalsNotScored: ({ count }) => `${count} proposals are not scored by every criterion yet.`,
  AlreadyInRound: ({ position }) => `“${position}” is in this round already.`,
} satisfies Partial<Words>;

const ABOUT_VACANCIES = {
  VacancyClosesBeforeOpening: ({ closesOn, opensOn }) => `A vacancy cannot close on ${closesOn}, before ${opensOn}.`,
  VacancyOverlaps: ({ closesOn, opensOn }) =>
    `One vacancy of this position closes on ${closesOn} and another opens on ${opensOn}: they would be open together.`,
  PositionNotAdvertised: ({ position, state }) => `“${position}” is ${plain(state)}, so it is not advertised.`,
  CriteriaFixed: ({ candidates }) =>
    `${candidates} candidates are on record: the opening day and the criteria stay as they are.`,
  LanguageUnknown: ({ code }) => `“${code}” is no language code of ISO 639-1.`,
  LanguageTwice: ({ code }) => `The language “${code}” is named twice.`,
  AppliedOutsideVacancy: ({ on, opensOn, closesOn }) =>
    `${on} does not lie between ${opensOn} and ${closesOn}, when the vacancy takes applications.`,
  TooManyCandidates: ({ limit }) => `The vacancy has ${limit} candidates, the most it takes.`,
  StageNotAllowed: ({ from, to }) => `A candidate cannot go from “${plain(from)}” to “${plain(to)}”.`,
  StageChanged: ({ expected, actual }) =>
    `Somebody moved this candidate from “${plain(expected)}” to “${plain(actual)}” meanwhile.`,
  StageBeforeLast: ({ on, since }) => `${on} lies before the last step of this candidate, on ${since}.`,
  AnotherSelected: ({ number }) => `Candidate ${number} is selected: a post is offered to one person at a time.`,
  CandidateErased: ({ on }) => `What was known of this candidate was erased on ${on}.`,
  RetentionNotSet: () => 'Nobody has set how long candidates are kept.',
  RetentionBeforeLast: ({ on, since }) => `${on} lies before ${since}, when the last retention period took effect.`,
} satisfies Partial<Words>;

const ABOUT_THE_COMMITTEE = {
  TermEndsBeforeStart: ({ startsOn, endsOn }) => `The term would end on ${endsOn}, before it starts on ${startsOn}.`,
  TermEnded: ({ endsOn }) => `The term ends on ${endsOn} already.`,
  TermsOverlap: ({ person, organization, from, until }) =>
    `The term overlaps with that of ${person}${organization === null ? '' : ` for ${organization}`}, from ${from}${until === null ? ' on' : ` to ${until}`}.`,
  SeatOfOtherOrganization: ({ person }) => `${person} belongs to another organization than the seat.`,
  CommitteeRulesNotSet: ({ on }) => `No rules of the committee are in force on ${on}: set them first.`,
  CommitteeRulesBeforeLast: ({ on, since }) => `${on} lies before the rules set from ${since} on.`,
  NotSeated: () => 'The person sits for no organization.',
  NotPresent: ({ organization }) => `The one who votes for ${organization} is not recorded as present.`,
  MemberPresent: ({ organization, member }) => `${member} is here and votes for ${organization}.`,
  NoQuorum: ({ present, seated, needed }) =>
    `There is no quorum: ${present} of ${seated} organizations are here and may decide, and ${needed} are needed.`,
  RecusedFromDecision: ({ organization, forced }) =>
    `${organization} takes no part: ${forced ? 'it hosts what is decided' : 'it has recused itself'}.`,
  AlreadyVoted: ({ organization }) => `${organization} has voted already.`,
  NoVotesCast: () => 'Nobody has voted.',
  NoConsensus: ({ opposed }) => `There is no consensus: ${opposed} voted otherwise.`,
  DecisionState: ({ reference, state }) => `The decision “${reference}” is ${plain(state)} already.`,
  DecisionNotTabled: ({ reference }) => `The draft “${reference}” is on the agenda of no meeting.`,
  DecisionsOpen: ({ count }) => `${count} decisions on the table are not closed.`,
  SupersedesLater: ({ reference, decidedOn }) =>
    `“${reference}” was decided later, on ${decidedOn}: no earlier decision takes its place.`,
  AlreadySuperseded: ({ reference, by }) => `“${by}” has taken the place of “${reference}” already.`,
  WindowOver: ({ closesOn }) => `The time to object ended on ${closesOn}.`,
  MeetingInState: ({ reference, state }) => `The meeting “${reference}” is ${plain(state)}.`,
  ActionPointDone: ({ doneOn }) => `The action point was done on ${doneOn}.`,
} satisfies Partial<Words>;

const WORDS: Words = {
  ...ABOUT_INPUT,
  ...ABOUT_CONTRIBUTIONS,
  ...ABOUT_POSITIONS,
  ...ABOUT_THE_LEDGER,
  ...ABOUT_ROUNDS,
  ...ABOUT_VACANCIES,
  ...ABOUT_PEOPLE,
  ...ABOUT_THE_COMMITTEE,
};

/** What a refusal means, in a sentence with its numbers, for the command line and the rows of a file. */
export function violationWords(violation: RuleViolation): string {
  return (WORDS[violation.kind] as (of: RuleViolation) => string)(violation);
}
