import { countryName } from '@dcc/domain/reference/countries';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api } from '../../api/client.ts';
import type { Money, Performance } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LazyChart } from '../../charts/lazy-chart.tsx';
import { drawn } from '../../charts/numbers.ts';
import type { MapPoint } from '../../charts/world-map.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoney, formatMoneyWhole } from '../../ui/format.ts';
import type { MadeFigure } from '../../ui/made-figure.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { nationalitiesTitle, placesTitle } from './map-sentences.ts';
import { MAP_LAYERS, type MapLayer } from './performance-search.ts';

const WorldMap = lazy(async () => ({ default: (await import('../../charts/world-map.tsx')).WorldMap }));

const route = getRouteApi('/signed-in/performance');
const HEIGHT = 420;

/** Said under every map, as maps of the United Nations say it. */
function disclaimer(): string {
  return t`The map shows land and no borders. Its names, and the city where a point stands, are no opinion on the status of any country, territory, city or area, or on where its frontiers lie. Land: Natural Earth (public domain). Cities: GeoNames (CC BY 4.0).`;
}

function layerWord(layer: MapLayer): string {
  switch (layer) {
    case 'positions':
      return t`Positions`;
    case 'money':
      return t`Money allocated`;
    case 'nationalities':
      return t`Nationalities of candidates`;
  }
}

/** Where the fund works, and where those who apply come from. */
export function MapFigure({ data }: { readonly data: Performance }) {
  const { past } = useStandpoint();
  const { map } = route.useSearch();
  const navigate = route.useNavigate();
  const layers = past ? MAP_LAYERS.filter((layer) => layer !== 'nationalities') : MAP_LAYERS;
  const shown = past && map === 'nationalities' ? 'positions' : map;
  return (
    <div>
      <div className="performance__layers" role="group" aria-label={t`What the map shows`}>
        {layers.map((layer) => (
          <Button
            key={layer}
            look="quiet"
            aria-pressed={layer === shown}
            onClick={() => void navigate({ search: (before) => ({ ...before, map: layer }), resetScroll: false })}
          >
            {layerWord(layer)}
          </Button>
        ))}
      </div>
      {shown === 'nationalities' ? (
        <Suspense fallback={<Skeleton height={`${HEIGHT}px`} />}>
          <NationalitiesMap />
        </Suspense>
      ) : (
        <PlacesMap data={data} by={shown} />
      )}
    </div>
  );
}

/** The map, and beside it the same places as a list, the most first. */
function Beside({
  points,
  title,
}: {
  readonly points: readonly (MapPoint & { end: string })[];
  readonly title: string;
}) {
  return (
    <div className="performance__map">
      <LazyChart height={HEIGHT}>
        <WorldMap points={points} label={title} />
      </LazyChart>
      <ScrollRegion className="performance__list" label={title}>
        <ol className="performance__places">
          {points.map(({ key, label, end, href }) => (
            <li key={key}>
              {href === undefined ? label : <Link to={href}>{label}</Link>}
              <span className="number">{end}</span>
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </div>
  );
}

/** The money of the positions at one duty station. */
function placeFigure(name: string, allocated: Money): MadeFigure {
  return {
    name: t`Allocated, ${name}`,
    value: formatMoney(allocated),
    meaning: t`What decisions reserved for the sponsored positions at this duty station, less what was released.`,
    formula: t`the sum over its sponsored positions; “Where the money goes” lists each with its entries`,
    basis: t`allocated`,
    parts: [{ key: 'place', words: name, money: allocated }],
  };
}

/** Duty stations of sponsored positions. */
function PlacesMap({ data, by }: { readonly data: Performance; readonly by: 'positions' | 'money' }) {
  const title = placesTitle(data);
  const value = (place: Performance['places'][number]) => (by === 'money' ? drawn(place.allocated) : place.positions);
  const places = data.places.toSorted(
    (left, right) => value(right) - value(left) || left.dutyStation.name.localeCompare(right.dutyStation.name, 'en'),
  );
  return (
    <ChartFrame
      id="map"
      title={title}
      unit={
        by === 'money'
          ? t`US$ allocated by decision to sponsored positions, by duty station`
          : t`sponsored positions, by duty station`
      }
      summary={t`${title}. Land without borders, with one point for each duty station by its size. The table holds the figures.`}
      help={t`A point stands at each duty station of a position that a decision has sponsored, in recruitment, in post or over; its area grows with the number of positions or with the money allocated to them. A duty station whose place is not known here is named below the map. Select a point to see its positions.`}
      note={disclaimer()}
      data={{
        head: [t`Duty station`, t`Country or area`, t`Positions`, t`Allocated, US$`],
        rows: places.map(({ dutyStation, positions, allocated }) => [
          dutyStation.name,
          countryName(dutyStation.countryCode) ?? '',
          { number: String(positions) },
          { number: allocated.amount, opens: { made: () => placeFigure(dutyStation.name, allocated) } },
        ]),
      }}
      empty={<Trans>The map begins with the first sponsored position.</Trans>}
    >
      <Beside
        title={title}
        points={places.map((place) => {
          const { dutyStation: station, positions } = place;
          const count = plural(positions, { one: '# position', other: '# positions' });
          const money = formatMoneyWhole(place.allocated);
          const where = [station.name, countryName(station.countryCode) ?? []].flat().join(', ');
          return {
            key: station.id,
            country: station.countryCode,
            city: station.name,
            label: station.name,
            value: value(place),
            end: by === 'money' ? money : String(positions),
            spoken: t`${where}: ${count}, ${money} allocated`,
            href: `/positions?text=${encodeURIComponent(station.name)}`,
          };
        })}
      />
    </ChartFrame>
  );
}

/** Nationalities of those on the long lists, as of today alone, and without small numbers for who may not see candidates. */
function NationalitiesMap() {
  const { data } = useSuspenseQuery(api.performance.nationalities.queryOptions({}));
  const title = nationalitiesTitle(data);
  const rest = plural(data.rest ?? 0, {
    0: '',
    other:
      'Of # more the nationality is not told, because a number about one or two people is about somebody in particular.',
  });
  return (
    <ChartFrame
      id="map"
      title={title}
      unit={t`candidates on the long lists of all vacancies, by nationality`}
      summary={t`${title}. Land without borders, with one point for each nationality by its size. The table holds the figures.`}
      help={t`A point stands for each nationality of candidates who came at least to the long list of any vacancy, in one city of the country; its area grows with their number. It is of today alone. Who may not see candidates is told a nationality only where at least three have it, and only where no smaller number can be worked out from it and the balance of candidates.`}
      note={[rest, disclaimer()].join(' ').trim()}
      data={{
        head: [t`Country or area`, t`Candidates`],
        rows: data.countries.map(({ country, count }) => [countryName(country) ?? country, { number: String(count) }]),
      }}
      empty={<Trans>No nationality can be told: too few candidates have any one, or none is known.</Trans>}
    >
      <Beside
        title={title}
        points={data.countries.map(({ country, count }) => {
          const name = countryName(country) ?? country;
          const words = plural(count, { one: '# candidate', other: '# candidates' });
          return {
            key: country,
            country,
            city: null,
            label: name,
            value: count,
            end: String(count),
            spoken: `${name}: ${words}`,
          };
        })}
      />
    </ChartFrame>
  );
}
