import '../../ui/view-choice.css';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { PositionsSearch } from './positions-search.ts';

/** Table, board, timeline or states of the same positions; the address keeps which. */
export function PositionViews({ view }: Pick<PositionsSearch, 'view'>) {
  const views = [
    { key: undefined, words: t`Table` },
    { key: 'board', words: t`Board` },
    { key: 'timeline', words: t`Timeline` },
    { key: 'states', words: t`States` },
  ] as const;
  return (
    <nav className="view-choice" aria-label={t`How the positions are shown`}>
      {views.map(({ key, words }) => (
        <Link
          key={words}
          from="/positions"
          to="."
          search={(before) => ({ ...before, view: key, page: 1 })}
          resetScroll={false}
          activeProps={{}}
          activeOptions={{ includeSearch: true, explicitUndefined: true }}
          className="view-choice__one"
          aria-current={view === key ? 'true' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
