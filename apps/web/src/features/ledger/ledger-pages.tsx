import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';
import type { EntryList } from '../../api/views.ts';
import { Button } from '../../ui/button.tsx';
import { formatDecimalText } from '../../ui/format.ts';
import type { LedgerSearch } from './ledger-search.ts';

type Ways = Pick<EntryList, 'before' | 'pageSize' | 'rowCount' | 'next' | 'previous'> & {
  readonly rows: readonly unknown[];
};

/** On to the next entries and back, by entry number, so that new entries do not shift the pages; and to any page by its number. */
export function LedgerPages({ list }: { readonly list: Ways }) {
  const { before, pageSize, rowCount, next, previous } = list;
  if (rowCount <= pageSize) return null;
  const toward = (beside: number, way: 'next' | 'previous') => (address: LedgerSearch) => ({
    ...address,
    beside,
    toward: way,
    page: undefined,
  });
  const [from, to, all] = [before + 1, before + list.rows.length, rowCount].map((count) =>
    formatDecimalText(String(count)),
  );
  return (
    <nav className="ledger-ways no-print" aria-label={t`Pages`}>
      <span>
        <Trans>
          {from}–{to} of {all}
        </Trans>
      </span>
      {previous === null ? null : (
        <Link from="/ledger" to="/ledger" search={toward(previous, 'previous')}>
          <Trans>Previous</Trans>
        </Link>
      )}
      {next === null ? null : (
        <Link from="/ledger" to="/ledger" search={toward(next, 'next')}>
          <Trans>Next</Trans>
        </Link>
      )}
      <PageChoice page={Math.floor(before / pageSize) + 1} pages={Math.ceil(rowCount / pageSize)} />
    </nav>
  );
}

function PageChoice({ page, pages }: { readonly page: number; readonly pages: number }) {
  const id = useId();
  const navigate = useNavigate({ from: '/ledger' });
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = Number(new FormData(event.currentTarget).get('page'));
    void navigate({ search: (address) => ({ ...address, page: asked, beside: undefined, toward: undefined }) });
  };
  const all = formatDecimalText(String(pages));
  return (
    <form className="ledger-ways__page" onSubmit={go}>
      <label htmlFor={id}>
        <Trans>Page</Trans>
      </label>
      <input
        key={page}
        id={id}
        name="page"
        type="number"
        inputMode="numeric"
        required
        min={1}
        max={pages}
        defaultValue={page}
      />
      <span>
        <Trans>of {all}</Trans>
      </span>
      <Button type="submit" look="quiet">
        <Trans>Go</Trans>
      </Button>
    </form>
  );
}
