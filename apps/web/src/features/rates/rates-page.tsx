import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { RateList } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { formatDate, formatDecimalText } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { type Mark, StatusMark } from '../../ui/status-mark.tsx';

const route = getRouteApi('/signed-in/rates');

type Rate = RateList['rows'][number];

/** The command that brings rates in. */
const IMPORT = 'npm run --silent fund -- import rates RATES.csv';

/** UN operational rates of exchange: which is in force, since when, and where it was published. */
export function RatesPage() {
  const { stand } = useStandpoint();
  const { currency } = route.useSearch();
  const { data: list } = useSuspenseQuery(api.rates.list.queryOptions({ ...stand, currency }));
  return (
    <>
      <PageHead
        asOf={list.asOf}
        facts={plural(list.recorded, { one: '# rate on record', other: '# rates on record' })}
        sentence={sentence(list, currency)}
        below={
          <Trans>
            How many units of a currency one US dollar is worth. The newest rate that took effect on or before a day is
            in force on it; a rate is never applied backwards, and what was recorded keeps its own.
          </Trans>
        }
      />
      <div className="page-parts">
        <Section title={currency === undefined ? <Trans>In force</Trans> : <Trans>All rates of {currency}</Trans>}>
          {list.recorded === 0 ? null : <Filter list={list} />}
          <Rates list={list} currency={currency} />
        </Section>
        <Section title={<Trans>How rates come in</Trans>}>
          <p>
            <Trans>
              Rates are imported from a CSV file with the columns currency, effective_on, published_on, units_per_usd
              and source. The whole file is checked first; a second rate for the same day is refused.
            </Trans>
          </p>
          <p>
            <code>{IMPORT}</code>
          </p>
        </Section>
      </div>
    </>
  );
}

function sentence({ rows, recorded, asOf }: RateList, currency: string | undefined): string {
  if (recorded === 0) return t`No rate of exchange is on record yet`;
  const on = formatDate(asOf);
  if (currency === undefined)
    return plural(rows.length, {
      one: `A rate of # currency is in force on ${on}`,
      other: `Rates of # currencies are in force on ${on}`,
    });
  const inForce = rows.find(({ state }) => state === 'in-force');
  if (inForce === undefined) return t`No rate of ${currency} is in force on ${on}`;
  const units = formatDecimalText(inForce.unitsPerDollar);
  return t`One US dollar is worth ${units} ${currency} on ${on}`;
}

function Filter({ list }: { readonly list: RateList }) {
  const { currency } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <FilterBar
      label={t`Filter the rates`}
      choices={[
        {
          name: 'currency',
          label: t`Currency`,
          all: t`All, as in force`,
          value: currency,
          options: list.currencies.map((code) => ({ value: code, label: code })),
        },
      ]}
      onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })}
    />
  );
}

function Rates({ list, currency }: { readonly list: RateList; readonly currency: string | undefined }) {
  if (list.rows.length === 0)
    return (
      <EmptyState>
        {list.recorded === 0 ? (
          <Trans>
            Until there is a rate, only US dollars can be recorded. Import the operational rates that the United Nations
            Treasury publishes; the command is below.
          </Trans>
        ) : (
          <Trans>No rate had taken effect by that day. Choose a later day, or a currency.</Trans>
        )}
      </EmptyState>
    );
  return (
    <DataTable
      caption={t`Units of the currency for one US dollar, as published`}
      columns={columns(currency === undefined)}
      rows={list.rows}
      rowKey={(rate) => `${rate.currency} ${rate.effectiveOn}`}
      fileName={currency === undefined ? 'rates-in-force' : `rates-${currency}`}
    />
  );
}

const MARKS: Record<Rate['state'], Mark> = { 'in-force': 'done', superseded: 'ended', 'to-come': 'open' };

function stateWords(state: Rate['state']): string {
  switch (state) {
    case 'in-force':
      return t`in force`;
    case 'superseded':
      return t`superseded`;
    case 'to-come':
      return t`takes effect later`;
  }
}

function columns(linked: boolean): Column<Rate>[] {
  const day = (on: string | null) =>
    on === null ? <span className="soft">{t`not given`}</span> : <DateText on={on} />;
  return [
    {
      key: 'currency',
      head: t`Currency`,
      rowHead: true,
      cell: ({ currency }) =>
        linked ? (
          <Link from="/rates" to="." search={(before) => ({ ...before, currency })}>
            {currency}
          </Link>
        ) : (
          currency
        ),
      csv: ({ currency }) => currency,
    },
    {
      key: 'units',
      head: t`For one US dollar`,
      align: 'end',
      cell: ({ unitsPerDollar }) => formatDecimalText(unitsPerDollar),
      csv: ({ unitsPerDollar }) => ({ number: unitsPerDollar }),
    },
    {
      key: 'since',
      head: t`In force from`,
      cell: ({ effectiveOn }) => day(effectiveOn),
      csv: (rate) => rate.effectiveOn,
    },
    {
      key: 'published',
      head: t`Published`,
      cell: ({ publishedOn }) => day(publishedOn),
      csv: (rate) => rate.publishedOn ?? '',
    },
    { key: 'source', head: t`Source`, cell: ({ source }) => source, csv: ({ source }) => source },
    {
      key: 'state',
      head: t`State`,
      cell: ({ state }) => <StatusMark mark={MARKS[state]}>{stateWords(state)}</StatusMark>,
      csv: ({ state }) => stateWords(state),
    },
  ];
}
