import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parseSearch } from '../app/search-params.ts';

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
  if (href !== undefined) {
    // The query is handed over as such, so that the standpoint is added to it.
    const [to = '', query = ''] = href.split('?');
    return (
      <Link to={to} search={parseSearch(query) as never}>
        {children}
      </Link>
    );
  }
  return (
    <g role="img" aria-label={spoken}>
      {children}
    </g>
  );
}
