import { entriesOf } from '@dcc/domain/counted';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ContributorList, Money } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { contributorTypeWord } from '../../app/state-words.ts';
import { useComparison, useStandpoint } from '../../app/standpoint.ts';
import { sumOf } from '../../ui/amounts.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { Change, moneyChange } from '../../ui/change.tsx';
import { ContributorForm } from '../../ui/contributor-form.tsx';
import { overdueFigure, shareFigure } from '../../ui/common-figures.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDecimalText, signOf } from '../../ui/format.ts';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { contributorsSentence } from './contributors-sentence.ts';
import { sortContributors } from './sort-contributors.ts';

const route = getRouteApi('/signed-in/contributors');

/** Everybody who gives, with what is announced, signed, paid and late. */
export function ContributorsPage() {
  const order = route.useSearch();
  const { data: list } = useSuspenseQuery(api.contributors.list.queryOptions(useStandpoint().stand));
  const { on, earlier } = useComparison();
  const { data: before } = useSuspenseQuery(api.contributors.list.queryOptions(earlier));
  return (
    <>
      <PageHead
        asOf={list.asOf}
        facts={plural(list.rows.length, { one: '# contributor', other: '# contributors' })}
        sentence={contributorsSentence(list)}
        actions={<AddContributor />}
      />
      <Section title={<Trans>Contributors</Trans>}>
        {list.rows.length === 0 ? (
          <EmptyState>
            <Trans>The list begins with the first contributor that somebody adds.</Trans>
          </EmptyState>
        ) : (
          <DataTable
            caption={t`US dollars, whole; signed at the rate of the signature, received at the rate of each receipt`}
            columns={columnsOf(list, on === null ? null : before)}
            rows={sortContributors(list.rows, order)}
            rowKey={({ contributor }) => contributor.id}
            order={{ by: order.sort, direction: order.direction }}
            totalLabel={t`Total`}
            fileName="contributors"
          />
        )}
      </Section>
    </>
  );
}

function AddContributor() {
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <>
      <PermittedButton permission={may('contributor.create')} onClick={() => setOpen(true)}>
        <Trans>Add a contributor</Trans>
      </PermittedButton>
      {open ? <ContributorForm onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Row = ContributorList['rows'][number];
type Amounts = 'pledged' | 'signed' | 'received' | 'outstanding' | 'overdue';

/** How an amount differs from that of the day the page is compared with. */
function changeOf(before: ContributorList | null, now: Money, then: Money | undefined) {
  if (before === null) return null;
  return <Change on={before.asOf} changed={moneyChange(now, then ?? sumOf([], now.currency), 'plain')} />;
}

function columnsOf(list: ContributorList, before: ContributorList | null): Column<Row>[] {
  const { totals } = list;
  const rowsThen = new Map(before?.rows.map((row) => [row.contributor.id, row]));
  const amount = (key: Amounts, head: string): Column<Row> => ({
    key,
    head,
    align: 'end',
    sort: key,
    cell: (row) => (
      <>
        <Amount what={key} of={row} />
        {changeOf(before, row[key], rowsThen.get(row.contributor.id)?.[key])}
      </>
    ),
    csv: (row) => ({ number: row[key].amount }),
    total: (
      <>
        <Total what={key} list={list} />
        {changeOf(before, totals[key], before?.totals[key])}
      </>
    ),
  });
  return [
    {
      key: 'name',
      head: t`Contributor`,
      rowHead: true,
      sort: 'name',
      cell: ({ contributor }) => (
        <>
          <Link to="/contributors/$id" params={{ id: contributor.id }}>
            {contributor.name}
          </Link>
          <span className="data-table__second">{contributorTypeWord(contributor.type)}</span>
        </>
      ),
      csv: ({ contributor }) => contributor.name,
      inCsvToo: [{ head: t`Kind of contributor`, csv: ({ contributor }) => contributorTypeWord(contributor.type) }],
    },
    {
      key: 'count',
      head: t`Contributions`,
      align: 'end',
      cell: ({ contributions }) => contributions,
      csv: ({ contributions }) => ({ number: String(contributions) }),
    },
    amount('pledged', t`Pledged`),
    amount('signed', t`Signed`),
    amount('received', t`Received`),
    {
      key: 'share',
      head: t`Share of received`,
      align: 'end',
      cell: (row) => <Share row={row} all={totals.received} />,
      csv: ({ sharePercent }) => (sharePercent === null ? '' : { number: sharePercent }),
    },
    amount('outstanding', t`Outstanding`),
    amount('overdue', t`Overdue`),
  ];
}

/** With its decimal, so that the column lines up. */
function Share({ row: { contributor, received, sharePercent }, all }: { readonly row: Row; readonly all: Money }) {
  if (sharePercent === null) return <span className="soft">–</span>;
  const words = `${formatDecimalText(sharePercent)}\u00a0%`;
  const own = {
    words: t`Received from ${contributor.name}`,
    money: received,
    entries: entriesOf('received', { contributorId: contributor.id }),
  };
  const whole = { words: t`Received from all`, money: all, entries: entriesOf('received') };
  return (
    <MadeButton figure={() => shareFigure(words, own, whole, t`cash`)}>
      <span className="number">{words}</span>
    </MadeButton>
  );
}

function Amount({ what, of: row }: { readonly what: Amounts; readonly of: Row }) {
  const amount = row[what];
  if (signOf(amount.amount) === 0) return <span className="soft">–</span>;
  if (what === 'overdue') return <Overdue amount={amount} rows={[row]} />;
  return <FigureLink figure={{ amount, entries: entriesOf(what, { contributorId: row.contributor.id }) }} as="one" />;
}

function Total({ what, list: { totals, rows } }: { readonly what: Amounts; readonly list: ContributorList }) {
  const amount = totals[what];
  if (signOf(amount.amount) === 0) return <span className="soft">–</span>;
  if (what === 'overdue') return <Overdue amount={amount} rows={rows} />;
  return <FigureLink figure={{ amount, entries: entriesOf(what) }} as="one" />;
}

/** What is late, by who owes it. */
function Overdue({ amount, rows }: { readonly amount: Money; readonly rows: readonly Row[] }) {
  const parts = rows.map(({ contributor: { id, name }, overdue }) => ({
    key: id,
    words: name,
    money: overdue,
    page: { to: '/contributors/$id' as const, id },
  }));
  return (
    <span className="data-table__short">
      <MadeButton figure={() => overdueFigure(amount, parts)}>
        <MoneyText money={amount} as="one" />
      </MadeButton>
    </span>
  );
}
