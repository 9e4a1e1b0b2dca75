import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { NotFoundPage } from '../../app/problem-pages.tsx';
import { useStandpoint } from '../../app/standpoint.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { isFigureName } from '../../ui/figure-name.ts';
import { madeFigure, type Part } from './made-figures.ts';

const route = getRouteApi('/signed-in/figures/$id');

/** One figure that is made of others: what it means, how it is reckoned, and each figure in it, which opens its own entries. */
export function FigurePage() {
  const { id } = route.useParams();
  const { data: overview } = useSuspenseQuery(api.overview.get.queryOptions(useStandpoint().stand));
  if (!isFigureName(id)) return <NotFoundPage />;
  const figure = madeFigure(id, overview);
  return (
    <>
      <PageHead
        asOf={overview.asOf}
        above={
          <Link to="/">
            <Trans>Overview</Trans>
          </Link>
        }
        sentence={figure.value === null ? t`${figure.name}: nothing to reckon yet` : `${figure.name}: ${figure.value}`}
      />
      <div className="page-parts">
        <Section title={<Trans>What this figure is</Trans>}>
          <Facts
            facts={[
              { key: 'meaning', label: <Trans>Meaning</Trans>, value: figure.meaning },
              { key: 'formula', label: <Trans>Formula</Trans>, value: figure.formula },
              { key: 'basis', label: <Trans>Basis</Trans>, value: figure.basis },
            ]}
          />
        </Section>
        <Section title={<Trans>What it is made of</Trans>}>
          {figure.parts.length === 0 ? (
            <EmptyState>
              <Trans>There is nothing in it yet.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`What it is made of, US dollars; select an amount to see its entries`}
              columns={columns()}
              rows={figure.parts}
              rowKey={({ key }) => key}
              fileName={id}
            />
          )}
        </Section>
      </div>
    </>
  );
}

function columns(): Column<Part>[] {
  return [
    { key: 'part', head: t`Part`, rowHead: true, cell: (part) => <PartWords part={part} />, csv: ({ words }) => words },
    {
      key: 'amount',
      head: t`US$`,
      align: 'end',
      cell: ({ money, entries = null }) => <FigureLink figure={{ amount: money, entries }} as="plain" />,
      csv: ({ money }) => ({ number: money.amount }),
    },
  ];
}

function PartWords({ part: { words, page } }: { readonly part: Part }) {
  return page === undefined ? (
    words
  ) : (
    <Link to={page.to} params={{ id: page.id }}>
      {words}
    </Link>
  );
}
