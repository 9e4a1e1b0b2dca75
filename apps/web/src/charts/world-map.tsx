import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { landPath } from './land.ts';
import { placeOf } from './places.ts';
import { MAP, project } from './robinson.ts';
import { sizes, useWidth } from './use-width.ts';

export type MapPoint = {
  readonly key: string;
  readonly country: string;
  /** A city of that country; `null`: the point of the country. */
  readonly city: string | null;
  readonly label: string;
  /** For drawing only: the area of the point is in proportion to it. */
  readonly value: number;
  /** All figures of the point in words. */
  readonly spoken: string;
  readonly href?: string;
};

type WorldMapProps = { readonly points: readonly MapPoint[]; readonly label: string };

const LAND = landPath();
/** Radius of the largest point, in pixels, on a wide screen and on a phone; the smallest is still to be hit. */
const [LARGEST, LARGEST_NARROW, SMALLEST] = [16, 10, 3.5];

/** Land without borders, and points on it by size. What has no known place is named below it. */
export function WorldMap({ points, label }: WorldMapProps) {
  const { element, width } = useWidth();
  const most = Math.max(...points.map(({ value }) => value), Number.MIN_VALUE);
  const largest = width < 560 ? LARGEST_NARROW : LARGEST;
  // Room at both edges, where some islands lie.
  const scale = (width - 2 * largest) / MAP.width;
  const placed = points.map((point) => ({ point, place: placeOf(point.country, point.city) }));
  const unknown = placed.filter(({ place }) => place === null).map(({ point }) => point);
  // Large points first, so that small ones lie on them and can be pointed at.
  const drawn = placed.toSorted((left, right) => right.point.value - left.point.value);
  return (
    <div ref={element}>
      <svg {...sizes(width, MAP.height * scale)} role="group" aria-label={label}>
        <path d={LAND} transform={`translate(${largest} 0) scale(${scale})`} fill="var(--hairline)" />
        {drawn.map(({ point, place }) => {
          if (place === null) return null;
          const [x, y] = project(place.east, place.north);
          const radius = Math.max(SMALLEST, largest * Math.sqrt(point.value / most));
          return <Point key={point.key} point={point} x={largest + x * scale} y={y * scale} radius={radius} />;
        })}
      </svg>
      {unknown.length === 0 ? null : (
        <p className="note">
          <Trans>Not on the map, because their place is not known here:</Trans>{' '}
          {unknown.map(({ spoken }) => spoken).join('; ')}
        </p>
      )}
    </div>
  );
}

type PointProps = { readonly point: MapPoint; readonly x: number; readonly y: number; readonly radius: number };

function Point({ point: { spoken, href }, x, y, radius }: PointProps) {
  const mark = (
    <>
      <title>{spoken}</title>
      {/* A place of its own for a finger or a pointer, however small the point. */}
      <circle cx={x} cy={y} r={Math.max(radius, 12)} fill="transparent" />
      <circle cx={x} cy={y} r={radius} fill="var(--accent)" fillOpacity={0.8} stroke="var(--paper)" />
    </>
  );
  if (href === undefined) {
    return (
      <g role="img" aria-label={spoken}>
        {mark}
      </g>
    );
  }
  return (
    <Link to={href} aria-label={spoken}>
      {mark}
    </Link>
  );
}
