import { plural, t } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Subject } from '@dcc/domain/rule-violation';
import type { WireViolation } from '../api/refusal.ts';
import { formatDate, formatMoney } from '../ui/format.ts';
import { type BooksViolation, booksViolationWords, isBooksViolation } from './books-violation-words.ts';
import { isLifeViolation, type LifeViolation, lifeViolationWords } from './life-violation-words.ts';
import { type CommitteeViolation, committeeViolationWords, isCommitteeViolation } from './committee-violation-words.ts';
import { actionVerb, rolesThatMay } from './role-words.ts';
import { isRoundViolation, type RoundViolation, roundViolationWords } from './round-words.ts';
import { stateWord } from './state-words.ts';
import { isVacancyViolation, type VacancyViolation, vacancyViolationWords } from './vacancy-words.ts';

const SUBJECTS = {
  contributor: msg`contributor`,
  contribution: msg`contribution`,
  instalment: msg`instalment`,
  pool: msg`pool`,
  organization: msg`organization`,
  'duty-station': msg`duty station`,
  position: msg`position`,
  'position-year': msg`year of the position`,
  decision: msg`decision`,
  entry: msg`entry`,
  person: msg`person`,
  document: msg`document`,
  'financial-year': msg`financial year`,
  vacancy: msg`vacancy`,
  candidate: msg`candidate`,
  seat: msg`seat`,
  meeting: msg`meeting`,
  'action-point': msg`action point`,
  'criteria-set': msg`set of criteria`,
  forecast: msg`forecast`,
  'saved-view': msg`saved view`,
  criterion: msg`criterion`,
  'rule-set': msg`set of rules`,
  round: msg`round`,
} as const satisfies Record<Subject, unknown>;

const subjectWord = (subject: Subject): string => i18n._(SUBJECTS[subject]);

/** What a refusal means to a person: what happened, what was not done, what to do about it. */
export function violationWords(given: WireViolation): string {
  if (isVacancyViolation(given)) return vacancyViolationWords(given);
  if (isRoundViolation(given)) return roundViolationWords(given);
  if (isBooksViolation(given)) return booksViolationWords(given);
  if (isCommitteeViolation(given)) return committeeViolationWords(given);
  return isLifeViolation(given) ? lifeViolationWords(given) : otherWords(given);
}

type Others = Exclude<
  WireViolation,
  BooksViolation | LifeViolation | VacancyViolation | CommitteeViolation | RoundViolation
>;

function otherWords(violation: Others): string {
  switch (violation.kind) {
    case 'AmountMalformed':
      return t`“${violation.text}” is not an amount. Nothing was recorded. Enter digits with a point for decimals.`;
    case 'AmountTooPrecise':
      return plural(violation.decimals, {
        0: `${violation.currency} has no decimals, so ${violation.text} cannot be recorded. Enter a whole amount.`,
        other: `${violation.currency} has # decimals, so ${violation.text} cannot be recorded. Enter fewer decimals.`,
      });
    case 'AmountTooLarge':
      return t`${violation.text} is larger than the ledger can hold. Nothing was recorded. Check the amount.`;
    case 'AmountNotPositive':
      return t`The amount must be more than zero. Nothing was recorded. Enter the amount without a sign.`;
    case 'NotPermitted':
      return notPermitted(violation);
    case 'NotFound':
      return t`This ${subjectWord(violation.subject)} does not exist, or is not yours to see. Nothing was recorded. Reload the page and choose again.`;
    case 'NameTaken':
      return t`There is already a ${subjectWord(violation.subject)} named “${violation.name}”. Nothing was recorded. Choose it from the list, or enter another name.`;
    case 'ReferenceTaken':
      return t`The reference “${violation.reference}” is already in use. Nothing was recorded. Enter another reference.`;
    case 'CountryUnknown':
      return t`“${violation.code}” is not a country code. Nothing was recorded. Choose the country from the list.`;
    case 'CountryRequired':
      return t`A contributor that is a country needs its country. Nothing was recorded. Choose the country.`;
    case 'NoRateInForce':
      return t`No ${violation.currency} rate is in force on ${formatDate(violation.on)}. Nothing was recorded. Ask the secretariat to load the rate, or check the date.`;
    case 'DateInFuture':
      return t`${formatDate(violation.date)} is after today, ${formatDate(violation.today)}. Nothing was recorded. Enter the day on which it happened.`;
    case 'SignatureBeforePledge':
      return t`The signature on ${formatDate(violation.signedOn)} lies before the pledge of ${formatDate(violation.pledgedOn)}. Nothing was recorded. Check the date.`;
    case 'DepositBeforeSignature':
      return t`The deposit on ${formatDate(violation.receivedOn)} lies before the agreement of ${formatDate(violation.signedOn)}. Nothing was recorded. Check the date.`;
    case 'AmendmentBeforePledge':
      return t`The amendment on ${formatDate(violation.amendedOn)} lies before the pledge of ${formatDate(violation.pledgedOn)}. Nothing was recorded. Check the date.`;
    default:
      return moneyAndCommitteeWords(violation);
  }
}

