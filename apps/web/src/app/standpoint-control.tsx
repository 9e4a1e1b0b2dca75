import './standpoint-control.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useId, useRef, useState } from 'react';
import { formatDate } from '../ui/format.ts';
import { type Stand, standing, useStandpoint } from './standpoint.ts';

// Fetched when somebody first chooses.
const Choice = lazy(async () => ({ default: (await import('./standpoint-choice.tsx')).StandpointChoice }));

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
        <Suspense>{open ? <Choice asOf={asOf} onSame={() => setOpenOn(null)} /> : null}</Suspense>
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
