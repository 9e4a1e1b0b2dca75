import type { Grade } from '@dcc/domain/performance/risks';
import { t } from '@lingui/core/macro';
import { sizes, useWidth } from './use-width.ts';

/** A thing that can go wrong, by its number in the list beside the picture. */
export type MatrixPoint = {
  readonly number: number;
  readonly likelihood: Grade;
  readonly impact: Grade;
  readonly spoken: string;
};

type RiskMatrixProps = {
  readonly points: readonly MatrixPoint[];
  readonly label: string;
  readonly words: Readonly<Record<Grade, string>>;
};

const ASCENDING: readonly Grade[] = ['low', 'medium', 'high'];
const [LEFT, FOOT, CELL, RADIUS] = [64, 38, 56, 11];

/** How dark a field is: by both grades together. */
const FILLS = ['none', 'none', 'var(--promised-wash)', 'var(--short-wash)', 'var(--short-wash)'];

/** Likelihood to the right, impact upwards, and each risk by its number. */
export function RiskMatrix({ points, label, words }: RiskMatrixProps) {
  const { element, width } = useWidth();
  const across = (Math.min(width, 560) - LEFT) / 3;
  const height = 3 * CELL + FOOT;
  return (
    <div ref={element}>
      <svg {...sizes(Math.min(width, 560), height)} role="group" aria-label={label}>
        {ASCENDING.map((impact, row) =>
          ASCENDING.map((likelihood, column) => {
            const [x, y] = [LEFT + column * across, (2 - row) * CELL];
            const here = points.filter((point) => point.impact === impact && point.likelihood === likelihood);
            return (
              <g key={`${impact} ${likelihood}`}>
                <rect
                  x={x + 0.5}
                  y={y + 0.5}
                  width={across - 1}
                  height={CELL - 1}
                  fill={FILLS[row + column] ?? 'none'}
                  stroke="var(--hairline)"
                />
                {here.map((point, index) => (
                  <Point key={point.number} point={point} x={x + 18 + index * 28} y={y + CELL / 2} />
                ))}
              </g>
            );
          }),
        )}
        {ASCENDING.map((grade, index) => (
          <g key={grade} fontSize={11.5} fill="var(--soft)">
            <text x={LEFT - 8} y={(2 - index) * CELL + CELL / 2 + 4} textAnchor="end">
              {words[grade]}
            </text>
            <text x={LEFT + (index + 0.5) * across} y={3 * CELL + 15} textAnchor="middle">
              {words[grade]}
            </text>
          </g>
        ))}
        <text x={LEFT} y={height - 6} fontSize={11.5} fill="var(--faint)">
          {t`impact upwards, likelihood to the right`}
        </text>
      </svg>
    </div>
  );
}

function Point({ point, x, y }: { readonly point: MatrixPoint; readonly x: number; readonly y: number }) {
  return (
    <g role="img" aria-label={point.spoken}>
      <title>{point.spoken}</title>
      <circle cx={x} cy={y} r={RADIUS} fill="var(--ink)" />
      <text x={x} y={y + 4} textAnchor="middle" fontSize={11.5} fontWeight={600} fill="var(--paper)">
        {point.number}
      </text>
    </g>
  );
}