type Later = Exclude<
  Others,
  {
    kind:
      | 'AmountMalformed'
      | 'AmountTooPrecise'
      | 'AmountTooLarge'
      | 'AmountNotPositive'
      | 'NotPermitted'
      | 'NotFound'
      | 'NameTaken'
      | 'ReferenceTaken'
      | 'CountryUnknown'
      | 'CountryRequired'
      | 'NoRateInForce'
      | 'DateInFuture'
      | 'SignatureBeforePledge'
      | 'DepositBeforeSignature'
      | 'AmendmentBeforePledge';
  }
>;

function moneyAndCommitteeWords(violation: Later): string {
  switch (violation.kind) {
    case 'NotAPledge':
      return t`This contribution is no longer a pledge. Nothing was recorded. Reload the page to see how far it has come.`;
    case 'DepositAboveInstalment':
      return t`${formatMoney(violation.deposited)} is more than the ${formatMoney(violation.outstanding)} still due on this instalment. Nothing was recorded. Record what belongs to the instalment, and the rest against another one.`;
    case 'RefundAboveReceived':
      return t`${formatMoney(violation.requested)} is more than the ${formatMoney(violation.received)} received. Nothing was recorded. Enter a smaller amount.`;
    case 'InsufficientFunds':
      return insufficientFunds(violation);
    case 'AllocationAboveCost':
      return t`Year ${violation.year} of “${violation.position}” needs only ${formatMoney(violation.remaining)} more; ${formatMoney(violation.requested)} was asked. Nothing was allocated. Enter a smaller amount.`;
    case 'Recused':
      return t`This concerns ${violation.organization}, your own organization, so you cannot decide it. Nothing was recorded. Another chair must decide.`;
    case 'StepNotAllowed':
      return t`A position cannot go from “${stateWord(violation.from)}” to “${stateWord(violation.to)}”. Nothing was changed. Choose one of the steps offered.`;
    case 'TermsOnRecord':
      return t`The terms of this position are on record already. Nothing was changed. Look at the page again.`;
    case 'StepBeforeLast':
      return t`The last step of this position was on ${formatDate(violation.since)}, after ${formatDate(violation.on)}. Nothing was changed. Give the day of that step or a later one.`;
    case 'StateChanged':
      return t`Somebody moved this position from “${stateWord(violation.expected)}” to “${stateWord(violation.actual)}” meanwhile. Nothing was changed. Look at the page again before you decide.`;
    case 'StateTakesNoAllocation':
      return t`“${violation.position}” is ${stateWord(violation.state)}, and takes no allocation in that state. Nothing was allocated. Only scored, deferred or approved positions can be paid for.`;
    default:
      return ledgerAndAccountWords(violation);
  }
}

type Last = Exclude<
  Later,
  {
    kind:
      | 'NotAPledge'
      | 'DepositAboveInstalment'
      | 'RefundAboveReceived'
      | 'InsufficientFunds'
      | 'AllocationAboveCost'
      | 'Recused'
      | 'StepNotAllowed'
      | 'TermsOnRecord'
      | 'StepBeforeLast'
      | 'StateChanged'
      | 'StateTakesNoAllocation';
  }
>;

