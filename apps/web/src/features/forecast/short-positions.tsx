import { Trans } from '@lingui/react/macro';
import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { ForecastFacts } from '../../api/views.ts';
import { formatMoneyWhole, formatMonth } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { usd } from './facts.ts';
import type { Run } from './runs.ts';

/** Which positions are not paid to their end, from when, and what the first year lacks. */
export function ShortPositions({ data, shown }: { readonly data: ForecastFacts; readonly shown: Run }) {
  const known = new Map(data.positions.map((position) => [position.id, position]));
  const short = shown.forecast.positions.flatMap((outcome) =>
    outcome.shortOn === null ? [] : [{ ...outcome, month: formatMonth(outcome.shortOn) }],
  );
  if (short.length === 0) return null;
  const supposed = short.filter(({ id }) => !known.has(id)).length;
  return (
    <Section title={<Trans>Not paid to their end</Trans>}>
      <ul className="short-positions">
        {short.map(({ id, month, short: lacking }) => {
          const position = known.get(id);
          const amount = formatMoneyWhole(usd(lacking));
          return position === undefined ? null : (
            <li key={id}>
              <Link to="/positions/$id" params={{ id }}>
                {position.title}
              </Link>{' '}
              <span className="soft">{t`${position.organization}: ${amount} missing in ${month}`}</span>
            </li>
          );
        })}
        {supposed === 0 ? null : (
          <li className="soft">
            {plural(supposed, {
              one: '# of the positions that this scenario adds',
              other: '# of the positions that this scenario adds',
            })}
          </li>
        )}
      </ul>
    </Section>
  );
}
