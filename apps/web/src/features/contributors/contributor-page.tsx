import { givenEntries } from '@dcc/domain/counted';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api } from '../../api/client.ts';
import type { Contributor } from '../../api/views.ts';
import { contributorTypeWord } from '../../app/state-words.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { contributionColumns } from '../../ui/contribution-columns.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatMoneyWhole, formatPercent, type Scale, scaleFor, signOf } from '../../ui/format.ts';
import { type KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { contributorSentence, yearsSentence } from './contributors-sentence.ts';

// Recharts is fetched after the page stands.
const YearChart = lazy(async () => ({ default: (await import('../../charts/year-chart.tsx')).YearChart }));

const route = getRouteApi('/signed-in/contributors/$id');

/** One contributor: what it announced, signed and paid. A signed-in contributor sees this as its own page. */
export function ContributorPage() {
  const { id } = route.useParams();
  const { stand } = useStandpoint();
  const { data: page } = useSuspenseQuery(api.contributors.get.queryOptions({ id, ...stand }));
  const { contributor, figures, contributions } = page;
  const scale = scaleFor([figures.received.amount, figures.signed.amount, figures.pledged.amount]);
  return (
    <>
      <PageHead
        asOf={page.asOf}
        facts={plural(contributions.length, { one: '# contribution', other: '# contributions' })}
        above={
          <>
            <Link to="/contributors" search={{ sort: 'received', direction: 'desc' }}>
              <Trans>Contributors</Trans>
            </Link>{' '}
            / {contributor.name}, {contributorTypeWord(contributor.type)}
          </>
        }
        sentence={contributorSentence(page)}
      />
      <div className="page-parts">
        <KeyFigures figures={keyFigures(page, scale)} />
        <YearFigure page={page} scale={scale} />
        <Section title={<Trans>Contributions</Trans>}>
          {contributions.length === 0 ? (
            <EmptyState>
              <Trans>Its first pledge or agreement will stand here.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`US dollars, whole, latest first. The amount is in its own currency.`}
              columns={contributionColumns(totalsOf(page), {
                rows: contributions,
                about: { contributorId: contributor.id },
                withContributor: false,
              })}
              rows={contributions}
              rowKey={(row) => row.id}
              totalLabel={t`Total`}
              fileName={`contributions-${contributor.id}`}
            />
          )}
        </Section>
      </div>
    </>
  );
}

function totalsOf({ figures: { pledged, signed, received, outstanding, overdue } }: Contributor) {
  return {
    pledged: pledged.amount,
    signed: signed.amount,
    received: received.amount,
    outstanding: outstanding.amount,
    overdue: overdue.amount,
  };
}

function unitOf(scale: Scale): string {
  if (scale === 'million') return t`US$ million`;
  return scale === 'thousand' ? t`US$ thousand` : t`US$`;
}

function keyFigures({ figures, sharePercent }: Contributor, scale: Scale): KeyFigure[] {
  const unit = unitOf(scale);
  const late = signOf(figures.overdue.amount.amount) > 0;
  const overdue = formatMoneyWhole(figures.overdue.amount);
  const share = sharePercent === null ? null : formatPercent(sharePercent);
  return [
    {
      key: 'pledged',
      label: <Trans>Pledged</Trans>,
      value: <FigureLink figure={figures.pledged} as={scale} />,
      unit: `${unit}, ${t`announced, not signed`}`,
    },
    {
      key: 'signed',
      label: <Trans>Signed</Trans>,
      value: <FigureLink figure={figures.signed} as={scale} />,
      unit: `${unit}, ${t`agreements`}`,
    },
    {
      key: 'received',
      label: <Trans>Received</Trans>,
      value: <FigureLink figure={figures.received} as={scale} />,
      unit: `${unit}, ${t`cash, less refunds`}`,
      ...(share === null ? {} : { note: t`${share} of the fund` }),
    },
    {
      key: 'outstanding',
      label: <Trans>Still to come</Trans>,
      value: <FigureLink figure={figures.outstanding} as={scale} />,
      unit: `${unit}, ${t`signed, not received`}`,
      note: late ? t`${overdue} overdue` : t`nothing overdue`,
      tone: late ? 'short' : undefined,
    },
  ];
}

function YearFigure({ page: { contributor, byYear }, scale }: { readonly page: Contributor; readonly scale: Scale }) {
  const title = yearsSentence(byYear, contributor.name);
  return (
    <ChartFrame
      id="years"
      title={title}
      unit={t`${unitOf(scale)}, signed and received, by year of signature and of receipt`}
      summary={t`${title}. Two bars a year: what ${contributor.name} signed and what it paid. The table holds the figures.`}
      help={t`Signed counts in the year of the signature, at its rate; received counts in the year the cash came, at the rate of that day, less refunds.`}
      note={t`Source: ledger.`}
      legend={[
        { mark: 'signed', label: t`signed` },
        { mark: 'paid', label: t`received` },
      ]}
      data={{
        head: [t`Year`, t`Signed, US$`, t`Received, US$`],
        rows: byYear.map((row) => [
          String(row.year),
          ...(['signed', 'received'] as const).map((step) => ({
            number: row[step].amount,
            opens: { entries: givenEntries(step, row.year, { contributorId: contributor.id }) },
          })),
        ]),
      }}
      empty={<Trans>The years begin with the first agreement.</Trans>}
    >
      <Suspense fallback={<Skeleton height="240px" />}>
        <YearChart years={byYear} scale={scale} label={title} />
      </Suspense>
    </ChartFrame>
  );
}
