import type { RuleViolation } from '@dcc/domain/rule-violation';

/** Plain words for the refusals that the command line can meet; others are told by their kind. */
export function violationWords(violation: RuleViolation): string {
  switch (violation.kind) {
    case 'EmailTaken':
      return `${violation.email} belongs to somebody already.`;
    case 'PasswordTooCommon':
      return 'The password is too easy to guess: use several words that have nothing to do with you or the fund.';
    case 'ContributorRoleNeedsContributor':
      return 'The role contributor needs --contributor NAME.';
    case 'NotFound':
      return `There is no such ${violation.subject}.`;
    default:
      return `Refused: ${violation.kind}.`;
  }
}
