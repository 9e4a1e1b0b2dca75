import './panel-button.css';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, type RefObject, Suspense, useEffect, useId, useRef, useState } from 'react';

type PanelButtonProps = {
  /** Class of the whole, for what is its own about it. */
  readonly className: string;
  readonly label: ReactNode;
  /** What the panel is for, as screen readers say it. */
  readonly panelLabel: string;
  /** What the panel shows; rendered, and so fetched, only once it is open. */
  readonly children: (close: () => void) => ReactNode;
};

/** A quiet button of the head of a page that opens a panel below it. Escape, a press elsewhere and another address close it. */
export function PanelButton({ className, label, panelLabel, children }: PanelButtonProps) {
  const href = useRouterState({ select: (state) => state.location.href });
  const [openOn, setOpenOn] = useState<string | null>(null);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  // It closes by itself once a choice has led somewhere, and stays closed for who comes back.
  const open = openOn === href;
  if (openOn !== null && !open) setOpenOn(null);
  useWaysOut(root, open, (byKey) => {
    setOpenOn(null);
    if (byKey) button.current?.focus();
  });
  return (
    <span className={`panel-button ${className}`} ref={root}>
      <button
        type="button"
        className={`panel-button__button ${className}__button`}
        ref={button}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpenOn(open ? null : href)}
      >
        <span>{label}</span>
      </button>
      <div className="panel-button__panel no-print" id={panelId} role="group" aria-label={panelLabel} hidden={!open}>
        <Suspense>{open ? children(() => setOpenOn(null)) : null}</Suspense>
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
