import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { type Action, CAPABILITIES, type Role } from '@dcc/domain/people/capability';

const ROLE_NAMES = {
  member: msg`Committee member`,
  chair: msg`Chair`,
  secretariat: msg`Secretariat`,
  certifier: msg`Certifier`,
  contributor: msg`Contributor`,
  auditor: msg`Auditor`,
  administrator: msg`Administrator`,
} as const satisfies Record<Role, MessageDescriptor>;

const ROLE_NOUNS = {
  member: msg`a committee member`,
  chair: msg`a chair`,
  secretariat: msg`the secretariat`,
  certifier: msg`a certifier`,
  contributor: msg`a contributor`,
  auditor: msg`an auditor`,
  administrator: msg`an administrator`,
} as const satisfies Record<Role, MessageDescriptor>;

const ACTION_VERBS = {
  'overview.read': msg`see the overview`,
  'first-steps.read': msg`see the first steps of a fund`,
  'forecast.read': msg`see the forecast`,
  'forecast.save': msg`save a forecast`,
  'performance.read': msg`see how the fund performs`,
  'retention-average.set': msg`set the retention of the whole programme`,
  'statement.read': msg`see the statement`,
  'ledger.read': msg`see the ledger`,
  'positions.read': msg`see positions`,
  'contributions.read': msg`see contributions`,
  'contributor.create': msg`add a contributor`,
  'pool.create': msg`add a pool`,
  'organization.create': msg`add a host organization`,
  'duty-station.create': msg`add a duty station`,
  'pledge.record': msg`record a pledge`,
  'pledge.amend': msg`amend a pledge`,
  'agreement.sign': msg`record an agreement`,
  'deposit.receive': msg`record a deposit`,
  'contributor.refund': msg`record a refund to a contributor`,
  'position.propose': msg`propose a position`,
  'position.advance': msg`move a position to its next state`,
  'vacancies.read': msg`see vacancies`,
  'vacancy.record': msg`record a vacancy`,
  'candidate.handle': msg`see and record candidates`,
  'own-positions.read': msg`see the positions of a contributor`,
  'terms.record': msg`write terms of reference`,
  'position.review': msg`record what an extension or a retention rests on`,
  'allowance.record': msg`record a training and travel allowance`,
  'pension.set': msg`say whether a host’s agreement covers pension`,
  'allocation.decide': msg`decide an allocation`,
  'committee.read': msg`see the committee`,
  'seat.fill': msg`fill a seat of the committee`,
  'committee-rules.set': msg`set the rules of the committee`,
  'meeting.prepare': msg`prepare a meeting`,
  'meeting.attend': msg`record who is here`,
  'meeting.run': msg`open and close a meeting`,
  'decision.draft': msg`draft a decision`,
  'decision.vote': msg`vote on a decision`,
  'decision.run': msg`open and close a decision`,
  'rounds.read': msg`see rounds`,
  'criteria.set': msg`record criteria`,
  'eligibility.set': msg`record who is eligible`,
  'earmark.set': msg`record what a pool may pay for`,
  'round.manage': msg`prepare a round`,
  'round.score': msg`score a proposal`,
  'entry.reverse': msg`reverse an entry`,
  'entry.certify': msg`certify entries`,
  'movement.record': msg`record a movement of the fund`,
  'host-report.record': msg`record what a host organization reports`,
  'instalment.write-off': msg`write off an instalment`,
  'support-cost-rate.set': msg`set a support-cost rate`,
  'reserve.set': msg`set the operating reserve`,
  'year.close': msg`close a financial year`,
  'year.reopen': msg`reopen a financial year`,
  'document.read': msg`see documents`,
  'document.add': msg`attach a document`,
  'people.read': msg`see who has an account`,
  'people.manage': msg`change who has an account`,
  'style.view': msg`see the controls of this program`,
} as const satisfies Record<Action, MessageDescriptor>;

/** A role as a title: `Committee member`. */
export function roleName(role: Role): string {
  return i18n._(ROLE_NAMES[role]);
}

/** What an action does, after "can": `decide an allocation`. */
export function actionVerb(action: Action): string {
  return i18n._(ACTION_VERBS[action]);
}

/** Who may do an action: `a chair or the secretariat`. */
export function rolesThatMay(action: Action): string {
  return anyOfRoles(CAPABILITIES[action]);
}

/** Any of some roles: `a chair or the secretariat`. */
export function anyOfRoles(roles: readonly Role[]): string {
  const nouns = roles.map((role) => i18n._(ROLE_NOUNS[role]));
  return new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(nouns);
}
