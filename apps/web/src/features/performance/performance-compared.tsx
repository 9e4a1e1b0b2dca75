import { t } from '@lingui/core/macro';
import type { Performance } from '../../api/views.ts';
import { countChange, percentChange } from '../../ui/change.tsx';
import { comparedMoney, comparedNumber, type ComparedRow } from '../../ui/compared-table.tsx';
import { formatPercent } from '../../ui/format.ts';
import { monthsWords } from './performance-sentences.ts';

/** A percentage beside what it was; left out while there is none. */
function comparedPercent(key: string, words: string, now: string | null, then: string | null): ComparedRow[] {
  if (now === null) return [];
  return [
    {
      key,
      words,
      now: <span className="number">{formatPercent(now)}</span>,
      csv: { number: now },
      changed: then === null ? null : percentChange(now, then),
    },
  ];
}

/** How the fund performs beside how it did on an earlier day. */
export function comparedRows(now: Performance, then: Performance): ComparedRow[] {
  const { toFill } = now.pipeline;
  const [days, daysThen] = [toFill.medianDays, then.pipeline.toFill.medianDays];
  const sponsored = ({ places }: Performance) => places.reduce((sum, { positions }) => sum + positions, 0);
  const number = (key: string, words: string, of: (data: Performance) => number) =>
    comparedNumber({ key, words }, of(now), countChange(of(now), of(then)));
  return [
    number('proposed', t`Positions proposed`, ({ positions }) => positions),
    number('sponsored', t`Positions sponsored`, sponsored),
    number('filled', t`Posts filled`, ({ pipeline }) => pipeline.toFill.filled),
    ...(days === null
      ? []
      : [
          comparedNumber(
            { key: 'days', words: t`Time to fill, the middle one, days` },
            days,
            daysThen === null ? null : countChange(days, daysThen),
          ),
        ]),
    comparedMoney(
      { key: 'spent', words: t`Spent on posts with an estimate` },
      now.costs.total.spent,
      then.costs.total.spent,
    ),
    comparedMoney(
      { key: 'estimated', words: t`Estimated for the same days` },
      now.costs.total.estimated,
      then.costs.total.estimated,
    ),
    ...comparedPercent('difference', t`Spent beyond the estimate`, now.costs.total.percent, then.costs.total.percent),
    ...now.retention.flatMap(({ months, percent }) =>
      comparedPercent(
        `stayed ${months}`,
        t`Stayed in the United Nations system, ${monthsWords(months)}`,
        percent,
        then.retention.find((row) => row.months === months)?.percent ?? null,
      ),
    ),
    number('risks', t`Risks that the records point to`, ({ risks }) => risks.found.length),
  ];
}
