import './overview-figures.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../api/views.ts';
import { FigureLink, MadeLink } from '../../ui/figure-link.tsx';
import { formatMoney, formatMoneyWhole, formatPercent, formatScaled, type Scale, signOf } from '../../ui/format.ts';
import { type KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { unitWords } from '../../ui/amount-words.ts';
import { Sparkline } from '../../ui/sparkline.tsx';

type Props = { readonly overview: Overview; readonly scale: Scale };

/** The five figures under the sentence, and the line of those that explain them. */
export function OverviewFigures({ overview, scale }: Props) {
  return (
    <>
      <KeyFigures
        figures={[
          received(overview, scale),
          outstanding(overview, scale),
          free(overview, scale),
          sponsored(overview),
          delivery(overview),
        ]}
      />
      <SecondLine overview={overview} />
    </>
  );
}

function received({ figures, since, contributionsByYear }: Overview, scale: Scale): KeyFigure {
  let sum = 0;
  const trend = contributionsByYear.map((year) => (sum += Number(year.received.amount)));
  return {
    key: 'received',
    label: since === null ? <Trans>Received</Trans> : <Trans>Received since {since}</Trans>,
    value: <FigureLink figure={figures.received} as={scale} />,
    unit: t`${unitWords(scale)}, cash`,
    note: t`of ${formatMoneyWhole(figures.signed.amount)} signed`,
    trend: <Sparkline values={trend} />,
  };
}

function outstanding({ figures, overdueDays }: Overview, scale: Scale): KeyFigure {
  const late = signOf(figures.overdue.amount.amount) > 0;
  const amount = formatMoneyWhole(figures.overdue.amount);
  return {
    key: 'outstanding',
    label: <Trans>Signed, still to come</Trans>,
    value: <FigureLink figure={figures.outstanding} as={scale} />,
    unit: t`${unitWords(scale)}, agreements`,
    note: late
      ? plural(overdueDays ?? 0, { one: `${amount} overdue, up to # day`, other: `${amount} overdue, up to # days` })
      : t`nothing overdue`,
    tone: late ? 'promised' : undefined,
  };
}

function free({ figures, fundablePositions, series }: Overview, scale: Scale): KeyFigure {
  const negative = signOf(figures.available.amount.amount) < 0;
  const past = series
    .filter((row) => !row.projected)
    .map((row) => Number(row.cash.amount) - Number(row.promised.amount));
  return {
    key: 'free',
    label: <Trans>Free to allocate</Trans>,
    value: (
      <MadeLink name="free" title={formatMoney(figures.available.amount)}>
        {formatScaled(figures.available.amount.amount, scale)}
      </MadeLink>
    ),
    unit: t`${unitWords(scale)}, after promises and reserve`,
    ...(fundablePositions === null
      ? {}
      : {
          note: plural(fundablePositions, {
            0: 'pays no further position',
            one: 'pays # more position',
            other: 'pays # more positions',
          }),
        }),
    tone: negative ? 'short' : undefined,
    trend: <Sparkline values={past} />,
  };
}

function sponsored({ positions, positionsByState }: Overview): KeyFigure {
  const inPhase = (phase: string) =>
    positionsByState.filter((row) => row.phase === phase).reduce((count, row) => count + row.count, 0);
  const [posted, recruiting, completed] = [inPhase('in-post'), inPhase('in-recruitment'), inPhase('completed')];
  return {
    key: 'positions',
    label: <Trans>Sponsored positions</Trans>,
    value: (
      <Link to="/positions" className="figure-link">
        {Math.max(positions.length, posted + recruiting + completed)}
      </Link>
    ),
    unit: t`${posted} in post, ${recruiting} in recruitment, ${completed} completed`,
  };
}

function delivery({ figures, deliveryPercent }: Overview): KeyFigure {
  return {
    key: 'delivery',
    label: <Trans>Delivery rate</Trans>,
    value:
      deliveryPercent === null ? (
        '–'
      ) : (
        <MadeLink name="delivery" title={formatPercent(deliveryPercent)}>
          {formatPercent(deliveryPercent)}
        </MadeLink>
      ),
    unit: t`reported spending as share of transfers`,
    note:
      deliveryPercent === null ? t`nothing was transferred yet` : t`${formatMoneyWhole(figures.spent.amount)} spent`,
  };
}

function SecondLine({ overview: { figures, reserve, termCost } }: Pick<Props, 'overview'>) {
  return (
    <dl className="second-line">
      <div>
        <dt>
          <Trans>Balance</Trans>
        </dt>
        <dd>
          <FigureLink figure={figures.balance} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Pledged, not signed</Trans>
        </dt>
        <dd>
          <FigureLink figure={figures.pledged} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Allocated</Trans>
        </dt>
        <dd>
          <FigureLink figure={figures.allocated} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Transferred</Trans>
        </dt>
        <dd>
          <FigureLink figure={figures.transferred} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Reserve</Trans>
        </dt>
        <dd>
          {reserve === null ? (
            <Trans>none decided</Trans>
          ) : (
            <MadeLink name="reserve" title={formatMoney(reserve.amount)}>
              {formatMoneyWhole(reserve.amount)}
            </MadeLink>
          )}
        </dd>
      </div>
      {termCost === null ? null : (
        <div>
          <dt>
            <Trans>Typical position, whole term</Trans>
          </dt>
          <dd>
            <MadeLink name="term-cost" title={formatMoney(termCost)}>
              {formatMoneyWhole(termCost)}
            </MadeLink>
          </dd>
        </div>
      )}
    </dl>
  );
}
