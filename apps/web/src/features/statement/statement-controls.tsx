import '../../ui/filter-bar.css';
import { parseDate } from '@dcc/domain/calendar-date';
import { COLUMN_KINDS, type ColumnKind } from '@dcc/domain/reports/statement-columns';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import type { Statement } from '../../api/views.ts';
import { yearOfPeriod } from './statement-search.ts';

/** What a person may choose of the statement; the address keeps it. */
export function StatementControls({ statement }: { readonly statement: Statement }) {
  return (
    <div className="filter-bar" role="group" aria-label={t`What the statement shows`}>
      <PeriodChoice statement={statement} />
      <FromChoice from={statement.from} today={statement.today} />
      <ColumnsChoice by={statement.by} />
      <CertifiedSwitch certifiedOnly={statement.certifiedOnly} />
    </div>
  );
}

const ALL = 'all';
const OTHER = 'other';

/** Since the beginning, or one year: a year is its first day and the day the statement stands on. */
function PeriodChoice({ statement: { from, asOf, today, firstYear } }: { readonly statement: Statement }) {
  const navigate = useNavigate({ from: '/statement' });
  const id = useId();
  const thisYear = Number(today.slice(0, 4));
  const first = Math.min(firstYear ?? thisYear, thisYear);
  const years = Array.from({ length: thisYear - first + 1 }, (_, index) => String(thisYear - index));
  const year = yearOfPeriod(from, asOf, today);
  const value = from === null ? ALL : year === null ? OTHER : String(year);
  const choose = (chosen: string) => {
    if (chosen === OTHER) return;
    const ends = chosen === ALL || Number(chosen) === thisYear ? undefined : parseDate(`${chosen}-12-31`);
    void navigate({
      search: (before) => ({
        ...before,
        from: chosen === ALL ? undefined : (parseDate(`${chosen}-01-01`) ?? undefined),
        asOf: chosen === ALL ? before.asOf : (ends ?? undefined),
      }),
      resetScroll: false,
    });
  };
  return (
    <span className="filter-bar__field">
      <label htmlFor={id}>
        <Trans>Period</Trans>
      </label>
      <select id={id} className="filter-bar__control" value={value} onChange={(event) => choose(event.target.value)}>
        <option value={ALL}>{t`Since the beginning`}</option>
        {years.map((each) => (
          <option key={each} value={each}>
            {each === String(thisYear) ? t`${each}, so far` : each}
          </option>
        ))}
        {value === OTHER ? <option value={OTHER}>{t`From a day`}</option> : null}
      </select>
    </span>
  );
}

function FromChoice({ from, today }: { readonly from: string | null; readonly today: string }) {
  const navigate = useNavigate({ from: '/statement' });
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null && document.activeElement !== input.current) input.current.value = from ?? '';
  }, [from]);
  const choose = (text: string) => {
    const day = parseDate(text);
    // While somebody types, the day passes through others that nobody means.
    if ((text !== '' && day === null) || text === (from ?? '') || text > today) return;
    void navigate({
      search: (before) => ({ ...before, from: day ?? undefined }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <span className="filter-bar__field">
      <label htmlFor={id}>
        <Trans>From</Trans>
      </label>
      <input
        ref={input}
        id={id}
        className="filter-bar__control"
        type="date"
        max={today}
        defaultValue={from ?? ''}
        onChange={(event) => choose(event.target.value)}
      />
    </span>
  );
}

function ColumnsChoice({ by }: { readonly by: ColumnKind | null }) {
  const navigate = useNavigate({ from: '/statement' });
  const id = useId();
  return (
    <span className="filter-bar__field">
      <label htmlFor={id}>
        <Trans>Show by</Trans>
      </label>
      <select
        id={id}
        className="filter-bar__control"
        value={by ?? ''}
        onChange={(event) =>
          void navigate({
            search: (before) => ({ ...before, by: COLUMN_KINDS.find((kind) => kind === event.target.value) }),
            resetScroll: false,
          })
        }
      >
        <option value="">{t`Total only`}</option>
        <option value="year">{t`Year`}</option>
        <option value="contributor">{t`Contributor`}</option>
        <option value="organization">{t`Host organization`}</option>
        <option value="position">{t`Position`}</option>
      </select>
    </span>
  );
}

/** Switched at once; the address and the figures follow. */
function CertifiedSwitch({ certifiedOnly }: { readonly certifiedOnly: boolean }) {
  const navigate = useNavigate({ from: '/statement' });
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.checked = certifiedOnly;
  }, [certifiedOnly]);
  return (
    <span className="statement__switch">
      <input
        ref={box}
        type="checkbox"
        id={id}
        defaultChecked={certifiedOnly}
        onChange={(event) => {
          const certified = event.target.checked ? 'only' : undefined;
          void navigate({ search: (before) => ({ ...before, certified }), replace: true, resetScroll: false });
        }}
      />
      <label htmlFor={id}>
        <Trans>Certified entries only</Trans>
      </label>
    </span>
  );
}
