import './notice.css';
import type { ReactNode } from 'react';

type NoticeProps = { readonly tone: 'info' | 'done' | 'warning' | 'refused'; readonly children: ReactNode };

/** A message that is also read aloud: at once when something was refused, else when there is a pause. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div className={`notice notice--${tone}`} role={tone === 'refused' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
