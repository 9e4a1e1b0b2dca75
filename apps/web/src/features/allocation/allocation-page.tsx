import '../../ui/view-choice.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { AllocatedPosition, Allocation } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { useComparison, useStandpoint } from '../../app/standpoint.ts';
import { ComparedSection } from '../../ui/compared-table.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { scaleFor } from '../../ui/format.ts';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { total } from '../../ui/share-words.ts';
import { AreasFigure, RanksFigure } from './allocation-figures.tsx';
import { type Dimension, DIMENSIONS } from './allocation-search.ts';
import { headline } from './allocation-sentences.ts';
import { comparedParts } from './allocation-compared.ts';
import { allocatedFigure, type NamedPart, namedParts } from './parts.ts';

/** What the allocated money goes to: by host, region, country group, goal or theme, in areas and in ranks. */
export function AllocationPage() {
  const { data } = useSuspenseQuery(api.allocation.get.queryOptions(useStandpoint().stand));
  const { on, earlier } = useComparison();
  const { data: before } = useSuspenseQuery(api.allocation.get.queryOptions(earlier));
  const { by, part } = useSearch({ from: '/signed-in/allocation' });
  const parts = namedParts(data, by);
  const scale = scaleFor(parts.map(({ amount }) => amount));
  const shown = { allocation: data, by, parts, chosen: part, scale };
  return (
    <>
      <PageHead asOf={data.asOf} sentence={headline(data, parts)} actions={<DimensionChoice by={by} />} />
      <div className="page-parts">
        {on === null ? null : <ComparedSection on={before.asOf} rows={comparedParts(data, before, by)} />}
        <div className="columns">
          <AreasFigure {...shown} />
          <RanksFigure {...shown} />
        </div>
        {parts.length === 0 ? null : (
          <Positions parts={parts} whole={data.total} chosen={parts.find(({ key }) => key === part)} />
        )}
      </div>
    </>
  );
}

const WORDS: Record<Dimension, () => string> = {
  host: () => t`Host`,
  region: () => t`Region`,
  group: () => t`Country group`,
  goal: () => t`Goal`,
  theme: () => t`Theme`,
};

function DimensionChoice({ by }: { readonly by: Dimension }) {
  return (
    <nav className="view-choice" aria-label={t`What the money is divided by`}>
      {DIMENSIONS.map((each) => (
        <Link
          key={each}
          from="/allocation"
          to="."
          search={(before) => ({ ...before, by: each, part: undefined })}
          resetScroll={false}
          activeProps={{}}
          activeOptions={{ exact: true }}
          className="view-choice__one"
          aria-current={by === each ? 'true' : undefined}
        >
          {WORDS[each]()}
        </Link>
      ))}
    </nav>
  );
}

type PositionsProps = {
  readonly parts: readonly NamedPart[];
  readonly whole: Allocation['total'];
  readonly chosen: NamedPart | undefined;
};

type TotalProps = {
  readonly rows: readonly AllocatedPosition[];
  /** All allocated money, where the rows are all of it. */
  readonly whole: Allocation['total'] | null;
};

function PositionsTotal({ rows, whole }: TotalProps) {
  if (whole !== null) return <FigureLink figure={whole} as="plain" />;
  const sum = total(rows.map(({ amount }) => amount.amount));
  return (
    <MadeButton figure={() => allocatedFigure(sum, rows)}>
      <MoneyText money={sum} as="plain" />
    </MadeButton>
  );
}

/** The positions of the chosen part, or all of them, each with the entries of its money. */
function Positions({ parts, whole, chosen }: PositionsProps) {
  const { countries } = useChoices();
  const rows = chosen?.positions ?? parts.flatMap(({ positions }) => positions);
  const country = (code: string) => countries.find((each) => each.code === code)?.name ?? '';
  const place = ({ dutyStation: { name, countryCode } }: AllocatedPosition) =>
    [name, country(countryCode)].filter((word) => word !== '').join(', ');
  return (
    <Section
      id="positions"
      title={chosen === undefined ? <Trans>All positions with money</Trans> : chosen.name}
      tools={
        chosen === undefined ? undefined : (
          <Link
            from="/allocation"
            to="."
            search={(before) => ({ ...before, part: undefined })}
            resetScroll={false}
            activeProps={{}}
          >
            <Trans>Show all positions</Trans>
          </Link>
        )
      }
    >
      <DataTable
        caption={t`Allocated by decision, less what was released, US$`}
        fileName="allocation"
        rows={rows}
        rowKey={({ id }) => id}
        totalLabel={t`Total`}
        columns={[
          {
            key: 'title',
            head: t`Position`,
            rowHead: true,
            cell: ({ id, title }) => (
              <Link to="/positions/$id" params={{ id }}>
                {title}
              </Link>
            ),
            csv: ({ title }) => title,
          },
          {
            key: 'host',
            head: t`Host`,
            cell: ({ organization }) => organization.shortName,
            csv: ({ organization }) => organization.name,
          },
          { key: 'place', head: t`Duty station`, cell: place, csv: place },
          {
            key: 'amount',
            head: t`Allocated, US$`,
            align: 'end',
            cell: ({ amount }) => <FigureLink figure={amount} as="plain" />,
            csv: ({ amount }) => ({ number: amount.amount.amount }),
            total: <PositionsTotal rows={rows} whole={chosen === undefined ? whole : null} />,
          },
        ]}
      />
    </Section>
  );
}
