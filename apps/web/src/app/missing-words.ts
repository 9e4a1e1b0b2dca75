import { t } from '@lingui/core/macro';
import type { WireViolation } from '../api/refusal.ts';
import { termsFieldWord } from './life-words.ts';
import { formatMoney } from '../ui/format.ts';

/** One thing that a step of a position waits for. */
export type Missing = Extract<WireViolation, { kind: 'GateClosed' }>['missing'][number];

/** What a step waits for, in a sentence with its numbers. */
export function missingWords(missing: Missing): string {
  switch (missing.what) {
    case 'reason':
      return t`It needs a reason: write it into the note.`;
    case 'terms':
      return t`The terms of reference lack: ${missing.fields.map(termsFieldWord).join(', ')}.`;
    case 'finding':
      return findingMissing(missing);
    case 'supersession':
      return missing.by === null
        ? t`No decision on record approved the post, so none can take its place.`
        : t`The post was approved by ${missing.by}: only a decision that takes the place of that one takes it back.`;
    case 'year-unknown':
      return t`Year ${missing.year} has no cost on record.`;
    case 'year-not-reserved':
      return t`Year ${missing.year} costs ${formatMoney(missing.cost)} and only ${formatMoney(missing.allocated)} is allocated.`;
    case 'cash-not-arrived':
      return t`The pool “${missing.pool}” lacks ${formatMoney(missing.short)} in cash for what it has reserved.`;
    default:
      return unknown(missing);
  }
}

function findingMissing({ finding, year, found }: Extract<Missing, { what: 'finding' }>): string {
  const nothing = found === 'nothing';
  switch (finding) {
    case 'priority':
      return nothing
        ? t`Nobody has confirmed the priority for year ${year}.`
        : t`Year ${year} is no priority any more.`;
    case 'evaluation':
      return nothing
        ? t`No evaluation before year ${year} is on record.`
        : t`The evaluation before year ${year} is not satisfactory.`;
    case 'agreement':
      return nothing
        ? t`No contributor has agreed to year ${year}.`
        : t`The contributor does not agree to year ${year}.`;
    case 'cost-share':
      return nothing
        ? t`The share that the host bears of year ${year} is not on record.`
        : t`The host bears no share of year ${year}.`;
    default:
      return unknown(finding);
  }
}

/** A newer server may wait for something that this page does not know: types forbid it here, people still get a sentence. */
function unknown(missing: never): string {
  void missing;
  return t`It waits for something that this page does not know yet: reload it.`;
}
