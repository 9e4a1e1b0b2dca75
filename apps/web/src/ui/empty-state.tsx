import './empty-state.css';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** What is not there, and what would bring it. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state__sentence">{children}</p>
      {action}
    </div>
  );
}
