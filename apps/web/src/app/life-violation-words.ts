import { t } from '@lingui/core/macro';
import type { WireViolation } from '../api/refusal.ts';
import { formatDate, formatMoney } from '../ui/format.ts';
import { termsFieldWord } from './life-words.ts';
import { missingWords } from './missing-words.ts';
import { stateWord } from './state-words.ts';

const LIFE = {
  GateClosed: true,
  PostPromised: true,
  TermsChanged: true,
  TermsIncomplete: true,
  ReviewNotDue: true,
  YearNotShared: true,
  NotSeparated: true,
  RetentionNotDue: true,
  NothingReserved: true,
  PositionNotOver: true,
  AllowanceRateTaken: true,
  AllowanceNotBegun: true,
  AllowanceEnded: true,
  AllowanceAboveLeft: true,
  AllowanceBackAboveUsed: true,
} as const satisfies Partial<Record<WireViolation['kind'], true>>;
export type LifeViolation = Extract<WireViolation, { kind: keyof typeof LIFE }>;

export function isLifeViolation(violation: WireViolation): violation is LifeViolation {
  return violation.kind in LIFE;
}

/** What a refusal about the life of a position means: its gates, its terms of reference, its reviews. */
export function lifeViolationWords(violation: LifeViolation): string {
  switch (violation.kind) {
    case 'GateClosed': {
      const all = violation.missing.map(missingWords).join(' ');
      return t`The step to “${stateWord(violation.to)}” still waits. ${all} Nothing was changed.`;
    }
    case 'PostPromised':
      return t`“${violation.position}” is ${stateWord(violation.state)}: somebody has an offer or is in post, so no decision makes the post ${stateWord(violation.to)}. Nothing was recorded. It can be turned back once the offer is declined.`;
    case 'TermsChanged':
      return t`Somebody wrote version ${violation.version} of these terms of reference meanwhile. Nothing was changed. Look at the page again and write yours on top of it.`;
    case 'TermsIncomplete':
      return t`The post is ${stateWord(violation.state)}, so none of its terms of reference may be empty: ${violation.fields.map(termsFieldWord).join(', ')}. Nothing was changed. Fill them in.`;
    case 'ReviewNotDue':
      return t`The post is ${stateWord(violation.state)}, and nothing is reviewed for year ${violation.year} now. Nothing was recorded. Look at the page again.`;
    case 'YearNotShared':
      return t`Year ${violation.year} is not shared with the host: only years three and four are. Nothing was recorded.`;
    case 'NotSeparated':
      return t`The post is ${stateWord(violation.state)}, and it is asked who stayed only once it is over. Nothing was recorded.`;
    case 'RetentionNotDue':
      return t`${violation.months} months after the separation is ${formatDate(violation.dueOn)}. Nothing was recorded. Come back on that day.`;
    case 'NothingReserved':
      return t`Nothing is reserved for this post that was not sent yet, so there is nothing to release. Nothing was recorded.`;
    case 'PositionNotOver':
      return t`The post is ${stateWord(violation.state)}. Nothing was released. What is reserved goes back once the post is withdrawn or separated, or by another decision of the committee.`;
    case 'AllowanceRateTaken':
      return t`An amount from ${formatDate(violation.on)} on is set already. Nothing was recorded. Set another from a later day on.`;
    case 'AllowanceNotBegun':
      return t`The contract has not begun on ${formatDate(violation.on)}. Nothing was recorded. The allowance is used from its first day on.`;
    case 'AllowanceEnded':
      return t`The allowance ends a month before the contract, on ${formatDate(violation.last)}. Nothing was recorded.`;
    case 'AllowanceAboveLeft':
      return t`${formatMoney(violation.requested)} is more than the ${formatMoney(violation.left)} left on that day, and a later year is never advanced. Nothing was recorded. Use less, or wait for the next contract year.`;
    case 'AllowanceBackAboveUsed':
      return t`${formatMoney(violation.requested)} is more than the ${formatMoney(violation.used)} used by that day. Nothing was recorded. Check the amount.`;
    default:
      return unknown(violation);
  }
}

/** A newer server may refuse for a reason that this page does not know: types forbid it here, people still get a sentence. */
function unknown(violation: never): string {
  void violation;
  return t`The program refused this for a reason that this page does not know yet. Nothing was recorded. Reload the page and try again.`;
}
