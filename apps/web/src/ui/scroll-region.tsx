import type { ReactNode } from 'react';

type ScrollRegionProps = { readonly className: string; readonly label: string; readonly children: ReactNode };

/** Something wider than a phone, scrolled in its own box: reachable by Tab, so that the arrow keys can move it. */
export function ScrollRegion({ className, label, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must take the focus (WCAG 2.1.1).
    <div className={`scroll-region ${className}`} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
