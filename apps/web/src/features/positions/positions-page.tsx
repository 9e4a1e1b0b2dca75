import { entriesOf } from '@dcc/domain/counted';
import { POSITION_PHASES } from '@dcc/domain/positions/states';
import '../../ui/figure-link.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { Money, PositionList, PositionRow } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { useNamedForm } from '../../app/named-form.ts';
import { useSession } from '../../app/session.ts';
import { phaseWord, stateWord } from '../../app/state-words.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { listFigure } from '../../ui/common-figures.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { signOf } from '../../ui/format.ts';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { costFigure } from '../../ui/position-figures.ts';
import { Section } from '../../ui/section.tsx';
import { usePlaceWords } from './country-names.ts';
import { PositionBoard } from './position-board.tsx';
import { PositionMark } from './position-mark.tsx';
import { PositionStates } from './position-states.tsx';
import { positionsSentence } from './position-sentences.ts';
import { PositionViews } from './position-views.tsx';
import { positionsQuery, type PositionsSearch } from './positions-search.ts';
import { PositionsTimeline } from './positions-timeline.tsx';
import { DutyStationForm, HostForm } from './place-forms.tsx';
import { ProposeForm } from './propose-form.tsx';
import { YearsKey, YearsStrip } from './years-strip.tsx';
import { yearSentence } from '../../ui/year-look.ts';

const route = getRouteApi('/signed-in/positions');

/** Every position from proposal to completion, and which of its years are paid for. */
export function PositionsPage() {
  const search = route.useSearch();
  const { data: list } = useSuspenseQuery(api.positions.list.queryOptions(positionsQuery(search)));
  const filtered = [search.organizationId, search.phase, search.state, search.text].some((part) => part !== undefined);
  return (
    <>
      <PageHead
        asOf={list.asOf}
        facts={plural(list.rowCount, { one: '# position', other: '# positions' })}
        sentence={positionsSentence(list, filtered)}
        actions={<Actions />}
      />
      <div className="page-parts">
        <Phases list={list} />
        <Section
          title={filtered ? <Trans>Positions selected</Trans> : <Trans>All positions</Trans>}
          tools={<PositionViews view={search.view} />}
        >
          <Filter />
          {list.rows.length === 0 && search.view !== 'states' ? (
            <Empty filtered={filtered} beyond={list.rowCount > 0} />
          ) : (
            <Shown list={list} view={search.view} />
          )}
        </Section>
      </div>
    </>
  );
}

function Shown({ list, view }: { readonly list: PositionList; readonly view: PositionsSearch['view'] }) {
  switch (view) {
    case 'board':
      return <PositionBoard positions={list.rows} />;
    case 'timeline':
      return <PositionsTimeline list={list} />;
    case 'states':
      return <PositionStates positions={list.rows} />;
    default:
      return <List list={list} />;
  }
}

/** How many stand in each phase; a count opens the list of them. */
function Phases({ list: { byPhase } }: { readonly list: PositionList }) {
  return (
    <KeyFigures
      figures={byPhase.map(({ phase, count }) => ({
        key: phase,
        label: <span className="phase">{phaseWord(phase)}</span>,
        value:
          count === 0 ? (
            0
          ) : (
            <Link
              from="/positions"
              to="."
              search={(before) => ({ ...before, phase, state: undefined, page: 1 })}
              resetScroll={false}
              className="figure-link"
              activeProps={{}}
            >
              {count}
            </Link>
          ),
        unit: plural(count, { one: 'position', other: 'positions' }),
      }))}
    />
  );
}

function List({ list }: { readonly list: PositionList }) {
  const { sort, direction } = route.useSearch();
  const placeWords = usePlaceWords();
  return (
    <>
      <DataTable
        caption={t`US dollars, whole; cost and allocations of all contract years`}
        columns={columnsOf(list, placeWords)}
        rows={list.rows}
        rowKey={({ id }) => id}
        order={{ by: sort, direction }}
        paging={list}
        totalLabel={t`Total`}
        fileName="positions"
      />
      <YearsKey />
    </>
  );
}

function columnsOf(list: PositionList, placeWords: ReturnType<typeof usePlaceWords>): Column<PositionRow>[] {
  const day = (on: string | null) => (on === null ? <span className="soft">–</span> : <DateText on={on} />);
  return [
    {
      key: 'title',
      head: t`Position`,
      rowHead: true,
      sort: 'title',
      cell: (row) => (
        <Link to="/positions/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
      ),
      csv: ({ title }) => title,
    },
    {
      key: 'number',
      head: t`No.`,
      sort: 'number',
      cell: ({ number }) => number,
      csv: ({ number }) => ({ number: String(number) }),
    },
    {
      key: 'host',
      head: t`Host`,
      sort: 'organization',
      cell: ({ organization, dutyStation }) => (
        <>
          {organization.shortName}
          <span className="data-table__second">{placeWords(dutyStation)}</span>
        </>
      ),
      csv: ({ organization }) => organization.name,
      inCsvToo: [{ head: t`Duty station`, csv: ({ dutyStation }) => placeWords(dutyStation) }],
    },
    {
      key: 'state',
      head: t`State`,
      sort: 'state',
      cell: (row) => <PositionMark {...row} />,
      csv: ({ state }) => stateWord(state),
    },
    {
      key: 'starts',
      head: t`Starts`,
      sort: 'starts',
      cell: ({ startsOn }) => day(startsOn),
      csv: ({ startsOn }) => startsOn ?? '',
    },
    { key: 'ends', head: t`Ends`, cell: ({ endsOn }) => day(endsOn), csv: ({ endsOn }) => endsOn ?? '' },
    {
      key: 'years',
      head: t`Years`,
      cell: (row) => <YearsStrip row={row} />,
      csv: ({ years, phase }) => years.map((year) => yearSentence(year, phase)).join('; '),
    },
    {
      key: 'cost',
      head: t`Cost`,
      align: 'end',
      sort: 'cost',
      cell: (row) => <Cost row={row} />,
      csv: ({ cost }) => ({ number: cost.amount }),
      total: <ListTotal what="cost" list={list} />,
    },
    {
      key: 'allocated',
      head: t`Allocated`,
      align: 'end',
      sort: 'allocated',
      cell: ({ id, allocated }) => <Allocated amount={allocated} about={{ positionId: id }} />,
      csv: ({ allocated }) => ({ number: allocated.amount }),
      total: <ListTotal what="allocated" list={list} />,
    },
  ];
}

