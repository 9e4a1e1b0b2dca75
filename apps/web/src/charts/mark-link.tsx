import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type MarkLinkProps = {
  /** Where the mark leads: another page, or the same one with something chosen. */
  readonly href?: string | undefined;
  readonly search?: Readonly<Record<string, string>> | undefined;
  readonly spoken: string;
  readonly children: ReactNode;
};

/** A mark that leads somewhere, or an image in words where it leads nowhere. */
export function MarkLink({ href, search, spoken, children }: MarkLinkProps) {
  if (search !== undefined) {
    const chosen = ((before: Record<string, unknown>) => ({ ...before, ...search })) as never;
    return (
      <Link to="." search={chosen} resetScroll={false} activeProps={{}}>
        {children}
      </Link>
    );
  }
  if (href !== undefined) return <Link to={href}>{children}</Link>;
  return (
    <g role="img" aria-label={spoken}>
      {children}
    </g>
  );
}
