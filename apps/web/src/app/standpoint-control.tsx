import './standpoint-control.css';
import '../ui/form-fields.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { parseDate } from '@dcc/domain/calendar-date';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { useChoices } from './choices.ts';
import { type Stand, standing, useStandpoint } from './standpoint.ts';

/** The day that everything stands on, and the way to choose another: the address keeps it, and every link carries it along. */
export function StandpointControl({ asOf }: { readonly asOf: string }) {
  const href = useRouterState({ select: (state) => state.location.href });
  const [openOn, setOpenOn] = useState<string | null>(null);
  const { stand, past } = useStandpoint();
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  // It closes by itself once a choice has led somewhere.
  const open = openOn === href;
  useWaysOut(root, open, (byKey) => {
    setOpenOn(null);
    if (byKey) button.current?.focus();
  });
  const known = stand.knownOn === undefined ? null : formatDate(stand.knownOn);
  return (
    <span className={past ? 'standpoint standpoint--past' : 'standpoint'} ref={root}>
      <button
        type="button"
        className="standpoint__button"
        ref={button}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpenOn(open ? null : href)}
      >
        <span>
          <Trans>
            As of <strong>{formatDate(asOf)}</strong>
          </Trans>
          {known === null ? null : (
            <Trans>
              , as known on <strong>{known}</strong>
            </Trans>
          )}
        </span>
      </button>
      <div
        className="standpoint__panel no-print"
        id={panelId}
        role="group"
        aria-label={t`Choose the day`}
        hidden={!open}
      >
        {open ? <Choice asOf={asOf} onSame={() => setOpenOn(null)} /> : null}
      </div>
    </span>
  );
}

/** Escape and a press elsewhere close what is open. */
function useWaysOut(root: RefObject<HTMLElement | null>, open: boolean, close: (byKey: boolean) => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close(true);
    };
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) close(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  });
}

/** A day that was typed, `undefined` for none, for today and for one that has not come. */
function dayOf(form: FormData, name: string, today: string): Stand['asOf'] {
  const typed = form.get(name);
  const day = typeof typed === 'string' ? parseDate(typed) : null;
  return day === null || day >= today ? undefined : day;
}

function Choice({ asOf, onSame }: { readonly asOf: string; readonly onSame: () => void }) {
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

/** The same page from another standpoint. */
export function StandLink({
  stand,
  look,
  children,
}: {
  readonly stand: Stand;
  readonly look?: 'button';
  readonly children: ReactNode;
}) {
  return (
    <Link to="." search={standing(stand) as never} resetScroll={false} className={look}>
      {children}
    </Link>
  );
}
