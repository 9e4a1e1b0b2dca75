import '../ui/form-fields.css';
import { parseDate } from '@dcc/domain/calendar-date';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';
import { Button } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { useChoices } from './choices.ts';
import { CompareChoice } from './compare-choice.tsx';
import { StandLink } from './standpoint-control.tsx';
import { type Stand, standing, useStandpoint } from './standpoint.ts';

/** A day that was typed, `undefined` for none, for today and for one that has not come. */
function dayOf(form: FormData, name: string, today: string): Stand['asOf'] {
  const typed = form.get(name);
  const day = typeof typed === 'string' ? parseDate(typed) : null;
  return day === null || day >= today ? undefined : day;
}

/** Which day to stand on, and with which to compare it. */
export function StandpointChoice({ asOf, onSame }: { readonly asOf: string; readonly onSame: () => void }) {
  const { stand, today } = useStandpoint();
  const navigate = useNavigate();
  const ids = useId();
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const next = { asOf: dayOf(form, 'asOf', today), knownOn: dayOf(form, 'knownOn', today) };
    if (next.asOf === stand.asOf && next.knownOn === stand.knownOn) onSame();
    else void navigate({ to: '.', search: standing(next) as never });
  };
  return (
    <>
      <form className="standpoint__form" onSubmit={choose}>
        <div className="field">
          <label className="field__label" htmlFor={`${ids}-as-of`}>
            <Trans>As of</Trans>
          </label>
          <input
            className="field__control"
            type="date"
            id={`${ids}-as-of`}
            name="asOf"
            max={today}
            defaultValue={asOf}
            aria-describedby={`${ids}-as-of-hint`}
          />
          <span className="field__hint" id={`${ids}-as-of-hint`}>
            <Trans>What had taken effect by the end of that day.</Trans>
          </span>
        </div>
        <div className="field">
          <label className="field__label" htmlFor={`${ids}-known-on`}>
            <Trans>As known on</Trans>
          </label>
          <input
            className="field__control"
            type="date"
            id={`${ids}-known-on`}
            name="knownOn"
            max={today}
            defaultValue={stand.knownOn ?? ''}
            aria-describedby={`${ids}-known-on-hint`}
          />
          <span className="field__hint" id={`${ids}-known-on-hint`}>
            <Trans>
              Only what was on record by the end of that day, in UTC: a report as it was then. Empty: all that is known
              today.
            </Trans>
          </span>
        </div>
        <span>
          <Button type="submit" look="primary">
            <Trans>Show</Trans>
          </Button>
        </span>
      </form>
      <QuickChoices today={today} />
      <CompareChoice asOf={asOf} onSame={onSame} />
    </>
  );
}

const YEARS_BACK = [1, 2, 3];

/** Today, the ends of the last years, and the day on which the committee last decided. */
function QuickChoices({ today }: { readonly today: string }) {
  const { lastDecision } = useChoices();
  const ends = YEARS_BACK.map((back) => parseDate(`${Number(today.slice(0, 4)) - back}-12-31`));
  const decided = lastDecision === null ? null : parseDate(lastDecision.decidedOn);
  return (
    <p className="standpoint__quick">
      <StandLink stand={{ asOf: undefined, knownOn: undefined }}>
        <Trans>Today</Trans>
      </StandLink>
      {decided === null || lastDecision === null ? null : (
        <StandLink stand={{ asOf: decided, knownOn: undefined }}>
          <Trans>
            Decision {lastDecision.reference}, {formatDate(decided)}
          </Trans>
        </StandLink>
      )}
      {ends.map((end) =>
        end === null ? null : (
          <StandLink key={end} stand={{ asOf: end, knownOn: undefined }}>
            {formatDate(end)}
          </StandLink>
        ),
      )}
    </p>
  );
}