const none = <span className="soft">–</span>;

function Cost({ row }: { readonly row: PositionRow }) {
  if (signOf(row.cost.amount) === 0) return none;
  return (
    <MadeButton figure={() => costFigure(row)}>
      <MoneyText money={row.cost} as="one" />
    </MadeButton>
  );
}

type AllocatedProps = { readonly amount: Money; readonly about: { readonly positionId: string } };

function Allocated({ amount, about }: AllocatedProps) {
  if (signOf(amount.amount) === 0) return none;
  return <FigureLink figure={{ amount, entries: entriesOf('allocated', about) }} as="one" />;
}

/** A sum over the list, by its rows. */
function ListTotal({ what, list }: { readonly what: 'cost' | 'allocated'; readonly list: PositionList }) {
  const figure = () =>
    listFigure(
      {
        name: what === 'cost' ? t`Cost` : t`Allocated`,
        meaning: t`Of all positions of the list, all contract years.`,
        basis: what === 'cost' ? t`estimate` : t`allocated`,
      },
      list.totals[what],
      list.rows.map((row) => ({
        key: row.id,
        words: row.title,
        money: row[what],
        page: { to: '/positions/$id', id: row.id },
        entries: what === 'cost' ? null : entriesOf('allocated', { positionId: row.id }),
      })),
    );
  return (
    <MadeButton figure={figure}>
      <MoneyText money={list.totals[what]} as="one" />
    </MadeButton>
  );
}

/** An address may name a page that the list has no longer. */
function BeyondTheEnd() {
  return (
    <EmptyState
      action={
        <Link from="/positions" to="." search={(before) => ({ ...before, page: 1 })} className="button">
          <Trans>Go to the first page of the list</Trans>
        </Link>
      }
    >
      <Trans>The list is not that long.</Trans>
    </EmptyState>
  );
}

function Empty({ filtered, beyond }: { readonly filtered: boolean; readonly beyond: boolean }) {
  if (beyond) return <BeyondTheEnd />;
  return (
    <EmptyState>
      {filtered ? (
        <Trans>Nothing matches the filter. Show all, or choose less.</Trans>
      ) : (
        <Trans>The list begins with the first post that a host organization proposes.</Trans>
      )}
    </EmptyState>
  );
}

function Filter() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { organizations } = useChoices();
  return (
    <FilterBar
      label={t`Filter the positions`}
      choices={[
        {
          name: 'phase',
          label: t`Phase`,
          all: t`All phases`,
          value: search.phase,
          options: POSITION_PHASES.map((phase) => ({ value: phase, label: phaseWord(phase) })),
        },
        {
          name: 'organizationId',
          label: t`Host`,
          all: t`All hosts`,
          value: search.organizationId,
          options: organizations.map(({ id, shortName }) => ({ value: id, label: shortName })),
        },
      ]}
      text={search.text}
      textLabel={t`Title or duty station`}
      onChange={(change) =>
        void navigate({ search: (before) => ({ ...before, ...change, page: 1 }), resetScroll: false })
      }
    />
  );
}

/** The forms of this page, by the names that an address may give them, and what each does. */
const FORMS = {
  position: 'position.propose',
  host: 'organization.create',
  station: 'duty-station.create',
} as const;

function Actions() {
  const { may } = useSession();
  const [form, setForm] = useNamedForm(FORMS, route.useSearch().record);
  const close = () => setForm(null);
  return (
    <>
      <PermittedButton look="primary" permission={may('position.propose')} onClick={() => setForm('position')}>
        <Trans>Propose a position</Trans>
      </PermittedButton>
      <PermittedButton permission={may('organization.create')} onClick={() => setForm('host')}>
        <Trans>Add a host</Trans>
      </PermittedButton>
      <PermittedButton permission={may('duty-station.create')} onClick={() => setForm('station')}>
        <Trans>Add a duty station</Trans>
      </PermittedButton>
      {form === 'position' ? <ProposeForm onClose={close} /> : null}
      {form === 'host' ? <HostForm onClose={close} /> : null}
      {form === 'station' ? <DutyStationForm onClose={close} /> : null}
    </>
  );
}