function ledgerAndAccountWords(violation: Last): string {
  switch (violation.kind) {
    case 'EntryUnbalanced':
      return t`The entry does not balance: ${formatMoney(violation.difference)} is left over. Nothing was recorded. Report this to the secretariat.`;
    case 'AmountUnchanged':
      return t`The new amount is the same as the old one. Nothing was recorded. Enter the amount as it is now.`;
    case 'EntryEmpty':
      return t`The entry would move no money. Nothing was recorded. Check the amounts.`;
    case 'AlreadyReversed':
      return t`This entry was already reversed by ${violation.by}. Nothing was recorded.`;
    case 'ReversalNotReversible':
      return t`A reversal cannot itself be reversed. Nothing was recorded. Record the original movement again.`;
    case 'ReversalBeforeEntry':
      return t`A reversal cannot take effect before its entry, ${formatDate(violation.effectiveOn)}. Nothing was recorded. Enter that day or a later one.`;
    case 'ReversalRefused':
      return reversalRefused(violation.reason);
    case 'KeyReused':
      return t`This form was already sent with other values. Nothing more was recorded. Close it, look at what was recorded, and begin again.`;
    case 'SignInFailed':
      return t`The e-mail address and the password do not belong together. You are not signed in. Check both and try again.`;
    case 'TooManySavedViews':
      return t`You keep ${violation.limit} saved views, the most there are. Nothing was saved. Remove one first.`;
    case 'TooManyAttempts':
      return plural(violation.retryAfterSeconds, {
        one: 'Too many attempts. Try again in # second.',
        other: 'Too many attempts. Try again in # seconds.',
      });
    case 'PasswordTooCommon':
      return t`This password is among the most common ones. It was not set. Choose another; four unusual words are easy to keep.`;
    case 'PasswordWrong':
      return t`The current password is not right. The password was not changed. Enter it again.`;
    case 'EmailTaken':
      return t`Somebody already has an account with ${violation.email}. Nothing was recorded. Use another address, or change that person's roles.`;
    case 'LastAdministrator':
      return t`This is the last administrator. Nothing was changed. Make somebody else an administrator first.`;
    case 'ContributorRoleNeedsContributor':
      return t`A person with the role of contributor must belong to one. Nothing was recorded. Choose the contributor.`;
    default:
      return unknown(violation);
  }
}

type Of<K extends WireViolation['kind']> = Extract<WireViolation, { kind: K }>;

function notPermitted(violation: Of<'NotPermitted'>): string {
  const [roles, verb] = [rolesThatMay(violation.action), actionVerb(violation.action)];
  return t`Only ${roles} can ${verb}. Nothing was recorded.`;
}

function insufficientFunds({ pool, available, requested }: Of<'InsufficientFunds'>): string {
  const [has, wants] = [formatMoney(available), formatMoney(requested)];
  return pool === null
    ? t`The fund has ${has} free; this needs ${wants}. Nothing was recorded. Use a smaller amount, or wait for the next deposit.`
    : t`The pool “${pool}” has ${has} free; this needs ${wants}. Nothing was recorded. Use a smaller amount or another pool, or wait for the next deposit.`;
}

function reversalRefused(reason: Of<'ReversalRefused'>['reason']): string {
  switch (reason) {
    case 'only-by-decision':
      return t`An allocation is undone only by another decision of the committee, and such decisions cannot be recorded here yet. Nothing was reversed.`;
    case 'deposits-follow':
      return t`Deposits or write-offs were recorded on this agreement and rest on it. Nothing was reversed. Reverse those entries first.`;
    case 'charge-follows':
      return t`Support cost was charged on this expenditure and rests on it. Nothing was reversed. Reverse the entry of the support cost first.`;
    case 'amend-instead':
      return t`A pledge or a reserve is corrected by setting it anew, not by reversing its entry. Nothing was reversed. Amend the pledge, or set the reserve again.`;
    default:
      return unknown(reason);
  }
}

/** A newer server may know a reason that this page does not: types forbid it here, people still get a sentence. */
function unknown(violation: never): string {
  void violation;
  return t`The program refused this for a reason that this page does not know yet. Nothing was recorded. Reload the page and try again.`;
}
