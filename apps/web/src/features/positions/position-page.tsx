import './position-page.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Fact, Facts, FactText } from '../../ui/facts.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { type KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { costFigure } from '../../ui/position-figures.ts';
import { Section } from '../../ui/section.tsx';
import { sumOf } from '../../ui/amounts.ts';
import { formatDate, signOf } from '../../ui/format.ts';
import { usePlaceWords } from './country-names.ts';
import { PositionActions } from './position-actions.tsx';
import { Decisions, Transfers } from './position-decisions.tsx';
import { PositionMark } from './position-mark.tsx';
import { isSponsored, positionSentence } from './position-sentences.ts';
import { AllowanceSection } from './allowance-section.tsx';
import { CostSection } from './cost-section.tsx';
import { NextSteps } from './next-steps.tsx';
import { ReviewSection } from './review-section.tsx';
import { SeparationSection } from './separation-section.tsx';
import { PositionStory } from './position-story.tsx';
import { TermsSection } from './terms-section.tsx';
import { YearsTable } from './years-table.tsx';

const route = getRouteApi('/signed-in/positions/$id');

/** One position: what it costs, who pays, what the committee decided, how far it has come. */
export function PositionPage() {
  const { id } = route.useParams();
  const { stand } = useStandpoint();
  const { costTable } = route.useSearch();
  const { data: position } = useSuspenseQuery(api.positions.get.queryOptions({ id, costTable, ...stand }));
  const placeWords = usePlaceWords();
  const { row } = position;
  const { title, organization, dutyStation } = row;
  return (
    <>
      <PageHead
        asOf={position.asOf}
        above={
          <>
            <Link to="/positions">
              <Trans>Positions</Trans>
            </Link>{' '}
            / {row.number}, <strong>{title}</strong>
          </>
        }
        sentence={positionSentence(position)}
        below={
          <>
            {organization.name}, {placeWords(dutyStation)}
          </>
        }
        actions={<PositionActions position={position} />}
      />
      <div className="page-parts">
        <KeyFigures figures={keyFigures(position)} />
        <div className="columns columns--main">
          <Section title={<Trans>Contract years</Trans>}>
            {row.years.length === 0 ? (
              <EmptyState>
                <Trans>Nobody has said yet how long this post lasts and what it costs.</Trans>
              </EmptyState>
            ) : (
              <YearsTable position={position} />
            )}
          </Section>
          <Section title={<Trans>The post</Trans>}>
            <Facts facts={factsOf(position, placeWords(dutyStation))} />
          </Section>
        </div>
        <div className="columns">
          <NextSteps position={position} />
          <ReviewSection position={position} />
          <SeparationSection position={position} />
        </div>
        <CostSection position={position} />
        <div className="columns">
          <AllowanceSection position={position} />
          <TermsSection position={position} />
        </div>
        <div className="columns">
          <Decisions position={position} />
          <Transfers position={position} />
        </div>
        <PositionStory position={position} />
      </div>
    </>
  );
}

function factsOf(position: Position, place: string): Fact[] {
  const { row, description } = position;
  const day = (on: string | null) => (on === null ? <Trans>not known yet</Trans> : <DateText on={on} />);
  return [
    { key: 'state', label: <Trans>State</Trans>, value: <PositionMark {...row} /> },
    { key: 'host', label: <Trans>Host organization</Trans>, value: <HostLink organization={row.organization} /> },
    {
      key: 'station',
      label: <Trans>Duty station</Trans>,
      value: place,
    },
    { key: 'starts', label: <Trans>Starts</Trans>, value: day(row.startsOn) },
    { key: 'ends', label: <Trans>Ends</Trans>, value: day(row.endsOn) },
    { key: 'round', label: <Trans>Round</Trans>, value: <Rounds position={position} /> },
    { key: 'vacancy', label: <Trans>Vacancy</Trans>, value: <Vacancies position={position} /> },
    {
      key: 'terms',
      label: <Trans>In short</Trans>,
      value: description === '' ? <Trans>not said</Trans> : <FactText>{description}</FactText>,
    },
  ];
}

function keyFigures({ row, figures, over }: Position): KeyFigure[] {
  const short = sumOf(
    row.years.map((year) => year.short.amount),
    'USD',
  );
  const missing = signOf(short.amount) > 0;
  return [
    {
      key: 'cost',
      label: <Trans>Cost</Trans>,
      value: (
        <MadeButton figure={() => costFigure(row)}>
          <MoneyText money={row.cost} as="one" />
        </MadeButton>
      ),
      unit: t`US$, all years`,
    },
    {
      key: 'allocated',
      label: <Trans>Allocated</Trans>,
      value: <FigureLink figure={figures.allocated} as="one" />,
      unit: t`US$, by decision`,
      ...(missing && isSponsored(row) && !over ? { note: <Missing amount={short} />, tone: 'short' as const } : {}),
    },
    {
      key: 'transferred',
      label: <Trans>Transferred</Trans>,
      value: <FigureLink figure={figures.transferred} as="one" />,
      unit: t`US$, cash sent to the host`,
    },
    {
      key: 'spent',
      label: <Trans>Spent</Trans>,
      value: <FigureLink figure={figures.spent} as="one" />,
      unit: t`US$, reported by the host`,
    },
  ];
}

function Missing({ amount }: { readonly amount: Parameters<typeof MoneyText>[0]['money'] }) {
  return (
    <Trans>
      <MoneyText money={amount} /> missing
    </Trans>
  );
}

/** The host, with the way to all of its positions. */
function HostLink({ organization: { id, name } }: Pick<Position['row'], 'organization'>) {
  return (
    <Link to="/positions" search={{ organizationId: id }}>
      {name}
    </Link>
  );
}

/** The rounds in which it was proposed. */
function Rounds({ position: { story } }: { readonly position: Position }) {
  const rounds = story.filter((one) => one.what === 'round');
  if (rounds.length === 0) return <span className="soft">{t`none`}</span>;
  return rounds.map(({ roundId, name }) => (
    <div key={roundId}>
      <Link to="/rounds/$id" params={{ id: roundId }}>
        {name}
      </Link>
    </div>
  ));
}

/** Its vacancies, the last first. */
function Vacancies({ position: { vacancies } }: { readonly position: Position }) {
  if (vacancies.length === 0) return <span className="soft">{t`none`}</span>;
  return vacancies.map(({ id, opensOn, closesOn }) => (
    <div key={id}>
      <Link to="/vacancies/$id" params={{ id }}>
        {formatDate(opensOn)} – {formatDate(closesOn)}
      </Link>
    </div>
  ));
}
