import { plural, t } from '@lingui/core/macro';
import type { CommitteeRules, DraftDecision } from '../../api/views.ts';

type Share = CommitteeRules['quorum'];

/** A share in words: `at least 1/2`. */
export function shareWords({ bound, numerator, denominator }: Share): string {
  const part = `${numerator}/${denominator}`;
  return bound === 'at-least' ? t`at least ${part}` : t`more than ${part}`;
}

/** The quorum of a meeting or a decision: who is here, how many are needed. */
export function quorumWords({ present, seated, needed, reached }: NonNullable<DraftDecision['quorum']>): string {
  return reached
    ? t`Quorum: ${present} of ${seated} organizations here, ${needed} needed`
    : t`No quorum: ${present} of ${seated} organizations here, ${needed} needed`;
}

/** How the votes stand, and how many carry it. */
export function tallyWords({ tally, votesNeeded }: Pick<DraftDecision, 'tally' | 'votesNeeded'>): string {
  const { inFavour, against, abstained } = tally;
  const stand = t`${inFavour} for, ${against} against, ${abstained} abstain`;
  if (votesNeeded === null) return stand;
  return `${stand}; ${plural(votesNeeded, { one: '# vote for carries it', other: '# votes for carry it' })}`;
}
