import { t } from '@lingui/core/macro';
import type { Overview } from '../../api/views.ts';
import { formatDate, formatMoneyWhole, signOf } from '../../ui/format.ts';

/** What changed since the committee last decided, in one sentence; `null` before its first decision. */
export function sinceDecisionWords({ sinceDecision }: Pick<Overview, 'sinceDecision'>): string | null {
  if (sinceDecision === null) return null;
  const { reference, received, signed, transferred, spent } = sinceDecision;
  const on = formatDate(sinceDecision.decidedOn);
  const changes = [
    { amount: received, words: t`${formatMoneyWhole(received)} received` },
    { amount: signed, words: t`${formatMoneyWhole(signed)} signed` },
    { amount: transferred, words: t`${formatMoneyWhole(transferred)} sent to hosts` },
    { amount: spent, words: t`${formatMoneyWhole(spent)} reported spent` },
  ].filter(({ amount }) => signOf(amount.amount) !== 0);
  if (changes.length === 0) return t`No money has moved since decision ${reference} of ${on}.`;
  const list = new Intl.ListFormat('en', { type: 'unit' }).format(changes.map(({ words }) => words));
  return t`Since decision ${reference} of ${on}: ${list}.`;
}
