import {
  EXPOSED_PERCENT,
  type Grade,
  IMPACT_MARKS,
  LIKELIHOOD_MARKS,
  type RiskKind,
} from '@dcc/domain/performance/risks';
import { plural, t } from '@lingui/core/macro';
import type { Performance } from '../../api/views.ts';
import { amountWords } from '../../ui/amount-words.ts';
import { formatPercent } from '../../ui/format.ts';
import { daysWords } from './performance-sentences.ts';

type Risk = Performance['risks']['found'][number];

export function gradeWord(grade: Grade): string {
  switch (grade) {
    case 'low':
      return t`low`;
    case 'medium':
      return t`medium`;
    case 'high':
      return t`high`;
  }
}

/** What can go wrong, in a few words. */
export function riskWord(kind: RiskKind): string {
  switch (kind) {
    case 'year-not-funded':
      return t`Contract years without money`;
    case 'instalment-overdue':
      return t`Instalments that are late`;
    case 'one-contributor':
      return t`Much rests on one contributor`;
    case 'currency':
      return t`Money expected in other currencies`;
    case 'report-missing':
      return t`Hosts that have not reported`;
    case 'slow-recruitment':
      return t`Recruitment that takes long`;
  }
}

/** Tenths of a percent as people read them: 125 is `12.5 %`. */
const tenths = (value: number): string => formatPercent((value / 10).toFixed(1));

/** What was measured of a risk, which its likelihood is graded by. */
export function measureWords({ kind, signs, measure }: Pick<Risk, 'kind' | 'signs' | 'measure'>): string {
  switch (kind) {
    case 'year-not-funded': {
      const years = plural(signs, { one: '# year', other: '# years' });
      if (measure >= 0) return t`${years}; one has begun`;
      return t`${years}; the first begins in ${daysWords(-measure)}`;
    }
    case 'instalment-overdue':
      return plural(signs, {
        one: `# instalment, late by ${daysWords(measure)}`,
        other: `# instalments, the oldest late by ${daysWords(measure)}`,
      });
    case 'one-contributor':
      return measure === 0 ? t`nothing of it is late` : t`its oldest instalment is late by ${daysWords(measure)}`;
    case 'currency':
      return t`the rate of one moved by ${tenths(measure)} in twelve months`;
    case 'report-missing':
      return measure <= 0 ? t`due in ${daysWords(-measure)}` : t`late by ${daysWords(measure)}`;
    case 'slow-recruitment':
      return plural(signs, {
        one: `# position, advertised ${daysWords(measure)} ago`,
        other: `# positions, the first advertised ${daysWords(measure)} ago`,
      });
  }
}

/** By which marks a risk is graded: the rule, in words. */
export function ruleWords(kind: RiskKind): string {
  const { medium, high } = LIKELIHOOD_MARKS[kind];
  switch (kind) {
    case 'year-not-funded':
      return t`At stake: what is not reserved of years of sponsored positions that are not over. Likelihood: medium from ${-medium} days before such a year begins, high from ${-high} days.`;
    case 'instalment-overdue':
      return t`At stake: what is late. Likelihood: medium after ${medium} days, high after ${high}.`;
    case 'one-contributor':
      return t`At stake: what the contributor that promises most has signed or pledged and not paid. Likelihood: medium once an instalment of it is late, high after ${high} days.`;
    case 'currency':
      return t`At stake: ${EXPOSED_PERCENT} percent of what is promised in other currencies. Likelihood: medium where the rate of one of them moved by ${tenths(medium)} in twelve months, high from ${tenths(high)}.`;
    case 'report-missing':
      return t`At stake: what a host was sent in a past year on which it has reported nothing. Likelihood: medium after 30 April of the next year, high after ${high} days more.`;
    case 'slow-recruitment':
      return t`At stake: what is reserved for positions for which nobody is selected. Likelihood: medium after ${medium} days from the advertisement, high after ${high}.`;
  }
}

export function impactRule(): string {
  return t`Impact is the share of the cash balance that is at stake: medium from ${IMPACT_MARKS.medium} percent, high from ${IMPACT_MARKS.high}.`;
}

/** The gravest risk. */
export function risksTitle({ found }: Performance['risks']): string {
  const [first] = found;
  if (first === undefined) return t`The records point to no risk`;
  const [name, amount] = [riskWord(first.kind), amountWords(first.atStake)];
  return t`The gravest risk: ${name.charAt(0).toLowerCase() + name.slice(1)}, ${amount} at stake`;
}
