import type { Gate } from '@dcc/domain/positions/step-table';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const GATES: Record<Gate, MessageDescriptor> = {
  terms: msg`once every field of the terms of reference is written`,
  reason: msg`with a reason`,
  'early-reason': msg`with a reason, where the contract ends early`,
  'year-money': msg`once the contract year is reserved whole by decision, and its pools hold the cash`,
  review: msg`once priority, evaluation and the contributor’s agreement are on record, from year 3 the share of the host too`,
  supersession: msg`in the place of the decision that approved it`,
};

/** What a gate of the life of a position waits for. */
export const gateWords = (gate: Gate): string => i18n._(GATES[gate]);
