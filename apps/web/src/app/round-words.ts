import type { EarmarkKind, PLACES } from '@dcc/domain/rounds/earmark';
import type { RoundState } from '@dcc/domain/rounds/round';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import type { WireViolation } from '../api/refusal.ts';
import { formatDate } from '../ui/format.ts';

const STATES: Record<RoundState, MessageDescriptor> = {
  planned: msg`planned`,
  open: msg`open for proposals`,
  closed: msg`closed for scoring`,
  appraised: msg`appraised`,
  decided: msg`decided`,
  communicated: msg`communicated`,
};
export const roundStateWord = (state: RoundState): string => i18n._(STATES[state]);

const EARMARKS: Record<EarmarkKind, MessageDescriptor> = {
  host: msg`host`,
  country: msg`duty country`,
  group: msg`country group`,
  region: msg`region`,
  place: msg`place`,
  theme: msg`theme`,
};
export const earmarkWord = (kind: EarmarkKind): string => i18n._(EARMARKS[kind]);

const PLACE_WORDS: Record<(typeof PLACES)[number], MessageDescriptor> = {
  field: msg`in the field`,
  headquarters: msg`at headquarters`,
};
export const placeWord = (place: (typeof PLACES)[number]): string => i18n._(PLACE_WORDS[place]);

const ROUNDS = {
  WeightsDoNotSum: true,
  ScoreOutsideScale: true,
  CodesUnknown: true,
  NotEligible: true,
  RuleSetNotInForce: true,
  RoundNotIn: true,
  RoundStepNotAllowed: true,
  RoundChanged: true,
  ProposalsNotScored: true,
  AlreadyInRound: true,
} as const satisfies Partial<Record<WireViolation['kind'], true>>;
export type RoundViolation = Extract<WireViolation, { kind: keyof typeof ROUNDS }>;

export function isRoundViolation(violation: WireViolation): violation is RoundViolation {
  return violation.kind in ROUNDS;
}

/** What a refusal means that is about criteria, eligibility and rounds. */
export function roundViolationWords(violation: RoundViolation): string {
  switch (violation.kind) {
    case 'WeightsDoNotSum':
      return t`The weights add up to ${violation.total} %, not to 100 %. Nothing was recorded. Change them until they do.`;
    case 'ScoreOutsideScale':
      return t`${violation.score} is more than ${violation.scale}, with which the scale ends. Nothing was recorded. Give a score from 0 to ${violation.scale}.`;
    case 'CodesUnknown':
      return t`No country and no imported group goes by ${violation.codes.join(', ')}. Nothing was recorded. Check the codes, or import the group first.`;
    case 'NotEligible':
      return t`“${violation.position}” is in ${violation.country}, which “${violation.ruleSet}” does not make eligible today. Nothing was recorded.`;
    case 'RuleSetNotInForce':
      return t`The rules “${violation.ruleSet}” are not in force on ${formatDate(violation.on)}. Nothing was recorded. Check their days, or choose others.`;
    case 'RoundNotIn':
      return t`The round is ${roundStateWord(violation.state)}. Nothing was recorded. This is done while it is ${roundStateWord(violation.needed)}.`;
    case 'RoundStepNotAllowed':
      return t`A round does not go from “${roundStateWord(violation.from)}” to “${roundStateWord(violation.to)}”. Nothing was changed.`;
    case 'RoundChanged':
      return t`Somebody took the round from “${roundStateWord(violation.expected)}” to “${roundStateWord(violation.actual)}” meanwhile. Nothing was changed. Look at the page again.`;
    case 'ProposalsNotScored':
      return plural(violation.count, {
        one: '# proposal is not scored by every criterion yet. Nothing was changed.',
        other: '# proposals are not scored by every criterion yet. Nothing was changed.',
      });
    case 'AlreadyInRound':
      return t`“${violation.position}” is in this round already. Nothing was recorded.`;
  }
}
