import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { EntryList } from '../../api/views.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatMoney } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { AccountMeaning } from './account-meaning.tsx';
import { CertifyAction } from './certify-dialog.tsx';
import { filterParts } from './filter-words.ts';
import { ledgerColumns } from './ledger-columns.tsx';
import { LedgerFilter } from './ledger-filter.tsx';
import { LedgerPages } from './ledger-pages.tsx';
import { ledgerOrder, ledgerQuery } from './ledger-search.ts';

const route = getRouteApi('/signed-in/ledger');

/** Every entry, the newest first unless asked otherwise; a figure of another page arrives here as a filter. */
export function LedgerPage() {
  const search = route.useSearch();
  const { data: list } = useSuspenseQuery(api.ledger.list.queryOptions(ledgerQuery(search)));
  const parts = filterParts(search, list.filterNames);
  const order = ledgerOrder(search);
  return (
    <>
      <PageHead
        asOf={list.asOf}
        sentence={sentence(list, parts.length > 0)}
        below={parts.map((part) => part.words).join(' · ')}
        actions={<CertifyAction rows={list.rows} />}
      />
      <LedgerFilter search={search} parts={parts} />
      {search.account === undefined ? null : <AccountMeaning account={search.account} parts={parts} />}
      <Section
        title={orderWords(order)}
        note={<Trans>An entry is never changed or removed; a mistake is corrected by an entry that reverses it.</Trans>}
      >
        {list.rows.length === 0 ? (
          <EmptyState>
            {parts.length === 0 ? (
              <Trans>The ledger is empty. It begins with the first pledge, agreement or deposit.</Trans>
            ) : (
              <Trans>No entry matches all of this. Remove a part of the choice.</Trans>
            )}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={
                search.account === undefined
                  ? t`What each entry moves, US dollars`
                  : t`What each entry adds to the account, US dollars; a credit is negative`
              }
              columns={ledgerColumns(list.total)}
              rows={list.rows}
              rowKey={(row) => row.id}
              fileName="ledger"
              order={order}
              {...(list.total === null ? {} : { totalLabel: t`All` })}
            />
            <LedgerPages list={list} />
          </>
        )}
      </Section>
    </>
  );
}

function sentence(list: EntryList, chosen: boolean): string {
  if (list.rowCount === 0) return chosen ? t`No entry matches` : t`Nothing is recorded yet`;
  const count = plural(list.rowCount, { one: 'One entry', other: '# entries' });
  return list.total === null ? count : t`${count}, together ${formatMoney(list.total)}`;
}

function orderWords({ by, direction }: ReturnType<typeof ledgerOrder>): string {
  if (by === 'number') return direction === 'desc' ? t`Entries, newest first` : t`Entries, oldest first`;
  return direction === 'desc'
    ? t`Entries by effective date, latest first`
    : t`Entries by effective date, earliest first`;
}
