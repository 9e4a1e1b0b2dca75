import './status-mark.css';
import type { ReactNode } from 'react';

/** `done` full, `open` ring, `free` diamond, `waiting` half, `short` triangle, `ended` dash: the shape says it without colour. */
export type Mark = 'done' | 'open' | 'free' | 'waiting' | 'short' | 'ended';

const SHAPES: Record<Mark, ReactNode> = {
  done: <circle cx="5" cy="5" r="4.5" fill="currentColor" />,
  open: <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  free: <path d="M5 0 10 5 5 10 0 5z" fill="currentColor" />,
  waiting: (
    <>
      <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 1.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" />
    </>
  ),
  short: <path d="M5 .5 9.8 9.5H.2z" fill="currentColor" />,
  ended: <path d="M1 4h8v2H1z" fill="currentColor" />,
};

/** A state in words behind a shape. */
export function StatusMark({ mark, children }: { readonly mark: Mark; readonly children: ReactNode }) {
  return (
    <span className={`status-mark status-mark--${mark}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[mark]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
