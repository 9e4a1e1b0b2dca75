import { parseDate } from '@dcc/domain/calendar-date';
import { Trans } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatDate } from '../../ui/format.ts';

/** The day the statement stands on: typed, or the end of a year; the address keeps it. */
export function AsOfChoice({ asOf, today }: { readonly asOf: string; readonly today: string }) {
  const navigate = useNavigate({ from: '/statement' });
  const year = Number(today.slice(0, 4));
  const choose = (text: string) => {
    const day = parseDate(text);
    // While somebody types, the day passes through others that nobody means.
    if (day !== null && day <= today) void navigate({ search: day === today ? {} : { asOf: day }, replace: true });
  };
  return (
    <span className="statement__choice">
      <label>
        <Trans>As of</Trans>{' '}
        <input
          type="date"
          max={today}
          key={asOf}
          defaultValue={asOf}
          onChange={(event) => choose(event.target.value)}
        />
      </label>
      {[year - 1, year - 2].map((ended) => (
        <Link key={ended} to="/statement" search={{ asOf: `${ended}-12-31` }}>
          {formatDate(`${ended}-12-31`)}
        </Link>
      ))}
      {asOf === today ? null : (
        <Link to="/statement">
          <Trans>Today</Trans>
        </Link>
      )}
    </span>
  );
}
