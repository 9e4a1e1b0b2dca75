/** What a person may be to the fund; one person may be several. Source: the committee's division of duties. */
export const ROLES = [
  'member',
  'chair',
  'secretariat',
  'certifier',
  'contributor',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

const REVIEWERS = ['member', 'chair', 'secretariat', 'certifier', 'auditor'] as const;

/**
 * The one table of who may do what. The server refuses by it, the screens disable by it and name the roles that may.
 * A contributor reads only what is its own: the reading use cases narrow to it.
 */
export const CAPABILITIES = {
  'overview.read': REVIEWERS,
  'first-steps.read': [...REVIEWERS, 'administrator'],
  'forecast.read': REVIEWERS,
  'forecast.save': ['member', 'chair', 'secretariat'],
  'performance.read': REVIEWERS,
  'retention-average.set': ['secretariat'],
  'statement.read': REVIEWERS,
  'ledger.read': REVIEWERS,
  'positions.read': REVIEWERS,
  'contributions.read': [...REVIEWERS, 'contributor'],
  'contributor.create': ['member', 'chair', 'secretariat'],
  'pool.create': ['secretariat'],
  'pledge.record': ['member', 'chair', 'secretariat'],
  'pledge.amend': ['member', 'chair', 'secretariat'],
  'agreement.sign': ['member', 'chair', 'secretariat'],
  'deposit.receive': ['member', 'chair', 'secretariat'],
  'contributor.refund': ['secretariat'],
  'organization.create': ['secretariat'],
  'duty-station.create': ['secretariat'],
  'position.propose': ['secretariat'],
  'position.advance': ['secretariat'],
  'vacancies.read': REVIEWERS,
  'vacancy.record': ['secretariat'],
  // Reading as well as writing: nobody else sees what is known of a candidate, the auditor neither.
  'candidate.handle': ['secretariat'],
  'own-positions.read': [...REVIEWERS, 'contributor'],
  'terms.record': ['secretariat'],
  'position.review': ['secretariat'],
  'allowance.record': ['secretariat'],
  'pension.set': ['secretariat'],
  'rounds.read': REVIEWERS,
  'criteria.set': ['secretariat'],
  'eligibility.set': ['secretariat'],
  'earmark.set': ['secretariat'],
  'round.manage': ['secretariat'],
  'round.score': ['member', 'chair'],
  'allocation.decide': ['chair'],
  'committee.read': REVIEWERS,
  'seat.fill': ['chair', 'secretariat'],
  'committee-rules.set': ['chair', 'secretariat'],
  'meeting.prepare': ['chair', 'secretariat'],
  'meeting.attend': ['member', 'chair', 'secretariat'],
  'meeting.run': ['chair'],
  'decision.draft': ['chair', 'secretariat'],
  'decision.vote': ['member'],
  'decision.run': ['chair'],
  'entry.reverse': ['secretariat'],
  'entry.certify': ['certifier'],
  'movement.record': ['secretariat'],
  'host-report.record': ['secretariat'],
  'instalment.write-off': ['secretariat'],
  'support-cost-rate.set': ['secretariat'],
  'reserve.set': ['chair', 'secretariat'],
  'year.close': ['secretariat'],
  'year.reopen': ['chair'],
  'document.read': [...REVIEWERS, 'contributor'],
  'document.add': ['member', 'chair', 'secretariat', 'certifier'],
  'people.read': ['administrator', 'auditor'],
  'people.manage': ['administrator'],
  // The controls themselves, without a figure of the fund.
  'style.view': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof CAPABILITIES;
export const ACTIONS = Object.keys(CAPABILITIES) as [Action, ...Action[]];

/** Whether any of a person's roles allows the action. */
export function may(roles: readonly Role[], action: Action): boolean {
  const allowed: readonly Role[] = CAPABILITIES[action];
  return roles.some((role) => allowed.includes(role));
}
