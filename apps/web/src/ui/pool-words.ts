import type { ContributionRow } from '../api/views.ts';
import { earmarkingWord } from '../app/state-words.ts';

/** A pool with its rule: `Women in science (tightly earmarked)`; the rule once where the name already says it. */
export function poolWords({ name, earmarking }: ContributionRow['pool']): string {
  const rule = earmarkingWord(earmarking);
  return name.toLowerCase() === rule.toLowerCase() ? name : `${name} (${rule})`;
}
