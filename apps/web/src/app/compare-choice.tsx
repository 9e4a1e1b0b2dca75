import { addMonths, dayBefore, parseDate } from '@dcc/domain/calendar-date';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from '../ui/button.tsx';
import { useSession } from './session.ts';
import { SinceLastMeeting } from './since-last-meeting.tsx';
import { comparing, type StandpointSearch, useAddressComparison } from './standpoint.ts';

type CompareChoiceProps = { readonly asOf: string; readonly onSame: () => void };

/** With which earlier day the figures are compared: the last meeting, a year ago, the end of the year before, or any day. */
export function CompareChoice({ asOf, onSame }: CompareChoiceProps) {
  const compareWith = useAddressComparison();
  const navigate = useNavigate();
  const id = useId();
  const mayAsk = useSession().may('committee.read').allowed;
  const on = parseDate(asOf);
  if (on === null) return null;
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('compareWith');
    const day = typeof typed === 'string' ? (parseDate(typed) ?? undefined) : undefined;
    if (day === compareWith) onSame();
    else void navigate({ to: '.', search: comparing(day) as never, resetScroll: false });
  };
  return (
    <section className="standpoint__compare" aria-label={t`Compare`}>
      <form className="standpoint__form" onSubmit={choose}>
        <div className="field">
          <label className="field__label" htmlFor={id}>
            <Trans>Compare with</Trans>
          </label>
          <input
            className="field__control"
            type="date"
            id={id}
            name="compareWith"
            max={dayBefore(on)}
            defaultValue={compareWith ?? ''}
            aria-describedby={`${id}-hint`}
          />
          <span className="field__hint" id={`${id}-hint`}>
            <Trans>An earlier day. Figures then show what they were and what lies between. Empty: no comparison.</Trans>
          </span>
        </div>
        <span>
          <Button type="submit">
            <Trans>Compare</Trans>
          </Button>
        </span>
      </form>
      <p className="standpoint__quick">
        {mayAsk ? <SinceLastMeeting asOf={asOf} onSame={onSame} /> : null}
        <CompareLink day={addMonths(on, -12)}>
          <Trans>A year ago</Trans>
        </CompareLink>
        <CompareLink day={parseDate(`${Number(asOf.slice(0, 4)) - 1}-12-31`) ?? undefined}>
          <Trans>End of the previous year</Trans>
        </CompareLink>
        {compareWith === undefined ? null : (
          <CompareLink day={undefined}>
            <Trans>Stop comparing</Trans>
          </CompareLink>
        )}
      </p>
    </section>
  );
}

type CompareLinkProps = { readonly day: StandpointSearch['compareWith']; readonly children: ReactNode };

/** The same page beside another day, or beside none. */
function CompareLink({ day, children }: CompareLinkProps) {
  return (
    <Link to="." search={comparing(day) as never} resetScroll={false}>
      {children}
    </Link>
  );
}
